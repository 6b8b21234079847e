"""JSON lines: a record a line, numbers exact and in plain notation, nothing where nothing is given."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from build_tools.model import DateValue, LocalText
from build_tools.values.printing import plain_number

Json: TypeAlias = "str | int | bool | Decimal | Sequence[Json] | Mapping[str, Json] | None"

Record: TypeAlias = "Mapping[str, Json]"

# Beyond what JSON demands: some programs end a line at these, or refuse them in YAML.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def json_line(record: Record) -> str:
    """A record on one line.

    >>> json_line({"value": Decimal("143e8"), "share": Decimal("4.30"), "raw": "143亿", "edtf": None})
    '{"value": "14300000000", "share": "4.3", "raw": "143亿", "edtf": null}'
    """
    return _in_one_line(_WRITER.encode(record))


def _plainly(value: object) -> str | list[object] | dict[object, object] | None:
    """What JSON has no form of: a number is the text of its digits."""
    match value:
        case Decimal():
            return plain_number(value)
        case Mapping():
            return dict(value)
        case Sequence():
            return list(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no form in JSON")


_WRITER = json.JSONEncoder(ensure_ascii=False, default=_plainly)


def json_text(value: object, indent: int | None = None) -> str:
    r"""A value as JSON that is one line to every program, and YAML too.

    >>> print(json_text("a\u2028b 亿"))
    "a\u2028b 亿"
    """
    return _in_one_line(json.dumps(value, ensure_ascii=False, indent=indent))


def _in_one_line(written: str) -> str:
    if written.isprintable():  # as all but few lines are, and much sooner known
        return written
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def local_text(words: LocalText | None) -> Json:
    """Our words: as they are where there is one text, by language where there are several."""
    if not words:
        return None
    given = dict(words.by_language)
    return words.every or (given if len(given) > 1 else next(iter(given.values())))


def edtf(date: DateValue | None) -> Json:
    """A date in its normal form, or in the article's words where they leave it open."""
    return (date.edtf or date.raw or None) if date else None
