"""Proving a quantity: the tool reads in the quote what the contributor wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.evidence.proving.bound import check_value
from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.copied_values import copied_quantity
from build_tools.evidence.proving.own_words import subject_words
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.spoken_counts import (
    none_said,
    parse_spoken,
    single_of,
    spoken_counts,
    zero_of,
)
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.language.given import is_definite, is_estimate
from build_tools.language.tables import level_letters
from build_tools.model import UNSAID_UNITS, Modality, Qualifier, Quantity, Written
from build_tools.problem import Problem, Problems
from build_tools.text.folding import fold_plain
from build_tools.text.letters import HAN_LETTER
from build_tools.text.word_stems import stem_of
from build_tools.values import (
    Sum,
    as_percent,
    in_whole_money,
    is_degree_of,
    is_small_money_of,
    is_speed_of,
    may_be,
    may_be_unsaid,
    parse_quantity,
    parse_sum,
    read_quantities,
    reckon,
    same_dimension,
)

THING = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+)?")  # contracts, polling stations


def prove_quantity(written: Written, context: ClaimContext) -> Proof:
    """The quote's own reading of the value; its words, not the contributor's, say how exact it is."""
    if reckoned := parse_sum(written.text):
        return prove_sum(written, reckoned, context)
    asked = (
        parse_quantity(written.text) or parse_spoken(written.text) or _of_things(written.text, context.unit)
    )
    nothing = zero_of(written.text, context.passage, subject_words(context)) if asked is None else None
    if nothing:
        return _in_unit(written, replace(nothing, unit=context.unit), context, ())
    given = tuple(_find(written, asked, context)) or _in_other_words(written, asked, context)
    if given:
        proofs = [_prove_as(one, written, context) for one in given]
        return next((one for one in proofs if not one.gaps), proofs[0])
    if asked is None:
        return Proof(VALUE, faults=(unreadable_quantity(written, context),))
    gap = quantity_not_in_quote(written, asked, context)
    return _in_unit(written, replace(asked, raw=written.text), context, (gap,))


def _of_things(text: str, unit: str | None) -> Quantity | None:
    """A bare number written with the thing that its figure counts: 34 pages, of a 34-page log."""
    number, _, thing = text.strip().rpartition(" ")
    known = unit and may_be_unsaid(unit) and unit not in UNSAID_UNITS and stem_of(thing) == stem_of(unit)
    bare = parse_quantity(number) if known else None
    return replace(bare, raw=text) if bare and bare.unit is None else None


def _prove_as(found: Quantity, written: Written, context: ClaimContext) -> Proof:
    """A value by one reading of the quote; the same number may be there again, of something else."""
    cut = context.passage.cut(found)
    gaps = (cut_short(written, cut.raw),) if cut else tuple(check_value(written, found, context))
    return _in_unit(written, found, context, gaps)


def prove_sum(written: Written, sum_: Sum, context: ClaimContext) -> Proof:
    """A value reckoned from readings of quote and context, each used once."""
    left = [*context.passage.quantities, *context.passage.context_quantities]
    used: list[Quantity] = []
    for text in sum_.operands:
        found = _take(text, left)
        if found is None:
            return Proof(VALUE, faults=(operand_not_in_quote(written, text, left),))
        left.remove(found)
        used.append(found)
    value = reckon(used, sum_.operators)
    if value is None:
        return Proof(VALUE, faults=(not_reckoned(written),))
    return _in_unit(written, replace(value, raw=written.text, span=used[0].span), context, ())


def _take(text: str, readings: Iterable[Quantity]) -> Quantity | None:
    """The reading that an operand writes, in the same words or as the same value."""
    asked = parse_quantity(text)
    same = (one for one in readings if fold_plain(one.raw) == fold_plain(text))
    alike = (one for one in readings if asked and is_same_quantity(asked, one))
    return next(same, None) or next(alike, None)


def operand_not_in_quote(written: Written, operand: str, readings: Iterable[Quantity]) -> Problem:
    """A part of a sum that neither quote nor context gives, or that is used up."""
    given = listed(one.raw for one in readings) or "nothing else"
    message = f"`{operand}` is not available for the sum: quote and context give {given}"
    hint = "each part of a sum is a separate figure in the quote or in `context:`"
    return Problem(written.origin, "value-not-in-quote", message, hint)


def not_reckoned(written: Written) -> Problem:
    """A sum whose units do not go together."""
    message = f"`{written.text}` cannot be calculated"
    hint = "add and subtract figures of one unit; multiply by a plain number or a percentage"
    return Problem(written.origin, "value-unreadable", message, hint)


def _find(written: Written, asked: Quantity | None, context: ClaimContext) -> Iterator[Quantity]:
    """The readings of the quote that are written here, in the same words or as the same value."""
    words = fold_plain(written.text).lower()
    passage, found = context.passage, None
    for one in (*passage.quantities, *passage.durations, *spoken_counts(passage)):
        if fold_plain(one.raw).lower() == words or (asked and is_same_quantity(asked, one, context.unit)):
            found = one
            yield one
    if found is None:
        other = _counted(words, context) if asked is None else _estimated(asked, context)
        other = other or (_definite(asked, context) if asked else None)
        yield from (other,) if other else ()


def _in_other_words(written: Written, asked: Quantity | None, context: ClaimContext) -> tuple[Quantity, ...]:
    found = _in_words(written, asked, context)
    return (found,) if found else ()


def _in_words(written: Written, asked: Quantity | None, context: ClaimContext) -> Quantity | None:
    """A value that the quote says, though no reading is written like it: one sailor, 没有收到任何投诉."""
    countable = context.unit is None or may_be_unsaid(context.unit)
    if asked is None:
        copied = copied_quantity(written.text, context.passage)
        known = copied and (copied.unit or countable)
        return copied if known else single_of(written.text, context.passage) if countable else None
    if asked.value == 0:
        return none_said(context.passage, subject_words(context))
    return single_of(written.text, context.passage) if asked.value == 1 and countable else None


def _definite(asked: Quantity, context: ClaimContext) -> Quantity | None:
    """A figure that is exact itself: below the 20% of last year; a limit within which something is."""
    for one in context.passage.quantities:
        exact = replace(one, qualifier=Qualifier.EXACT)
        if (is_definite(one.raw) or _is_limit(one)) and is_same_quantity(asked, exact, context.unit):
            return replace(exact, tight=asked.tight, loose=asked.loose)
    return None


def _is_limit(one: Quantity) -> bool:
    """Whether a length is that within which something is due or lies: within 72 hours, 1.5公里内."""
    known = any(same_dimension(one.unit or "", unit) for unit in ("day", "year", "meter"))
    return known and bool(worded("limit").search(level_letters(one.raw).lower()))


def _estimated(asked: Quantity, context: ClaimContext) -> Quantity | None:
    """A figure that the quote estimates, written without that word under a modality that says so."""
    modality = context.written.qualifiers.modality
    if modality is None or modality.text != Modality.PREDICTED:
        return None
    given = (one for one in context.passage.quantities if is_estimate(one.raw))
    exact = (replace(one, qualifier=Qualifier.EXACT) for one in given)
    return next((one for one in exact if is_same_quantity(asked, one, context.unit)), None)


def _counted(words: str, context: ClaimContext) -> Quantity | None:
    """The bare count of a thing that is no unit, written with it as in the quote: 14 contracts."""
    words, given = words.lower(), fold_plain(context.passage.words).lower()
    if not (context.unit is None or may_be_unsaid(context.unit)) or words not in given:
        return None
    counts = (
        one
        for one in context.passage.quantities
        if (one.unit is None or one.unit == context.unit) and words.startswith(fold_plain(one.raw).lower())
    )
    return next((one for one in counts if THING.fullmatch(words[len(fold_plain(one.raw)) :].lstrip())), None)


def _in_unit(written: Written, proven: Quantity, context: ClaimContext, gaps: Problems) -> Proof:
    value = with_unit(proven, context.unit)
    if _counts_in_words(value, context.unit, written):
        value = replace(value, unit=context.unit)
    other = value.unit and context.unit and not same_dimension(value.unit, context.unit)
    faults = (not_of_figure(written, value, context),) if other else ()
    against = _given(value, context) if gaps else ()
    return Proof(VALUE, value, value.raw, faults, gaps, against)


def _counts_in_words(value: Quantity, unit: str | None, written: Written) -> bool:
    """Whether a count is written with the thing that is its unit: seven times, 212,000 patient records."""
    counted = unit is not None and value.unit in UNSAID_UNITS and value.unit != unit
    thing = may_be_unsaid(unit) and re.search(rf"\b{re.escape(unit or '')}\b", written.text.lower())
    return counted and bool(thing)


def _given(asked: Quantity | None, context: ClaimContext) -> tuple[str, ...]:
    """The figures of the quote that could be the value."""
    readings = context.passage.quantities
    alike = [one for one in readings if asked and one.unit == asked.unit] or readings
    return tuple(one.raw for one in alike)


def is_same_quantity(asked: Quantity, given: Quantity, unit: str | None = None) -> bool:
    """Whether a value as written is the value as read: number, qualifier and unit.

    A bare count may be written with the figure's unit: `14位` where the quote says `14`; what is counted may
    be left out, `1,482,000` where it says `1,482,000 votes`; and a sum may be written in the figure's
    currency, where the quote leaves open which it is: `NT$5万` where it says `5萬元`.
    """
    counted = given.unit is None and asked.unit == unit and may_be_unsaid(unit)
    alike = unit in (None, given.unit) or _has_measure_word(given, unit)
    bare = asked.unit is None and given.unit in UNSAID_UNITS and alike
    meant = bare or (asked.unit == unit and (may_be(given, unit) or _is_age_in(given, unit)))
    same_number = asked.value == given.value and (asked.value is not None or asked.tight == given.tight)
    return (
        (asked.unit == given.unit or counted or meant) and same_number and asked.qualifier == given.qualifier
    )


def _has_measure_word(given: Quantity, unit: str | None) -> bool:
    """Whether a figure counts with the measure word that is its unit: 个, where the quote has 400个岗位."""
    counted = given.unit in UNSAID_UNITS and may_be_unsaid(unit)
    return counted and unit is not None and bool(HAN_LETTER.search(unit)) and unit in fold_plain(given.raw)


def _is_age_in(given: Quantity, unit: str | None) -> bool:
    """Whether a figure of a length of time is an age in the quote: the tape was 16 months old."""
    return unit is not None and given.unit == f"{unit}-person"


def with_unit(value: Quantity, unit: str | None) -> Quantity:
    """A bare count takes the unit of what is counted, 5萬元 the currency of the figure, a third its percent.

    A bare sum of money stays without a currency.
    """
    if value.share and unit == "%":
        return as_percent(value)
    if unit and is_small_money_of(value.unit, unit):
        return in_whole_money(value, unit)
    if is_speed_of(value.unit, unit) or is_degree_of(value.unit, unit) or _is_age_in(value, unit):
        return replace(value, unit=unit, assumed=True)
    if (value.unit is None and may_be_unsaid(unit)) or _has_measure_word(value, unit) or may_be(value, unit):
        return replace(value, unit=unit, assumed=True)
    return value


def unreadable_quantity(written: Written, context: ClaimContext) -> Problem:
    """A value that says nothing to the reader of values, or in which it reads a part."""
    message = f"no quantity can be read in `{written.text}`"
    unit = f" {context.unit}" if context.unit and not may_be_unsaid(context.unit) else ""
    hint = f"write it as the article does, or in plain digits, such as 1200{unit}"
    if read := read_quantities(written.text):
        message += f", only {listed(one.raw for one in read)}"
        hint = f"write that alone, if the rest is a unit the tool does not know; or {hint}"
    return Problem(written.origin, "value-unreadable", message, hint)


def quantity_not_in_quote(written: Written, asked: Quantity | None, context: ClaimContext) -> Problem:
    """A figure that the quote does not give."""
    readings, given = context.passage.quantities, listed(_given(asked, context)) or "no figure"
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
    message = f"`{context.subject.id}` measures {context.unit}; {value.raw} has another unit, {value.unit}"
    hint = "claim it of the figure that it measures, or correct `measures.unit` in the figure's file"
    return Problem(written.origin, "unit-not-of-figure", message, hint)
