"""What several articles agree on, what several pass on from one origin, and what only one article says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal

from build_tools.evidence.keys import value_breadth
from build_tools.findings.origins import count_origins
from build_tools.findings.same import by_setting, merged
from build_tools.findings.story import Story
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    ClaimId,
    DateValue,
    Dossier,
    EntityId,
    EntityValue,
    Event,
    Figure,
    Finding,
    FindingSort,
    Index,
    Kind,
    Modality,
    Qualifier,
    Quantity,
    SourceId,
    Stance,
    Statement,
    StatementGroup,
    TextValue,
    Value,
)

OF_EACH = 2
FIRMNESS = tuple(Modality)
Strength = tuple[int, bool, bool, Decimal]


def agreements(index: Index, story: Story, facts: Iterable[Finding]) -> tuple[Finding, ...]:
    """What several articles say and none contradicts, those most important to the story first."""
    contested = contested_claims(index.dossier)
    firm = [each for each in facts if len(each.sources) > 1 and not _is_in_doubt(index, each, contested)]
    happened = [each for each in told_events(index) if len(each.sources) > 1]
    # That an event happened is listed once: with its date, else with all who report it.
    dated = {each.subject for each in firm if isinstance(each.statement.value, DateValue)}
    whole = {each.subject for each in happened}
    shown = [each for each in firm if not _is_only_of(each, whole | dated)]
    shown += [each for each in happened if each.subject not in dated]
    return tuple(sorted(shown, key=lambda each: _lightness(index, story, each)))


def _is_only_of(found: Finding, told: Set[EntityId]) -> bool:
    """Whether it adds nothing to an event that is told of: that it happened, or who took part."""
    return found.subject in told and (found.property is None or found.sort is FindingSort.NAME)


def contested_claims(dossier: Dossier) -> frozenset[ClaimId]:
    """The claims that are on a side of a conflict."""
    sides = (side for conflict in dossier.conflicts for side in conflict.sides)
    return frozenset(claim.id for side in sides for claim in side.claims)


def _is_in_doubt(index: Index, found: Finding, contested: frozenset[ClaimId]) -> bool:
    """Whether its claims are on a side of a conflict, or it is about a disputed event."""
    is_event = isinstance(index.entities.get(found.subject), Event)
    on_a_side = any(each.id in contested for each in found.statement.claims)
    return on_a_side or bool(is_event and index.asked.get(found.subject))


def _lightness(index: Index, story: Story, found: Finding) -> tuple[object, ...]:
    """The story's own first, facts about one person last, then by articles, publishers, and what is said."""
    about = subject_measured(index, found.subject)
    return (
        found.sort,
        not story.tells(found),
        _is_personal(index, found.subject),
        -found.count.articles,
        -found.count.publishers,
        -index.things_said(about),
        (found.subject, str(found.property), found.statement.claims[0].id),
    )


def subject_measured(index: Index, id: EntityId) -> EntityId:
    """What a figure measures; anything else itself."""
    entity = index.entities.get(id)
    return entity.of if isinstance(entity, Figure) and entity.of else id


def _is_personal(index: Index, id: EntityId) -> bool:
    """Whether it is a figure about one person: an age, a wage."""
    measured = index.entities.get(subject_measured(index, id))
    return measured is not None and measured.id != id and measured.kind is Kind.PERSON


def sort_of(value: Value | None) -> FindingSort:
    """The sort of a value: a measure, an office or a name."""
    match value:
        case None | Quantity() | DateValue():
            return FindingSort.MEASURE
        case EntityValue():
            return FindingSort.NAME
        case _:
            return FindingSort.OFFICE


def substantial(found: Iterable[Finding], of_each: int = OF_EACH) -> tuple[Finding, ...]:
    """The findings that say more than a name, a few of each subject at most."""
    counts: Counter[EntityId] = Counter()
    kept: list[Finding] = []
    for each in found:
        if each.sort is not FindingSort.NAME:
            counts[each.subject] += 1
            kept += [each] if counts[each.subject] <= of_each else []
    return tuple(kept)


def said_alone(index: Index, facts: Iterable[Finding]) -> Mapping[SourceId, tuple[Finding, ...]]:
    """Statements that only one article makes, and none contradicts, by article and in its order."""
    contested, happened = contested_claims(index.dossier), told_events(index)
    single = [
        each
        for each in facts
        if len(each.sources) == 1 and not any(claim.id in contested for claim in each.statement.claims)
    ]
    dated = {each.subject for each in single if isinstance(each.statement.value, DateValue)}
    told = {each.subject for each in happened}
    found = [each for each in single if not _is_only_of(each, told | dated)]
    found += [each for each in happened if len(each.sources) == 1 and each.subject not in dated]
    found.sort(key=lambda each: (first_claim(each).citation.start, first_claim(each).id))
    return grouped(found, lambda each: first_claim(each).citation.source)


def first_claim(found: Finding) -> Claim:
    """The claim that leads a statement."""
    return found.statement.claims[0]


def comparable(dossier: Dossier) -> Iterator[Finding]:
    """The statements that can be compared; accounts, which are sentences of the editors, cannot."""
    for group in dossier.groups:
        told = (one for one in group.statements if not isinstance(one.value, TextValue))
        for statement in merged(part for one in told for part in by_setting(one)):
            yield _finding(dossier, group, statement)


def _finding(dossier: Dossier, group: StatementGroup, statement: Statement) -> Finding:
    counted = count_origins(statement.claims, dossier.inputs)
    sort = sort_of(statement.value)
    return Finding(group.subject, group.property, statement, counted, sort, _weakest(statement.claims))


def _weakest(claims: tuple[Claim, ...]) -> Claim | None:
    """The claim with the weakest wording; None where all are equally firm."""
    weakest = max(claims, key=_weakness)
    return weakest if _weakness(weakest) > min(map(_weakness, claims)) else None


def _weakness(claim: Claim) -> Strength:
    """How little a claim commits to: hearsay, an inferred value, a vague or rounded one, its width."""
    value = claim.value
    vague = isinstance(value, Quantity) and value.qualifier is not Qualifier.EXACT
    inferred = any(part.part in ("value", claim.property) for part in claim.inferred)
    wide = value_breadth(value) if vague or isinstance(value, DateValue) else Decimal(0)
    return FIRMNESS.index(claim.qualifiers.modality), inferred, vague, wide


def told_events(index: Index) -> tuple[Finding, ...]:
    """The events that happened, by the claims that date them or name participants, without disputed ones."""
    found = []
    for id in sorted(each.id for each in index.entities.values() if isinstance(each, Event)):
        claims = index.claims_on.get(id, ())
        firm = tuple(claim for claim in claims if _is_fact(claim))
        doubted = any(claim.property is None and claim not in firm for claim in claims)
        if firm and not doubted and not index.dossier.conflicts_of.get(id):
            statement = Statement(None, Stance.AFFIRMS, firm)
            counted = count_origins(firm, index.dossier.inputs)
            found.append(Finding(id, None, statement, counted, FindingSort.MEASURE))
    return tuple(found)


def _is_fact(claim: Claim) -> bool:
    said = claim.qualifiers
    told = isinstance(claim.value, TextValue)
    return not told and said.stance is Stance.AFFIRMS and said.modality is Modality.ASSERTED
