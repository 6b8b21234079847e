"""The part of a day that words name: Monday evening, 昨晚, 早上6时."""

from __future__ import annotations

from functools import lru_cache

from build_tools.text.folding import fold_plain
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import items_of
from build_tools.values.grammar.lexer import lex

KINDS = ("day_part", "day_part_after", "evening_word")


@lru_cache(maxsize=512)
def part_of_day(words: str) -> tuple[int, int] | None:
    """The first and last hour of the part of a day that words name; past midnight the hours go on.

    >>> part_of_day("Monday evening"), part_of_day("星期一早上"), part_of_day("Monday")
    ((17, 24), (5, 11), None)
    """
    for item in items_of(lex(fold_plain(words), load_date_lexicon())):
        for word in item.words:
            if word.kind in KINDS:
                first, _, last = word.name.partition("-")
                return int(first), int(last)
    return None


def are_of_one_part(words: str, others: str) -> bool:
    """Whether two dates may be of one part of the day: evening and night, or where one names none.

    >>> are_of_one_part("Monday evening", "Monday night"), are_of_one_part("昨晚", "昨天上午")
    (True, False)
    """
    one, other = part_of_day(words), part_of_day(others)
    return one is None or other is None or (one[0] < other[1] and other[0] < one[1])
