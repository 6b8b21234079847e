"""A unit that the last number of a list names for all: 1.6、1.7和1.9公斤; 3, 5 and 7 miles."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Qualifier
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.measures import PHYSICAL
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.grammar.ranges import Joined

JOINT = 5  # the longest of the words between two members of a list


def with_shared_units(found: Iterable[Phrase | Joined], text: str) -> list[Phrase | Joined]:
    """The values, and those that are bare with the unit of the next member of their list."""
    made = list(found)
    closed = False  # whether the words have closed the list behind, with `and` or 、
    for at in range(len(made) - 2, -1, -1):
        one, other = made[at], made[at + 1]
        gap = text[one.end : other.start] if other.start - one.end <= JOINT else ""
        lists = load_lexicon().lists
        closed = gap in lists["list_end"] or (closed and gap in lists["list_joint"])
        if closed and isinstance(one, Phrase) and _is_bare(one) and _is_physical(other):
            made[at] = one._replace(unit=other.unit, measured=True)
        else:
            closed = False
    return made


def _is_bare(phrase: Phrase) -> bool:
    """A number with digits and nothing else."""
    exact = phrase.qualifier is Qualifier.EXACT and not phrase.ordinal and not phrase.precise
    plain = phrase.numeral.unit is None and not phrase.numeral.share and phrase.numeral.scale == 1
    return exact and plain and not phrase.measured and phrase.numeral.value is not None


def _is_physical(value: Phrase | Joined) -> bool:
    row = load_lexicon().units.get(value.unit.name or "")
    return row is not None and row.of in PHYSICAL
