"""The language and script of a text."""

from __future__ import annotations

import re
from functools import cache

from build_tools.text.folding import opencc_table, simplify
from build_tools.text.letters import HAN_LETTER, LATIN_RUN

KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
DECLARED = re.compile(r"""<html\b[^>]*\slang\s*=\s*["']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)""", re.I)
CHINESE = re.compile(r"zh\b", re.I)
HEAD = 4096
ENGLISH = re.compile(r"the|of|and|to|in|is|that|for|it|was|on|with|as|by|at|from|said")


def detected_language(text: str) -> str:
    """`en`, `zh-Hans`, `zh-Hant`, `ja` or `ko`; nothing where it is none of them, or could be either.

    >>> detected_language("收购49%股份"), detected_language("收購49%股份"), detected_language("at the end")
    ('zh-Hans', 'zh-Hant', 'en')
    >>> detected_language("船が座礁した"), detected_language("배가 좌초했다"), detected_language("Le ferry")
    ('ja', 'ko', '')
    """
    han, words = len(HAN_LETTER.findall(text)), LATIN_RUN.findall(text.lower())
    kana, hangul = len(KANA.findall(text)), len(HANGUL.findall(text))
    if hangul > max(han, len(words)):
        return "ko"
    if kana > han / 10:
        return "ja" if kana > len(words) else ""
    if han > len(words):
        return _script_of(text)
    return "en" if sum(bool(ENGLISH.fullmatch(word)) for word in words) > len(words) / 20 else ""


def declared_language(page: str) -> str:
    """The language that a page names in its first tag; of Chinese the script must be seen in the text.

    >>> declared_language('<html dir="ltr" lang="fr-fr">'), declared_language('<html lang="zh-CN">')
    ('fr-FR', '')
    """
    found = DECLARED.search(page[:HEAD])
    if not found or CHINESE.match(found[1]):
        return ""
    language, *rest = found[1].replace("_", "-").split("-")
    return "-".join([language.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def _script_of(text: str) -> str:
    traditional = sum(one != other for one, other in zip(text, simplify(text), strict=True))
    simplified = sum(character in _simplified_only() for character in text)
    if traditional == simplified:
        return ""
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@cache
def _simplified_only() -> frozenset[str]:
    """Characters that no text in Traditional script holds."""
    return frozenset(one for one, others in opencc_table("STCharacters").items() if one not in others)
