"""Whether two texts with the same names exchange what they say of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.shared_words import stems_in
from build_tools.language import find_cues, governing
from build_tools.language.cue_kinds import NEGATIVE
from build_tools.language.fronting import is_fronted
from build_tools.language.senses import language_of
from build_tools.model import EntityId, Span
from build_tools.text.letters import HAN_LETTER

PAIR = (0, 1)
MARK = "○"
CLAUSE_END = re.compile(r"[,，;；.。:：!！?？()（）]")
TURNED = {"zh": "turned_zh", "en": "turned_en"}  # by the language, its pattern


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with the places at which it names somebody, in its order, and what each of them is."""

    text: str
    places: tuple[tuple[Span, EntityId], ...]
    people: frozenset[EntityId]
    kinds: Mapping[EntityId, str] = field(default_factory=dict)

    @property
    def without_names(self) -> str:
        """The text with marks for the Han characters of its names."""
        made = list(self.text)
        for span, _ in self.places:
            made[span.start : span.end] = HAN_LETTER.sub(MARK, self.text[span.start : span.end])
        return "".join(made)

    def among(self, ids: Collection[EntityId]) -> NamedText:
        """The same, of some entities alone."""
        return replace(self, places=tuple(one for one in self.places if one[1] in ids))

    @property
    def order(self) -> tuple[EntityId, ...]:
        """Everybody each time."""
        return tuple(id for _, id in self.places)

    def denied(self) -> Mapping[EntityId, bool | None]:
        """Whether each is in the reach of a negation, wherever it is named; None where it differs."""
        found: dict[EntityId, bool | None] = {}
        denies = any(cue.force in NEGATIVE for cue in find_cues(self.text))
        for span, id in self.places:
            negated = denies and any(cue.force in NEGATIVE for cue in governing(self.text, span))
            found[id] = negated if found.get(id, negated) is negated else None
        return found

    def said_of(self) -> Mapping[EntityId, frozenset[str]]:
        """The words behind each name in its clause, up to the next, by their stems."""
        found: dict[EntityId, frozenset[str]] = {}
        for id, words in self._stretches():
            found[id] = found.get(id, frozenset()) | stems_in(words)
        return found

    def _stretches(self) -> Iterator[tuple[EntityId, str]]:
        ends = [*(span.start for span, _ in self.places[1:]), len(self.text)]
        for (span, id), end in zip(self.places, ends, strict=True):
            yield id, CLAUSE_END.split(self.text[span.end : end].lstrip(" ,，"), maxsplit=1)[0]


def are_swapped(one: NamedText, other: NamedText, apart: Collection[EntityId] = ()) -> bool:
    """Whether two that both texts name change places, `apart` from those who only speak.

    In one language the words behind each name tell; else the order of the people does, which no turn
    explains. That of two one alone is denied tells in any language.
    """
    shared = {id for id in one.order if id in other.order and id not in apart}
    if len(shared) < len(PAIR):
        return False
    first, second = one.among(shared), other.among(shared)
    if (told := _by_polarity(first, second)) is not None:
        return told
    if language_of(one.text) == language_of(other.text) and (told := _by_words(first, second)) is not None:
        return told
    first, second = first.among(one.people), second.among(one.people)
    if is_fronted(one.text) is not is_fronted(other.text) and _are_two(first, second):
        return first.order == second.order
    return _in_other_order(first, second) and not _is_turned(first, second)


def _are_two(one: NamedText, other: NamedText) -> bool:
    """Whether both texts name two people, each once."""
    return len(one.order) == len(other.order) == len({*one.order, *other.order}) == len(PAIR)


def _by_polarity(one: NamedText, other: NamedText) -> bool | None:
    """Whether one of two is denied in one text and the other in the other; None where none is alone."""
    first = one.denied()
    if not {True, False} <= set(first.values()):
        return None
    second, told = other.denied(), None
    for a, b in combinations(first, 2):
        pair, same = (first[a], first[b]), (second[a], second[b])
        if None not in (*pair, *same) and pair[0] is not pair[1] and same[0] is not same[1]:
            told = bool(told) or pair != same
    return told


def _in_other_order(one: NamedText, other: NamedText) -> bool:
    """Whether the names come in another order: each time, or the first time where one repeats more."""
    if sorted(one.order) == sorted(other.order):
        return one.order != other.order
    return tuple(dict.fromkeys(one.order)) != tuple(dict.fromkeys(other.order))


def _by_words(one: NamedText, other: NamedText) -> bool | None:
    """Whether what is said of two is said of them the other way about; None where no word tells."""
    first, second = one.said_of(), other.said_of()
    told = None
    for a, b in combinations(first, 2):
        if (a in one.people) is not (b in one.people):
            continue
        only_a, only_b = first[a] - first[b], first[b] - first[a]
        kept = len(only_a & second[a]) + len(only_b & second[b])
        turned = len(only_a & second[b]) + len(only_b & second[a])
        if kept or turned:
            told = bool(told) or turned > kept
    return told


def _is_turned(one: NamedText, other: NamedText) -> bool:
    """Whether a passive or a genitive of one text alone may turn the order."""
    turns = [bool(worded(TURNED[language_of(each.text)]).search(_between(each))) for each in (one, other)]
    return turns[0] is not turns[1]


def _between(naming: NamedText) -> str:
    return naming.text[naming.places[0][0].end : naming.places[-1][0].start]
