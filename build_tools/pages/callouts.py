"""A disagreement in a line beside the value that it concerns, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.model import (
    Conflict,
    EntityId,
    PropertyId,
    Rule,
    Side,
    Stance,
    Statement,
    StatementGroup,
    Status,
)
from build_tools.pages.parts import cites, retold
from build_tools.pages.sheet import MOST, Sheet, linked
from build_tools.pages.view import View
from build_tools.pages.words import (
    MODALITIES,
    counted,
    period_text,
    point_text,
    shared_modality,
    stated,
    value_text,
)
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address
from build_tools.website.markdown import Markup

ENDS = (".", "。")
STATUSES = {Status.OPEN: "open", Status.EXPLAINED: "explained", Status.RESOLVED: "resolved"}


def conflict_title(view: View, conflict: Conflict) -> str:
    """The question in the editors' words, or the subject and the property where nobody has put it."""
    if conflict.question and conflict.question.label:
        return view.edition.words(conflict.question.label)
    return point_text(view, conflict.subject, conflict.property)


def side_text(view: View, side: Side, conflict: Conflict) -> str:
    """A side in a few plain words: whose value it is where the sides speak of different things."""
    told = _told(view, side)
    if side.subject == conflict.subject:
        return told
    if asks_who(view, conflict):
        return view.label(side.subject)
    return view.edition.say("{subject}: {point}", subject=view.label(side.subject), point=told)


def _told(view: View, side: Side) -> str:
    """What a side says, and that it denies or only expects it."""
    value = view.edition.say("reported") if side.value is None else value_text(view, side.value, side.subject)
    if side.stance is Stance.DENIES:
        denied = view.edition.say("denied: {value}", value=value)
        value = denied if side.value is not None else view.edition.say("denied")
    modality = shared_modality(side.claims)
    if modality:
        how = view.edition.say(MODALITIES[modality][0])
        value = how if side.value is None else view.edition.say("{value} ({how})", value=value, how=how)
    return value


def asks_who(view: View, conflict: Conflict) -> bool:
    """Whether all sides say the same, each of somebody else, and the question asks of whom it is true."""
    first = conflict.sides[0]
    asked = conflict.question and conflict.question.label and first.subject != conflict.subject
    if not asked or first.value is None:
        return False
    plain = value_text(view, first.value, first.subject)
    asked_of = conflict.sides[:MOST]
    return all(side.value == first.value and _told(view, side) == plain for side in asked_of)


def versus(view: View, conflict: Conflict) -> str:
    """The sides in one line."""
    sides = [_unended(view, side, conflict) for side in conflict.sides[:MOST]]
    if left := conflict.sides[MOST:]:
        sides.append(view.edition.say("and {n} more", n=len(left)))
    return view.edition.say(_between(view, conflict)).join(sides)


def _between(view: View, conflict: Conflict) -> str:
    """What stands between sides in a line: sentences need more than a word to be told apart."""
    told = (side_text(view, side, conflict) for side in conflict.sides[:MOST])
    return "; or: " if any(each.endswith(ENDS) for each in told) else " or "


def _unended(view: View, side: Side, conflict: Conflict) -> str:
    return side_text(view, side, conflict).rstrip("".join(ENDS))


def facing(sheet: Sheet, conflict: Conflict) -> Markup:
    """The sides in one line, each with its footnotes."""

    def shown(side: Side) -> Markup:
        return md.join([linked(sheet, _unended(sheet.view, side, conflict)), cites(side.claims)])

    return md.join(sheet.some(conflict.sides, shown), sheet.say(_between(sheet.view, conflict)))


def status_mark(sheet: Sheet, status: Status) -> Markup:
    """The state of a disagreement, in words."""
    return md.inline("span", sheet.say(STATUSES[status]), class_=f"status {status}")


def callout(sheet: Sheet, conflict: Conflict, own: EntityId | None = None) -> Markup:
    """One line and, below it, a link; opened, the sides with who says each, of very many one's own first."""
    way = sheet.link(conflict_address(conflict), sheet.say("compare"))
    by_question = conflict.rule is Rule.QUESTION or asks_who(sheet.view, conflict)
    asked_as = conflict_title(sheet.view, conflict) if by_question else ""
    said = sheet.fill("Sources disagree: {sides}", sides=md.text(versus(sheet.view, conflict)))
    head = sheet.sentences([md.text(asked_as), said])
    summary = md.join([head, status_mark(sheet, conflict.status)], md.SPACE)
    ordered: Sequence[Side] = conflict.sides
    if len(ordered) > MOST:
        ordered = sorted(ordered, key=lambda side: side.subject != own)
    sides = md.bullets(sheet.some(ordered, lambda side: side_lines(sheet, side, conflict)))
    return md.blocks(md.details(summary, sides, css="conflict"), md.paragraph(way, css="more"))


def side_lines(sheet: Sheet, side: Side, conflict: Conflict) -> Markup:
    """A side, how many say so, and each of them with the footnote."""
    value = md.inline("strong", linked(sheet, side_text(sheet.view, side, conflict)))
    count = md.inline("span", md.text(counted(sheet.view, side.claims)), class_="count")
    lines = md.bullets(sheet.some(side.claims, lambda claim: retold(sheet, claim)))
    return Markup(f"{md.join([value, count], md.SPACE)}\n{lines}")


def callouts(sheet: Sheet, subject: EntityId, property: PropertyId | None) -> Markup:
    """The disagreements on one property of a subject."""
    return md.blocks(*(callout(sheet, each, subject) for each in _beside(sheet.view, subject, property)))


def asked(sheet: Sheet, ids: Iterable[EntityId]) -> Markup:
    """The disagreements about somebody or something that stand beside no single value."""
    found = {each.id: each for id in ids for each in sheet.view.asked(id)}
    return md.blocks(*sheet.some(tuple(found.values()), lambda each: callout(sheet, each)))


def doubt_mark(sheet: Sheet, id: EntityId) -> Markup:
    """A word beside an event about which the articles disagree, leading to where they are compared."""
    return _mark(sheet, sheet.view.asked(id))


def _beside(view: View, subject: EntityId, property: PropertyId | None) -> Sequence[Conflict]:
    return view.findings.beside_values.get((subject, property), ())


def disagreement_mark(sheet: Sheet, group: StatementGroup) -> Markup:
    """A word beside values that cannot all be right, leading to where they are compared."""
    return _mark(sheet, _beside(sheet.view, group.subject, group.property))


def _mark(sheet: Sheet, found: Sequence[Conflict]) -> Markup:
    if not found:
        return md.EMPTY
    return sheet.link(conflict_address(found[0]), sheet.say("sources disagree"), css="disputed")


def _dated(sheet: Sheet, said: Statement, subject: EntityId) -> Markup:
    return stated(sheet, said, subject, period_text(sheet.view, said.claims))


def all_stated(sheet: Sheet, group: StatementGroup) -> Markup:
    """The values of a group in one line, with their footnotes, and whether they disagree."""

    def shown(said: Statement) -> Markup:
        return md.join([_dated(sheet, said, group.subject), cites(said.claims)])

    values = sheet.some(group.statements, shown)
    return md.join([md.join(values, md.text(" · ")), disagreement_mark(sheet, group)], md.SPACE)
