"""Proves one article by itself: the names in it, its quotes, its claims, and how much of it is published."""

from __future__ import annotations

from build_tools.evidence.proving.article_readings import ArticleReadings
from build_tools.evidence.proving.prove_article import prove_source
from build_tools.evidence.published import check_published
from build_tools.evidence.source_proofs import Common, SourceProof, SourceTask
from build_tools.text.anchoring import anchor_source
from build_tools.text.articles import open_article
from build_tools.text.faults import Library
from build_tools.text.mentions import names_in


def prove_alone_in(task: SourceTask, common: Common) -> SourceProof:
    """One article by itself; hints to other articles are missing in its orphans."""
    source, article = task.source, open_article(task.source)
    names = names_in(article, common.index)
    library = Library({source.id: article}, len(source.text))
    anchored, orphans = anchor_source(task.annotations, article, library)
    readings = ArticleReadings(source, names.mentions, common.names)
    claims, unproven = prove_source(anchored, readings, common.inputs)
    much = check_published(source, anchored, common.inputs.settings)
    return SourceProof(names, anchored, orphans, claims, (*unproven, *much))
