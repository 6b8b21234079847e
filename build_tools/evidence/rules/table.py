"""The input and the output of every rule: statements by subject and property, and conflicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.evidence.disagreements import Disagreement
from build_tools.evidence.keys import claim_order, value_order
from build_tools.evidence.positions import Position
from build_tools.model import (
    Claim,
    Conflict,
    ConflictId,
    EntityId,
    Figure,
    Inputs,
    Kind,
    Property,
    PropertyId,
    Rule,
    Series,
    Side,
    StatementGroup,
    Value,
)

VALUE = PropertyId("value")
DATE = PropertyId("date")
ANSWER = PropertyId("answer")


@dataclass(frozen=True, slots=True)
class Table:
    """All that the sources say, by subject and property."""

    inputs: Inputs
    groups: Mapping[tuple[EntityId, PropertyId | None], StatementGroup]

    def claims(self, subject: EntityId, property: PropertyId | None) -> tuple[Claim, ...]:
        """The claims on one property of one subject."""
        group = self.groups.get((subject, property))
        return group.claims if group else ()

    def property(self, id: PropertyId | None) -> Property | None:
        """A property of the vocabulary."""
        return self.inputs.vocabulary.properties.get(id) if id else None

    def kind(self, subject: EntityId) -> Kind | None:
        """What the subject is."""
        entity = self.inputs.entities.get(subject)
        return entity.kind if entity else None

    def moves(self, subject: EntityId, property: PropertyId | None) -> bool:
        """Whether it is the value of a figure that moves in time: its values are steps."""
        entity = self.inputs.entities.get(subject)
        return property == VALUE and isinstance(entity, Figure) and entity.series is not None

    def is_tally(self, subject: EntityId) -> bool:
        """Whether it is a figure that only grows."""
        entity = self.inputs.entities.get(subject)
        return isinstance(entity, Figure) and entity.series is Series.TALLY


Finder = Callable[[Table], Iterable[Conflict]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a conflict is about."""

    id: str
    rule: Rule
    subject: EntityId
    property: PropertyId | None


def conflict(heading: Heading, found: Disagreement) -> Conflict:
    """A disagreement under its heading, the sides with the most articles first."""
    sides = [_side(side) for side in found.sides]
    order = sorted(range(len(sides)), key=lambda at: _most_articles_first(sides[at]))
    places = {at: place for place, at in enumerate(order)}
    pairs = (sorted((places[one], places[other])) for one, other in found.clashes)
    return Conflict(
        id=ConflictId(heading.id),
        rule=heading.rule,
        subject=heading.subject,
        property=heading.property,
        sides=tuple(sides[at] for at in order),
        fits_both=claims_in_order(claim for position in found.fits_both for claim in position.claims),
        clashes=tuple(sorted((one, other) for one, other in pairs)),
    )


def _side(side: tuple[Position, ...]) -> Side:
    leading = side[0]
    claims = claims_in_order(claim for position in side for claim in position.claims)
    return side_of(leading, leading.value, claims)


def side_of(leading: Position, value: Value | None, claims: tuple[Claim, ...]) -> Side:
    """A side that gives a value."""
    return Side(leading.subject, value, leading.stance, claims)


def _most_articles_first(side: Side) -> tuple[object, ...]:
    return -len(side.sources), side.stance, side.subject, value_order(side.value)


def claims_in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims, each once, in the order of the articles."""
    return tuple(sorted({claim.id: claim for claim in claims}.values(), key=claim_order))


def conflicts(heading: Heading, found: Iterable[Disagreement]) -> Iterator[Conflict]:
    """A conflict for each disagreement under one heading."""
    for disagreement in found:
        yield conflict(heading, disagreement)
