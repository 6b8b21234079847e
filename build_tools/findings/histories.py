"""How each conflict came to be known, and who was first to report a figure or an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from build_tools.evidence.origin_ties import publisher_of
from build_tools.findings.publication import Publication, publication
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    ConflictFinding,
    EntityId,
    FirstReport,
    History,
    HistoryStep,
    Index,
    Kind,
    Modality,
    Move,
    Quantity,
    SourceId,
    Stance,
    Turn,
    Verdict,
)
from build_tools.values import compare

BySource = Mapping[SourceId, tuple[Claim, ...]]


def histories(index: Index, conflicts: Iterable[ConflictFinding]) -> tuple[History, ...]:
    """Each conflict in the order in which its articles came out."""
    out = publication(index.dossier.inputs)
    return tuple(_Telling(out, conflict).history() for conflict in conflicts)


def first_reports(index: Index) -> Mapping[EntityId, FirstReport]:
    """Which article was first to give each figure and to report each event, where several do."""
    out = publication(index.dossier.inputs)
    found: dict[EntityId, FirstReport] = {}
    for id, entity in index.entities.items():
        if entity.kind in (Kind.FIGURE, Kind.EVENT):
            claims = _reporting(index, id, entity.kind)
            by_source = grouped(claims, lambda claim: claim.citation.source)
            if len(by_source) > 1:
                firsts = firsts_among(by_source, out)
                found[id] = FirstReport(tuple(by_source[each] for each in firsts), len(by_source))
    return found


def _reporting(index: Index, id: EntityId, kind: Kind) -> Iterator[Claim]:
    """The claims that give a figure a value or report an event."""
    for claim in index.claims_on.get(id, ()):
        told = kind is Kind.EVENT or isinstance(claim.value, Quantity)
        if told and claim.qualifiers.stance is Stance.AFFIRMS:
            yield claim


def firsts_among(by_source: BySource, out: Publication) -> tuple[SourceId, ...]:
    """The articles that may have been first to say something: not certainly later than another, and no relay.

    Where all pass on each other, it is the earliest of them.
    """
    earliest = out.earliest(by_source)
    own = tuple(id for id in earliest if not out.passed_on(by_source[id], by_source))
    return own or earliest


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether two claims do not differ in their number; denials are of one side whatever they deny."""
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return True
    if one.qualifiers.stance is Stance.DENIES:
        return True
    return compare(one.value, other.value) is not Verdict.CONFLICT


