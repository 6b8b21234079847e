"""How good the check is: how many wrong variants of the claims it refused, by kind."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.attack import Outcome
from build_tools.attack.counting import means, percent_of
from build_tools.attack.score_file import score_now, whole_score
from build_tools.model import KindCount, Source
from build_tools.pages.parts.page_context import Context, cards_of
from build_tools.website import markdown as md
from build_tools.website.addresses import ABOUT, anchored_address
from build_tools.website.markdown import Markup

PLACE = "attack"
LABELS = {
    "value-of-quote": "another figure of the quotation",
    "value-nearby": "a figure from beside the quotation",
    "digits": "digits miscopied",
    "unit": "another unit or scale",
    "qualifier-dropped": "a bound left out",
    "qualifier-added": "a bound put in",
    "figure": "the value of another figure",
    "date": "the date of an event moved",
    "as-of": "the day on which it holds moved",
    "period": "a period moved",
    "other-date": "another date of the sentence",
    "hour": "another time of day",
    "event": "another event",
    "participant": "another participant",
    "holder": "another holder of an office",
    "role": "another office",
    "at": "another organisation",
    "means": "a word misread",
    "said-by": "another speaker",
    "via": "another outlet",
    "stance": "denied for affirmed, affirmed for denied",
    "modality-dropped": "a plan or a forecast as a fact",
    "modality-added": "a fact as a plan, a forecast or a rumour",
    "answer": "another answer to a question",
    "negation-cut": "a quotation begun behind a negation",
    "qualifier-cut": "a quotation that loses a bound",
    "splice": "a quotation with a gap over its figure",
    "account": "our sentence changed",
    "translation": "our translation changed",
}


def score_of_source(context: Context, source: Source) -> Markup:
    """How many wrong variants of an article's claims were refused; nothing where the scores are outdated."""
    score = score_now(context.view.dossier, source.id)
    if not score or not score.kinds:
        return md.EMPTY
    how = context.link(anchored_address(ABOUT, PLACE), context.say("How this is measured"))
    return md.paragraph(context.sentences([_shares(context, score.kinds), context.fill("{link}.", link=how)]))


def score_of_all(context: Context) -> Markup:
    """How many wrong variants of all claims were refused, in all and by kind."""
    counts = whole_score(context.view.dossier, (source.id for source in context.view.index.sources))
    return md.blocks(md.paragraph(_shares(context, counts)), _table(context, counts)) if counts else md.EMPTY


def _shares(context: Context, counts: Sequence[KindCount]) -> Markup:
    shares = means(counts)
    return context.say(
        "Of {n} wrong variants of {kinds} kinds the check refused {stopped}%, warned of {warned}% and let "
        "{survived}% pass, in the mean over the kinds.",
        n=sum(count.variants for count in counts),
        kinds=sum(1 for count in counts if count.variants),
        stopped=str(shares[Outcome.STOPPED]),
        warned=str(shares[Outcome.WARNED]),
        survived=str(shares[Outcome.SURVIVED]),
    )


def _table(context: Context, counts: Sequence[KindCount]) -> Markup:
    labels = ("What was changed", "Variants", "Refused", "Warned of", "Let pass")
    rows = [
        [
            context.say(LABELS[count.kind]),
            md.text(str(count.variants)),
            *(context.say("{n}%", n=str(percent_of(count, outcome))) for outcome in Outcome),
        ]
        for count in counts
        if count.variants
    ]
    return cards_of(context, labels, rows)
