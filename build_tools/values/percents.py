"""A part of a whole as a percentage, where that is what a figure measures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, localcontext

from build_tools.model import Interval, Quantity
from build_tools.values.plain_text import EXACT


def as_percent(share: Quantity) -> Quantity:
    """A fifth as 20%, in the words in which it is written.

    >>> from build_tools.values.quantities import parse_quantity
    >>> share = as_percent(fifth) if (fifth := parse_quantity("one in five")) else None
    >>> (str(share.value), share.unit, share.raw) if share else None
    ('20.0', '%', 'one in five')
    """
    with localcontext(EXACT):
        value = None if share.value is None else share.value * 100
        tight, loose = _hundredfold(share.tight), _hundredfold(share.loose)
        return replace(share, value=value, tight=tight, loose=loose, unit="%", share=False)


def _hundredfold(within: Interval) -> Interval:
    return replace(within, low=_times(within.low), high=_times(within.high))


def _times(end: Decimal | None) -> Decimal | None:
    return None if end is None else end * 100
