"""When a post began, and when it ended, told in two ways of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from build_tools.evidence.disagreements import Apart, disagreements
from build_tools.evidence.overtaking import is_renewed
from build_tools.evidence.positions import Position, values_stand
from build_tools.evidence.rules.table import Heading, Table, conflicts
from build_tools.evidence.separators import NOTHING
from build_tools.grouped import grouped
from build_tools.model import (
    NOT_YET,
    Claim,
    Conflict,
    DateValue,
    Inputs,
    Qualifiers,
    Rule,
    Stance,
    StatementGroup,
    TermValue,
)

End = Callable[[Qualifiers], DateValue | None]
ENDS: tuple[tuple[str, End], ...] = (("from", lambda said: said.from_), ("until", lambda said: said.until))


def tenure(table: Table) -> Iterator[Conflict]:
    """Two first days, or two last days, of one person in one post."""
    apart = _terms_apart(table.inputs)
    for group in table.groups.values():
        for name, end in ENDS:
            id = f"{group.subject}.{group.property}.{name}"
            heading = Heading(id, Rule.ROLE, group.subject, group.property)
            for told in _posts(group, end):
                yield from conflicts(heading, disagreements(told, values_stand, apart))


def _posts(group: StatementGroup, end: End) -> Iterator[tuple[Position, ...]]:
    """What is told of one end of each post of a person, where it is told in two ways."""
    dated = [claim for claim in group.claims if _is_held(claim) and end(claim.qualifiers)]
    posts = grouped(dated, lambda claim: (claim.value, claim.qualifiers.at)) if len(dated) > 1 else {}
    for claims in posts.values():
        by_day = grouped(claims, lambda claim: end(claim.qualifiers))
        if len(by_day) > 1:
            yield tuple(_position(day, alike) for day, alike in by_day.items())


def _is_held(claim: Claim) -> bool:
    """Whether a claim says as a fact that somebody has a post."""
    said = claim.qualifiers
    affirmed = said.stance is Stance.AFFIRMS and said.modality not in NOT_YET
    return affirmed and isinstance(claim.value, TermValue)


def _position(day: DateValue | None, claims: Iterable[Claim]) -> Position:
    """The claims that give one day, compared by that day alone."""
    given = tuple(claims)
    return Position(given[0].subject, day, Stance.AFFIRMS, NOTHING, given)


def _terms_apart(inputs: Inputs) -> Apart:
    """Whether two positions may be of two terms of office, in every pair of their claims."""

    def apart(one: Position, other: Position) -> bool:
        pairs = product(one.claims, other.claims)
        return all(_may_be_two_terms(a, b, inputs) for a, b in pairs)

    return apart


def _may_be_two_terms(one: Claim, other: Claim, inputs: Inputs) -> bool:
    """Whether somebody came back to a post, or may have done so after one of the articles was out."""
    renewed = is_renewed(one) or is_renewed(other)
    return renewed or _is_later(one, other, inputs) or _is_later(other, one, inputs)


def _is_later(new: Claim, old: Claim, inputs: Inputs) -> bool:
    """Whether one term begins after the other ended, or ends or begins after the other's article was out."""
    source = inputs.sources.get(old.citation.source)
    out = source.published.latest if source else None
    days = [day.earliest for day in (new.qualifiers.from_, new.qualifiers.until) if day and day.earliest]
    begun, over = new.qualifiers.from_, old.qualifiers.until
    if out and any(out < day for day in days):
        return True
    return bool(begun and over and begun.earliest and over.earliest and over.earliest <= begun.earliest)
