"""A value as fields of a record; every kind of value has the same fields."""

from __future__ import annotations

from build_tools.exports.json_lines import Json, local_text
from build_tools.model import DateValue, EntityValue, Quantity, TermValue, TextValue, Value, ValueType
from build_tools.values.printing import ends

NO_QUANTITY: dict[str, Json] = {
    "low": None,
    "high": None,
    "low_open": None,
    "high_open": None,
    "unit": None,
    "qualifier": None,
}
NO_DATE: dict[str, Json] = {"edtf": None, "earliest": None, "latest": None}


def value_type(value: Value | None) -> ValueType | None:
    """Which kind of value it is."""
    match value:
        case Quantity():
            return ValueType.QUANTITY
        case DateValue():
            return ValueType.DATE
        case EntityValue():
            return ValueType.ENTITY
        case TermValue():
            return ValueType.TERM
        case TextValue():
            return ValueType.TEXT
        case None:
            return None


def value_fields(value: Value | None) -> dict[str, Json]:
    """`value` and what else is known of it; null where it does not apply."""
    match value:
        case Quantity():
            return {"value": value.value, **_quantity(value), **NO_DATE}
        case DateValue():
            return {"value": value.edtf, **NO_QUANTITY, **_date(value)}
        case EntityValue(id=id) | TermValue(id=id):
            return {"value": id, **NO_QUANTITY, **NO_DATE}
        case TextValue(text=words):
            return {"value": local_text(words), **NO_QUANTITY, **NO_DATE}
        case None:
            return {"value": None, **NO_QUANTITY, **NO_DATE}


def _quantity(value: Quantity) -> dict[str, Json]:
    return {
        "low": value.tight.low,
        "high": value.tight.high,
        "low_open": value.tight.low_open,
        "high_open": value.tight.high_open,
        "unit": value.unit,
        "qualifier": str(value.qualifier),
    }


def _date(value: DateValue) -> dict[str, Json]:
    earliest, latest = ends(value)
    return {"edtf": value.edtf, "earliest": earliest, "latest": latest}
