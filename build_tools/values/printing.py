"""Readings as the machine contract prints them: exact decimals, ISO dates, spans in code points."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model import DateValue, Quantity, Reading
from build_tools.values.moments import instant

Scalar = str | int | bool | None
Json = Scalar | dict[str, Scalar]


def reading_record(value: Reading) -> dict[str, Json]:
    """One line of `dossier read`, as a record.

    >>> from build_tools.values.reading import read_quantities
    >>> record = reading_record(read_quantities("近2亿美元")[0])
    >>> record["value"], record["low"], record["high"], record["high_open"], record["unit"]
    ('200000000', '150000000', '200000000', True, 'USD')

    A date that counts from an event says how far; `anchor` and `offset` are null for every other one.

    >>> from build_tools.values.dates import read_dates
    >>> record = reading_record(read_dates("短短8天后")[0])
    >>> record["anchor"], record["offset"], record["edtf"]
    ('unresolved', {'low': 8, 'high': 8, 'unit': 'day'}, None)
    """
    match value:
        case Quantity():
            return {**_place("quantity", value), **_quantity(value)}
        case DateValue():
            return {**_place("date", value), **_date(value)}


def plain_number(number: Decimal | None) -> str | None:
    """A number in plain notation, exactly: 14300000000, never 1.43E+10.

    >>> plain_number(Decimal("1.430E+10")), plain_number(Decimal("2.50"))
    ('14300000000', '2.5')
    """
    if number is None:
        return None
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _place(kind: str, value: Reading) -> dict[str, Json]:
    return {"kind": kind, "start": value.span.start, "end": value.span.end, "raw": value.raw}


def _quantity(value: Quantity) -> dict[str, Json]:
    return {
        "value": plain_number(value.value),
        "low": plain_number(value.tight.low),
        "high": plain_number(value.tight.high),
        "low_open": value.tight.low_open,
        "high_open": value.tight.high_open,
        "unit": value.unit,
        "assumed": value.assumed,
        "qualifier": value.qualifier.value,
    }


def ends(value: DateValue) -> tuple[str | None, str | None]:
    """The two ends of a date: plain days, and to the minute where a time of day was read.

    >>> from build_tools.values.dates import parse_edtf
    >>> [ends(date) for text in ("2025-06", "2020-02-06T21:30:00+08:00") if (date := parse_edtf(text))]
    [('2025-06-01', '2025-06-30'), ('2020-02-06T21:30+08:00', '2020-02-06T21:30+08:00')]
    """
    clock = value.clock
    first, last = (clock.first, clock.last) if clock else (None, None)
    return instant(value.earliest, first), instant(value.latest, last)


def _date(value: DateValue) -> dict[str, Json]:
    offset = value.offset if value.edtf is None else None
    earliest, latest = ends(value)
    return {
        "edtf": value.edtf,
        "earliest": earliest,
        "latest": latest,
        "anchor": "unresolved" if offset else None,
        "offset": {"low": offset.low, "high": offset.high, "unit": offset.unit} if offset else None,
    }
