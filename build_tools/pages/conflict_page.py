"""The page of a disagreement: the sides face to face, what fits both, who is silent, the judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from build_tools.grouped import grouped
from build_tools.model import (
    Claim,
    Clash,
    ConflictFinding,
    DifferenceKind,
    EntityId,
    Kind,
    Question,
    Rule,
    SideFinding,
    SourceId,
)
from build_tools.pages.parts.attribution import article, grade, qualifiers, short_name
from build_tools.pages.parts.callouts import conflict_title, side_text, status_mark, versus
from build_tools.pages.parts.charts import charts, with_key
from build_tools.pages.parts.difference_words import difference_words, message
from build_tools.pages.parts.first_reports import way_to_history
from build_tools.pages.parts.footnotes import byline, cites, claim_mark, finish, quoted, ways
from build_tools.pages.parts.judgement import banner, claim_list, judgement, way_to_judgement
from build_tools.pages.parts.page_context import Context, link_names, name, prose
from build_tools.pages.parts.sections import (
    context_of,
    finish_entity,
    planned_entity,
    section,
    statement_sections,
)
from build_tools.pages.parts.value_words import claimed, side_count
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import conflict_address, passage_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

MOST_TIMES = 3
FEW = 3  # sides whose differences have room under the title


def conflict_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every disagreement, and one for every question on which nobody disagrees yet."""
    for conflict in view.findings.conflicts:
        make = partial(conflict_page, view, conflict)
        yield PlannedPage(conflict_address(conflict), make, edit=_file_of(view, conflict))
    yield from (planned_entity(view, question, question_page) for question in view.undisputed)


def _file_of(view: View, conflict: ConflictFinding) -> str:
    """The file to edit: the question's, or the subject's where nobody has asked."""
    return (conflict.question or view.entities[conflict.subject]).origin.path


def conflict_page(view: View, conflict: ConflictFinding) -> Page:
    """The question, its sides with their quotations, what fits both, and what editors make of it."""
    context = Context(view, conflict_address(conflict))
    question = conflict.question
    note = prose(context, question.note) if question else md.EMPTY
    return finish(
        context,
        _page(view, conflict),
        banner(context, conflict),
        md.paragraph(opening(context, conflict), css="lead"),
        way_to_history(context, conflict),
        section(context, "The sides", "sides", sides_face_to_face(context, conflict)),
        section(context, "Which of these differ", "pairs", pairs(context, conflict)),
        section(context, "The numbers side by side", "chart", _chart(context, conflict)),
        section(context, "What fits more than one side", "fits", claim_list(context, conflict.fits_both)),
        section(context, "Read for this, and silent", "silent", article_row(context, conflict.silent)),
        section(context, "Not yet read for this", "unread", article_row(context, conflict.unread)),
        section(context, "What would settle it", "settle", note),
        section(
            context,
            "What the editors think",
            "judgement",
            judgement(context, question, held(context, conflict)),
        ),
        section(context, "How far to trust the articles", "grades", grades(context, conflict)),
        section(context, "Read in the articles as an answer", "answers", _answers(context, conflict)),
    )


def _page(view: View, conflict: ConflictFinding) -> Page:
    question = conflict.question
    claims = [claim for side in conflict.sides for claim in side.claims]
    sentences = conflict.rule is Rule.QUESTION
    sides = () if sentences else (side_text(view, side, conflict) for side in conflict.sides)
    values = () if sentences else (*sides, *(claim.raw for claim in claims))
    asked = question.label.texts if question else ()
    return Page(
        address=conflict_address(conflict),
        title=conflict_title(view, conflict),
        description=view.edition.say("Sources disagree: {sides}.", sides=versus(view, conflict)),
        kind=view.edition.say("Disagreement"),
        names=tuple(dict.fromkeys(each for each in (*values, *asked, view.label(conflict.subject)) if each)),
        edit=_file_of(view, conflict),
        dated=question.decided if question else "",
    )


