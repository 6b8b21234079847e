"""Who is credited: the share of each article's statements by kind of source, and its references."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Claim, Credited, Credits, EntityId
from build_tools.pages.parts.attribution import article, who
from build_tools.pages.parts.footnotes import cites
from build_tools.pages.parts.index_page import index_page
from build_tools.pages.parts.page_context import Context, cards_of, name
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import CREDITS
from build_tools.website.markdown import Markup
from build_tools.website.page import PlannedPage

LABELS = {
    Credited.PERSON: "A named person",
    Credited.ORGANISATION: "A named organisation",
    Credited.OUTLET: "Another outlet",
    Credited.UNNAMED: "Unnamed people or reports",
    Credited.NOBODY: "Nobody",
}


def credits_page(view: View) -> Iterable[PlannedPage]:
    """The shares of each article, then by name; no page where no article credits anybody."""
    if any(each.by.keys() - {Credited.NOBODY} for each in view.findings.ways_in.credits):
        yield index_page(view, CREDITS, "Who is credited", _credits, listed=False)


def _credits(context: Context) -> Iterable[Markup]:
    found = context.view.findings.ways_in.credits
    lead = context.say(
        "Whom each article credits with what it says, counted by statement. "
        "What is credited to nobody the article says in its own voice."
    )
    rows = [
        [article(context, each.source), *(_share(context, each, how) for how in LABELS)] for each in found
    ]
    table = cards_of(context, ("Article", *LABELS.values()), rows)
    names = md.blocks(*(_names(context, each) for each in found))
    return (md.paragraph(lead, css="lead"), table, section(context, "By name", "names", names))


def _share(context: Context, found: Credits, how: Credited) -> Markup:
    many, all = len(found.by.get(how, ())), sum(map(len, found.by.values()))
    return context.say("{n}% ({m})", n=round(100 * many / all), m=many) if many else md.text("–")


def _names(context: Context, found: Credits) -> Markup:
    """The speakers that an article credits, and the reports that it relays."""
    lines = [_named(context, claims) for claims in found.named]
    lines += [_outlet(context, id, claims) for id, claims in found.outlets]
    if not lines:
        return md.EMPTY
    head = md.heading(3, article(context, found.source), f"of-{found.source}")
    return md.blocks(head, md.bullets(lines))


def _named(context: Context, claims: tuple[Claim, ...]) -> Markup:
    many = md.inline("span", context.count("one statement", "{n} statements", len(claims)), class_="count")
    return md.join([md.join([who(context, claims[0]), many], md.SPACE), cites(claims)])


def _outlet(context: Context, id: EntityId, claims: tuple[Claim, ...]) -> Markup:
    """A report that the article passes on: credited in its text, or only listed below it."""
    if not claims:
        return context.fill("{outlet}: only listed; no passage names it.", outlet=name(context, id))
    said = context.fill("{outlet}, credited in the text", outlet=name(context, id))
    many = md.inline("span", context.count("one statement", "{n} statements", len(claims)), class_="count")
    return md.join([md.join([said, many], md.SPACE), cites(claims)])
