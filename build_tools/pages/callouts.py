"""A disagreement in a line beside the value that it concerns, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import (
    ConflictFinding,
    EntityId,
    PropertyId,
    Rule,
    SideFinding,
    Stance,
    Statement,
    StatementGroup,
    Status,
    TermValue,
)
from build_tools.pages.parts import cites, retold
from build_tools.pages.sheet import MOST, Sheet, linked
from build_tools.pages.view import View
from build_tools.pages.words import (
    MODALITIES,
    period_text,
    point_text,
    shared_modality,
    side_count,
    stated,
    term_text,
    value_text,
)
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address
from build_tools.website.markdown import Markup

ENDS = (".", "。")
STATUSES = {
    Status.OPEN: "open",
    Status.EXPLAINED: "explained",
    Status.RESOLVED: "resolved",
    Status.CHANGED: "changed",
}


def conflict_title(view: View, conflict: ConflictFinding) -> str:
    """The question in the editors' words, or the subject and the property where nobody has put it."""
    if conflict.question and conflict.question.label:
        return view.edition.words(conflict.question.label)
    title = _point(view, conflict)
    apart = _setting_text(view, conflict) if conflict.recurs else ""
    return view.edition.say("{title} ({apart})", title=title, apart=apart) if apart else title


def _point(view: View, conflict: ConflictFinding) -> str:
    """The subject and the property, or the office about which the articles name different people."""
    values = {side.value for side in conflict.sides}
    post = conflict.sides[0].value if len(values) == 1 else None
    if isinstance(post, TermValue) and conflict.subject not in {side.subject for side in conflict.sides}:
        held = term_text(view, post.id)
        return view.edition.say("{subject}, {point}", subject=view.label(conflict.subject), point=held)
    return point_text(view, conflict.subject, conflict.property)


def _setting_text(view: View, conflict: ConflictFinding) -> str:
    """What tells a conflict from another on the same point: its period, time or place, else its values."""
    setting = conflict.setting
    if setting.period:
        return view.edition.say("for {date}", date=view.edition.time(setting.period))
    if setting.as_of:
        return view.edition.say("as of {date}", date=view.edition.time(setting.as_of))
    if setting.at and setting.at != conflict.subject:
        return view.label(setting.at)
    return versus(view, conflict)


def side_text(view: View, side: SideFinding, conflict: ConflictFinding) -> str:
    """A side in a few plain words: whose value it is where the sides speak of different things."""
    told = _told(view, side)
    if side.subject == conflict.subject:
        return told
    if asks_who(view, conflict):
        return view.label(side.subject)
    return view.edition.say("{subject}: {point}", subject=view.label(side.subject), point=told)


def _told(view: View, side: SideFinding) -> str:
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


def asks_who(view: View, conflict: ConflictFinding) -> bool:
    """Whether all sides say the same, each of somebody else, and the question asks of whom it is true."""
    first = conflict.sides[0]
    asked = conflict.question and conflict.question.label and first.subject != conflict.subject
    if not asked or first.value is None:
        return False
    plain = value_text(view, first.value, first.subject)
    asked_of = conflict.sides[:MOST]
    return all(side.value == first.value and _told(view, side) == plain for side in asked_of)


def versus(view: View, conflict: ConflictFinding) -> str:
    """The sides in one line."""
    sides = [_unended(view, side, conflict) for side in conflict.sides[:MOST]]
    if left := conflict.sides[MOST:]:
        sides.append(view.edition.say("and {n} more", n=len(left)))
    return view.edition.say(_between(view, conflict)).join(sides)


def _between(view: View, conflict: ConflictFinding) -> str:
    """What stands between sides in a line: sentences need more than a word to be told apart."""
    told = (side_text(view, side, conflict) for side in conflict.sides[:MOST])
    return "; or: " if any(each.endswith(ENDS) for each in told) else " or "


def _unended(view: View, side: SideFinding, conflict: ConflictFinding) -> str:
    return side_text(view, side, conflict).rstrip("".join(ENDS))


def facing(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """The sides in one line, each with its footnotes."""

    def shown(side: SideFinding) -> Markup:
        return md.join([linked(sheet, _unended(sheet.view, side, conflict)), cites(side.claims)])

    return md.join(sheet.some(conflict.sides, shown), sheet.say(_between(sheet.view, conflict)))


def status_mark(sheet: Sheet, status: Status) -> Markup:
    """The state of a disagreement, in words."""
    return md.inline("span", sheet.say(STATUSES[status]), class_=f"status {status}")


def callout(sheet: Sheet, conflict: ConflictFinding, own: EntityId | None = None) -> Markup:
    """One line and, below it, a link; opened, the sides with who says each, of very many one's own first."""
    way = sheet.link(conflict_address(conflict), sheet.say("compare"))
    by_question = conflict.rule is Rule.QUESTION or asks_who(sheet.view, conflict)
    asked_as = conflict_title(sheet.view, conflict) if by_question else ""
    said = sheet.fill("Sources disagree: {sides}", sides=md.text(versus(sheet.view, conflict)))
    head = sheet.sentences([md.text(asked_as), said])
    summary = md.join([head, status_mark(sheet, conflict.status)], md.SPACE)
    ordered: Sequence[SideFinding] = conflict.sides
    if len(ordered) > MOST:
        ordered = sorted(ordered, key=lambda side: side.subject != own)
    sides = md.bullets(sheet.some(ordered, lambda side: side_lines(sheet, side, conflict)))
    return md.blocks(md.details(summary, sides, css="conflict"), md.paragraph(way, css="more"))


def side_lines(sheet: Sheet, side: SideFinding, conflict: ConflictFinding) -> Markup:
    """A side, how many say so, and each of them with the footnote."""
    value = md.inline("strong", linked(sheet, side_text(sheet.view, side, conflict)))
    count = md.inline("span", md.text(side_count(sheet.view, side)), class_="count")
    lines = md.bullets(sheet.some(side.claims, lambda claim: retold(sheet, claim)))
    return Markup(f"{md.join([value, count], md.SPACE)}\n{lines}")


def callouts(sheet: Sheet, subject: EntityId, property: PropertyId | None) -> Markup:
    """The disagreements on one property of a subject."""
    return md.blocks(*(callout(sheet, each, subject) for each in _beside(sheet.view, subject, property)))


def disputed(sheet: Sheet, id: EntityId) -> Markup:
    """The disagreements that concern somebody or something and are shown beside no value on the page."""
    groups = sheet.view.dossier.groups_of.get(id, ())
    beside = {each.id for group in groups for each in _beside(sheet.view, id, group.property)}
    found = [each for each in sheet.view.findings.disputes.get(id, ()) if each.id not in beside]
    return md.blocks(*sheet.some(found, lambda each: callout(sheet, each)))


def doubt_mark(sheet: Sheet, id: EntityId) -> Markup:
    """A word beside an event about which the articles disagree, leading to where they are compared."""
    return _mark(sheet, sheet.view.asked(id))


def _beside(view: View, subject: EntityId, property: PropertyId | None) -> Sequence[ConflictFinding]:
    return view.findings.beside_values.get((subject, property), ())


def disagreement_mark(sheet: Sheet, group: StatementGroup) -> Markup:
    """A word beside values that cannot all be right, leading to where they are compared."""
    return _mark(sheet, _beside(sheet.view, group.subject, group.property))


def _mark(sheet: Sheet, found: Sequence[ConflictFinding]) -> Markup:
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
