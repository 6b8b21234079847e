"""What an account changes in a sentence of its quote that it copies nearly word by word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from build_tools.evidence.proving.aligned_words import (
    Slot,
    SlotChange,
    changes_between,
    copied_runs,
    count_words,
    slots_of,
    without_end_mark,
)
from build_tools.evidence.proving.copied_subjects import subject_exchanged
from build_tools.evidence.proving.shared_words import says_no
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language import Cue, Force, find_cues, reach_of
from build_tools.language.cue_kinds import NEGATIVE
from build_tools.language.pronouns import referent_of
from build_tools.language.senses import (
    Say,
    joins_names,
    language_of,
    opposed_words,
    opposite_words,
    words_say,
)
from build_tools.model import EntityId, Quantity, Span
from build_tools.text.word_stems import stem_of
from build_tools.values import read_quantities

BRACKETS = ("(", "（")  # a number in them is of the name before it
LEAST = {"en": 3, "zh": 4}  # as many words in a row, or Chinese letters, as tell that a text is a copy
LONG = 4  # letters of a word that says what it is by itself
FEW = {"en": 2, "zh": 3}  # so many copied words say who and what a name or a hedge belongs to
BEHIND = 1  # words between a negation and the copied words that it is of
REPLACED = 3  # at most so many words of which one replaces another
SHORT = 6  # letters of the irregular forms of a verb
BEGINNING = 4  # so many letters in common make two words one: resign, resignation
ANSWERS = {  # by what a hedge may be said instead
    Force.PLAN: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Force.SUPPOSITION: frozenset({Force.SUPPOSITION, Force.HEARSAY}),
    Force.HEARSAY: frozenset({Force.HEARSAY, Force.SUPPOSITION, Force.SPEECH}),
    Force.NEGATION: NEGATIVE,
    Force.DENIAL: NEGATIVE,
}


@dataclass(frozen=True, slots=True)
class CopyChange:
    """What an account changes in what it copies; `is_certain` where the words can only say another thing."""

    message: str
    is_certain: bool = False


def changes_in_copy(
    quote: NamedText, ours: NamedText, forces: Collection[Force], beside: Collection[Decimal | None] = ()
) -> tuple[CopyChange, ...]:
    """What an account puts in the place of a name, a number or a word of the sentence that it copies.

    `forces` are those of the words that it may not leave out, `beside` the numbers of the context.
    """
    alike = language_of(quote.text) == language_of(ours.text)
    return tuple(dict.fromkeys(_changes(quote, ours, forces, beside))) if alike else ()


def _changes(
    quote: NamedText, ours: NamedText, forces: Collection[Force], beside: Collection[Decimal | None]
) -> Iterator[CopyChange]:
    """Exchanged names and numbers first, then all that is said in other words."""
    language, given, told = language_of(ours.text), slots_of(quote), without_end_mark(slots_of(ours))
    blocks = copied_runs(given, told, LEAST[language])
    for block in blocks:
        first, second = given[block.a : block.a + block.size], told[block.b : block.b + block.size]
        if count_words(second) >= FEW[language] and _says_something(second):
            certain = count_words(second) >= LEAST[language]
            others = (
                one for one in _exchanged(first, second, quote, beside) if not _is_kept(one, told, given)
            )
            yield from (CopyChange(message, certain) for _, message in others)
    if subjects := subject_exchanged(quote, ours, given, told, blocks):
        yield CopyChange(f"the account names `{subjects[1]}` where the quote names `{subjects[0]}`", True)
    yield from _reworded(list(changes_between(blocks, given, told)), quote.text, ours.text, forces)


def _reworded(
    changes: Sequence[SlotChange], quote: str, ours: str, forces: Collection[Force]
) -> Iterator[CopyChange]:
    """What is said with other words between the copied ones, or not said, or said in addition."""
    added = [one for change in changes for one in change.told]
    put_in = {cue.force for cue in _cues_in(added, ours)}
    if any(change.told and words_say(_written(change.told, ours), Say.ASKING) for change in changes):
        put_in.add(Force.SUPPOSITION)
    taken = {cue.force for change in changes for cue in _cues_in(change.given, quote)}
    put_in |= _negations([change.told for change in changes], ours)
    taken |= _negations([change.given for change in changes], quote)
    for change in changes:
        yield from _opposed(change, quote, ours)
        for cue in _left_out(change, quote, forces, put_in, {one.same for one in added}):
            hedge = cue.force is Force.SUPPOSITION and _is_only_change(change)
            certain = hedge or (cue.force in NEGATIVE and _is_all_that_negates(change, ours))
            yield CopyChange(f"the account leaves out `{cue.raw}`", certain)
        for cue in _put_in(change, ours, taken) if change.is_flanked else ():
            yield CopyChange(f"the account adds `{cue.raw}`", _is_all_that_negates(change, quote))
        if words := _replaced(change, quote, ours):
            yield CopyChange(f"the quote says `{words[0]}`, the account `{words[1]}`")


def _is_only_change(change: SlotChange) -> bool:
    """Whether no more than a word or two is left out or replaced between words that are copied."""
    few, sides = len(change.given) <= FEW["en"] and len(change.told) <= 1, (change.before, change.words)
    return few and not change.is_apart and min(sides) > 0 and max(sides) >= LEAST["en"]


def _is_all_that_negates(change: SlotChange, other: str) -> bool:
    """Whether a negation is right between copied words, or the other text has none that may say the same."""
    between = bool(change.before and change.words)
    return not change.is_apart and (between or not words_say(other, Say.NEGATING))


def _negations(stretches: Iterable[Sequence[Slot]], text: str) -> set[Force]:
    """Negation, if any of some words negates, even within words that say another thing: not rule out."""
    negated = (words_say(_written(slots, text), Say.NEGATING) for slots in stretches if slots)
    return {Force.NEGATION} if any(negated) else set()


def _exchanged(
    given: Sequence[Slot], told: Sequence[Slot], quote: NamedText, beside: Collection[Decimal | None]
) -> Iterator[tuple[Slot, str]]:
    """The names and numbers at one place of a run of words, where the quote has them at another place."""
    in_turn = words_say(quote.text, Say.IN_TURN)
    read = (one for one in read_quantities(quote.text) if quote.text[one.span.start - 1] not in BRACKETS)
    values = set() if in_turn else {*beside, *(one.value for one in read)}
    for first, second in zip(given, told, strict=True):
        if first.name and second.name and _is_named_elsewhere(first.name, second.name, quote):
            if _is_with_pronoun(quote.text[: first.span.start]):
                continue
            yield second, f"the account names `{second.name}` where the quote names `{first.name}`"
        elif first.number and second.number and _is_another(first.number, second.number, values):
            if _is_whole(first.span, quote.text):
                continue
            yield second, f"the account gives {second.number.raw} where the quote gives {first.number.raw}"


def _is_kept(one: tuple[Slot, str], told: Sequence[Slot], given: Sequence[Slot]) -> bool:
    """Whether the quote has a name or a number beside the same word as the account, at another place."""
    return not _beside(one[0], told).isdisjoint(
        beside for slot in given if _is_alike(one[0], slot) for beside in _beside(slot, given)
    )


def _beside(slot: Slot, slots: Sequence[Slot]) -> set[tuple[int, str]]:
    """The words right before and behind a slot, each with its side."""
    at = next(at for at, one in enumerate(slots) if one is slot)
    sides = ((side, at + side) for side in (-1, 1) if 0 <= at + side < len(slots))
    return {(side, slots[place].same) for side, place in sides if len(slots[place].same) >= LONG}


def _is_alike(one: Slot, other: Slot) -> bool:
    if one.number and other.number:
        return one.number.value == other.number.value
    return one.name is not None and one.name == other.name


def _is_named_elsewhere(given: EntityId, told: EntityId, quote: NamedText) -> bool:
    """Whether a quote names another too, and not beside the one."""
    places = [(span, id) for span, id in quote.places if id in (given, told)]
    beside = (
        one[1] != other[1] and joins_names(quote.text[one[0].end : other[0].start], quote.text)
        for one, other in pairwise(places)
    )
    return given != told and told in quote.order and not any(beside)


def _is_with_pronoun(before: str) -> bool:
    """Whether the words before a name are a pronoun and what joins both: 他与…, "she and"."""
    words = before.split() if language_of(before) == "en" else list(before)
    pronoun, joint = ["", "", *words][-2:]
    return bool(referent_of(pronoun)) and joins_names(joint, before)


def _is_another(given: Quantity, told: Quantity, values: Collection[Decimal | None]) -> bool:
    return given.unit == told.unit and given.value != told.value and told.value in values


def _is_whole(number: Span, quote: str) -> bool:
    """Whether a number is of the whole, of which another clause gives the part."""
    behind = re.split(r"[,，;；。.]", quote[number.end :], maxsplit=1)[0]
    words = behind if language_of(quote) == "zh" else quote[: number.start]
    return words_say(words, Say.WHOLE)


def _opposed(change: SlotChange, quote: str, ours: str) -> Iterator[CopyChange]:
    """A word in the place of its opposite: the words nearest to what both share are compared."""
    count = min(len(change.given), len(change.told))
    if not count:
        return
    given = change.given[-count:] if change.words else change.given[:count]
    first, second = _written(given, quote), _written(change.told, ours)
    plain = opposite_words(first, second)
    if words := plain or opposed_words(first, second):
        certain = bool(plain) and change.is_flanked and len(change.given) == count
        yield CopyChange(f"the quote says `{words[0]}`, the account `{words[1]}`", certain)
    elif len(change.given) == len(first) == len(second) == 1 and says_no(first) is not says_no(second):
        yield CopyChange(f"the quote says `{first}`, the account `{second}`", change.is_flanked)


def _left_out(
    change: SlotChange,
    quote: str,
    forces: Collection[Force],
    put_in: Collection[Force],
    told: Collection[str],
) -> Iterator[Cue]:
    """The words right before copied ones that negate or hedge them, where the copy says it nowhere else.

    `told` are the words of the copy: it may turn "withdrew a report" to "the report is withdrawn".
    """
    language = language_of(quote)
    if change.words + 1 < FEW[language]:
        return
    for cue in _cues_in(change.given, quote):
        behind = [one for one in change.given if one.span.start >= cue.span.end]
        own = {one.same for one in change.given if one.span.is_within([cue.span]) and len(one.same) >= LONG}
        whole = (
            change.given[0].span.start <= cue.span.start and len(behind) <= BEHIND and own.isdisjoint(told)
        )
        asked = cue.force in forces and not words_say(cue.raw, Say.CONDITION)
        copied = quote[change.given[-1].span.end : cue.span.end]  # the 无 of 亦无
        if whole and asked and not says_no(copied) and ANSWERS[cue.force].isdisjoint(put_in):
            yield cue


def _put_in(change: SlotChange, ours: str, taken: Collection[Force]) -> Iterator[Cue]:
    """The words right before copied ones that negate them, where the quote negates nothing there."""
    for cue in _cues_in(change.told, ours):
        behind = [one for one in change.told if one.span.start >= cue.span.end]
        if cue.force is Force.NEGATION and len(behind) <= BEHIND and NEGATIVE.isdisjoint(taken):
            yield cue


def _replaced(change: SlotChange, quote: str, ours: str) -> tuple[str, str] | None:
    """A word of an English sentence, and another in its place that is nowhere in the sentence.

    One verb of saying may replace another, and a word one of the same beginning.
    """
    if not change.is_flanked or language_of(ours) != "en":
        return None
    if max(len(change.given), len(change.told)) > REPLACED:
        return None
    given, told = (
        [one for one in slots if _has_content(one, text)]
        for slots, text in ((change.given, quote), (change.told, ours))
    )
    known = {stem_of(word) for word in re.findall(r"[\w-]+", quote)}
    if len(given) != 1 or len(told) != 1 or told[0].same in known:
        return None
    spoken = all(_speaks(slots, text) for slots, text in ((change.given, quote), (change.told, ours)))
    if spoken or _may_be_one_word(given[0].same, told[0].same):
        return None
    return _written(given, quote), _written(told, ours)


def _may_be_one_word(one: str, other: str) -> bool:
    """Whether two words begin alike, as forms of one word do: resign, resignation; see, saw."""
    short = max(len(one), len(other)) <= SHORT
    return (short and one[0] == other[0]) or one[:BEGINNING] == other[:BEGINNING]


def _speaks(slots: Sequence[Slot], text: str) -> bool:
    return any(cue.force is Force.SPEECH for cue in _cues_in(slots, text))


def _has_content(slot: Slot, text: str) -> bool:
    """Whether a slot is a word that says something by itself, and no name or number."""
    word = text[slot.span.start : slot.span.end]
    return not (slot.name or slot.number) and word.isalpha() and not words_say(word, Say.SMALL)


def _says_something(slots: Sequence[Slot]) -> bool:
    """Whether a run holds more than small words, so that it tells which clause is copied: not "has not"."""
    plain = (one.same for one in slots if not (one.name or one.number))
    return any(not word.isascii() or len(word) >= LONG for word in plain)


def _cues_in(slots: Sequence[Slot], text: str) -> list[Cue]:
    spans = [one.span for one in slots]
    cues = find_cues(text)
    return [one for one in cues if one.span.touches(spans) and reach_of(text, one, cues)]


def _written(slots: Sequence[Slot], text: str) -> str:
    return text[slots[0].span.start : slots[-1].span.end]
