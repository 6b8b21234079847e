"""A disagreement as a card: the question, and the values on its sides, large."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import ConflictFinding, SideFinding
from build_tools.pages.parts.callouts import conflict_title, side_text, status_mark
from build_tools.pages.parts.page_context import Context, link_names
from build_tools.pages.parts.value_words import side_count
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address
from build_tools.website.markdown import Markup


def cards(context: Context, conflicts: Iterable[ConflictFinding], with_status: bool = True) -> Markup:
    """Disagreements side by side; nothing where there are none."""
    shown = [card(context, each, with_status) for each in conflicts]
    return md.block("div", md.blocks(*shown), class_="cards") if shown else md.EMPTY


def card(context: Context, conflict: ConflictFinding, with_status: bool = True) -> Markup:
    """The question, its state unless a heading says it, and the sides with how many say so."""
    versus = md.inline("span", context.say("or"), class_="versus")
    shown = context.some(conflict.sides, lambda side: _side(context, side, conflict))
    sides = md.join(shown, Markup(f" {versus} "))
    head = md.line("p", _question(context, conflict, with_status), class_="card-title")
    return md.block("div", md.blocks(head, md.line("p", sides, class_="values")), class_="card")


def _question(context: Context, conflict: ConflictFinding, with_status: bool) -> Markup:
    link = context.link(conflict_address(conflict), md.text(conflict_title(context.view, conflict)))
    status = status_mark(context, conflict.status) if with_status else md.EMPTY
    return md.join([link, status], md.SPACE)


def _side(context: Context, side: SideFinding, conflict: ConflictFinding) -> Markup:
    told = md.unended(link_names(context, side_text(context.view, side, conflict)))
    value = md.inline("span", told, class_="value")
    many = md.inline("span", md.text(side_count(context.view, side)), class_="count")
    return md.join([value, many], md.SPACE)
