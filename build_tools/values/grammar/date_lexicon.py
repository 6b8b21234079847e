"""The words of dates and hours, with those of the numbers that they are made of."""

from __future__ import annotations

from functools import cache

from build_tools.data_files import data_folder
from build_tools.values.grammar.lexicon import Lexicon, read_lexicon

NUMBERS = ("numerals.yaml", "qualifiers.yaml")


@cache
def load_date_lexicon() -> Lexicon:
    """The words of `date_words/*.yaml`: a further language is one file more."""
    folder = data_folder(__package__)
    numbers = [folder / "words" / name for name in NUMBERS]
    dates = sorted((folder / "date_words").iterdir(), key=lambda file: file.name)
    return read_lexicon([*numbers, *dates])
