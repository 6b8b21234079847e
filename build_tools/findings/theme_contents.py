"""What belongs to each theme: what several articles say, what is disputed, what is doubtful, all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import chain, zip_longest

from build_tools.findings.agreements import sort_of
from build_tools.model import (
    ConflictFinding,
    Doubt,
    EntityId,
    Finding,
    FindingSort,
    Index,
    Kind,
    Theme,
    ThemeFinding,
)


def theme_contents(
    index: Index,
    known: Iterable[Finding],
    conflicts: Iterable[ConflictFinding],
    doubts: Iterable[Doubt],
) -> tuple[ThemeFinding, ...]:
    """Each theme with what belongs to it, both in the order that the editors give them."""
    telling = tuple(each for each in known if _is_telling(index, each))
    disputed, doubtful = tuple(conflicts), tuple(doubts)
    return tuple(
        _contents(index, theme, telling, disputed, doubtful) for theme in index.dossier.inputs.themes
    )


def _is_telling(index: Index, found: Finding) -> bool:
    """Whether it says more than who takes part in an event."""
    is_name = sort_of(found.statement.value) is FindingSort.NAME
    return not is_name or index.entities[found.subject].kind is not Kind.EVENT


def _contents(
    index: Index,
    theme: Theme,
    known: tuple[Finding, ...],
    conflicts: tuple[ConflictFinding, ...],
    doubts: tuple[Doubt, ...],
) -> ThemeFinding:
    own = {id: at for at, id in enumerate(theme.about)}
    asked = (id for id in theme.about if index.entities[id].kind is not Kind.QUESTION)
    groups = index.dossier.groups_of
    told = (each for each in known if each.subject in own)
    disputed = (each for each in conflicts if not own.keys().isdisjoint(_subjects(each)))
    return ThemeFinding(
        theme,
        tuple(sorted(told, key=lambda each: own[each.subject])),
        tuple(sorted(disputed, key=lambda each: min(own[id] for id in _subjects(each) if id in own))),
        tuple(each for each in doubts if _is_of(each, own.keys())),
        tuple((id, groups[id]) for id in asked if id in groups),
    )


def _subjects(conflict: ConflictFinding) -> Iterator[EntityId]:
    """What a conflict is about: its question, its subject, and those of its sides."""
    yield conflict.subject
    yield from (side.subject for side in conflict.sides)
    if conflict.question:
        yield conflict.question.id
        yield from (conflict.question.about,) if conflict.question.about else ()


def _is_of(doubt: Doubt, own: Set[EntityId]) -> bool:
    return any(claim.subject in own for claim in doubt.claims)


def leading_conflicts(themes: Iterable[ThemeFinding]) -> tuple[ConflictFinding, ...]:
    """The first disagreement of each theme, then the second of each, each once."""
    rounds = zip_longest(*(each.disputed for each in themes))
    found = (each for each in chain.from_iterable(rounds) if each)
    return tuple({each.id: each for each in found}.values())


def leading_agreements(themes: Iterable[ThemeFinding]) -> tuple[Finding, ...]:
    """The first thing but a name that several articles say in each theme, then the second, each once."""
    known = ((each for each in theme.known if each.sort is not FindingSort.NAME) for theme in themes)
    rounds = zip_longest(*known)
    found = (each for each in chain.from_iterable(rounds) if each)
    return tuple({(each.subject, each.property, id(each.statement)): each for each in found}.values())
