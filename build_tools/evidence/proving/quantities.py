"""Proving a quantity: the tool reads in the quote what the contributor wrote."""

from __future__ import annotations

from dataclasses import replace

from build_tools.evidence.proving.context import Context, Proof, Proven
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Quantity, Written
from build_tools.problem import Problem
from build_tools.text.folding import fold_plain
from build_tools.values import parse_quantity

COUNTS = frozenset({"person", "device", "count", "times", "parameter", "rank"})


def prove_quantity(written: Written, context: Context) -> Proof:
    """The quote's own reading of the value; its words, not the contributor's, say how exact it is."""
    asked = parse_quantity(written.text)
    found = _find(written, asked, context)
    if asked is None and found is None:
        return None, (unreadable(written, "quantity", "143亿美元 or 14300000000 USD"),)
    cut = context.passage.cut(found) if found else None
    if cut and not context.inferred:
        return None, (cut_short(written, cut.raw),)
    if found is None and not context.inferred:
        return None, (not_in_quote(written, asked, context),)
    proven = found if asked is None or (found and not cut) else replace(asked, raw=written.text)
    return _in_unit(written, proven, context) if proven else (None, ())


def _find(written: Written, asked: Quantity | None, context: Context) -> Quantity | None:
    """The reading of the quote that is written here, in the same words or as the same value."""
    words = fold_plain(written.text)
    for one in (*context.passage.quantities, *context.passage.durations):
        if fold_plain(one.raw) == words or (asked and is_same(asked, one, context.unit)):
            return one
    return None


def _in_unit(written: Written, proven: Quantity, context: Context) -> Proof:
    value = with_unit(proven, context.unit)
    other = value.unit and context.unit and value.unit != context.unit
    return Proven(value, value.raw), (not_of_figure(written, value, context),) if other else ()


def is_same(asked: Quantity, given: Quantity, unit: str | None = None) -> bool:
    """Whether a value as written is the value as read: number, qualifier and unit.

    A bare count may be written with the figure's unit: `14位` where the quote says `14`.
    """
    same_unit = asked.unit == given.unit or (given.unit is None and asked.unit == unit and unit in COUNTS)
    same_number = asked.value == given.value and (asked.value is not None or asked.tight == given.tight)
    return same_unit and same_number and asked.qualifier == given.qualifier


def with_unit(value: Quantity, unit: str | None) -> Quantity:
    """A bare count takes the unit of what is counted; a bare sum of money stays without a currency."""
    if value.unit is None and unit in COUNTS:
        return replace(value, unit=unit, assumed=True)
    return value


def unreadable(written: Written, kind: str, example: str) -> Problem:
    """A value that says nothing to the reader of values."""
    message = f"no {kind} can be read in `{written.text}`"
    return Problem(
        written.origin, "value-unreadable", message, f"write it as the article does, or as {example}"
    )


def not_in_quote(written: Written, asked: Quantity | None, context: Context) -> Problem:
    """A figure that the quote does not give."""
    readings = context.passage.quantities
    alike = [one for one in readings if asked and one.unit == asked.unit] or readings
    given = listed(one.raw for one in alike) or "no figure"
    hint = f"correct the value, quote the passage that gives {written.text}, {OR_INFERRED}"
    if same := next((one.raw for one in readings if asked and same_number(asked, one)), ""):
        hint = f"the number is the same: write it as the quote does, with its unit and its qualifier: {same}"
    return Problem(written.origin, "value-not-in-quote", f"the quote gives {given}", hint)


def same_number(asked: Quantity, given: Quantity) -> bool:
    """Whether a value differs only in a qualifier, or in a unit that is left out."""
    return asked.value is not None and asked.value == given.value and asked.unit in (None, given.unit)


def cut_short(written: Written, whole: str) -> Problem:
    """A figure or date of which the quote leaves out a part."""
    message = f"the quote cuts {whole} short"
    return Problem(
        written.origin, "value-cut-by-quote", message, "quote the whole of it, best the whole sentence"
    )


def not_of_figure(written: Written, value: Quantity, context: Context) -> Problem:
    """A value in another unit than the figure's own."""
    message = f"{value.raw} is in {value.unit}, and `{context.subject.id}` measures {context.unit}"
    hint = "claim it of the figure that it measures, or mend `measures.unit` in the figure's file"
    return Problem(written.origin, "unit-not-of-figure", message, hint)
