"""The year of a date: whether its words give one, and the same day in another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from build_tools.model import DateValue
from build_tools.text.folding import NUMERAL, fold_plain
from build_tools.values.dates import parse_edtf
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.tokens import Kind
from build_tools.values.word_tables import EDGE, alternatives

YEARS = re.compile(r"\b\d{4}(?=-)")


def gives_year(date: DateValue) -> bool:
    """Whether the words of a date say of which year it is.

    >>> from build_tools.values.dates import read_dates
    >>> [gives_year(one) for one in read_dates("2025年6月,去年10月和6月12日")]
    [True, True, False]
    """
    return bool(_year().search(fold_plain(date.raw)))


@cache
def _year() -> re.Pattern[str]:
    words = load_date_lexicon().of(Kind.YEAR_WORD)
    latin, other = (alternatives(word for word in words if word.isascii() is own) for own in (True, False))
    return re.compile(
        rf"\d{{4}}|[\d{NUMERAL}]{{2,4}}年|['’]\d\d\b|{EDGE}{latin}{EDGE}|{other}", re.IGNORECASE
    )


def in_year(date: DateValue, year: int) -> DateValue:
    """The same days in another year; a date that is no day, month or range of them stays.

    >>> in_year(DateValue("2025-06-12", None, None, raw="6月12日"), 2021).edtf
    '2021-06-12'
    """
    found = YEARS.findall(date.edtf or "")
    if len(set(found)) != 1:
        return date
    moved = parse_edtf(YEARS.sub(f"{year:04}", date.edtf or ""))
    return replace(moved, raw=date.raw, span=date.span) if moved else date
