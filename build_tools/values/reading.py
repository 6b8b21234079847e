"""All values of a text, in order: dates first, and quantities where no date stands."""

from __future__ import annotations

from build_tools.model import DateValue, Quantity
from build_tools.values.dates import read_dates
from build_tools.values.quantities import read_quantities


def read_values(text: str, published: DateValue | None = None) -> tuple[Quantity | DateValue, ...]:
    """Quantities and dates, not overlapping; a year read as a date is no quantity.

    >>> [value.raw for value in read_values("2025年8月,Meta发行300亿美元的债")]
    ['2025年8月', '300亿美元']
    """
    dates = read_dates(text, published)
    quantities = read_quantities(text, without=[found.span for found in dates])
    return tuple(sorted((*dates, *quantities), key=lambda value: value.span.start))
