"""Statements that say the same in other words: 600, and about 600."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from build_tools.evidence.keys import breadth, claim_order
from build_tools.grouped import grouped
from build_tools.model import DateValue, Qualifier, Quantity, Statement, Verdict
from build_tools.values import compare


def apart(statement: Statement) -> tuple[Statement, ...]:
    """The same office at two firms is not one thing that is said twice."""
    by_setting = grouped(statement.claims, lambda claim: (claim.qualifiers.at, claim.qualifiers.period))
    return tuple(Statement(statement.value, statement.stance, claims) for claims in by_setting.values())


def joined(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements on one point; those that agree count once, under the most exact of their values."""
    made: list[Statement] = []
    for statement in sorted(statements, key=_openness):
        at = next((at for at, other in enumerate(made) if _agree(other, statement)), None)
        if at is None:
            made.append(statement)
        else:
            claims = sorted((*made[at].claims, *statement.claims), key=claim_order)
            made[at] = Statement(made[at].value, made[at].stance, tuple(claims))
    return tuple(made)


def _openness(statement: Statement) -> tuple[bool, Decimal]:
    value = statement.value
    return isinstance(value, Quantity) and value.qualifier is not Qualifier.EXACT, breadth(value)


def _agree(one: Statement, other: Statement) -> bool:
    match one.value, other.value:
        case (Quantity() as a, Quantity() as b) | (DateValue() as a, DateValue() as b):
            return compare(a, b) is Verdict.AGREE and _setting(one) == _setting(other)
        case _:
            return False


def _setting(statement: Statement) -> tuple[object, ...]:
    said = statement.claims[0].qualifiers
    return statement.stance, said.at, said.period
