"""Compares an account with its quote word by word, where it nearly copies it.

Names and numbers are aligned by their place, so that a copy that has another in it is found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from build_tools.evidence.proving.shared_words import ENDINGS
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language import Cue, Force, find_cues
from build_tools.language.senses import Say, language_of, opposed_words, opposite_words, says
from build_tools.model import EntityId, Quantity, Span
from build_tools.text.folding import fold_plain
from build_tools.text.letters import HAN
from build_tools.values import read_quantities

WORDS = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*|[,，;；.。:：!！?？]")
CLAUSE_END = frozenset(",;.。:!?")
PERSON, THING, NUMBER = "a person", "a thing", "a number"  # what names and numbers are the same by
LEAST = {"en": 3, "zh": 4}  # as many words in a row, or Chinese letters, as tell that a text is a copy
SHARE, MOST = 0.6, 0.75  # of the words of an account that nearly copies its quote, in long runs or in short
FEW = {"en": 2, "zh": 3}  # copied words that tell whom and what they are of
NEAR = {"en": 3, "zh": 5}  # words before a copied sentence whose negation may still be its own
ANSWERS = {  # by what a hedge may be said instead
    Force.PLAN: frozenset({Force.PLAN, Force.SUPPOSITION}),
    Force.SUPPOSITION: frozenset({Force.SUPPOSITION, Force.HEARSAY}),
    Force.HEARSAY: frozenset({Force.HEARSAY, Force.SUPPOSITION, Force.SPEECH}),
    Force.NEGATION: frozenset({Force.NEGATION, Force.DENIAL}),
    Force.DENIAL: frozenset({Force.NEGATION, Force.DENIAL}),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a Han character, a name or a number of a text, and what it is the same by."""

    same: str
    span: Span
    name: EntityId | None = None
    number: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a copy has in place of some words of its original, before words that it shares or behind all.

    `words` counts those that follow and are shared: none behind all.
    """

    given: tuple[Token, ...]
    told: tuple[Token, ...]
    words: int = 0


def changes_in_copy(quote: NamedText, ours: NamedText, forces: Collection[Force]) -> Iterator[str]:
    """What an account puts in the place of a name, a number or a word of the sentence that it copies.

    `forces` are those of the words that it may not leave out.
    """
    language = language_of(ours.text)
    if language_of(quote.text) != language:
        return
    given, told = _tokens(quote), _without_end(_tokens(ours))
    blocks = _copied(given, told, LEAST[language])
    for block in blocks:
        first, second = given[block.a : block.a + block.size], told[block.b : block.b + block.size]
        if _words(second) >= FEW[language]:
            yield from _exchanged(first, second, quote)
    changes = list(_changes(blocks, given, told))
    put_in = {cue.force for change in changes for cue in _cues_in(change.told, ours.text)}
    if any(change.told and says(_written(change.told, ours.text), Say.ASKING) for change in changes):
        put_in.add(Force.SUPPOSITION)
    for change in changes:
        yield from _opposed(change, quote.text, ours.text)
        yield from _left_out(change, quote.text, forces, put_in)


def _copied(given: Sequence[Token], told: Sequence[Token], least: int) -> list[Match]:
    """The runs of tokens that both have; nothing where the text is no copy."""
    matcher = SequenceMatcher(None, [one.same for one in given], [one.same for one in told], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    copied, longest = sum(block.size for block in blocks), max((block.size for block in blocks), default=0)
    share = SHARE if longest >= least else MOST
    return blocks if copied >= share * len(told) else []


def _changes(blocks: Sequence[Match], given: Sequence[Token], told: Sequence[Token]) -> Iterator[Change]:
    """What is between the runs; of the quote, what is in the clause of the run that follows."""
    at = since = 0
    for block in blocks:
        shared = _words(told[block.b : block.b + block.size])
        yield Change(_last_clause(given[at : block.a]), tuple(told[since : block.b]), shared)
        at, since = block.a + block.size, block.b + block.size
    if blocks:
        yield Change(_first_clause(given[at:]), tuple(told[since:]))


def _first_clause(tokens: Sequence[Token]) -> tuple[Token, ...]:
    ends = (at for at, one in enumerate(tokens) if one.same in CLAUSE_END)
    return tuple(tokens[: next(ends, len(tokens))])


def _last_clause(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return _first_clause(tokens[::-1])[::-1]


def _tokens(naming: NamedText) -> list[Token]:
    sort = {id: PERSON if id in naming.people else THING for id in naming.order}
    names = [Token(sort[id], span, name=id) for span, id in naming.places]
    taken = [one.span for one in names]
    read = (one for one in read_quantities(naming.text) if one.value is not None)
    numbers = [Token(NUMBER, one.span, number=one) for one in read if not one.span.touches(taken)]
    taken += [one.span for one in numbers]
    words = (Span(*found.span()) for found in WORDS.finditer(naming.text))
    free = (span for span in words if not span.touches(taken))
    plain = (Token(_stem(naming.text[span.start : span.end]), span) for span in free)
    return sorted((*names, *numbers, *plain), key=lambda one: one.span.start)


def _stem(word: str) -> str:
    return ENDINGS.sub("", fold_plain(word).lower())


def _exchanged(given: Sequence[Token], told: Sequence[Token], quote: NamedText) -> Iterator[str]:
    """The names and numbers at one place of a run of words, where the quote has them at another place."""
    values = {one.value for one in read_quantities(quote.text)}
    for first, second in zip(given, told, strict=True):
        if second.name and second.name != first.name and second.name in quote.order:
            yield f"the account names `{second.name}` where the quote names `{first.name}`"
        elif first.number and second.number and _is_another(first.number, second.number, values):
            if _is_whole(first.span, quote.text):
                continue
            yield f"the account gives {second.number.raw} where the quote gives {first.number.raw}"


def _is_another(given: Quantity, told: Quantity, values: Collection[object]) -> bool:
    return given.unit == told.unit and given.value != told.value and told.value in values


def _is_whole(number: Span, quote: str) -> bool:
    """Whether a number is of the whole, of which another clause gives the part."""
    behind = re.split(r"[,，;；。.]", quote[number.end :], maxsplit=1)[0]
    words = behind if language_of(quote) == "zh" else quote[: number.start]
    return says(words, Say.WHOLE)


def _opposed(change: Change, quote: str, ours: str) -> Iterator[str]:
    """A word in the place of its opposite: the words nearest to what both share are compared."""
    count = min(len(change.given), len(change.told))
    if not count:
        return
    given = change.given[-count:] if change.words else change.given[:count]
    first, second = _written(given, quote), _written(change.told, ours)
    if words := opposed_words(first, second) or opposite_words(first, second):
        yield f"the quote says `{words[0]}`, the account `{words[1]}`"


def _left_out(
    change: Change, quote: str, forces: Collection[Force], put_in: Collection[Force]
) -> Iterator[str]:
    """The words right before copied ones that negate or hedge them, where the copy says it nowhere else."""
    language = language_of(quote)
    if change.words + 1 < FEW[language]:
        return
    near = change.given[-NEAR[language] :]
    for cue in _cues_in(near, quote):
        if near[0].span.start > cue.span.start or cue.span.end > near[-1].span.end:
            continue
        if cue.force in forces and ANSWERS[cue.force].isdisjoint(put_in):
            yield f"the account leaves out `{cue.raw}`"


def _words(tokens: Sequence[Token]) -> int:
    """How many of some tokens are neither names nor numbers nor marks."""
    return sum(one.same not in (*CLAUSE_END, PERSON, THING, NUMBER) for one in tokens)


def _without_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens without the mark that ends them."""
    return tokens[:-1] if tokens and tokens[-1].same in CLAUSE_END else tokens


def _cues_in(tokens: Sequence[Token], text: str) -> list[Cue]:
    spans = [one.span for one in tokens]
    return [cue for cue in find_cues(text) if cue.span.touches(spans)]


def _written(tokens: Sequence[Token], text: str) -> str:
    return text[tokens[0].span.start : tokens[-1].span.end]