@dataclass(frozen=True)
class _Telling:
    """A conflict, with who gives each of its sides."""

    out: Publication
    conflict: ConflictFinding

    @cached_property
    def givers(self) -> tuple[BySource, ...]:
        """The claims on each side, by article."""
        return tuple(
            grouped(side.claims, lambda claim: claim.citation.source) for side in self.conflict.sides
        )

    @cached_property
    def firsts(self) -> tuple[tuple[SourceId, ...], ...]:
        """The articles that may have been first on each side."""
        return tuple(firsts_among(given, self.out) for given in self.givers)

    @cached_property
    def clashing(self) -> Mapping[int, tuple[int, ...]]:
        """The sides that each side clashes with."""
        pairs = [(one.first, one.second) for one in self.conflict.clashes]
        found = grouped((*pairs, *((other, one) for one, other in pairs)), lambda pair: pair[0])
        return {side: tuple(sorted({other for _, other in each})) for side, each in found.items()}

    @cached_property
    def by_publisher(self) -> Mapping[str, tuple[SourceId, ...]]:
        """The articles on the sides, by who published them."""
        articles = sorted({id for given in self.givers for id in given})
        return grouped(articles, lambda id: publisher_of(self.out.inputs, id))

    def history(self) -> History:
        """The steps in order, with those that only fit several sides."""
        fits = grouped(self.conflict.fits_both, lambda claim: claim.citation.source)
        articles = {id for given in self.givers for id in given} | fits.keys()
        stages = self.out.stages(articles)
        undated = sorted(articles - {id for stage in stages for id in stage})
        return History(
            self.conflict.id,
            tuple(tuple(self._step(id, fits) for id in stage) for stage in stages),
            tuple(self._step(id, fits) for id in undated),
        )

    def _step(self, id: SourceId, fits: BySource) -> HistoryStep:
        given = [at for at, claims in enumerate(self.givers) if id in claims]
        turns = (*(self._turn(id, at) for at in given), *self._replaced(id, given))
        return HistoryStep(id, tuple(self._taken_back(turns)), fits.get(id, ()))

    def _taken_back(self, turns: tuple[Turn, ...]) -> Iterator[Turn]:
        """The turns, with one for a denial and the value that it replaces: the publisher takes it back."""
        denials = [turn for turn in turns if self.conflict.sides[turn.side].stance is Stance.DENIES]
        replaced = [turn for turn in turns if turn.move is Move.REPLACES]
        if len(denials) != 1 or len(replaced) != 1 or not self._takes_back(denials[0], replaced[0]):
            yield from turns
            return
        yield from (turn for turn in turns if turn not in (*denials, *replaced))
        yield replace(replaced[0], move=Move.TAKES_BACK, claims=denials[0].claims)

    def _takes_back(self, denial: Turn, replaced: Turn) -> bool:
        """Whether a denial of a fact is the publisher's own, or of the one who had told it."""
        given = self.givers[replaced.side]
        told = [claim.qualifiers for of in replaced.of for claim in given[of]]
        own = {None, *(each.said_by for each in told)}
        facts = all(each.modality is Modality.ASSERTED for each in told)
        by_it = all(claim.qualifiers.said_by in own for claim in denial.claims)
        return facts and by_it and replaced.side in self.clashing.get(denial.side, ())

    def _turn(self, id: SourceId, side: int) -> Turn:
        given, firsts = self.givers[side], self.firsts[side]
        claims = given[id]
        if id not in firsts:
            passed_on = self.out.passed_on(claims, given)
            alike = any(_may_be_one(one, other) for one in claims for each in firsts for other in given[each])
            move = Move.PASSES_ON if passed_on else Move.AGREES if alike else Move.MOVES_ON
            return Turn(side, move, claims, passed_on)
        others = tuple(one for one in firsts if one != id)
        move = Move.PERHAPS_FIRST if others else Move.FIRST
        return Turn(side, move, claims, others, tuple(self._contradicted(id, side)))

    def _contradicted(self, id: SourceId, side: int) -> Iterator[SourceId]:
        """The earlier articles of others that were first on the sides that this one contradicts."""
        own = publisher_of(self.out.inputs, id)
        found = dict.fromkeys(one for other in self.clashing.get(side, ()) for one in self.firsts[other])
        for one in found:
            if self.out.precedes(one, id) and publisher_of(self.out.inputs, one) != own:
                yield one

    def _replaced(self, id: SourceId, given: list[int]) -> Iterator[Turn]:
        """The sides that its publisher gave in its previous article and that clash with what it gives now.

        None if that article gave both, or if another speaker says so now.
        """
        lost = {other for at in given for other in self.clashing.get(at, ())} - set(given)
        alike = self.by_publisher[publisher_of(self.out.inputs, id)] if lost else ()
        earlier = self.out.latest_before(id, alike)
        for side in sorted(lost):
            now = [at for at in given if side in self.clashing.get(at, ())]
            of = tuple(one for one in earlier if one in self.givers[side] and self._moved(one, side, id, now))
            if of:
                yield Turn(side, Move.REPLACES, tuple(c for one in of for c in self.givers[side][one]), of)

    def _moved(self, before: SourceId, side: int, id: SourceId, now: list[int]) -> bool:
        """Whether an article took back what one before it said, and does not only credit somebody else."""
        if any(before in self.givers[at] for at in now):
            return False
        said = {claim.qualifiers.said_by for claim in self.givers[side][before]}
        says = {claim.qualifiers.said_by for at in now for claim in self.givers[at][id]}
        return None in said or None in says or not said.isdisjoint(says)
