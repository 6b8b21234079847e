"""All sums of money in the story: what is stated as fact, what is planned, what has no currency."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from build_tools.evidence.keys import value_key
from build_tools.grouped import grouped
from build_tools.model import Claim, Figure, Index, Modality, Money, Quantity, Stance, SumOfMoney


def sums_of_money(index: Index) -> tuple[SumOfMoney, ...]:
    """Each sum of each figure, the smallest first; articles that give the same are together, one is none."""
    found = sorted(_sums(index), key=lambda each: (tuple(Money).index(each.given), _size(each), each.figure))
    return tuple(found) if len(found) > 1 else ()


def _sums(index: Index) -> Iterator[SumOfMoney]:
    for id in sorted(index.entities):
        figure = index.entities[id]
        claims = index.claims_on.get(id, ()) if isinstance(figure, Figure) else ()
        given = [(_given(figure, claim), claim) for claim in claims if isinstance(figure, Figure)]
        money = [(how, claim) for how, claim in given if how and claim.qualifiers.stance is Stance.AFFIRMS]
        alike = grouped(money, lambda pair: (pair[0], value_key(pair[1].value), _period(pair[1])))
        for (how, _, _), pairs in alike.items():
            if how:
                yield SumOfMoney(id, how, tuple(claim for _, claim in pairs))


def _given(figure: Figure, claim: Claim) -> Money | None:
    """How a claim gives a sum of money; nothing where it gives none."""
    value = claim.value
    if not isinstance(value, Quantity):
        return None
    if value.unit is None:
        return Money.NO_CURRENCY if figure.no_currency else None
    if not (len(value.unit) == 3 and value.unit.isupper()):
        return None
    firm = claim.qualifiers.modality is Modality.ASSERTED
    return Money.STATED if firm else Money.PLANNED


def _period(claim: Claim) -> str:
    period = claim.qualifiers.period
    return (period.edtf or period.raw) if period else ""


def _size(found: SumOfMoney) -> Decimal:
    value = found.claims[0].value
    ends = (value.value, value.tight.low, value.tight.high) if isinstance(value, Quantity) else ()
    return next((end for end in ends if end is not None), Decimal(0))
