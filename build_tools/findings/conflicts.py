"""Weighs conflicts: how many articles give each side, which sides clash and by how much, who is silent."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from itertools import combinations, islice

from build_tools.evidence.questions import labels, spellings
from build_tools.evidence.support import citations_of
from build_tools.findings.differences import denial, value_difference
from build_tools.findings.origins import count_origins
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Clash,
    Conflict,
    ConflictFinding,
    DateValue,
    Difference,
    DifferenceKind,
    EntityId,
    Event,
    Figure,
    Index,
    Inputs,
    Modality,
    Rule,
    Setting,
    Side,
    SideFinding,
    SourceId,
    Stance,
    Status,
    Verdict,
)
from build_tools.text.folding import fold_plain
from build_tools.values import compare

MEASURED = (Rule.SINGLE_BEST_VALUE, Rule.DENIED, Rule.SUM)
MOST_CLASHES = 1000


def weighed_conflicts(index: Index) -> tuple[ConflictFinding, ...]:
    """The conflicts, those first in which the most articles take part."""
    given = index.dossier.conflicts
    untitled = (each for each in given if not (each.question and each.question.label))
    titles = grouped(untitled, _heading)
    recurring = {each.id for alike in titles.values() if len(alike) > 1 for each in alike}
    found = (weigh(each, index, recurs=each.id in recurring) for each in given)
    return tuple(sorted(found, key=lightness))


def _heading(conflict: Conflict) -> Hashable:
    """What a conflict is about: its subject and property, and for an office with two holders the office."""
    values = {side.value for side in conflict.sides}
    return conflict.subject, conflict.property, next(iter(values)) if len(values) == 1 else None


def lightness(found: ConflictFinding) -> tuple[int, int, int, str]:
    """Sorts conflicts, the heaviest first: by articles, those behind the weakest side, claims."""
    claims = [claim for side in found.sides for claim in side.claims]
    articles = {claim.citation.source for claim in (*claims, *found.fits_both)}
    weakest = min((side.count.articles for side in found.sides), default=0)
    return -len(articles), -weakest, -len(claims), found.id


def weigh(conflict: Conflict, index: Index, recurs: bool = False) -> ConflictFinding:
    """A conflict with its sides by weight: publishers, then articles, that give only that side."""
    inputs = index.dossier.inputs
    weighed = [_weighed_side(conflict, at, label, inputs) for at, label in enumerate(labels(conflict))]
    order = sorted(range(len(weighed)), key=lambda at: (*_by_weight(weighed[at]), at))
    sides = tuple(weighed[at] for at in order)
    places = {at: place for place, at in enumerate(order)}
    pairs = sorted(tuple(sorted((places[one], places[other]))) for one, other in conflict.clashes)
    clashes = tuple(_clash(sides, one, other, conflict.rule) for one, other in islice(pairs, MOST_CLASHES))
    speaking = _speaking(conflict)
    said_silent = conflict.question.silent if conflict.question else ()
    silent = tuple(sorted({id for id in said_silent if id not in speaking}))
    known = speaking | _read_for(conflict, index) | set(silent)
    apart_in_time = any(_may_be_apart(sides[each.first], sides[each.second], conflict) for each in clashes)
    is_open = conflict.status is Status.OPEN
    return ConflictFinding(
        conflict=conflict,
        sides=sides,
        clashes=clashes,
        fitting=tuple(islice(_fitting(sides, frozenset(pairs), conflict.rule), MOST_CLASHES)),
        both=tuple(sorted({id for side in sides for id in side.both})),
        silent=silent,
        unread=tuple(sorted(id for id in inputs.sources if id not in known)),
        exclusive=is_open and not apart_in_time and conflict.rule is not Rule.QUESTION,
        successive=is_open and apart_in_time,
        recurs=recurs,
        setting=setting_of(claim for side in sides for claim in side.claims),
        upheld=_upheld(conflict, sides),
    )


def _fitting(
    sides: Sequence[SideFinding], clashing: Set[tuple[int, ...]], rule: Rule
) -> Iterator[tuple[int, int]]:
    """The pairs of sides that can both be right; two dates of one event are a conflict of their own."""
    for one, other in combinations(range(len(sides)), 2):
        same_event = rule is Rule.ORDER and sides[one].subject == sides[other].subject
        if (one, other) not in clashing and not (same_event and _differ(sides[one], sides[other])):
            yield one, other


def _differ(one: SideFinding, other: SideFinding) -> bool:
    if one.value is None or other.value is None:
        return False
    return compare(one.value, other.value) is Verdict.CONFLICT


def _weighed_side(conflict: Conflict, at: int, label: str, inputs: Inputs) -> SideFinding:
    side = conflict.sides[at]
    against = {one if other == at else other for one, other in conflict.clashes if at in (one, other)}
    both = {id for other in against for id in conflict.sides[other].sources} & set(side.sources)
    alone = [claim for claim in side.claims if claim.citation.source not in both]
    return SideFinding(side, label, count_origins(alone, inputs), tuple(sorted(both)), _times(side.claims))


def _by_weight(side: SideFinding) -> tuple[int, int, int]:
    return -side.count.publishers, -side.count.articles, -len(side.both)


def _times(claims: Iterable[Claim]) -> tuple[DateValue, ...]:
    given = {one.edtf or one.raw: one for claim in claims if (one := claim.qualifiers.as_of)}
    return tuple(given[key] for key in sorted(given))


def _clash(sides: tuple[SideFinding, ...], first: int, second: int, rule: Rule) -> Clash:
    first, second = sorted((first, second), key=lambda at: sides[at].stance is Stance.DENIES)
    return Clash(first, second, _between(sides[first].side, sides[second].side, rule))


def _between(one: Side, other: Side, rule: Rule) -> Difference:
    """How far two sides are apart; figures and dates are measured, answers and offices are not."""
    if found := denial(one, other):
        return (
            Difference(Verdict.CONFLICT, DifferenceKind.DENIED)
            if found.verdict is Verdict.CONFLICT
            else found
        )
    if rule is Rule.ORDER:
        return Difference(Verdict.CONFLICT, DifferenceKind.ORDER)
    if one.value is None or other.value is None or rule not in MEASURED:
        return Difference(Verdict.CONFLICT, DifferenceKind.OTHER)
    return value_difference(one.value, other.value)


def _may_be_apart(one: SideFinding, other: SideFinding, conflict: Conflict) -> bool:
    """Whether two sides may speak of different times: a plan and a fact, or only one gives its time."""
    if Stance.DENIES not in (one.stance, other.stance) and _is_ahead(one) != _is_ahead(other):
        return True
    if isinstance(one.value, DateValue) or isinstance(other.value, DateValue):
        return False
    dated = [any(map(_says_when, side.claims)) for side in (one, other)]
    return dated[0] != dated[1] or (conflict.rule is Rule.ROLE and not any(dated))


def _is_ahead(side: SideFinding) -> bool:
    """Whether all claims on a side are plans or predictions."""
    return all(claim.qualifiers.modality in (Modality.PLANNED, Modality.PREDICTED) for claim in side.claims)


def _says_when(claim: Claim) -> bool:
    said = claim.qualifiers
    return any((said.as_of, said.period, said.from_, said.until))


def _speaking(conflict: Conflict) -> frozenset[SourceId]:
    """The articles on the sides, and those whose claims fit several."""
    sides = (claim for side in conflict.sides for claim in side.claims)
    return frozenset(claim.citation.source for claim in (*sides, *conflict.fits_both))


def _read_for(conflict: Conflict, index: Index) -> frozenset[SourceId]:
    """The articles that say something on the point but take no side, and those that editors cite on it."""
    question = conflict.question
    cited = citations_of(question.reason) if question else ()
    about = question.about if question and question.answers else None
    points = [
        claim for claim in index.claims_on.get(conflict.subject, ()) if claim.property == conflict.property
    ]
    if about and isinstance(index.entities.get(about), Event | Figure):
        points += index.claims_on.get(about, ())
    return frozenset(
        (*(claim.citation.source for claim in points), *(SourceId(source) for source, _ in cited))
    )


def setting_of(claims: Iterable[Claim]) -> Setting:
    """The time and place that claims share; a claim without one does not count against it."""
    given = [claim.qualifiers for claim in claims]
    return Setting(
        _shared_date(one.period for one in given),
        _shared_date(one.as_of for one in given),
        _only({one.at for one in given if one.at}),
    )


def _shared_date(dates: Iterable[DateValue | None]) -> DateValue | None:
    given = {one.edtf or one.raw: one for one in dates if one}
    return next(iter(given.values())) if len(given) == 1 else None


def _only(given: set[EntityId]) -> EntityId | None:
    return next(iter(given)) if len(given) == 1 else None


def _upheld(conflict: Conflict, sides: tuple[SideFinding, ...]) -> int | None:
    """The side that the editors hold, by its label or as one of its claims writes it."""
    if not conflict.question or not conflict.question.upholds:
        return None
    held = fold_plain(conflict.question.upholds)
    return next((at for at, one in enumerate(sides) if held in spellings(one.label, one.side)), None)
