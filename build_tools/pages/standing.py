"""What the articles agree on, what only one of them says, and how heavy a disagreement is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_tools.evidence.witnesses import count_witnesses
from build_tools.model import (
    ClaimId,
    Conflict,
    Figure,
    Quantity,
    SourceId,
    Statement,
    StatementGroup,
    TextValue,
)
from build_tools.pages.view import View, grouped

Said = tuple[StatementGroup, Statement]


def disputed(view: View) -> frozenset[ClaimId]:
    """The claims that stand on a side of a disagreement."""
    sides = (side for conflict in view.dossier.conflicts for side in conflict.sides)
    return frozenset(claim.id for side in sides for claim in side.claims)


def agreed(view: View) -> tuple[Said, ...]:
    """Statements that independent articles make and none contradicts, the best founded first."""
    contested = disputed(view)
    found = [
        (
            -count_witnesses(statement.claims, view.dossier.inputs),
            -len(sources_of(statement)),
            group,
            statement,
        )
        for group, statement in _facts(view)
        if len(sources_of(statement)) > 1 and not any(claim.id in contested for claim in statement.claims)
    ]
    found = [each for each in found if each[0] < -1]
    found.sort(
        key=lambda each: (each[0], each[1], each[2].subject, str(each[2].property), each[3].claims[0].id)
    )
    return tuple((group, statement) for _, _, group, statement in found)


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
        for statement in group.statements:
            if not isinstance(statement.value, TextValue):
                yield from ((group, part) for part in _apart(statement))


def _apart(statement: Statement) -> Iterable[Statement]:
    """The same office at two firms is not one thing that is said twice."""
    by_setting = grouped(statement.claims, lambda claim: (claim.qualifiers.at, claim.qualifiers.period))
    return (Statement(statement.value, statement.stance, claims) for claims in by_setting.values())


def sources_of(statement: Statement) -> set[SourceId]:
    """The articles that make a statement."""
    return {claim.citation.source for claim in statement.claims}


def by_weight(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Those first that the most articles take part in, then those with the most behind the weaker side."""
    return tuple(sorted(conflicts, key=_lightness))


def _lightness(conflict: Conflict) -> tuple[int, int, int, str]:
    claims = [claim for side in conflict.sides for claim in side.claims]
    articles = {claim.citation.source for claim in (*claims, *conflict.fits_both)}
    weakest = min((side.witnesses for side in conflict.sides), default=0)
    return -len(articles), -weakest, -len(claims), conflict.id


def notable(view: View, count: int) -> tuple[Said, ...]:
    """Of each article, some of what only it says: the figures of the most told things first."""
    by_source = single(view)
    firsts = (
        sorted(by_source.get(each.id, ()), key=lambda said: _plainness(view, said)) for each in view.sources
    )
    return tuple(said for some in firsts for said in some[:count])


def _plainness(view: View, said: Said) -> tuple[bool, int, int]:
    group, statement = said
    entity = view.entities.get(group.subject)
    about = entity.of if isinstance(entity, Figure) and entity.of else group.subject
    told = len(view.claims_on.get(about, ())) + len(view.claims_naming.get(about, ()))
    return not isinstance(statement.value, Quantity), -told, statement.claims[0].citation.start
