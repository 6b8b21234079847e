"""How much of an article the site publishes, and whether that is more than the dossier allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from build_tools.grouped import grouped
from build_tools.model import Anchored, Dossier, Source, Span
from build_tools.problem import Problem, Severity
from build_tools.text.paragraphs import body, letters, sentence_around

HUNDRED = Decimal(100)


def published_share(source: Source, anchored: Iterable[Anchored]) -> Decimal:
    """How much of the article its published sentences make up, in percent, as its page shows them."""
    whole = letters(source.text, body(source))
    quoted = [span for one in anchored if is_published(one) for span in spans_of(one)]
    shown = {sentence_around(source.text, span) for span in quoted}
    if source.full or not whole:
        return HUNDRED
    return (Decimal(letters(source.text, shown)) / whole * HUNDRED).quantize(Decimal("0.1"))


def is_published(one: Anchored) -> bool:
    """Whether a page shows the quote: something is claimed of it, or prose may cite it."""
    return bool(one.annotation.claims or one.annotation.id)


def spans_of(one: Anchored) -> tuple[Span, ...]:
    """The places that an annotation publishes: its quote and its context."""
    return tuple(span for citation in (one.citation, *one.context) for span in citation.spans)


def check_published(dossier: Dossier) -> Iterator[Problem]:
    """A warning for each article of which excerpts come to more than `publish_limit`."""
    limit = dossier.inputs.settings.publish_limit
    anchored = grouped(dossier.anchored, lambda one: one.citation.source)
    for source in dossier.inputs.sources.values():
        share = published_share(source, anchored.get(source.id, ()))
        if share > limit and not source.full:
            message = f"{share} % of this article is published; `publish_limit` is {limit} %"
            hint = "annotate only what the dossier relies on, or raise the limit in dossier.yaml"
            yield Problem(source.origin, "over-publish-limit", message, hint, Severity.WARNING)
