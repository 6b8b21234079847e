"""What several articles say alike, and what only one of them says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from build_tools.evidence.witnesses import count_witnesses
from build_tools.findings.same import by_setting, merged
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    ClaimId,
    DateValue,
    Dossier,
    EntityId,
    EntityValue,
    Event,
    Finding,
    Index,
    Modality,
    Quantity,
    SourceId,
    Stance,
    Statement,
    TextValue,
    Value,
)

NAME_ONLY = 2


def agreements(index: Index) -> tuple[Finding, ...]:
    """What several articles say and none contradicts: figures and events first, then the best founded."""
    inputs = index.dossier.inputs
    contested = disputed(index.dossier)
    facts = [each for each in comparable(index.dossier) if not _is_in_doubt(index, each, contested)]
    events = told_events(index)
    counts = {id(each): count_witnesses(each.statement.claims, inputs) for each in (*facts, *events)}
    facts = [each for each in facts if counts[id(each)] > 1]
    happened = [each for each in events if counts[id(each)] > 1]
    # That an event happened is said once: by its date, else by all who tell of it.
    dated = {each.subject for each in facts if isinstance(each.statement.value, DateValue)}
    whole = {each.subject for each in happened}
    shown = [each for each in facts if each.property is not None or each.subject not in whole]
    shown += [each for each in happened if each.subject not in dated]
    return tuple(sorted(shown, key=lambda each: _lightness(each, counts[id(each)])))


def disputed(dossier: Dossier) -> frozenset[ClaimId]:
    """The claims that stand on a side of a conflict."""
    sides = (side for conflict in dossier.conflicts for side in conflict.sides)
    return frozenset(claim.id for side in sides for claim in side.claims)


def _is_in_doubt(index: Index, found: Finding, contested: frozenset[ClaimId]) -> bool:
    """Whether it stands on a side, or is of an event about which the articles disagree."""
    is_event = isinstance(index.entities.get(found.subject), Event)
    on_a_side = any(each.id in contested for each in found.statement.claims)
    return on_a_side or bool(is_event and index.asked.get(found.subject))


def _lightness(found: Finding, origins: int) -> tuple[int, int, int, tuple[str, str, str]]:
    order = (found.subject, str(found.property), found.statement.claims[0].id)
    return sort_of(found.statement.value), -origins, -len(found.sources), order


def sort_of(value: Value | None) -> int:
    """A number, a day or an event tells more than an office, and that more than a name."""
    match value:
        case None | Quantity() | DateValue():
            return 0
        case EntityValue():
            return NAME_ONLY
        case _:
            return 1


def substantial(found: Iterable[Finding], of_each: int) -> tuple[Finding, ...]:
    """What tells more than a name, and of one subject not more than a few things."""
    counts: Counter[EntityId] = Counter()
    kept: list[Finding] = []
    for each in found:
        counts[each.subject] += sort_of(each.statement.value) < NAME_ONLY
        if sort_of(each.statement.value) < NAME_ONLY and counts[each.subject] <= of_each:
            kept.append(each)
    return tuple(kept)


def said_alone(dossier: Dossier) -> Mapping[SourceId, tuple[Finding, ...]]:
    """Statements that only one article makes, and none contradicts, by article and in its order."""
    contested = disputed(dossier)
    found = [
        each
        for each in comparable(dossier)
        if len(each.sources) == 1 and not any(claim.id in contested for claim in each.statement.claims)
    ]
    found.sort(key=lambda each: (first_claim(each).citation.start, first_claim(each).id))
    return grouped(found, lambda each: first_claim(each).citation.source)


def first_claim(found: Finding) -> Claim:
    """The claim that leads a statement."""
    return found.statement.claims[0]


def comparable(dossier: Dossier) -> Iterator[Finding]:
    """Statements that can be compared: what is told in a sentence of ours cannot."""
    for group in dossier.groups:
        told = (one for one in group.statements if not isinstance(one.value, TextValue))
        for statement in merged(part for one in told for part in by_setting(one)):
            yield Finding(group.subject, group.property, statement)


def told_events(index: Index) -> tuple[Finding, ...]:
    """That an event happened, as those say who date it or name who took part; none that is in doubt."""
    found = []
    for id in sorted(each.id for each in index.entities.values() if isinstance(each, Event)):
        claims = index.claims_on.get(id, ())
        firm = tuple(claim for claim in claims if _is_fact(claim))
        doubted = any(claim.property is None and claim not in firm for claim in claims)
        if firm and not doubted and not index.dossier.conflicts_of.get(id):
            found.append(Finding(id, None, Statement(None, Stance.AFFIRMS, firm)))
    return tuple(found)


def _is_fact(claim: Claim) -> bool:
    said = claim.qualifiers
    told = isinstance(claim.value, TextValue)
    return not told and said.stance is Stance.AFFIRMS and said.modality is Modality.ASSERTED
