"""What the articles agree on, what only one of them says, and how heavy a disagreement is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from itertools import chain, zip_longest

from build_tools.evidence.witnesses import count_witnesses
from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    ClaimId,
    Conflict,
    DateValue,
    EntityValue,
    Event,
    Figure,
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
from build_tools.pages.concord import apart, joined
from build_tools.pages.view import View

Said = tuple[StatementGroup, Statement]
NAME_ONLY = 2


def disputed(view: View) -> frozenset[ClaimId]:
    """The claims that stand on a side of a disagreement."""
    sides = (side for conflict in view.dossier.conflicts for side in conflict.sides)
    return frozenset(claim.id for side in sides for claim in side.claims)


def agreed(view: View) -> tuple[Said, ...]:
    """What independent articles say and none contradicts: figures and events first, then the best founded."""
    contested = disputed(view)
    facts = [
        said
        for said in _facts(view)
        if not _is_in_doubt(view, said, contested) and _independent(view, said) > 1
    ]
    events = [said for said in told_events(view) if _independent(view, said) > 1]
    # That an event happened is said once: by its date, else by all who tell of it.
    dated = {group.subject for group, statement in facts if isinstance(statement.value, DateValue)}
    whole = {group.subject for group, _ in events}
    shown = [said for said in facts if said[0].property is not None or said[0].subject not in whole]
    shown += [said for said in events if said[0].subject not in dated]
    return tuple(sorted(shown, key=lambda said: _lightness_of(view, said)))


def _is_in_doubt(view: View, said: Said, contested: Set[ClaimId]) -> bool:
    """Whether it stands on a side, or is of an event about which the articles disagree."""
    group, statement = said
    is_event = isinstance(view.entities.get(group.subject), Event)
    return any(each.id in contested for each in statement.claims) or bool(
        is_event and view.asked(group.subject)
    )


def _independent(view: View, said: Said) -> int:
    return count_witnesses(said[1].claims, view.dossier.inputs)


def _lightness_of(view: View, said: Said) -> tuple[int, int, int, tuple[str, str, str]]:
    group, statement = said
    order = (group.subject, str(group.property), statement.claims[0].id)
    return sort_of(statement.value), -_independent(view, said), -len(sources_of(statement)), order


def sort_of(value: Value | None) -> int:
    """A number, a day or an event tells more than an office, and that more than a name."""
    match value:
        case None | Quantity() | DateValue():
            return 0
        case EntityValue():
            return NAME_ONLY
        case _:
            return 1


def substantial(found: Iterable[Said], of_each: int) -> tuple[Said, ...]:
    """What tells more than a name, and of one subject not more than a few things."""
    counts: Counter[str] = Counter()
    kept: list[Said] = []
    for group, statement in found:
        counts[group.subject] += sort_of(statement.value) < NAME_ONLY
        if sort_of(statement.value) < NAME_ONLY and counts[group.subject] <= of_each:
            kept.append((group, statement))
    return tuple(kept)


def single(view: View) -> Mapping[SourceId, tuple[Said, ...]]:
    """Statements that only one article makes, and none contradicts, by article and in its order."""
    contested = disputed(view)
    found = [
        (group, statement)
        for group, statement in _facts(view)
        if len(sources_of(statement)) == 1 and not any(claim.id in contested for claim in statement.claims)
    ]
    found.sort(key=lambda said: (said[1].claims[0].citation.start, said[1].claims[0].id))
    return grouped(found, lambda said: said[1].claims[0].citation.source)


def _facts(view: View) -> Iterable[Said]:
    """Statements that can be compared: what is told in a sentence of ours cannot."""
    for group in view.dossier.groups:
        told = (one for one in group.statements if not isinstance(one.value, TextValue))
        for statement in joined(part for one in told for part in apart(one)):
            yield group, statement


def told_events(view: View) -> tuple[Said, ...]:
    """That an event happened, as those say who date it or name who took part; none that is in doubt."""
    found = []
    for event in view.of_kind(Kind.EVENT):
        claims = view.claims_on.get(event.id, ())
        firm = tuple(claim for claim in claims if _is_fact(claim))
        doubted = any(claim.property is None and claim not in firm for claim in claims)
        if firm and not doubted and not view.conflicts(event.id):
            told = Statement(None, Stance.AFFIRMS, firm)
            found.append((StatementGroup(event.id, None, (told,)), told))
    return tuple(found)


def _is_fact(claim: Claim) -> bool:
    said = claim.qualifiers
    told = isinstance(claim.value, TextValue)
    return not told and said.stance is Stance.AFFIRMS and said.modality is Modality.ASSERTED


def sources_of(statement: Statement) -> set[SourceId]:
    """The articles that make a statement."""
    return {claim.citation.source for claim in statement.claims}


def by_weight(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Those first that the most articles take part in, then those with the most behind the weaker side."""
    return tuple(sorted(conflicts, key=lightness))


def varied(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The heaviest of each sort, then the next of each: a number, an office, an answer, a denial."""
    by_rule = grouped(by_weight(conflicts), lambda conflict: conflict.rule)
    rounds = zip_longest(*by_rule.values())
    return tuple(conflict for conflict in chain.from_iterable(rounds) if conflict)


def lightness(conflict: Conflict) -> tuple[int, int, int, str]:
    """Sorts disagreements, the heaviest first."""
    claims = [claim for side in conflict.sides for claim in side.claims]
    articles = {claim.citation.source for claim in (*claims, *conflict.fits_both)}
    weakest = min((side.witnesses for side in conflict.sides), default=0)
    return -len(articles), -weakest, -len(claims), conflict.id


def notable(view: View) -> tuple[Said, ...]:
    """Of each article, the heaviest figure and the heaviest event of which no other tells."""
    figures = single(view)
    alone = [said for said in told_events(view) if len(_articles_on(view, said)) == 1]
    events = grouped(alone, lambda said: said[1].claims[0].citation.source)
    firsts = (
        (_first_figure(view, figures.get(each.id, ())), events.get(each.id, ())) for each in view.sources
    )
    return tuple(said for figure, told in firsts for said in (*figure, *_most_told(told)))


def _articles_on(view: View, said: Said) -> set[SourceId]:
    return {claim.citation.source for claim in view.claims_on.get(said[0].subject, ())}


def _first_figure(view: View, found: Iterable[Said]) -> tuple[Said, ...]:
    figures = [said for said in found if isinstance(said[1].value, Quantity)]
    return tuple(sorted(figures, key=lambda said: _plainness(view, said))[:1])


def _most_told(events: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(events, key=lambda said: (-len(said[1].claims), said[0].subject))[:1])


def _plainness(view: View, said: Said) -> tuple[int, int, int]:
    group, statement = said
    entity = view.entities.get(group.subject)
    about = entity.of if isinstance(entity, Figure) and entity.of else group.subject
    return _vagueness(statement.value), -view.things_said(about), statement.claims[0].citation.start


def _vagueness(value: Value | None) -> int:
    """Money and shares say the most at a glance, a vague count the least."""
    if not isinstance(value, Quantity) or value.qualifier is Qualifier.SEVERAL:
        return 2
    return 0 if value.unit and (value.unit == "%" or value.unit.isupper()) else 1
