"""Families of articles: a report and those that copy it, found by the words they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, groupby, pairwise

from build_tools.evidence.origin_ties import Links, Node, join_origins, joined, publisher_of, root
from build_tools.grouped import grouped
from build_tools.model import UNKNOWN, Inputs, Source, SourceId
from build_tools.text.copying import Shared, shared
from build_tools.text.shingles import Shingled, fingerprints, shingled
from build_tools.values.moments import minutes_asserted

FEW = 8
MOST_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Member:
    """An article that has a report's words; `like` is the article of its family with which it shares them.

    It is `confirmed` where the editors say that the two share an origin.
    """

    source: SourceId
    like: SourceId
    shared: Shared
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Articles of several publishers that pass on one report: the earliest, and the others by time."""

    origin: SourceId
    members: tuple[Member, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the editors say of all of them that they share an origin."""
        return all(member.confirmed for member in self.members)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words of the articles, oldest first, and which articles have each fingerprint that several have."""

    ids: tuple[SourceId, ...]
    words: tuple[Shingled, ...]
    holders: Mapping[int, Sequence[int]]

    def shared(self, one: int, other: int) -> Shared | None:
        """What the later of two articles shares with the earlier."""
        first, second = sorted((one, other))
        return shared(self.words[second], self.words[first], lambda hash: len(self.holders.get(hash, ())))


class _Judged:
    """What needs no comparison: articles of one publisher, and those that the editors found independent."""

    def __init__(self, inputs: Inputs, names: Mapping[SourceId, Node]) -> None:
        """`names` are the articles as the editors joined them: independence of one holds for its copies."""
        self._names = names
        self._publishers = {id: publisher_of(inputs, id) for id in inputs.sources}
        pairs = [(source.id, other) for source in inputs.sources.values() for other in source.not_relays]
        pairs += [(other, one) for one, other in pairs]
        self._apart = {(one, names[other]) for one, other in pairs if other in names}

    def settles(self, one: SourceId, other: SourceId) -> bool:
        """Whether two articles need not be compared."""
        publisher = self._publishers[one]
        if publisher == self._publishers[other] and publisher != UNKNOWN:
            return True
        return (one, self._names[other]) in self._apart or (other, self._names[one]) in self._apart


Alike = Mapping[tuple[int, int], int]  # how many percent two articles share; their passages would be many


def families(inputs: Inputs) -> tuple[Family, ...]:
    """Every family, the earliest first.

    Articles of one publisher are one origin and need no family; nor do two whose words the editors
    have looked at and found independent.
    """
    texts = _texts(inputs)
    names = joined(inputs)
    candidates = _candidates(texts, _Judged(inputs, names))
    alike = {pair: found.percent for pair in candidates if (found := texts.shared(*pair))}
    links: Links = {}
    for one, other in alike:
        join_origins(links, ("source", texts.ids[one]), ("source", texts.ids[other]))
    roots = [root(links, ("source", id)) for id in texts.ids]
    numbers = grouped(range(len(roots)), lambda number: roots[number])
    pairs = grouped(alike, lambda pair: roots[pair[0]])
    return tuple(
        _family(numbers[own], texts, {pair: alike[pair] for pair in pairs[own]}, names)
        for own in numbers
        if len(numbers[own]) > 1
    )


def _texts(inputs: Inputs) -> _Texts:
    ordered = sorted(inputs.sources.values(), key=_time)
    words = tuple(shingled(source) for source in ordered)
    return _Texts(tuple(source.id for source in ordered), words, dict(_holders(words)))


def _holders(words: Sequence[Shingled]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each fingerprint that several articles have, with their numbers: most are of one article alone."""
    count = len(words)
    held = sorted(hash * count + at for at, each in enumerate(words) for hash in fingerprints(each.hashes))
    for hash, among in groupby(held, lambda one: one // count):
        numbers = tuple(one % count for one in among)
        if len(numbers) > 1:
            yield hash, numbers


def _time(source: Source) -> tuple[bool, Decimal, SourceId]:
    """Sorts articles by the minute when they may first have come out, the undated last."""
    low = minutes_asserted(source.published, zoned=True).low
    return low is None, low or Decimal(0), source.id


def _candidates(texts: _Texts, judged: _Judged) -> list[tuple[int, int]]:
    """Pairs of articles, the earlier first, that may be copies: they share the most fingerprints.

    Of many that share one, each is taken with the first and the one before it, and each article is
    compared with a few, so that the work does not grow with their square.
    """
    counted: dict[int, Counter[int]] = defaultdict(Counter)
    for numbers in texts.holders.values():
        for one, other in _pairs(numbers):
            counted[other][one] += 1
    found: list[tuple[int, int]] = []
    for other, among in sorted(counted.items()):
        open_ = [one for one in among if not judged.settles(texts.ids[one], texts.ids[other])]
        likest = sorted(open_, key=lambda one: (-among[one], one))[:MOST_COMPARED]
        found += ((one, other) for one in likest)
    return found


def _pairs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(numbers) <= FEW:
        return combinations(numbers, 2)
    return chain(pairwise(numbers), ((numbers[0], number) for number in numbers[2:]))


def _family(numbers: Sequence[int], texts: _Texts, alike: Alike, names: Mapping[SourceId, Node]) -> Family:
    origin = texts.ids[numbers[0]]
    likest = dict(_likest(numbers[0], alike))
    members = (
        Member(
            texts.ids[number],
            texts.ids[likest[number]],
            found,
            names[texts.ids[number]] == names[origin],
        )
        for number in numbers[1:]
        if (found := texts.shared(number, likest[number]))
    )
    return Family(origin, tuple(members))


def _likest(origin: int, alike: Alike) -> Iterator[tuple[int, int]]:
    """The article with which each shares its words: the earliest, else the one that has the most of them."""
    found: dict[int, list[tuple[bool, int, int]]] = defaultdict(list)
    for (one, other), percent in alike.items():
        found[one].append((False, percent, other))
        found[other].append((one == origin, percent, one))
    for number, each in found.items():
        yield number, max(each, key=lambda one: (one[0], one[1], -one[2]))[2]
