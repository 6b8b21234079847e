"""Questions with answers by the editors, among which claims choose."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.disagreements import disagreements
from build_tools.evidence.positions import positions, values_stand
from build_tools.evidence.rules.table import ANSWER, Heading, Table, conflicts
from build_tools.model import Conflict, Question, Rule


def question(table: Table) -> Iterator[Conflict]:
    """A question to which claims give different answers; nothing but claims can make a side."""
    for entity in table.inputs.entities.values():
        if isinstance(entity, Question):
            claims = table.claims(entity.id, ANSWER)
            heading = Heading(entity.id, Rule.QUESTION, entity.id, ANSWER)
            yield from conflicts(heading, disagreements(positions(claims), values_stand))