def opening(context: Context, conflict: ConflictFinding) -> Markup:
    """Its state, what it is about, by how much the sides differ, and what its state lets us say of that."""
    subject = _asked_about(conflict) or conflict.subject
    about = md.EMPTY
    if context.view.address(subject) != context.here:
        about = context.fill("About: {subject}.", subject=name(context, subject))
    told = (
        about,
        *(differences(context, conflict) or [_that_they_differ(context, conflict)]),
        _in_one_article(context, conflict),
        _bearing(context, conflict),
        _taken_back(context, conflict),
        way_to_judgement(context, conflict),
    )
    return md.join([status_mark(context, conflict.status), context.sentences(told)], md.SPACE)


def _asked_about(conflict: ConflictFinding) -> EntityId | None:
    question = conflict.question
    return question.about if question and question.answers else None


def _that_they_differ(context: Context, conflict: ConflictFinding) -> Markup:
    """Where nothing is measured: that they do."""
    if conflict.rule is Rule.QUESTION:
        return context.say("The articles answer this differently.")
    return md.EMPTY if conflict.exclusive else context.say("The articles differ on this.")


def _in_one_article(context: Context, conflict: ConflictFinding) -> Markup:
    """That an article gives both, and is on neither side alone."""
    many = len(conflict.both)
    return context.count("One article gives both.", "{n} articles give both.", many) if many else md.EMPTY


def _taken_back(context: Context, conflict: ConflictFinding) -> Markup:
    """Which articles take a side back."""
    found = conflict.conflict.withdrawn
    by = [md.join([article(context, each.citation.source), cites([each])]) for each in found]
    return context.fill("Taken back in {articles}.", articles=context.listed(by)) if by else md.EMPTY


def _bearing(context: Context, conflict: ConflictFinding) -> Markup:
    """Whether all may be right."""
    if conflict.successive:
        return context.say("They may speak of different times.")
    if not conflict.exclusive:
        return md.EMPTY
    pair = len(conflict.sides) == 2
    return context.say("These cannot both be right." if pair else "These cannot all be right.")


def differences(context: Context, conflict: ConflictFinding) -> list[Markup]:
    """How far the values of two sides are apart, where that is measured and has room."""
    measured = [each for each in conflict.clashes if each.difference.gap is not DifferenceKind.OTHER]
    return [_clash(context, conflict, each) for each in measured] if len(conflict.sides) <= FEW else []


def _clash(context: Context, conflict: ConflictFinding, clash: Clash) -> Markup:
    one, other = conflict.sides[clash.first], conflict.sides[clash.second]
    first, second = (_in_a_sentence(context, conflict, at) for at in (clash.first, clash.second))
    said = message(clash.difference, one, other)
    return difference_words(context, said, first, second, clash.difference)


def pairs(context: Context, conflict: ConflictFinding) -> Markup:
    """Where there are more than two sides: which of them cannot both hold, and which can."""
    if len(conflict.sides) < FEW:
        return md.EMPTY
    if not conflict.fitting and all(each.difference.gap is DifferenceKind.OTHER for each in conflict.clashes):
        return context.say("Each of these differs from every other.")
    lines = [_clash(context, conflict, each) for each in conflict.clashes]
    lines += [_fit(context, conflict, *pair) for pair in conflict.fitting]
    return md.bullets(context.some(lines, Markup))


def _fit(context: Context, conflict: ConflictFinding, one: int, other: int) -> Markup:
    first, second = (md.strong(_in_a_sentence(context, conflict, at)) for at in (one, other))
    return context.fill("{first} and {second} can both be right.", first=first, second=second)


def _in_a_sentence(context: Context, conflict: ConflictFinding, at: int) -> Markup:
    return md.unended(md.text(side_text(context.view, conflict.sides[at], conflict)))


def sides_face_to_face(context: Context, conflict: ConflictFinding) -> Markup:
    """Face to face: each value with its quotations, who says it, as of when, and how many give it alone."""
    return md.block(
        "div", md.blocks(*(_side(context, each, conflict) for each in conflict.sides)), class_="sides"
    )


