"""A disagreement as a card: the question, and the values on its sides, large."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import ConflictFinding, SideFinding
from build_tools.pages.callouts import conflict_title, side_text, status_mark
from build_tools.pages.sheet import Sheet, linked
from build_tools.pages.words import side_count
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address
from build_tools.website.markdown import Markup


def cards(sheet: Sheet, conflicts: Iterable[ConflictFinding], with_status: bool = True) -> Markup:
    """Disagreements side by side; nothing where there are none."""
    shown = [card(sheet, each, with_status) for each in conflicts]
    return md.block("div", md.blocks(*shown), class_="cards") if shown else md.EMPTY


def card(sheet: Sheet, conflict: ConflictFinding, with_status: bool = True) -> Markup:
    """The question, its state unless a heading says it, and the sides with how many say so."""
    versus = md.inline("span", sheet.say("or"), class_="versus")
    shown = sheet.some(conflict.sides, lambda side: _side(sheet, side, conflict))
    sides = md.join(shown, Markup(f" {versus} "))
    head = md.line("p", _question(sheet, conflict, with_status), class_="card-title")
    return md.block("div", md.blocks(head, md.line("p", sides, class_="values")), class_="card")


def _question(sheet: Sheet, conflict: ConflictFinding, with_status: bool) -> Markup:
    link = sheet.link(conflict_address(conflict), md.text(conflict_title(sheet.view, conflict)))
    status = status_mark(sheet, conflict.status) if with_status else md.EMPTY
    return md.join([link, status], md.SPACE)


def _side(sheet: Sheet, side: SideFinding, conflict: ConflictFinding) -> Markup:
    value = md.inline("span", linked(sheet, side_text(sheet.view, side, conflict)), class_="value")
    many = md.inline("span", md.text(side_count(sheet.view, side)), class_="count")
    return md.join([value, many], md.SPACE)
