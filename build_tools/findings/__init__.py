"""Survey: what the dossier as a whole shows, decided once, in no language."""

from __future__ import annotations

from bisect import bisect_left

from build_tools.evidence.published import is_published
from build_tools.evidence.questions import labels
from build_tools.findings.agreements import agreements, said_alone
from build_tools.findings.passages import published_paragraphs, share_read
from build_tools.findings.relations import around, beside_values
from build_tools.findings.times import first_years, in_time
from build_tools.findings.weight import by_weight, notable
from build_tools.model import Anchored, ConflictFinding, Dossier, EntityId, Findings, Index, Span
from build_tools.text.paragraphs import sentence_around

__all__ = ["survey"]


def survey(dossier: Dossier) -> Findings:
    """Everything that the dossier shows; pages, exports and programs print it and decide nothing."""
    index = index_of(dossier)
    alone = said_alone(dossier)
    return Findings(
        dossier=dossier,
        index=index,
        agreements=agreements(index),
        alone=alone,
        notable=notable(index, alone),
        conflicts=tuple(ConflictFinding(each, labels(each)) for each in by_weight(dossier.conflicts)),
        beside_values=beside_values(dossier),
        around=around(index.entities.values()),
        events=in_time(dossier),
        years=first_years(dossier),
        shares={each.id: share_read(each, index.published_of.get(each.id, ())) for each in index.sources},
        published={
            each.id: published_paragraphs(each, index.published_of.get(each.id, ())) for each in index.sources
        },
    )


def index_of(dossier: Dossier) -> Index:
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
