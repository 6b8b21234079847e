"""Pages that show what was known at a moment say so, and what that leaves out."""

from __future__ import annotations

from build_tools.model import Cut
from build_tools.pages.parts.page_context import Context
from build_tools.website import markdown as md
from build_tools.website.addresses import HOME
from build_tools.website.markdown import Markup

LEFT_OUT = (
    ("One later article is left out.", "{n} later articles are left out."),
    ("One later judgement is left out.", "{n} later judgements are left out."),
    (
        "One text by the editors that may rest on later articles is left out.",
        "{n} texts by the editors that may rest on later articles are left out.",
    ),
)


def cut_banner(context: Context) -> Markup:
    """At the head of the home page: as of when the whole site is, and how much came later."""
    cut = context.view.dossier.inputs.cut
    return md.admonition(_as_known(context, cut), _left_out(context, cut), "warning") if cut else md.EMPTY


def cut_line(context: Context) -> Markup:
    """At the foot of every other page: the same in a line that leads there."""
    cut = context.view.dossier.inputs.cut
    if not cut or context.here == HOME:
        return md.EMPTY
    return md.paragraph(context.link(HOME, _as_known(context, cut)), css="byline")


def _as_known(context: Context, cut: Cut) -> Markup:
    date = context.edition.date(cut.moment)
    if cut.moment.clock:
        return context.say("This site shows what was known by {date}.", date=date)
    return context.say("This site shows what was known by the end of {date}.", date=date)


def _left_out(context: Context, cut: Cut) -> Markup:
    """How many articles, judgements and texts of the editors came later; none of a kind is not said."""
    counts = (len(cut.sources), len(cut.judgements), cut.prose)
    said = [context.count(*forms, n) for forms, n in zip(LEFT_OUT, counts, strict=True) if n]
    return md.paragraph(context.sentences(said) or context.say("Nothing is left out: all was known by then."))
