"""Values, qualifiers and counts in plain words: the same on every page."""

from __future__ import annotations

from build_tools.model import (
    AnyStatement,
    Claim,
    DateValue,
    EntityId,
    EntityValue,
    Kind,
    Modality,
    OriginCount,
    PropertyId,
    Quantity,
    Question,
    SideFinding,
    Stance,
    Statement,
    TermId,
    TermValue,
    TextValue,
    Value,
    ValueType,
)
from build_tools.pages.parts.page_context import Context, link_names, name, sentence
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup
from build_tools.website.typography import kept_together

SHORT = 20
MODALITIES = {
    Modality.PLANNED: ("planned", "planned according to {who}"),
    Modality.PREDICTED: ("predicted", "predicted according to {who}"),
    Modality.RUMOURED: ("rumoured", "rumoured according to {who}"),
}


def value_text(view: View, value: Value | None, subject: EntityId) -> str:
    """A value in plain words, for titles and charts."""
    edition = view.edition
    match value:
        case None:
            return edition.say("it happened")
        case Quantity():
            return edition.quantity(value)
        case DateValue():
            return edition.date(view.local(value))
        case EntityValue(id=id):
            return view.label(id)
        case TermValue(id=id):
            return term_text(view, id, subject)
        case TextValue(text=text):
            return edition.words(text)


def term_text(view: View, id: TermId, subject: EntityId | None = None) -> str:
    """A term, or the answer to a question, in this edition's words."""
    asked = view.entities.get(subject) if subject else None
    if isinstance(asked, Question):
        found = next((answer.label for answer in asked.answers if answer.id == id), None)
        if found:
            return view.edition.words(found)
    term = view.dossier.inputs.vocabulary.terms.get(id)
    return view.edition.words(term.label) if term else id


def value_markup(context: Context, value: Value | None, subject: EntityId) -> Markup:
    """A value in plain words, its names linked; its subject is named beside it, or is the page's."""
    match value:
        case EntityValue(id=id):
            return name(context, id)
        case TextValue(text=text):
            return sentence(context, text, subject)
        case TermValue() if isinstance(context.view.entities.get(subject), Question):
            return link_names(context, value_text(context.view, value, subject))
        case DateValue() if len(words := value_text(context.view, value, subject)) <= SHORT:
            return md.inline("span", md.text(words), class_="day")
        case _:
            return md.text(value_text(context.view, value, subject))


def flat(context: Context, statement: AnyStatement, subject: EntityId) -> Markup:
    """What a statement says, without who says it and how firmly, which is shown beside it."""
    value = value_markup(context, statement.value, subject)
    if statement.value is None:
        return stated(context, statement, subject)
    value = denied_value(context, statement.value, value) if statement.stance is Stance.DENIES else value
    return office_at(context, value, statement.claims)


def stated(context: Context, statement: AnyStatement, subject: EntityId, time: str = "") -> Markup:
    """What a statement says: its value, and whether that is denied, planned or rumoured, and of what time."""
    value = value_markup(context, statement.value, subject)
    modality = shared_modality(statement.claims)
    word = context.phrases(_firmness(context, modality, statement.claims)) if modality else md.EMPTY
    if statement.stance is Stance.DENIES:
        value, word = denied_value(context, statement.value, value), md.EMPTY
    elif statement.value is None and word:
        value, word = word, md.EMPTY
    how = context.phrases([word, md.text(time)])
    value = md.unended(value) if how else value
    value = office_at(context, value, statement.claims)
    return context.fill("{value} ({how})", value=value, how=how) if how else value


def _firmness(context: Context, modality: Modality, claims: tuple[Claim, ...]) -> list[Markup]:
    """That something is planned or rumoured, and that a plan was changed."""
    return [context.say(MODALITIES[modality][0]), *plan_changed(context, claims)]


def plan_changed(context: Context, claims: tuple[Claim, ...]) -> list[Markup]:
    """That something else became of a plan, as a later article says."""
    changed = all(claim.id in context.view.findings.changed_plans for claim in claims)
    return [context.say("later changed")] if changed else []


def is_money(value: Quantity) -> bool:
    """Whether a quantity is a sum in a currency: its unit is an ISO code."""
    return value.unit is not None and len(value.unit) == 3 and value.unit.isupper()


