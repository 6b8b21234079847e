"""Reconcile: every rule looks at all statements, and each conflict gets its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from build_tools.evidence.keys import value_key
from build_tools.evidence.rules import RULES, Table
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Conflict,
    ConflictId,
    DateValue,
    Inputs,
    Quantity,
    StatementGroup,
)


def reconcile(groups: Iterable[StatementGroup], inputs: Inputs) -> tuple[Conflict, ...]:
    """Every conflict among the statements, by name."""
    table = Table(inputs, {(group.subject, group.property): group for group in groups})
    named = _named_apart(conflict for rule in RULES for conflict in rule(table))
    return tuple(sorted(named, key=lambda conflict: conflict.id))


def _named_apart(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts that share a name take on what sets them apart: `capex.2024`, `capex.2025`."""
    by_name = grouped(conflicts, lambda conflict: conflict.id)
    return [one for alike in by_name.values() for one in _apart(alike)]


def _apart(alike: Sequence[Conflict]) -> Sequence[Conflict]:
    if len(alike) == 1:
        return alike
    for distinction in DISTINCTIONS:
        marks = [distinction(conflict) for conflict in alike]
        if len(set(marks)) == len(alike) and all(marks):
            return [_marked(conflict, mark) for conflict, mark in zip(alike, marks, strict=True)]
    return [_marked(conflict, str(number)) for number, conflict in enumerate(alike, 1)]


def _marked(conflict: Conflict, mark: str) -> Conflict:
    return replace(conflict, id=ConflictId(f"{conflict.id}.{mark}"))


def _period(conflict: Conflict) -> str:
    return _shared(conflict, lambda claim: claim.qualifiers.period)


def _place(conflict: Conflict) -> str:
    return _shared(conflict, lambda claim: claim.qualifiers.at)


def _time(conflict: Conflict) -> str:
    return _shared(conflict, lambda claim: claim.qualifiers.as_of)


def _unit(conflict: Conflict) -> str:
    units = {side.value.unit or "" for side in conflict.sides if isinstance(side.value, Quantity)}
    return _address(units.pop()) if len(units) == 1 else ""


def _value(conflict: Conflict) -> str:
    return _address(value_key(conflict.sides[0].value))


def _rule(conflict: Conflict) -> str:
    return conflict.rule


DISTINCTIONS: tuple[Callable[[Conflict], str], ...] = (_period, _place, _time, _unit, _rule, _value)


def _shared(conflict: Conflict, qualifier: Callable[[Claim], DateValue | str | None]) -> str:
    """The value of a qualifier that claims of a conflict share; None where they differ or none has it."""
    given = [qualifier(claim) for side in conflict.sides for claim in side.claims]
    said = {one.edtf or one.raw if isinstance(one, DateValue) else one for one in given if one}
    return _address(said.pop()) if len(said) == 1 else ""


def _address(text: str) -> str:
    """Text as part of an address."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
