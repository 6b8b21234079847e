"""Compares an account with its quote word by word, where it nearly copies it.

Names and numbers are aligned by their place, so that a copy that has another in it is found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.shared_words import ENDINGS
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language import Cue, Force, find_cues, reach_of
from build_tools.language.pronouns import referent_of
from build_tools.language.senses import (
    Say,
    joins_names,
    language_of,
    opposed_words,
    opposite_words,
    words_say,
)
from build_tools.language.tables import level_letters
from build_tools.model import EntityId, Quantity, Span
from build_tools.text.folding import fold_plain
from build_tools.text.letters import HAN
from build_tools.values import read_quantities

WORDS = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*|[,，;；.。:：!！?？]")
CLAUSE_END = frozenset(",;.。:!?")
BRACKETS = ("(", "（")  # a number in them is of the name before it
NAME, NUMBER = "a name of ", "a number"  # what names of one kind, and numbers, are the same by
LEAST = {"en": 3, "zh": 4}  # as many words in a row, or Chinese letters, as tell that a text is a copy
LONG = 4  # letters of a word that says what it is by itself
SHARE, MOST = 0.6, 0.75  # of the words of an account that nearly copies its quote, in long runs or in short
FEW = {"en": 2, "zh": 3}  # so many copied words say who and what a name or a hedge belongs to
BEHIND = 1  # words between a negation and the copied words that it is of
ANSWERS = {  # by what a hedge may be said instead
    Force.PLAN: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Force.SUPPOSITION: frozenset({Force.SUPPOSITION, Force.HEARSAY}),
    Force.HEARSAY: frozenset({Force.HEARSAY, Force.SUPPOSITION, Force.SPEECH}),
    Force.NEGATION: frozenset({Force.NEGATION, Force.DENIAL}),
    Force.DENIAL: frozenset({Force.NEGATION, Force.DENIAL}),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A word, a Han character, a name or a number of a text, and what it is the same by."""

    same: str
    span: Span
    name: EntityId | None = None
    number: Quantity | None = None


@dataclass(frozen=True, slots=True)
class SlotChange:
    """What a copy has in place of some words of its original.

    `words` counts the shared words that follow; none follow the last change.
    """

    given: tuple[Slot, ...]
    told: tuple[Slot, ...]
    words: int = 0


def changes_in_copy(quote: NamedText, ours: NamedText, forces: Collection[Force]) -> Iterator[str]:
    """What an account puts in the place of a name, a number or a word of the sentence that it copies.

    `forces` are those of the words that it may not leave out.
    """
    language = language_of(ours.text)
    if language_of(quote.text) != language:
        return
    given, told = _slots(quote), _without_end(_slots(ours))
    blocks = _copied(given, told, LEAST[language])
    for block in blocks:
        first, second = given[block.a : block.a + block.size], told[block.b : block.b + block.size]
        if _words(second) >= FEW[language]:
            yield from _exchanged(first, second, quote)
    changes = list(_changes(blocks, given, told))
    added = [one for change in changes for one in change.told]
    put_in = {cue.force for cue in _cues_in(added, ours.text)}
    if any(change.told and words_say(_written(change.told, ours.text), Say.ASKING) for change in changes):
        put_in.add(Force.SUPPOSITION)
    for change in changes:
        yield from _opposed(change, quote.text, ours.text)
        yield from _left_out(change, quote.text, forces, put_in, {one.same for one in added})


