"""The page of a disagreement: what its state lets it say, and what it shows once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model import Conflict, ConflictId, Dossier, Qualifiers, Question, SourceId, Status
from tests.pages.browse import pages_of, see
from tests.pages.small import CLAIMS, CONFLICT, PAID, both, dossier, side

PRICES = tuple(side(CLAIMS[at]) for at in (0, 3, 10))
PAID_TWICE = (PRICES[0], side(replace(CLAIMS[3], qualifiers=Qualifiers())))


def judged(status: Status, upholds: str = "", silent: tuple[str, ...] = ()) -> Question:
    """The question on the price, as editors may have left it."""
    silenced = tuple(map(SourceId, silent))
    return replace(
        PAID, status=status, upholds=upholds, silent=silenced, reason=both("We asked.", "问过了。")
    )


def with_conflict(conflict: Conflict) -> Dossier:
    given = dossier()
    question = conflict.question
    entities = {**given.inputs.entities, question.id: question} if question else given.inputs.entities
    return replace(given, inputs=replace(given.inputs, entities=entities), conflicts=(conflict,))


def text(conflict: Conflict, edition: str = "en") -> str:
    address = f"conflicts/{conflict.question.id if conflict.question else conflict.id}.md"
    return see(
        next(page for page in pages_of(with_conflict(conflict), edition) if page.address == address)
    ).text


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.OPEN, True),
        (Status.EXPLAINED, False),
        (Status.RESOLVED, False),
        (Status.CHANGED, False),
    ],
)
def test_that_both_cannot_be_right_is_said_only_of_an_open_one(status: Status, said: bool) -> None:
    shown = text(replace(CONFLICT, sides=PAID_TWICE, question=judged(status, "143亿美元")))
    assert ("cannot both be right" in shown) is said
    assert "differ by 3.5%, more than rounding explains" in shown


def test_a_plan_and_what_came_of_it_may_both_be_right() -> None:
    shown = text(replace(CONFLICT, question=judged(Status.OPEN)))
    assert "They may speak of different times." in shown
    assert "cannot both be right" not in shown


def test_the_side_that_the_editors_hold_is_named_and_marked() -> None:
    resolved = replace(CONFLICT, question=judged(Status.RESOLVED, "148億美元"))
    assert "They hold: US$14.8 billion (planned)." in text(resolved)
    pages = {str(page.address): page.body for page in pages_of(with_conflict(resolved))}
    held = pages["conflicts/paid.md"].partition('class="side upheld"')[2].partition("\n\n")[2]
    assert held.startswith('<p class="side-value" markdown="span">US$14.8 billion')
    assert "编者采信：148亿美元" in text(resolved, "zh-Hans")


def test_who_was_read_and_is_silent_is_not_among_those_not_yet_read() -> None:
    bare = replace(CONFLICT, fits_both=(), question=judged(Status.OPEN))
    assert "Not yet read for this\nThe Times" not in text(bare)  # it gives a price that is on no side
    elsewhere = replace(bare, question=None, property=None)
    assert "Not yet read for this\nThe Times" in text(elsewhere)


def test_grades_are_given_once_and_not_under_each_quote() -> None:
    shown = text(CONFLICT)
    assert shown.count("grade C") == 2
    assert shown.index("How far to trust the articles") < shown.index("grade C")


def test_of_three_sides_it_says_which_differ_and_which_can_both_be_right() -> None:
    three = replace(CONFLICT, sides=PRICES, fits_both=(), clashes=((0, 1),))
    shown = text(three)
    assert "US$14.3 billion and US$14.8 billion (planned) differ by 3.5%" in shown
    assert "US$14.3 billion and about US$14 billion can both be right." in shown
    assert "Which of these differ" not in text(CONFLICT)


def test_two_on_one_figure_have_different_titles() -> None:
    other = replace(CONFLICT, id=ConflictId("other"), question=None, sides=(PRICES[0], PRICES[2]))
    first = replace(CONFLICT, question=None)
    given = replace(dossier(), conflicts=(first, other))
    titles = {
        page.title
        for page in pages_of(given)
        if page.address.startswith("conflicts/price") or "other" in page.address
    }
    assert titles == {
        "Price of the Mill (US$14.3 billion or US$14.8 billion (planned))",
        "Price of the Mill (US$14.3 billion or about US$14 billion)",
    }


def test_articles_of_one_publisher_are_told_apart_in_lists_and_charts() -> None:
    given = dossier()
    sources = {
        id: replace(source, publisher=both("The Daily", "日报"))
        for id, source in given.inputs.sources.items()
    }
    made = replace(given, inputs=replace(given.inputs, sources=sources))
    page = next(page for page in pages_of(made) if page.address == "figures/price.md")
    shown = see(page).text
    assert "The Daily, “The Mill Changes Hands”" in shown
    assert "The Daily, “磨坊易主”" in shown
