"""Whether an account gives a time of day that its quote does not give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.model import DateValue, Reading
from build_tools.text.folding import fold_plain

HALF_DAY = 12


def hours_added(told: Iterable[Reading], given: Iterable[Reading]) -> Iterator[str]:
    """The times that no time of the quote is, by a clock of twelve hours and of one zone.

    Nothing where a time of the quote is in words, which may be any, or where it gives none.
    """
    known = [clocks_in(one.raw) for one in given if isinstance(one, DateValue) and _has_hour(one.raw)]
    if not known or not all(known):
        return
    for one in told:
        if isinstance(one, DateValue) and one.zone is None and not clocks_in(one.raw) <= set().union(*known):
            yield one.raw


def clocks_in(raw: str) -> frozenset[tuple[int, int]]:
    """The hours, of twelve, and the minutes of the times in digits.

    >>> sorted(clocks_in("晚上11时19分")), sorted(clocks_in("9:00 to 17:30")), sorted(clocks_in("5时半"))
    ([(11, 19)], [(5, 30), (9, 0)], [(5, 30)])
    """
    found = worded("clock").finditer(fold_plain(raw))
    return frozenset(
        (int(one["hour"]) % HALF_DAY, 30 if one["half"] else int(one["minute"] or 0)) for one in found
    )


def _has_hour(raw: str) -> bool:
    return bool(worded("hour_sign").search(raw) or clocks_in(raw))
