"""What the editors note stands where a reader stumbles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.findings import survey
from build_tools.model import Anchored, Dossier, EntityId, Quantity, Status
from build_tools.pages.parts.attribution import terms
from build_tools.pages.parts.footnotes import value_as_quoted
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from build_tools.website.page import Page
from tests.pages.browse import pages_of, see
from tests.pages.small import CLAIMS, both, dossier


def made(given: Dossier, address: str, edition: str = "en") -> Page:
    return next(each for each in pages_of(given, edition) if each.address == address)


def words(address: str, edition: str = "en") -> str:
    return see(made(dossier(), address, edition)).text


def test_a_note_on_a_person_stands_below_the_first_lines() -> None:
    text = words("people/ada.md")
    assert text.index("runs the Mill") < text.index("The editors note: The two spellings are one name.")
    assert text.index("The editors note") < text.index("Names, as each article writes them")


def test_a_note_on_a_figure_stands_beside_what_it_must_not_be_confused_with() -> None:
    text = words("figures/price.md")
    assert text.index("Not to be confused with") < text.index("The editors note: A price is not a worth.")
    assert text.count("The editors note") == 1


def test_a_note_in_chinese_is_put_in_the_characters_of_the_edition() -> None:
    assert "編者註：兩種寫法是同一個名字。" in words("people/ada.md", "zh-Hant")


def test_a_judgement_is_signed_in_the_language_of_the_edition() -> None:
    assert "the editors, as of 1 July 2025" in words("conflicts/paid.md")
    assert "編者" in words("conflicts/paid.md", "zh-Hant").partition("編者的看法")[2]


def test_a_disagreement_that_editors_explain_says_so_at_its_head() -> None:
    given = dossier()
    (paid,) = given.conflicts
    assert paid.question
    assert "#judgement" not in see(made(given, "conflicts/paid.md")).links
    explained = replace(paid, question=replace(paid.question, status=Status.EXPLAINED))
    page = see(made(replace(given, conflicts=(explained,)), "conflicts/paid.md"))
    assert "#judgement" in page.links
    assert page.text.index("The editors think that this can be explained.") < page.text.index("The sides")


def test_a_note_on_a_claim_stands_with_the_claim_wherever_it_is_shown() -> None:
    assert "note: before the sale" in words("figures/price.md")
    assert "note: before the sale" in words("conflicts/paid.md")


@pytest.mark.parametrize(
    ("written", "own"),
    [("将以148亿美元", "將以148億美元"), ("148億美元", "148億美元"), ("head", ""), ("", "")],
)
def test_words_are_the_article_s_own_in_its_own_characters(written: str, own: str) -> None:
    assert value_as_quoted(replace(CLAIMS[3], raw=written)) == own


def noted(found: Anchored) -> Anchored:
    note = both("The headline gives another figure.", "标题写的是另一个数字。")
    return replace(found, annotation=replace(found.annotation, note=note)) if found.id == "p1" else found


def test_a_note_on_a_passage_stands_in_its_margin() -> None:
    given = dossier()
    given = replace(given, anchored=tuple(noted(each) for each in given.anchored))
    page = next(each for each in pages_of(given) if each.address == "sources/courier.md")
    assert "The editors note: The headline gives another figure." in see(page).text


def test_quotation_marks_are_those_of_print() -> None:
    given = dossier()
    ada = replace(given.inputs.entities[EntityId("ada")], note=both('A "mill" is a mill.', "磨坊就是磨坊。"))
    entities = {**given.inputs.entities, ada.id: ada}
    given = replace(given, inputs=replace(given.inputs, entities=entities))
    found = next(each for each in pages_of(given) if each.address == "people/ada.md")
    assert "The editors note: A “mill” is a mill." in see(found).text


def test_a_currency_that_the_article_does_not_name_is_said_to_be_assumed() -> None:
    context = Context(View(survey(dossier()), EDITIONS["en"]), HOME)
    named = CLAIMS[0]
    assert isinstance(named.value, Quantity)
    bare = replace(named, value=replace(named.value, assumed=True))
    people = replace(named, value=replace(named.value, assumed=True, unit="person"))
    assumed = ["currency assumed" in terms(context, each) for each in (named, bare, people)]
    assert assumed == [False, True, False]


@pytest.mark.parametrize("address", ["index.md", "sources/courier.md", "people/ada.md"])
def test_it_is_said_once_that_translations_are_the_editors(address: str) -> None:
    assert words(address).count("Translations are the editors’.") == 1