def held(context: Context, conflict: ConflictFinding) -> Markup:
    """The side that the editors hold."""
    if conflict.upheld is None:
        return md.EMPTY
    side = conflict.sides[conflict.upheld]
    return context.fill(
        "They hold: {side}.", side=md.unended(link_names(context, side_text(context.view, side, conflict)))
    )


def _side(context: Context, side: SideFinding, conflict: ConflictFinding) -> Markup:
    value = md.line("p", link_names(context, side_text(context.view, side, conflict)), class_="side-value")
    times = context.some(side.times, lambda date: md.text(context.view.as_of(date)), MOST_TIMES)
    dated = context.fill("as of {date}", date=context.listed(times)) if times else md.EMPTY
    many = context.several([dated, md.text(side_count(context.view, side))])
    by_passage = grouped(side.claims, lambda claim: (claim.citation.source, claim.passage))
    found = [_evidence(context, claims) for claims in by_passage.values()]
    css = "side upheld" if conflict.upheld == conflict.sides.index(side) else "side"
    return md.block("div", md.blocks(value, md.line("p", many, class_="side-sources"), *found), class_=css)


def _evidence(context: Context, claims: tuple[Claim, ...]) -> Markup:
    """A passage, and the terms on which the claims made from it stand."""
    cited = claims[0].citation
    found = context.view.index.passages[cited.source, claims[0].passage]
    source = context.view.dossier.inputs.sources[cited.source]
    way = context.link(passage_address(source.id, found.id), byline(context, source, cited.line))
    terms = dict.fromkeys(each for claim in claims for each in qualifiers(context, claim))
    words = md.line("p", quoted(context, found), class_="evidence")
    said = md.join([way, context.phrases(terms)], md.SPACE)
    own = [claim for claim in claims if context.view.entities[claim.subject].kind is Kind.QUESTION]
    marks = [claim_mark(each, md.EMPTY) for each in own[1:]]
    said = md.join([*marks, claim_mark(own[0], said)]) if own else said
    line = md.join([said, md.join([cites(claims), *(ways(context, each) for each in own[:1])])], md.SPACE)
    return md.blocks(words, md.line("p", line, class_="by"))


def _chart(context: Context, conflict: ConflictFinding) -> Markup:
    claims = [claim for side in conflict.sides for claim in side.claims]
    drawn = charts(context, [*claims, *conflict.fits_both], conflict_title(context.view, conflict))
    return with_key(context, drawn)


def article_row(context: Context, ids: Sequence[SourceId]) -> Markup:
    """Articles in a row; of very many the first."""
    return context.listed(context.some(ids, lambda id: article(context, id)))


def grades(context: Context, conflict: ConflictFinding) -> Markup:
    """How reliable each article on the sides is held to be, once."""
    ids = sorted({claim.citation.source for side in conflict.sides for claim in side.claims})
    known = context.view.dossier.inputs.sources
    return md.bullets([context.headed([article(context, id), grade(context, known[id])]) for id in ids])


def _answers(context: Context, conflict: ConflictFinding) -> Markup:
    """The claims that answer the question and are on no side, at their permanent address."""
    found = context.view.index.claims_on.get(EntityId(conflict.question.id), ()) if conflict.question else ()
    shown = {claim.id for side in conflict.sides for claim in side.claims}
    return md.bullets([_answer(context, claim) for claim in found if claim.id not in shown])


def _answer(context: Context, claim: Claim) -> Markup:
    who = context.phrases([short_name(context, claim.citation.source), *qualifiers(context, claim)])
    said = context.fill("{value} — {claim}", value=claimed(context, claim), claim=who)
    return md.join([claim_mark(claim, said), cites([claim]), ways(context, claim)])


def question_page(view: View, question: Question) -> Page:
    """A question on which the articles do not disagree: what they answer."""
    context = context_of(view, question)
    return finish_entity(
        context,
        question,
        md.paragraph(context.say("The articles do not disagree on this."), css="lead"),
        statement_sections(context, view.dossier.groups_of.get(question.id, ())),
        section(context, "What would settle it", "settle", prose(context, question.note)),
        section(context, "What the editors think", "judgement", judgement(context, question)),
    )
