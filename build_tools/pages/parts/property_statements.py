"""The statements on one property of a subject: each value with everybody who gives it."""

from __future__ import annotations

from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    EntityId,
    EntityValue,
    SourceId,
    Stance,
    Statement,
    StatementFinding,
    StatementGroup,
    TextValue,
)
from build_tools.pages.parts.attribution import article, asides, terms
from build_tools.pages.parts.footnotes import MOST_CITED, cites, claim_mark, claim_words, ways
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.value_words import (
    article_count,
    flat,
    property_text,
    shared_modality,
    shared_place,
    stated,
)
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

FEW = 5


def claim_lines(context: Context, claims: tuple[Claim, ...]) -> list[Markup]:
    """Claims in lines; what one article says twice in the same words is one line with both footnotes."""
    with_place = shared_place(claims) is None
    by_words = grouped(claims, lambda claim: claim_words(context, claim, with_place))
    return [
        _claim_line(context, words, same[at : at + MOST_CITED])
        for words, same in by_words.items()
        for at in range(0, len(same), MOST_CITED)
    ]


def _claim_line(context: Context, words: Markup, same: tuple[Claim, ...]) -> Markup:
    first, *others = same
    marks = [*(claim_mark(each, md.EMPTY) for each in others), claim_mark(first, words)]
    return md.join([*marks, cites(same), ways(context, first)])


def statement(context: Context, said: StatementFinding, subject: EntityId) -> Markup:
    """A value and everybody who gives it; a plan or a denial is marked at the article that says so."""
    css = "account" if isinstance(said.value, TextValue) else "value"
    told = claim_lines(context, said.claims)
    if len(told) == 1 and said.value is None and _is_in_terms(said):
        return told[0]
    if len(told) == 1:
        alone = md.inline("span", md.unended(_begun(said, flat(context, said, subject))), class_=css)
        return context.fill("{value} — {claim}", value=alone, claim=told[0])
    value = md.inline("span", _begun(said, stated(context, said, subject)), class_=css)
    count = md.inline("span", md.text(article_count(context.view, said.count)), class_="count")
    return Markup(f"{md.join([value, count], md.SPACE)}\n{md.bullets(told)}")


def _begun(said: StatementFinding, value: Markup) -> Markup:
    """A value at the head of its entry, with a capital; a name is written as it is."""
    return value if isinstance(said.value, EntityValue) else Markup(value[:1].upper() + value[1:])


def _is_in_terms(said: StatementFinding) -> bool:
    """Whether the terms of its claims (planned, denied by …) already say everything."""
    denied = said.stance is Stance.DENIES and all(claim.qualifiers.said_by for claim in said.claims)
    return denied or (said.stance is not Stance.DENIES and shared_modality(said.claims) is not None)


def group(context: Context, said: StatementGroup) -> Markup:
    """All that sources say on one property: its values, then the accounts."""
    found = context.view.findings.statements[said.subject, said.property]
    told = [each for each in found if isinstance(each.value, TextValue)]
    values = [each for each in found if not isinstance(each.value, TextValue)]
    items = [statement(context, each, said.subject) for each in values]
    return md.bullets([*items, *accounts(context, told, said.subject)])


def accounts(context: Context, told: list[StatementFinding], subject: EntityId) -> list[Markup]:
    """The accounts, in the order of the articles; a long list is grouped by article."""
    told = sorted(told, key=lambda each: (each.claims[0].citation.source, each.claims[0].citation.start))
    parts = [part for each in told for part in _by_article(each)]
    by_article = grouped(parts, lambda part: part.claims[0].citation.source)
    if len(told) <= FEW or len(by_article) < 2:
        return [statement(context, each, subject) for each in told]
    return [_of_article(context, id, some, subject) for id, some in by_article.items()]


def _by_article(told: StatementFinding) -> list[Statement]:
    by_source = grouped(told.claims, lambda claim: claim.citation.source)
    return [
        Statement(told.value, told.stance, claims[at : at + MOST_CITED])
        for claims in by_source.values()
        for at in range(0, len(claims), MOST_CITED)
    ]


def _of_article(context: Context, id: SourceId, told: tuple[Statement, ...], subject: EntityId) -> Markup:
    lines = md.bullets([_account(context, each, subject) for each in told])
    return Markup(f"{md.strong(article(context, id))}\n{lines}")


def _account(context: Context, told: Statement, subject: EntityId) -> Markup:
    """An account and its terms; the heading above names the article."""
    first, *others = told.claims
    said = flat(context, told, subject)
    how, added = (
        context.phrases(terms(context, first, with_place=False)),
        context.phrases(asides(context, first)),
    )
    words = md.inline("span", md.unended(said), class_="account")
    words = context.fill("{value} — {claim}", value=words, claim=how) if how else words
    words = context.fill("{value} ({how})", value=words, how=added) if added else words
    marks = [claim_mark(each, md.EMPTY) for each in others]
    return md.join([*marks, claim_mark(first, words), cites(told.claims), ways(context, first)])


def group_heading(context: Context, said: StatementGroup) -> Markup:
    """What the property is called."""
    label = property_text(context.view, said.property)
    return md.heading(3, md.text(label[:1].upper() + label[1:]), f"p-{said.property or 'itself'}")
