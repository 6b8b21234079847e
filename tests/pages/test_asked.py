"""A disagreement that only the editors' answers show stands on the page of what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from build_tools.findings import survey
from build_tools.model import (
    Answer,
    Conflict,
    ConflictId,
    Dossier,
    EntityId,
    EntityValue,
    LocalText,
    PropertyId,
    Question,
    Rule,
    Stance,
    Statement,
    StatementGroup,
    TermId,
    TermValue,
)
from tests.pages.browse import pages_of, see
from tests.pages.small import ADA, CLAIMS, KEPT, LAYOFFS, PRICE, SALE, claim, dossier, grouped, side

YES = next(each for each in CLAIMS if each.id == "c-p5-kept")
PART = claim("p6-buyer", SALE, "participant", EntityValue(ADA.id))
SEEN = claim("p1-buyer", SALE, "participant", EntityValue(ADA.id))
BOTH = StatementGroup(
    SALE.id, PropertyId("participant"), (Statement(EntityValue(ADA.id), Stance.AFFIRMS, (PART, SEEN)),)
)
NO = claim("p7-kept", KEPT, "answer", TermValue(TermId("no")))


def asking(about: EntityId, *more: StatementGroup) -> Dossier:
    """The small dossier, its question on the staff disputed and about something."""
    given = dossier()
    question: Question = replace(KEPT, about=about)
    conflict = Conflict(
        id=ConflictId("kept"),
        rule=Rule.QUESTION,
        subject=KEPT.id,
        property=PropertyId("answer"),
        sides=(side(YES), side(NO)),
        fits_both=(),
        clashes=((0, 1),),
        question=question,
        unseen=(),
    )
    entities = {**given.inputs.entities, KEPT.id: question}
    groups = (*grouped((*CLAIMS, NO)), *more)
    inputs = replace(given.inputs, entities=entities)
    return replace(given, inputs=inputs, groups=groups, conflicts=(*given.conflicts, conflict))


def words(given: Dossier) -> Mapping[str, str]:
    return {str(page.address): see(page).text for page in pages_of(given)}


def test_it_stands_on_the_page_of_the_event() -> None:
    shown = words(asking(LAYOFFS.id))
    assert "Did the Mill keep its staff? Sources disagree: It did or It did not" in shown["events/layoffs.md"]
    assert "About: Layoffs at the Mill." in shown["conflicts/kept.md"]
    assert "Sources disagree: It did" not in shown["people/ada.md"]


def test_it_is_on_the_page_of_those_to_whom_it_happens_and_in_the_timelines() -> None:
    shown = words(asking(SALE.id))
    assert "Did the Mill keep its staff? Sources disagree" in shown["organisations/mill.md"]
    assert "Did the Mill keep its staff? Sources disagree" in shown["people/ada.md"]
    assert "sources disagree" in shown["timeline.md"]


def test_it_stands_on_the_page_of_a_person() -> None:
    assert (
        "Did the Mill keep its staff? Sources disagree: It did or It did not"
        in words(asking(ADA.id))["people/ada.md"]
    )


def test_who_took_part_in_an_event_in_doubt_is_no_agreement() -> None:
    def subjects(about: EntityId) -> set[str]:
        return {each.subject for each in survey(asking(about, BOTH)).agreements}

    assert SALE.id in subjects(LAYOFFS.id)
    assert SALE.id not in subjects(SALE.id)


def test_names_in_an_answer_are_linked() -> None:
    given = asking(LAYOFFS.id)
    answers = (Answer(TermId("yes"), LocalText(en="The Mill kept it")), KEPT.answers[1])
    question = replace(KEPT, about=LAYOFFS.id, answers=answers)
    entities = {**given.inputs.entities, KEPT.id: question}
    given = replace(given, inputs=replace(given.inputs, entities=entities))
    pages = {str(page.address): page.body for page in pages_of(given)}
    side = pages["conflicts/kept.md"].partition('class="side-value"')[2].partition("\n")[0]
    opened = pages["events/layoffs.md"].partition("</summary>")[2].partition("<strong>")[2].partition("\n")[0]
    assert "](../organisations/mill.md)" in side
    assert "](../organisations/mill.md)" in opened


def test_answers_in_a_row_stand_without_their_full_stops() -> None:
    given = asking(PRICE.id)
    answers = (
        Answer(TermId("yes"), LocalText(en="It did.")),
        Answer(TermId("no"), LocalText(en="It did not.")),
    )
    question = replace(KEPT, about=PRICE.id, answers=answers)
    entities = {**given.inputs.entities, KEPT.id: question}
    given = replace(given, inputs=replace(given.inputs, entities=entities))
    page = next(each for each in pages_of(given) if each.address == "figures/price.md")
    assert "It did[^herald.p5]; or: It did not[^times.p7]&#46;" in page.body


def test_after_a_question_comes_its_answer_without_a_colon() -> None:
    given = asking(LAYOFFS.id)
    read = {id: see(page).text for id, page in ((p.address, p) for p in pages_of(given))}
    assert any(
        "Did the Mill keep its staff? It did" in shown for at, shown in read.items() if "sources/" in at
    )
    assert not any("staff?:" in shown for shown in read.values())
    chinese = "".join(page.body for page in pages_of(given, "zh-Hans"))
    assert "？：" not in chinese


def test_an_answer_is_quoted_on_its_side_once_at_its_permanent_address() -> None:
    made = {str(page.address): page for page in pages_of(asking(ADA.id))}
    body = made["conflicts/kept.md"].body
    assert body.count('id="c-p5-kept"') == body.count('id="c-p7-kept"') == 1
    assert body.index('id="c-p7-kept"') < body.index("What the editors think")
    assert "Read in the articles as an answer" not in body
