"""The themes: what is known, disputed and doubtful, then all statements by subject."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from build_tools.model import ConflictFinding, EntityId, SideFinding, StatementGroup, ThemeFinding
from build_tools.pages.parts.attribution import short_name
from build_tools.pages.parts.callouts import conflict_title, side_text, status_mark
from build_tools.pages.parts.doubt_lines import doubt_line
from build_tools.pages.parts.finding_lines import agreed_line
from build_tools.pages.parts.footnotes import cites, finish, with_folded_footnotes
from build_tools.pages.parts.index_page import index_page, listing
from build_tools.pages.parts.other_ways import other_ways
from build_tools.pages.parts.page_context import Context, link_names, name
from build_tools.pages.parts.sections import in_vocabulary_order, section
from build_tools.pages.parts.theme_lines import counts_of, statement_lines, theme_line
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import AGREED, THEMES, conflict_address, theme_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

MOST_KNOWN = 10


def theme_index(view: View) -> Iterable[PlannedPage]:
    """The themes in their order, each with how much is known, disputed and doubtful."""
    if view.findings.ways_in.themes:
        yield index_page(view, THEMES, "Themes", _themes, _described)


def _described(view: View) -> str:
    themes = view.findings.ways_in.themes
    return listing(view, "Themes", (view.edition.words(each.theme.title) for each in themes))


def _themes(context: Context) -> Iterable[Markup]:
    yield md.bullets([theme_line(context, each) for each in context.view.findings.ways_in.themes])
    yield section(context, "Other ways to read it", "ways", md.bullets(other_ways(context)))


def theme_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every theme."""
    for found in view.findings.ways_in.themes:
        make, theme = partial(theme_page, view, found), found.theme
        yield PlannedPage(theme_address(theme.id), make, edit=theme.origin.path)


def theme_page(view: View, found: ThemeFinding) -> Page:
    """Three short lists, then what the articles say of each thing that belongs to the theme."""
    theme = found.theme
    context = Context(view, theme_address(theme.id))
    page = Page(
        address=context.here,
        title=view.edition.words(theme.title),
        kind=view.edition.say("Theme"),
        edit=theme.origin.path,
        description=md.strip_markup(context.phrases(counts_of(context, found))),
    )
    return finish(context, page, *with_folded_footnotes(context, *_content(context, found)))


def _content(context: Context, found: ThemeFinding) -> tuple[Markup, ...]:
    return (
        section(context, "Known", "known", _known(context, found)),
        section(context, "Disputed", "disputed", _disputed(context, found.disputed)),
        section(
            context,
            "Doubtful",
            "doubtful",
            md.bullets([doubt_line(context, each) for each in found.doubtful]),
        ),
        section(context, "What the articles say", "claims", _said(context, found)),
    )


def _known(context: Context, found: ThemeFinding) -> Markup:
    lines = [agreed_line(context, each) for each in found.known[:MOST_KNOWN]]
    shown = md.block("div", md.bullets(lines), class_="agree") if lines else md.EMPTY
    if len(found.known) <= MOST_KNOWN:
        return shown
    way = context.link(AGREED, context.say("All that they agree on"))
    return md.blocks(shown, md.paragraph(way, css="more"))


def _disputed(context: Context, found: Iterable[ConflictFinding]) -> Markup:
    """Each question, and below it each side in a phrase with the articles that give it."""
    return md.bullets([_dispute(context, each) for each in found])


def _dispute(context: Context, conflict: ConflictFinding) -> Markup:
    title = md.text(conflict_title(context.view, conflict))
    link = context.link(conflict_address(conflict), title)
    head = md.join([link, status_mark(context, conflict.status)], md.SPACE)
    sides = context.some(conflict.sides, lambda side: _side(context, side, conflict))
    return Markup(f"{head}\n{md.bullets(sides)}")


def _side(context: Context, side: SideFinding, conflict: ConflictFinding) -> Markup:
    told = md.unended(link_names(context, side_text(context.view, side, conflict)))
    sources = dict.fromkeys(claim.citation.source for claim in side.claims)
    who = context.listed(short_name(context, each) for each in sources)
    by = md.inline("span", who, class_="count")
    return md.join([md.join([md.strong(told), by], md.SPACE), cites(side.claims)])


def _said(context: Context, found: ThemeFinding) -> Markup:
    return md.blocks(*(_of_one(context, id, groups) for id, groups in found.said))


def _of_one(context: Context, id: EntityId, groups: tuple[StatementGroup, ...]) -> Markup:
    """What the articles say of one thing, below a line that opens to show it, and the way to its page."""
    lines = [
        line for each in in_vocabulary_order(context.view, groups) for line in statement_lines(context, each)
    ]
    count = context.count("one statement", "{n} statements", len(lines))
    label = md.strong(md.text(context.view.label(id)))
    head = md.join([label, md.inline("span", count, class_="count")], md.SPACE)
    way = md.paragraph(name(context, id), css="more")
    return md.details(head, md.blocks(md.bullets(lines), way), css="only", id=f"of-{id}")
