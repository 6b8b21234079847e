"""A disagreement in a line beside the value that it concerns, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import (
    ConflictFinding,
    DateValue,
    EntityId,
    PropertyId,
    Rule,
    SideFinding,
    Stance,
    Statement,
    StatementGroup,
    Status,
    TermId,
    TermValue,
)
from build_tools.pages.parts.footnotes import cites, retold
from build_tools.pages.parts.page_context import MOST, Context, link_names
from build_tools.pages.parts.value_words import (
    MODALITIES,
    period_text,
    point_text,
    shared_modality,
    side_count,
    stated,
    term_text,
    value_text,
)
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address
from build_tools.website.markdown import Markup

ENDS = (".", "。")
STATUSES = {
    Status.OPEN: "open",
    Status.EXPLAINED: "explained",
    Status.RESOLVED: "resolved",
    Status.CHANGED: "changed",
    Status.WITHDRAWN: "taken back",
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
    holders = {side.subject for side in conflict.sides}
    if isinstance(post, TermValue) and conflict.subject not in holders:
        held = term_text(view, post.id)
        return view.edition.say("{subject}, {point}", subject=view.label(conflict.subject), point=held)
    if isinstance(post, TermValue) and len(holders) > 1:
        return term_text(view, post.id)
    if tenure := _tenure(conflict.sides[0]):
        held = view.edition.say(
            "{subject}, {point}", subject=view.label(conflict.subject), point=term_text(view, tenure[0])
        )
        return view.edition.say("{title}: since when" if tenure[1] else "{title}: until when", title=held)
    title = point_text(view, conflict.subject, conflict.property)
    summed = conflict.rule is Rule.SUM
    return view.edition.say("{title}, and the sum of its parts", title=title) if summed else title


def _tenure(side: SideFinding) -> tuple[TermId, bool] | None:
    """The post of which a side tells when it began (true), or when it ended."""
    first = side.claims[0] if side.claims else None
    if first is None or not isinstance(first.value, TermValue) or not isinstance(side.value, DateValue):
        return None
    return first.value.id, first.qualifiers.from_ == side.value


def _setting_text(view: View, conflict: ConflictFinding) -> str:
    """What tells a conflict from another on the same point: its period, time or place, else its values."""
    setting = conflict.setting
    if setting.period:
        return view.edition.say("for {date}", date=view.edition.time(setting.period))
    if setting.as_of:
        return view.edition.say("as of {date}", date=view.as_of(setting.as_of))
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
    if tenure := _tenure(side):
        value = view.edition.say("from {date}" if tenure[1] else "until {date}", date=value)
    if side.stance is Stance.DENIES:
        denied = view.edition.say("denied: {value}", value=value)
        value = denied if side.value is not None else view.edition.say("denied")
    modality = shared_modality(side.claims)
    if modality:
        how = view.edition.say(MODALITIES[modality][0])
        value = how if side.value is None else view.edition.say("{value} ({how})", value=value, how=how)
    return value


def asks_who(view: View, conflict: ConflictFinding) -> bool:
    """Whether all sides have one value and different subjects, and the question asks for the subject."""
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
    """What is between sides in a line: sentences need more than a word to be told apart."""
    told = (side_text(view, side, conflict) for side in conflict.sides[:MOST])
    return "; or: " if any(each.endswith(ENDS) for each in told) else " or "


def _unended(view: View, side: SideFinding, conflict: ConflictFinding) -> str:
    return side_text(view, side, conflict).rstrip("".join(ENDS))


def facing(context: Context, conflict: ConflictFinding) -> Markup:
    """The sides in one line, each with its footnotes."""

    def shown(side: SideFinding) -> Markup:
        return md.join([link_names(context, _unended(context.view, side, conflict)), cites(side.claims)])

    return md.join(context.some(conflict.sides, shown), context.say(_between(context.view, conflict)))


def status_mark(context: Context, status: Status) -> Markup:
    """The state of a disagreement, in words."""
    return md.inline("span", context.say(STATUSES[status]), class_=f"status {status}")


def callout(
    context: Context, conflict: ConflictFinding, own: EntityId | None = None, titled: bool = False
) -> Markup:
    """One line and, below it, a link; opened, the sides with who says each, of very many one's own first.

    It says what it is about where it is beside no value (`titled`), or where the sides alone do not.
    """
    way = context.link(conflict_address(conflict), context.say("compare"))
    by_question = conflict.rule is Rule.QUESTION or asks_who(context.view, conflict)
    asked_as = conflict_title(context.view, conflict) if titled or by_question else ""
    if asked_as and not asked_as.endswith(("?", "？")):
        asked_as = context.edition.say("{title}.", title=asked_as)
    said = context.fill("Sources disagree: {sides}", sides=md.text(versus(context.view, conflict)))
    head = context.sentences([md.text(asked_as), said])
    summary = md.join([head, status_mark(context, conflict.status)], md.SPACE)
    ordered: Sequence[SideFinding] = conflict.sides
    if len(ordered) > MOST:
        ordered = sorted(ordered, key=lambda side: side.subject != own)
    sides = md.bullets(context.some(ordered, lambda side: side_lines(context, side, conflict)))
    return md.blocks(md.details(summary, sides, css="conflict"), md.paragraph(way, css="more"))


def side_lines(context: Context, side: SideFinding, conflict: ConflictFinding) -> Markup:
    """A side, how many say so, and each of them with the footnote."""
    value = md.inline("strong", link_names(context, side_text(context.view, side, conflict)))
    count = md.inline("span", md.text(side_count(context.view, side)), class_="count")
    lines = md.bullets(context.some(side.claims, lambda claim: retold(context, claim)))
    return Markup(f"{md.join([value, count], md.SPACE)}\n{lines}")


def callouts(context: Context, subject: EntityId, property: PropertyId | None) -> Markup:
    """The disagreements on one property of a subject."""
    return md.blocks(*(callout(context, each, subject) for each in _beside(context.view, subject, property)))


def disputed(context: Context, id: EntityId) -> Markup:
    """The disagreements that concern somebody or something and are shown beside no value on the page."""
    groups = context.view.dossier.groups_of.get(id, ())
    beside = {each.id for group in groups for each in _beside(context.view, id, group.property)}
    found = [each for each in context.view.findings.disputes.get(id, ()) if each.id not in beside]
    return md.blocks(*context.some(found, lambda each: callout(context, each, titled=True)))


def doubt_mark(context: Context, id: EntityId) -> Markup:
    """A word beside an event about which the articles disagree, leading to where they are compared."""
    return _mark(context, context.view.asked(id))


def _beside(view: View, subject: EntityId, property: PropertyId | None) -> Sequence[ConflictFinding]:
    return view.findings.beside_values.get((subject, property), ())


def disagreement_mark(context: Context, group: StatementGroup) -> Markup:
    """A word beside values that cannot all be right, leading to where they are compared."""
    return _mark(context, _beside(context.view, group.subject, group.property))


def _mark(context: Context, found: Sequence[ConflictFinding]) -> Markup:
    if not found:
        return md.EMPTY
    return context.link(conflict_address(found[0]), context.say("sources disagree"), css="disputed")


def _dated(context: Context, said: Statement, subject: EntityId) -> Markup:
    return stated(context, said, subject, period_text(context.view, said.claims))


def all_stated(context: Context, group: StatementGroup) -> Markup:
    """The values of a group in one line, with their footnotes, and whether they disagree."""

    def shown(said: Statement) -> Markup:
        return md.join([_dated(context, said, group.subject), cites(said.claims)])

    values = context.some(group.statements, shown)
    return md.join([md.join(values, md.text(" · ")), disagreement_mark(context, group)], md.SPACE)
