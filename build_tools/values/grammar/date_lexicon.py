"""The words of dates and hours, with those of the numbers that they are made of.

There are two lexicons, for a word is cut at its longest: 下半年, 三季度 and 前两个月 are words of time,
in which the reader of numbers finds 半年, 季度 and 个月. Digits, bounds and what is beside a number are
tables of both, and one lexer reads a text with either.
"""

from __future__ import annotations

from functools import cache

from build_tools.data_files import data_folder
from build_tools.values.grammar.lexicon import Lexicon, read_lexicon

NUMBERS = ("numerals.yaml", "qualifiers.yaml", "neighbours.yaml")


@cache
def load_date_lexicon() -> Lexicon:
    """The words of `date_words/*.yaml`: a further language is one file more."""
    folder = data_folder(__package__)
    numbers = [folder / "words" / name for name in NUMBERS]
    dates = sorted((folder / "date_words").iterdir(), key=lambda file: file.name)
    return read_lexicon([*numbers, *dates])
