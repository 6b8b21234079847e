"""How much of an article the site publishes, and whether that is more than the dossier allows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from build_tools.model import Anchored, Settings, Source, Span
from build_tools.problem import Problem, Problems, Severity
from build_tools.text.letters import HAN_LETTER
from build_tools.text.paragraphs import body, letters, sentence_around

HUNDRED = Decimal(100)
HAN_COUNTS = 3  # what a Chinese character says takes about three Latin letters


def published_share(source: Source, anchored: Iterable[Anchored]) -> Decimal:
    """How much of the article its published sentences make up, in percent, as its page shows them."""
    whole = letters(source.text, body(source))
    if source.full or not whole:
        return HUNDRED
    shown = published_sentences(source, anchored)
    return (Decimal(letters(source.text, shown)) / whole * HUNDRED).quantize(Decimal("0.1"))


def published_sentences(source: Source, anchored: Iterable[Anchored]) -> set[Span]:
    """The whole sentences that the site prints of an article."""
    quoted = [span for one in anchored if is_published(one) for span in spans_of(one)]
    return {sentence_around(source.text, span) for span in quoted}


def published_letters(source: Source, anchored: Iterable[Anchored]) -> int:
    """How many letters of the article are published; a Chinese character counts as three."""
    shown = published_sentences(source, anchored)
    han = sum(len(HAN_LETTER.findall(source.text[span.start : span.end])) for span in shown)
    return letters(source.text, shown) + (HAN_COUNTS - 1) * han


def is_published(one: Anchored) -> bool:
    """Whether a page shows the quote: something is claimed of it, or prose may cite it."""
    return bool(one.annotation.claims or one.annotation.id)


def spans_of(one: Anchored) -> tuple[Span, ...]:
    """The places that an annotation publishes: its quote and its context."""
    return tuple(span for citation in (one.citation, *one.context) for span in citation.spans)


def check_published(source: Source, anchored: Iterable[Anchored], settings: Settings) -> Problems:
    """A warning where the excerpts of an article come to more than `publish_limit`; not of a short one."""
    own = tuple(anchored)
    share = published_share(source, own)
    if share <= settings.publish_limit or source.full:
        return ()
    if published_letters(source, own) <= settings.publish_letters:
        return ()
    message = f"{share} % of this article is published; `publish_limit` is {settings.publish_limit} %"
    hint = "annotate only what the dossier relies on, or raise the limit in dossier.yaml"
    return (Problem(source.origin, "over-publish-limit", message, hint, Severity.WARNING),)
