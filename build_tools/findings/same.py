"""The statements on each point, with those joined that say the same in other words: 600, about 600."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from build_tools.evidence.ends import kind_of
from build_tools.evidence.keys import claim_order, value_breadth
from build_tools.evidence.range_index import Ranges
from build_tools.findings.origins import count_origins
from build_tools.grouped import grouped
from build_tools.model import (
    DateValue,
    Dossier,
    Point,
    Qualifier,
    Quantity,
    Statement,
    StatementFinding,
    StatementGroup,
    TextValue,
    Verdict,
)
from build_tools.on_demand import OnDemand
from build_tools.values import compare


def by_setting(statement: Statement) -> tuple[Statement, ...]:
    """Statements by their time and place: the same office at two firms is two things."""
    settings = grouped(statement.claims, lambda claim: (claim.qualifiers.at, claim.qualifiers.period))
    return tuple(Statement(statement.value, statement.stance, claims) for claims in settings.values())


def all_statements(dossier: Dossier) -> Mapping[Point, tuple[StatementFinding, ...]]:
    """The values of every point, each of one office and period alone, with how many give it."""
    groups = {(group.subject, group.property): group for group in dossier.groups}
    return OnDemand(groups, lambda point: tuple(_counted(groups[point], dossier)))


def _counted(group: StatementGroup, dossier: Dossier) -> Iterator[StatementFinding]:
    for statement in group.statements:
        for part in (statement,) if isinstance(statement.value, TextValue) else by_setting(statement):
            yield StatementFinding(part, count_origins(part.claims, dossier.inputs))


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements on one point; those that agree count once, under the most exact of their values."""
    given = sorted(statements, key=_openness)
    alike = grouped(range(len(given)), lambda at: (kind_of(given[at].value), _setting(given[at])))
    ranges = {key: Ranges.of(given[at].value for at in places) for key, places in alike.items()}
    homes: list[int] = []
    for at, statement in enumerate(given):
        key = kind_of(statement.value), _setting(statement)
        met = (alike[key][place] for place in ranges[key].meeting(statement.value))
        earlier = (homes[other] for other in met if other < at and homes[other] == other)
        homes.append(min((home for home in earlier if _agree(given[home], statement)), default=at))
    by_home = grouped(range(len(given)), homes.__getitem__)
    return tuple(_together(given, places) for places in by_home.values())


def _together(given: Sequence[Statement], places: Sequence[int]) -> Statement:
    """Statements that agree as one, under the first of their values."""
    first = given[places[0]]
    if len(places) == 1:
        return first
    claims = sorted((claim for at in places for claim in given[at].claims), key=claim_order)
    return Statement(first.value, first.stance, tuple(claims))


def _openness(statement: Statement) -> tuple[bool, Decimal]:
    value = statement.value
    return isinstance(value, Quantity) and value.qualifier is not Qualifier.EXACT, value_breadth(value)


def _agree(one: Statement, other: Statement) -> bool:
    match one.value, other.value:
        case (Quantity() as a, Quantity() as b) | (DateValue() as a, DateValue() as b):
            return compare(a, b) is Verdict.AGREE
        case _:
            return False


def _setting(statement: Statement) -> tuple[object, ...]:
    said = statement.claims[0].qualifiers
    return statement.stance, said.at, said.period