def office_at(context: Context, value: Markup, claims: tuple[Claim, ...]) -> Markup:
    """An office with its organisation, where all of its claims name the same: `head, the Mill`."""
    at = shared_place(claims)
    if at is None:
        return value
    if context.edition.chinese and is_latin(context.view.label(at)[-1:]) and is_latin(value[:1]):
        value = Markup(f" {value}")
    return context.fill("{value}, {place}", value=value, place=name(context, at))


def is_latin(character: str) -> bool:
    """Whether one character is a Latin letter or digit; an empty string is not."""
    return character.isascii() and character.isalnum()


def shared_place(claims: tuple[Claim, ...]) -> EntityId | None:
    """The organisation at which all of some claims hold."""
    places = {claim.qualifiers.at for claim in claims}
    return next(iter(places)) if len(places) == 1 else None


def claimed(context: Context, claim: Claim) -> Markup:
    """What one claim says, in the same words as a statement."""
    alone = Statement(claim.value, claim.qualifiers.stance, (claim,))
    return stated(context, alone, claim.subject)


def denied_value(context: Context, value: Value | None, shown: Markup) -> Markup:
    """That a value, or the thing itself, is denied."""
    return context.say("denied") if value is None else context.fill("denied: {value}", value=shown)


def shared_modality(claims: tuple[Claim, ...]) -> Modality | None:
    """The modality that all claims share; None where any of them asserts."""
    found = {claim.qualifiers.modality for claim in claims}
    return next(iter(found)) if len(found) == 1 and found <= MODALITIES.keys() else None


def article_count(view: View, count: OriginCount) -> str:
    """How many articles say it, and of how many publishers; independent are only origins known apart.

    It says “3 articles of 2 publishers”, “3 articles, one origin”, or “only one article says this”.
    """
    articles, say = count.articles, view.edition.say
    if articles < 2:
        return say("only one article says this")
    if count.publishers == 1:
        return kept_together(say("{n} articles of one publisher", n=articles))
    if count.independent == articles:
        return kept_together(say("{n} independent articles", n=articles))
    if count.origins == 1:
        return kept_together(say("{n} articles, one origin", n=articles))
    if count.independent:
        return kept_together(
            say("{n} articles, {independent} independent", n=articles, independent=count.origins)
        )
    if count.publishers < articles:
        return kept_together(say("{n} articles of {m} publishers", n=articles, m=count.publishers))
    return kept_together(say("{n} articles", n=articles))


def side_count(view: View, side: SideFinding) -> str:
    """How many articles give a side and nothing against it, and how many give both."""
    both, articles = len(side.both), side.count.articles
    alone = view.edition.say("one article") if articles == 1 else article_count(view, side.count)
    if not both:
        return alone
    also = view.edition.count("one article gives both", "{n} articles give both", both)
    if not articles:
        return also
    return view.edition.say("{articles}; {also}", articles=alone, also=also)


def point_text(view: View, subject: EntityId, id: PropertyId | None) -> str:
    """The subject and property; the subject alone for an account, a figure's value and an answer."""
    if goes_unsaid(view, subject, id):
        return view.label(subject)
    point = property_text(view, id)
    return view.edition.say("{subject}, {point}", subject=view.label(subject), point=point)


def pointed(context: Context, subject: EntityId, label: Markup, told: Markup) -> Markup:
    """A point and what is said on it, with a colon between them, but not after a question."""
    if context.view.label(subject).endswith(("?", "？")):
        return context.sentences([label, told])
    return context.fill("{subject}: {point}", subject=label, point=told)


def goes_unsaid(view: View, subject: EntityId, id: PropertyId | None) -> bool:
    """Whether a property need not be named: a figure's value, a question's answer, our sentence."""
    entity = view.entities.get(subject)
    own = {Kind.FIGURE: "value", Kind.QUESTION: "answer"}
    found = view.dossier.inputs.vocabulary.properties.get(id) if id else None
    told = found is not None and found.type is ValueType.TEXT
    return told or (entity is not None and id == own.get(entity.kind))


def period_text(view: View, claims: tuple[Claim, ...]) -> str:
    """Of what time a value is, where all of its claims say the same."""
    found = {claim.qualifiers.period or claim.qualifiers.as_of for claim in claims}
    date = next(iter(found)) if len(found) == 1 else None
    return view.edition.date(view.local(date)) if date else ""


def property_text(view: View, id: PropertyId | None) -> str:
    """What a property is called; the subject itself is asked whether it holds."""
    if id is None:
        return view.edition.say("whether it happened")
    found = view.dossier.inputs.vocabulary.properties.get(id)
    return view.edition.words(found.label) if found else id
