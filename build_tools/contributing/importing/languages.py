"""The language and script of a text."""

from __future__ import annotations

import re
from functools import cache

import yaml

from build_tools.data_files import read_data
from build_tools.text.folding import opencc_table, simplify
from build_tools.text.letters import HAN_LETTER, LATIN_RUN

KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
DECLARED = re.compile(r"""<html\b[^>]*\slang\s*=\s*["']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)""", re.I)
CHINESE = re.compile(r"zh\b", re.I)
HEAD = 4096
WORD = re.compile(r"[^\W\d_]+")
LEAST, LEAST_OF_ENGLISH = 1 / 8, 1 / 20  # shares of the words of a text that are small words of its language
FEWEST, CLEARLY = 3, 1.3  # how many they are, and how many times those of the next language


def detected_language(text: str) -> str:
    """The language by its script and its small words; nothing where it could be either of two, or any.

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
    return _by_small_words(text)


def _by_small_words(text: str) -> str:
    """The language of which a text has most small words, if they are many, and far more than of any other.

    >>> _by_small_words("Le ferry a quitté le port, et la mer était calme dans la baie")
    'fr'
    >>> _by_small_words("Le ferry"), _by_small_words("Carrow, Solmund, Norvia")
    ('', '')
    """
    words = WORD.findall(text.lower())
    counts = {language: sum(word in known for word in words) for language, known in _small_words().items()}
    first, second = sorted(counts, key=lambda one: -counts[one])[:2]
    if first == "en" and counts[first] > counts[second] and counts[first] > len(words) * LEAST_OF_ENGLISH:
        return first
    many = counts[first] >= FEWEST and counts[first] > len(words) * LEAST
    return first if many and counts[first] > counts[second] * CLEARLY else ""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """The commonest small words of languages in Latin and Cyrillic letters."""
    table = yaml.load(read_data(__package__, "small_words.yaml"), yaml.CSafeLoader)
    return {language: frozenset(words) for language, words in table.items()}


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
