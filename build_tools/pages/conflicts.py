"""The page of a disagreement: the sides face to face, what fits both, who is silent, the judgement."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Conflict,
    EntityId,
    Kind,
    Question,
    Rule,
    Side,
    Stance,
)
from build_tools.pages.attribution import article, grade, publisher, qualifiers
from build_tools.pages.callouts import conflict_title, side_text, status_mark, versus
from build_tools.pages.charts import charts, with_key
from build_tools.pages.comparing import compared, in_words, measurable, message
from build_tools.pages.judgement import banner, claim_list, judgement, way_to_judgement
from build_tools.pages.parts import byline, cites, claim_mark, finish, quoted, ways
from build_tools.pages.sheet import Sheet, linked, name, prose
from build_tools.pages.subjects import page_of, sayings, section, sheet_of
from build_tools.pages.view import View
from build_tools.pages.words import claimed, counted
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address, passage_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

MEASURED = (Rule.SINGLE_BEST_VALUE, Rule.DENIED, Rule.QUESTION)


def conflict_pages(view: View) -> Iterable[Page]:
    """A page for every disagreement, and one for every question on which nobody disagrees yet."""
    yield from (conflict_page(view, conflict) for conflict in view.dossier.conflicts)
    yield from (question_page(view, question) for question in view.undisputed)


def conflict_page(view: View, conflict: Conflict) -> Page:
    """The question, its sides with their quotations, what fits both, and what editors make of it."""
    sheet = Sheet(view, conflict_address(conflict))
    question = conflict.question
    note = prose(sheet, question.note) if question else md.EMPTY
    return finish(
        sheet,
        _page(view, conflict),
        banner(sheet, conflict),
        md.paragraph(opening(sheet, conflict), css="lead"),
        section(sheet, "The sides", "sides", sides(sheet, conflict)),
        section(sheet, "The numbers side by side", "chart", _chart(sheet, conflict)),
        section(sheet, "What fits more than one side", "fits", claim_list(sheet, conflict.fits_both)),
        section(sheet, "Who does not say", "silent", silent(sheet, conflict)),
        section(sheet, "What would settle it", "settle", note),
        section(sheet, "What the editors think", "judgement", judgement(sheet, question)),
        section(sheet, "Read in the articles as an answer", "answers", _answers(sheet, conflict)),
    )


def _page(view: View, conflict: Conflict) -> Page:
    question = conflict.question
    claims = [claim for side in conflict.sides for claim in side.claims]
    sentences = conflict.rule is Rule.QUESTION
    sides = () if sentences else (side_text(view, side, conflict) for side in conflict.sides)
    values = (*sides, *(claim.raw for claim in claims))
    asked = (question.label.en, question.label.zh) if question else ()
    return Page(
        address=conflict_address(conflict),
        title=conflict_title(view, conflict),
        description=view.edition.say("Sources disagree: {sides}.", sides=versus(view, conflict)),
        kind=view.edition.say("Disagreement"),
        names=tuple(dict.fromkeys(each for each in (*values, *asked, view.label(conflict.subject)) if each)),
        edit=question.origin.path if question else view.entities[conflict.subject].origin.path,
        dated=question.decided if question else "",
    )


def opening(sheet: Sheet, conflict: Conflict) -> Markup:
    """Its state, what it is about, and by how much the sides differ."""
    subject = _asked_about(conflict) or conflict.subject
    about = md.EMPTY
    if sheet.view.address(subject) != sheet.here:
        about = sheet.fill("About: {subject}.", subject=name(sheet, subject))
    both, all = sheet.say("These cannot both be right."), sheet.say("These cannot all be right.")
    apart = differences(sheet, conflict) or [both if len(conflict.sides) == 2 else all]
    said = sheet.sentences([about, *apart, way_to_judgement(sheet, conflict)])
    return md.join([status_mark(sheet, conflict.status), said], md.SPACE)


def _asked_about(conflict: Conflict) -> EntityId | None:
    question = conflict.question
    return question.about if question and question.answers else None


def differences(sheet: Sheet, conflict: Conflict) -> list[Markup]:
    """How far the values of two sides are apart, for sides that give the same thing differently."""
    if conflict.rule not in MEASURED or len(conflict.sides) > 3:
        return []
    pairs = combinations(conflict.sides, 2)
    found = (_difference(sheet, conflict, one, other) for one, other in pairs if measurable(one, other))
    return [said for said in found if said]


def _difference(sheet: Sheet, conflict: Conflict, one: Side, other: Side) -> Markup:
    one, other = sorted((one, other), key=lambda each: each.stance is Stance.DENIES)
    found = compared(one, other)
    said = message(found, one, other)
    first, second = (md.text(side_text(sheet.view, side, conflict)) for side in (one, other))
    return in_words(sheet, said, first, second, found.amount) if said else md.EMPTY


def sides(sheet: Sheet, conflict: Conflict) -> Markup:
    """Face to face: each value with its quotations, who says it, and how many say so on their own."""
    return md.block(
        "div", md.blocks(*(_side(sheet, each, conflict) for each in conflict.sides)), class_="sides"
    )


def _side(sheet: Sheet, side: Side, conflict: Conflict) -> Markup:
    value = md.line("p", linked(sheet, side_text(sheet.view, side, conflict)), class_="side-value")
    count = md.line("p", md.text(counted(sheet.view, side.claims)), class_="side-sources")
    by_passage = grouped(side.claims, lambda claim: (claim.citation.source, claim.passage))
    found = [_evidence(sheet, claims) for claims in by_passage.values()]
    return md.block("div", md.blocks(value, count, *found), class_="side")


def _evidence(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    """A passage, and the terms on which the claims made from it stand."""
    cited = claims[0].citation
    found = sheet.view.index.passages[cited.source, claims[0].passage]
    source = sheet.view.dossier.inputs.sources[cited.source]
    way = sheet.link(passage_address(source.id, found.id), byline(sheet, source, cited.line))
    terms = dict.fromkeys(each for claim in claims for each in qualifiers(sheet, claim))
    graded = md.unended(grade(sheet, source))
    words = md.line("p", quoted(sheet, found), class_="evidence")
    said = md.join([way, md.inline("span", graded, class_="grade"), sheet.phrases(terms)], md.SPACE)
    own = [claim for claim in claims if sheet.view.entities[claim.subject].kind is Kind.QUESTION]
    marks = [claim_mark(each, md.EMPTY) for each in own[1:]]
    said = md.join([*marks, claim_mark(own[0], said)]) if own else said
    line = md.join([said, md.join([cites(claims), *(ways(sheet, each) for each in own[:1])])], md.SPACE)
    return md.blocks(words, md.line("p", line, class_="by"))


def _chart(sheet: Sheet, conflict: Conflict) -> Markup:
    claims = [claim for side in conflict.sides for claim in side.claims]
    drawn = charts(sheet, [*claims, *conflict.fits_both], conflict_title(sheet.view, conflict))
    return with_key(sheet, drawn)


def silent(sheet: Sheet, conflict: Conflict) -> Markup:
    """The articles that do not speak of it."""
    return sheet.listed(article(sheet, id) for id in conflict.silent)


def _answers(sheet: Sheet, conflict: Conflict) -> Markup:
    """The claims that answer the question and stand on no side, at their permanent address."""
    found = sheet.view.index.claims_on.get(EntityId(conflict.question.id), ()) if conflict.question else ()
    shown = {claim.id for side in conflict.sides for claim in side.claims}
    return md.bullets([_answer(sheet, claim) for claim in found if claim.id not in shown])


def _answer(sheet: Sheet, claim: Claim) -> Markup:
    who = sheet.phrases([publisher(sheet, claim.citation.source), *qualifiers(sheet, claim)])
    said = sheet.fill("{value} — {claim}", value=claimed(sheet, claim), claim=who)
    return md.join([claim_mark(claim, said), cites([claim]), ways(sheet, claim)])


def question_page(view: View, question: Question) -> Page:
    """A question on which the articles do not disagree: what they answer."""
    sheet = sheet_of(view, question)
    return finish(
        sheet,
        page_of(view, question),
        md.paragraph(sheet.say("The articles do not disagree on this."), css="lead"),
        sayings(sheet, view.dossier.groups_of.get(question.id, ())),
        section(sheet, "What would settle it", "settle", prose(sheet, question.note)),
        section(sheet, "What the editors think", "judgement", judgement(sheet, question)),
    )
