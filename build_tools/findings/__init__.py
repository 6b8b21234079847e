"""Survey: what the dossier as a whole shows, decided once, in no language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from build_tools.evidence.published import is_published
from build_tools.findings.agreements import agreements, comparable, said_alone
from build_tools.findings.concerned import around, beside_values, companions, disputes
from build_tools.findings.conflicts import weighed_conflicts
from build_tools.findings.crediting import credits_of
from build_tools.findings.differences import compared_values
from build_tools.findings.editors_remarks import doubts_of, not_compared
from build_tools.findings.histories import first_reports, histories
from build_tools.findings.passages import how_named, published_paragraphs, share_read
from build_tools.findings.same import all_statements
from build_tools.findings.series import earlier_claims, series_of
from build_tools.findings.story import story_of
from build_tools.findings.sums_of_money import sums_of_money
from build_tools.findings.theme_contents import theme_contents
from build_tools.findings.times import changed_plans, events_in_time, first_year, main_event, story_zone
from build_tools.findings.weight import disputed_figures, foremost, given_by, highlights, in_passing
from build_tools.model import (
    Anchored,
    ClaimId,
    ConflictFinding,
    Dossier,
    EntityId,
    Finding,
    Findings,
    Index,
    Kind,
    Span,
    WaysIn,
)
from build_tools.on_demand import MadeOf
from build_tools.text.paragraphs import sentence_around

__all__ = ["survey"]


def survey(dossier: Dossier) -> Findings:
    """Everything that the dossier shows; pages, exports and programs print it and decide nothing."""
    index = dossier_index(dossier)
    story = story_of(index)
    zone = story_zone(dossier.inputs)
    series = series_of(index, zone)
    passed = earlier_claims(series.values())
    facts = tuple(each for each in comparable(dossier) if not _is_of(each, passed))
    shared = agreements(index, story, facts)
    several = tuple(each for each in shared if each.count.origins > 1)
    alone = said_alone(index, facts)
    conflicts = weighed_conflicts(index)
    disputed = disputes(index, conflicts)
    events = events_in_time(dossier, conflicts, zone)
    entrances = ways_in(index, shared, conflicts)
    quotes = {each.id: index.published_of.get(each.id, ()) for each in index.sources}
    sources, annotated = dossier.inputs.sources, index.passages_of
    return Findings(
        dossier=dossier,
        index=index,
        agreements=several,
        echoes=tuple(each for each in shared if each.count.origins == 1),
        alone=alone,
        highlights=highlights(conflicts, several, entrances.themes, series),
        conflicts=conflicts,
        histories=histories(index, conflicts),
        first_reports=first_reports(index),
        statements=all_statements(dossier),
        disputed_figures=disputed_figures(index, conflicts),
        foremost=foremost(index),
        in_passing=in_passing(index, disputed),
        companions=companions(index),
        figures={id: given_by(index, id) for id, each in index.entities.items() if each.kind is Kind.FIGURE},
        comparisons=compared_values(dossier),
        beside_values=beside_values(dossier, conflicts),
        disputes=disputed,
        around=around(index.entities.values()),
        events=events,
        years={id: first_year(dossier, id) for id in events},
        main_event=main_event(index, story.subjects(index)),
        series=series,
        zone=zone,
        changed_plans=changed_plans(dossier),
        named_by=how_named(dossier.inputs),
        shares=MadeOf(
            {id: (sources[id], found, annotated.get(id, ())) for id, found in quotes.items()}, share_read
        ),
        published=MadeOf({id: (sources[id], found) for id, found in quotes.items()}, published_paragraphs),
        ways_in=entrances,
    )


def ways_in(index: Index, shared: Iterable[Finding], conflicts: Iterable[ConflictFinding]) -> WaysIn:
    """The ways in that editors open: doubts, themes, what is not comparable, sums of money, credit."""
    doubts = doubts_of(index)
    return WaysIn(
        doubts,
        theme_contents(index, shared, conflicts, doubts),
        not_compared(index),
        sums_of_money(index),
        credits_of(index),
    )


def _is_of(found: Finding, claims: frozenset[ClaimId]) -> bool:
    """Whether all that say it are among some claims."""
    return all(claim.id in claims for claim in found.statement.claims)


def dossier_index(dossier: Dossier) -> Index:
    """The look-ups of a dossier, with the passages that a page leads to and who is named in them."""
    bare = Index(dossier)
    published = {id: tuple(filter(is_published, found)) for id, found in bare.passages_of.items()}
    named = {key: _named(bare, bare.passages[key]) for key in bare.passages if key in bare.claims_of_passage}
    return Index(dossier, published, named)


def _named(index: Index, found: Anchored) -> tuple[EntityId, ...]:
    cited = found.citation
    text = index.dossier.inputs.sources[cited.source].text
    sentence = sentence_around(text, Span(cited.start, cited.end))
    mentions = index.mentions_in.get(cited.source, ())
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, sentence.end, key=lambda mention: mention.span.start)
    return tuple(dict.fromkeys(mention.entity for mention in mentions[first:last]))