def _copied(given: Sequence[Slot], told: Sequence[Slot], least: int) -> list[Match]:
    """The runs of slots that both have; nothing where the text is no copy."""
    matcher = SequenceMatcher(None, [one.same for one in given], [one.same for one in told], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    copied, longest = sum(block.size for block in blocks), max((block.size for block in blocks), default=0)
    share = SHARE if longest >= least else MOST
    return blocks if copied >= share * len(told) else []


def _changes(blocks: Sequence[Match], given: Sequence[Slot], told: Sequence[Slot]) -> Iterator[SlotChange]:
    """What is between the runs; of the quote, what is in the clause of the run that follows."""
    at = since = 0
    for block in blocks:
        shared = _words(told[block.b : block.b + block.size])
        yield SlotChange(_last_clause(given[at : block.a]), tuple(told[since : block.b]), shared)
        at, since = block.a + block.size, block.b + block.size
    if blocks:
        yield SlotChange(_first_clause(given[at:]), tuple(told[since:]))


def _first_clause(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    ends = (at for at, one in enumerate(slots) if one.same in CLAUSE_END)
    return tuple(slots[: next(ends, len(slots))])


def _last_clause(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return _first_clause(slots[::-1])[::-1]


def _slots(naming: NamedText) -> list[Slot]:
    names = [Slot(NAME + naming.kinds.get(id, ""), span, name=id) for span, id in naming.places]
    taken = [one.span for one in names]
    read = (one for one in read_quantities(naming.text) if one.value is not None)
    numbers = [Slot(NUMBER, one.span, number=one) for one in read if not one.span.touches(taken)]
    taken += [one.span for one in numbers]
    words = (Span(*found.span()) for found in WORDS.finditer(naming.text))
    free = (span for span in words if not span.touches(taken))
    plain = (Slot(_stem(naming.text[span.start : span.end]), span) for span in free)
    return sorted((*names, *numbers, *plain), key=lambda one: one.span.start)


def _stem(word: str) -> str:
    return ENDINGS.sub("", fold_plain(word).lower())


def _exchanged(given: Sequence[Slot], told: Sequence[Slot], quote: NamedText) -> Iterator[str]:
    """The names and numbers at one place of a run of words, where the quote has them at another place."""
    in_turn = words_say(quote.text, Say.IN_TURN)
    read = () if in_turn else read_quantities(quote.text)
    values = {one.value for one in read if quote.text[one.span.start - 1 : one.span.start] not in BRACKETS}
    for first, second in zip(given, told, strict=True):
        if first.name and second.name and _is_named_elsewhere(first.name, second.name, quote):
            if _is_with_pronoun(quote.text[: first.span.start]):
                continue
            yield f"the account names `{second.name}` where the quote names `{first.name}`"
        elif first.number and second.number and _is_another(first.number, second.number, values):
            if _is_whole(first.span, quote.text):
                continue
            yield f"the account gives {second.number.raw} where the quote gives {first.number.raw}"


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


def _is_another(given: Quantity, told: Quantity, values: Collection[object]) -> bool:
    return given.unit == told.unit and given.value != told.value and told.value in values


def _is_whole(number: Span, quote: str) -> bool:
    """Whether a number is of the whole, of which another clause gives the part."""
    behind = re.split(r"[,，;；。.]", quote[number.end :], maxsplit=1)[0]
    words = behind if language_of(quote) == "zh" else quote[: number.start]
    return words_say(words, Say.WHOLE)


def _opposed(change: SlotChange, quote: str, ours: str) -> Iterator[str]:
    """A word in the place of its opposite: the words nearest to what both share are compared."""
    count = min(len(change.given), len(change.told))
    if not count:
        return
    given = change.given[-count:] if change.words else change.given[:count]
    first, second = _written(given, quote), _written(change.told, ours)
    words = opposed_words(first, second) or opposite_words(first, second)
    if words:
        yield f"the quote says `{words[0]}`, the account `{words[1]}`"
    elif len(change.given) == len(first) == len(second) == 1 and says_no(first) is not says_no(second):
        yield f"the quote says `{first}`, the account `{second}`"


def says_no(words: str) -> bool:
    """Whether a Chinese word of a few letters says no.

    >>> says_no("不"), says_no("很"), says_no("不过")
    (True, False, False)
    """
    plain = worded("letters_of_yes").sub("", level_letters(words))
    return bool(worded("letter_of_no").search(plain))


def _left_out(
    change: SlotChange,
    quote: str,
    forces: Collection[Force],
    put_in: Collection[Force],
    told: Collection[str],
) -> Iterator[str]:
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
        if whole and asked and ANSWERS[cue.force].isdisjoint(put_in):
            yield f"the account leaves out `{cue.raw}`"


def _words(slots: Sequence[Slot]) -> int:
    """How many of some slots are neither names nor numbers nor marks."""
    return sum(not (one.name or one.number or one.same in CLAUSE_END) for one in slots)


def _without_end(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Tokens without the mark that ends them."""
    return slots[:-1] if slots and slots[-1].same in CLAUSE_END else slots


def _cues_in(slots: Sequence[Slot], text: str) -> list[Cue]:
    spans = [one.span for one in slots]
    cues = find_cues(text)
    return [one for one in cues if one.span.touches(spans) and reach_of(text, one, cues)]


def _written(slots: Sequence[Slot], text: str) -> str:
    return text[slots[0].span.start : slots[-1].span.end]
