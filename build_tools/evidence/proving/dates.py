"""Proving a date: in the words of the article, or in its normal form."""

from __future__ import annotations

from dataclasses import replace

from build_tools.evidence.proving.context import Context, Proof, Proven
from build_tools.evidence.proving.quantities import cut_short, unreadable
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import DateValue, Written
from build_tools.problem import Problem
from build_tools.text.folding import fold_plain
from build_tools.values import parse_date


def prove_date(written: Written, context: Context) -> Proof:
    """The quote's own reading of the date; one that counts from an event comes out unresolved."""
    asked = parse_date(written.text, context.passage.article.source.published)
    found = _find(written, asked, context)
    if asked is None and found is None:
        return None, (unreadable(written, "date", "2025-06-12, 2025-10 or 2025"),)
    cut = context.passage.cut(found) if found else None
    if cut and not context.inferred:
        return None, (cut_short(written, cut.raw),)
    if found is None and not context.inferred:
        return None, (not_in_quote(written, context),)
    proven = found if asked is None or (found and not cut) else replace(asked, raw=written.text)
    return (Proven(proven, proven.raw), ()) if proven else (None, ())


def _find(written: Written, asked: DateValue | None, context: Context) -> DateValue | None:
    """The reading of the quote that is written here, in the same words or as the same days."""
    words = fold_plain(written.text)
    for one in context.passage.dates:
        if fold_plain(one.raw) == words or (asked and is_same(asked, one)):
            return one
    return None


def is_same(asked: DateValue, given: DateValue) -> bool:
    """Whether a date as written is the date as read: the same days, or the same count from an event."""
    if asked.edtf is None or given.edtf is None:
        unresolved = asked.edtf is None and given.edtf is None
        counted = asked.offset is not None and asked.offset == given.offset
        return unresolved and (counted or fold_plain(asked.raw) == fold_plain(given.raw))
    return (asked.earliest, asked.latest) == (given.earliest, given.latest)


def not_in_quote(written: Written, context: Context) -> Problem:
    """A date that the quote does not give."""
    given = listed(one.raw for one in context.passage.dates) or "no date"
    hint = f"correct the date, quote the passage that gives {written.text}, {OR_INFERRED}"
    return Problem(written.origin, "date-not-in-quote", f"the quote gives {given}", hint)
