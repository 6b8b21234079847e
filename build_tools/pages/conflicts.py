"""The page of a disagreement: the sides face to face, what fits both, who is silent, the judgement."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Clash,
    ConflictFinding,
    EntityId,
    Gap,
    Kind,
    Question,
    Rule,
    SideFinding,
    SourceId,
)
from build_tools.pages.attribution import article, grade, qualifiers, short_name
from build_tools.pages.callouts import conflict_title, side_text, status_mark, versus
from build_tools.pages.charts import charts, with_key
from build_tools.pages.comparing import in_words, message
from build_tools.pages.judgement import banner, claim_list, judgement, way_to_judgement
from build_tools.pages.parts import byline, cites, claim_mark, finish, quoted, ways
from build_tools.pages.sheet import Sheet, linked, name, prose
from build_tools.pages.subjects import page_of, sayings, section, sheet_of
from build_tools.pages.view import View
from build_tools.pages.words import claimed, side_count
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address, passage_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

MOST_TIMES = 3
FEW = 3  # sides whose differences have room under the title


def conflict_pages(view: View) -> Iterable[Page]:
    """A page for every disagreement, and one for every question on which nobody disagrees yet."""
    yield from (conflict_page(view, conflict) for conflict in view.findings.conflicts)
    yield from (question_page(view, question) for question in view.undisputed)


def conflict_page(view: View, conflict: ConflictFinding) -> Page:
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
        section(sheet, "Which of these differ", "pairs", pairs(sheet, conflict)),
        section(sheet, "The numbers side by side", "chart", _chart(sheet, conflict)),
        section(sheet, "What fits more than one side", "fits", claim_list(sheet, conflict.fits_both)),
        section(sheet, "Read for this, and silent", "silent", articles(sheet, conflict.silent)),
        section(sheet, "Not yet read for this", "unread", articles(sheet, conflict.unread)),
        section(sheet, "What would settle it", "settle", note),
        section(
            sheet, "What the editors think", "judgement", judgement(sheet, question, held(sheet, conflict))
        ),
        section(sheet, "How far to trust the articles", "grades", grades(sheet, conflict)),
        section(sheet, "Read in the articles as an answer", "answers", _answers(sheet, conflict)),
    )


def _page(view: View, conflict: ConflictFinding) -> Page:
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


def opening(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """Its state, what it is about, by how much the sides differ, and what its state lets us say of that."""
    subject = _asked_about(conflict) or conflict.subject
    about = md.EMPTY
    if sheet.view.address(subject) != sheet.here:
        about = sheet.fill("About: {subject}.", subject=name(sheet, subject))
    told = (
        about,
        *(differences(sheet, conflict) or [_that_they_differ(sheet, conflict)]),
        _in_one_article(sheet, conflict),
        _bearing(sheet, conflict),
        way_to_judgement(sheet, conflict),
    )
    return md.join([status_mark(sheet, conflict.status), sheet.sentences(told)], md.SPACE)


def _asked_about(conflict: ConflictFinding) -> EntityId | None:
    question = conflict.question
    return question.about if question and question.answers else None


def _that_they_differ(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """Where nothing is measured: that they do."""
    if conflict.rule is Rule.QUESTION:
        return sheet.say("The articles answer this differently.")
    return md.EMPTY if conflict.exclusive else sheet.say("The articles differ on this.")


def _in_one_article(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """That an article gives both, and stands on neither side alone."""
    many = len(conflict.both)
    return sheet.count("One article gives both.", "{n} articles give both.", many) if many else md.EMPTY


def _bearing(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """Whether all may be right."""
    if conflict.successive:
        return sheet.say("They may speak of different times.")
    if not conflict.exclusive:
        return md.EMPTY
    pair = len(conflict.sides) == 2
    return sheet.say("These cannot both be right." if pair else "These cannot all be right.")


def differences(sheet: Sheet, conflict: ConflictFinding) -> list[Markup]:
    """How far the values of two sides are apart, where that is measured and has room."""
    measured = [each for each in conflict.clashes if each.difference.gap is not Gap.OTHER]
    return [_clash(sheet, conflict, each) for each in measured] if len(conflict.sides) <= FEW else []


def _clash(sheet: Sheet, conflict: ConflictFinding, clash: Clash) -> Markup:
    one, other = conflict.sides[clash.first], conflict.sides[clash.second]
    first, second = (md.text(side_text(sheet.view, side, conflict)) for side in (one, other))
    return in_words(sheet, message(clash.difference, one, other), first, second, clash.difference.amount)


def pairs(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """Where there are more than two sides: which of them cannot both hold, and which can."""
    if len(conflict.sides) < FEW:
        return md.EMPTY
    clashing = {frozenset((each.first, each.second)) for each in conflict.clashes}
    others = [pair for pair in combinations(conflict.sides, 2) if _places(conflict, *pair) not in clashing]
    fitting = [_fit(sheet, conflict, *pair) for pair in others]
    return md.bullets(
        sheet.some([*(_clash(sheet, conflict, each) for each in conflict.clashes), *fitting], Markup)
    )


def _places(conflict: ConflictFinding, *sides: SideFinding) -> frozenset[int]:
    return frozenset(conflict.sides.index(side) for side in sides)


def _fit(sheet: Sheet, conflict: ConflictFinding, one: SideFinding, other: SideFinding) -> Markup:
    first, second = (md.strong(md.text(side_text(sheet.view, side, conflict))) for side in (one, other))
    return sheet.fill("{first} and {second} can both be right.", first=first, second=second)


def sides(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """Face to face: each value with its quotations, who says it, as of when, and how many give it alone."""
    return md.block(
        "div", md.blocks(*(_side(sheet, each, conflict) for each in conflict.sides)), class_="sides"
    )


def held(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """The side that the editors hold."""
    if conflict.upheld is None:
        return md.EMPTY
    side = conflict.sides[conflict.upheld]
    return sheet.fill(
        "They hold: {side}.", side=md.unended(linked(sheet, side_text(sheet.view, side, conflict)))
    )


def _side(sheet: Sheet, side: SideFinding, conflict: ConflictFinding) -> Markup:
    value = md.line("p", linked(sheet, side_text(sheet.view, side, conflict)), class_="side-value")
    times = sheet.some(side.times, lambda date: md.text(sheet.edition.time(date)), MOST_TIMES)
    dated = sheet.fill("as of {date}", date=sheet.listed(times)) if times else md.EMPTY
    many = sheet.several([dated, md.text(side_count(sheet.view, side))])
    by_passage = grouped(side.claims, lambda claim: (claim.citation.source, claim.passage))
    found = [_evidence(sheet, claims) for claims in by_passage.values()]
    css = "side upheld" if conflict.upheld == conflict.sides.index(side) else "side"
    return md.block("div", md.blocks(value, md.line("p", many, class_="side-sources"), *found), class_=css)


def _evidence(sheet: Sheet, claims: tuple[Claim, ...]) -> Markup:
    """A passage, and the terms on which the claims made from it stand."""
    cited = claims[0].citation
    found = sheet.view.index.passages[cited.source, claims[0].passage]
    source = sheet.view.dossier.inputs.sources[cited.source]
    way = sheet.link(passage_address(source.id, found.id), byline(sheet, source, cited.line))
    terms = dict.fromkeys(each for claim in claims for each in qualifiers(sheet, claim))
    words = md.line("p", quoted(sheet, found), class_="evidence")
    said = md.join([way, sheet.phrases(terms)], md.SPACE)
    own = [claim for claim in claims if sheet.view.entities[claim.subject].kind is Kind.QUESTION]
    marks = [claim_mark(each, md.EMPTY) for each in own[1:]]
    said = md.join([*marks, claim_mark(own[0], said)]) if own else said
    line = md.join([said, md.join([cites(claims), *(ways(sheet, each) for each in own[:1])])], md.SPACE)
    return md.blocks(words, md.line("p", line, class_="by"))


def _chart(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    claims = [claim for side in conflict.sides for claim in side.claims]
    drawn = charts(sheet, [*claims, *conflict.fits_both], conflict_title(sheet.view, conflict))
    return with_key(sheet, drawn)


def articles(sheet: Sheet, ids: Iterable[SourceId]) -> Markup:
    """Articles in a row."""
    return sheet.listed(article(sheet, id) for id in ids)


def grades(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """How reliable each article on the sides is held to be, once."""
    ids = sorted({claim.citation.source for side in conflict.sides for claim in side.claims})
    known = sheet.view.dossier.inputs.sources
    return md.bullets([sheet.headed([article(sheet, id), grade(sheet, known[id])]) for id in ids])


def _answers(sheet: Sheet, conflict: ConflictFinding) -> Markup:
    """The claims that answer the question and stand on no side, at their permanent address."""
    found = sheet.view.index.claims_on.get(EntityId(conflict.question.id), ()) if conflict.question else ()
    shown = {claim.id for side in conflict.sides for claim in side.claims}
    return md.bullets([_answer(sheet, claim) for claim in found if claim.id not in shown])


def _answer(sheet: Sheet, claim: Claim) -> Markup:
    who = sheet.phrases([short_name(sheet, claim.citation.source), *qualifiers(sheet, claim)])
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
