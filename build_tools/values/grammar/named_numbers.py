"""Numbers that name one thing of several: the house in 11 Cutler Street, the stage of 二期工程."""

from __future__ import annotations

import re
from functools import cache

from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.word_tables import alternatives


def is_stage(phrase: Phrase, text: str) -> bool:
    """The 二期 of a line or a project, which is not paid 分三期."""
    start, end, lists = phrase.numeral.start, phrase.numeral.end, load_lexicon().lists
    staged = (
        phrase.numeral.weak and text.startswith(lists["stages"], end) and text[start - 1 : start].isalpha()
    )
    return staged and not text.endswith(lists["counts_stages"], 0, start)


@cache
def _house() -> re.Pattern[str]:
    """Behind the number of a house: Cutler Street."""
    return re.compile(
        rf" (?:[A-Z][a-z']+ ){{1,2}}{alternatives(load_lexicon().lists['streets'])}(?![A-Za-z])"
    )


def is_house(phrase: Phrase, text: str) -> bool:
    """11 Cutler Street: the number of a house."""
    end = phrase.numeral.end
    if phrase.measured or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    return text[phrase.numeral.start : end].isdigit() and bool(_house().match(text, end))
