"""Proving a quantity: the tool reads in the quote what the contributor wrote."""

from __future__ import annotations

from dataclasses import replace

from build_tools.evidence.proving.context import ClaimContext, Proof, Proven
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Quantity, Written
from build_tools.problem import Problem
from build_tools.text.folding import fold_plain
from build_tools.values import as_percent, may_be, parse_quantity, read_quantities

COUNTS = frozenset({"person", "device", "count", "times", "parameter", "rank"})


def prove_quantity(written: Written, context: ClaimContext) -> Proof:
    """The quote's own reading of the value; its words, not the contributor's, say how exact it is."""
    asked = parse_quantity(written.text)
    found = _find(written, asked, context)
    if found:
        cut = None if context.inferred else context.passage.cut(found)
        return (None, (cut_short(written, cut.raw),)) if cut else _in_unit(written, found, context)
    if asked is None:
        return None, (unreadable_quantity(written, context),)
    if not context.inferred:
        return None, (not_in_quote(written, asked, context),)
    return _in_unit(written, replace(asked, raw=written.text), context)


def _find(written: Written, asked: Quantity | None, context: ClaimContext) -> Quantity | None:
    """The reading of the quote that is written here, in the same words or as the same value."""
    words = fold_plain(written.text)
    for one in (*context.passage.quantities, *context.passage.durations):
        if fold_plain(one.raw) == words or (asked and is_same(asked, one, context.unit)):
            return one
    return None


def _in_unit(written: Written, proven: Quantity, context: ClaimContext) -> Proof:
    value = with_unit(proven, context.unit)
    other = value.unit and context.unit and value.unit != context.unit
    return Proven(value, value.raw), (not_of_figure(written, value, context),) if other else ()


def is_same(asked: Quantity, given: Quantity, unit: str | None = None) -> bool:
    """Whether a value as written is the value as read: number, qualifier and unit.

    A bare count may be written with the figure's unit: `14位` where the quote says `14`; and a sum in the
    figure's currency, where the quote leaves open which it is: `NT$5万` where it says `5萬元`.
    """
    counted = given.unit is None and asked.unit == unit and unit in COUNTS
    meant = asked.unit == unit and may_be(given, unit)
    same_number = asked.value == given.value and (asked.value is not None or asked.tight == given.tight)
    return (
        (asked.unit == given.unit or counted or meant) and same_number and asked.qualifier == given.qualifier
    )


def with_unit(value: Quantity, unit: str | None) -> Quantity:
    """A bare count takes the unit of what is counted, 5萬元 the currency of the figure, a third its percent.

    A bare sum of money stays without a currency.
    """
    if value.share and unit == "%":
        return as_percent(value)
    if (value.unit is None and unit in COUNTS) or may_be(value, unit):
        return replace(value, unit=unit, assumed=True)
    return value


def unreadable_quantity(written: Written, context: ClaimContext) -> Problem:
    """A value that says nothing to the reader of values, or in which it reads a part."""
    message = f"no quantity can be read in `{written.text}`"
    english = context.passage.article.source.language == "en"
    example = f"{'$14.3 billion' if english else '143亿美元'} or 14300000000 USD"
    hint = f"write it as the article does, or as {example}"
    if read := read_quantities(written.text):
        message += f", only {listed(one.raw for one in read)}"
        hint = f"write that alone, if the rest is a unit the tool does not know; or {hint}"
    return Problem(written.origin, "value-unreadable", message, hint)


def not_in_quote(written: Written, asked: Quantity | None, context: ClaimContext) -> Problem:
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


def not_of_figure(written: Written, value: Quantity, context: ClaimContext) -> Problem:
    """A value in another unit than the figure's own."""
    message = f"{value.raw} is in {value.unit}, and `{context.subject.id}` measures {context.unit}"
    hint = "claim it of the figure that it measures, or mend `measures.unit` in the figure's file"
    return Problem(written.origin, "unit-not-of-figure", message, hint)
