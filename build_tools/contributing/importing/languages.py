"""The language and script of a text."""

from __future__ import annotations

import re
from functools import cache

from build_tools.text.folding import opencc_table, simplify
from build_tools.text.letters import HAN_LETTER, LATIN_RUN

KANA = re.compile(r"[\u3040-\u30ff]")
ENGLISH = re.compile(r"the|of|and|to|in|is|that|for|it|was|on|with|as|by|at|from|said")


def detected_language(text: str) -> str:
    """`en`, `zh-Hans` or `zh-Hant`; nothing where it is none of them, or could be either.

    >>> detected_language("收购49%股份"), detected_language("收購49%股份"), detected_language("at the end")
    ('zh-Hans', 'zh-Hant', 'en')
    """
    han, words = len(HAN_LETTER.findall(text)), LATIN_RUN.findall(text.lower())
    if len(KANA.findall(text)) > han / 10:
        return ""
    if han > len(words):
        return _script_of(text)
    return "en" if sum(bool(ENGLISH.fullmatch(word)) for word in words) > len(words) / 20 else ""


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
