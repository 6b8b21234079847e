"""Ages: a person grows older between two articles."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

from build_tools.evidence.disagreements import Apart, never
from build_tools.evidence.positions import Position
from build_tools.evidence.stepping import Step, steps_of
from build_tools.model import Claim, Inputs, Interval, Quantity

YEARS_OLD = "year-person"
YEAR = Decimal(1461 * 24 * 60) / 4  # minutes
SOON = Decimal(1) / 6  # of a year; within it no birthday is assumed


def ages_apart(claims: Iterable[Claim], inputs: Inputs) -> Apart:
    """Whether two positions are the ages of one person at two times, in every pair of their claims."""
    ages = [claim for claim in claims if _age(claim) is not None]
    if len(ages) < 2:
        return never
    step_of = {step.claim.id: step for step in steps_of(ages, inputs)}

    def apart(one: Position, other: Position) -> bool:
        pairs = product(one.claims, other.claims)
        known = all(claim.id in step_of for claim in (*one.claims, *other.claims))
        return known and all(_grew(step_of[a.id], step_of[b.id]) for a, b in pairs)

    return apart


def _age(claim: Claim) -> Decimal | None:
    value = claim.value
    return value.value if isinstance(value, Quantity) and value.unit == YEARS_OLD else None


def _grew(one: Step, other: Step) -> bool:
    """Whether the time between two claims explains the difference of two ages: 41, a year later 42."""
    first, second = (one, other) if one.is_before(other) else (other, one)
    young, old = _age(first.claim), _age(second.claim)
    between = _years_between(first.within, second.within)
    if young is None or old is None or between is None:
        return False
    least, most = between
    return most >= SOON and int(least) <= old - young <= int(most) + 1


def _years_between(first: Interval, second: Interval) -> tuple[Decimal, Decimal] | None:
    """The least and the most years from one time to another; None where they are not in this order."""
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return None
    least, most = (second.low - first.high) / YEAR, (second.high - first.low) / YEAR
    return (least, most) if least > 0 else None
