"""Where pages are, and how one leads to another."""

from __future__ import annotations

import pytest

from build_tools.model import (
    Conflict,
    ConflictId,
    Entity,
    EntityId,
    Kind,
    LocalText,
    PropertyId,
    Question,
    Rule,
    SourceId,
)
from build_tools.website.addresses import (
    Address,
    claim_address,
    conflict_address,
    entity_address,
    passage_address,
    relative,
    url,
)
from tests.pages.small import CLAIMS, PRICE


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("index.md", "people/ada.md", "people/ada.md"),
        ("people/ada.md", "index.md", "../index.md"),
        ("people/ada.md", "people/bob.md", "bob.md"),
        ("people/ada.md", "events/launch.md#c-1", "../events/launch.md#c-1"),
        ("people/ada.md", "people/ada.md#names", "#names"),
        ("people/ada.md#names", "people/ada.md", "ada.md"),
        ("people/index.md", "people/ada.md", "ada.md"),
    ],
)
def test_links_are_relative_to_the_file_they_stand_in(here: str, there: str, link: str) -> None:
    assert relative(Address(here), Address(there)) == link


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("index.md", ""),
        ("people/index.md", "people/"),
        ("people/ada.md", "people/ada/"),
        ("people/ada.md#c-1", "people/ada/#c-1"),
        ("timeline.md", "timeline/"),
    ],
)
def test_addresses_as_readers_see_them(address: str, shown: str) -> None:
    assert url(Address(address)) == shown


def test_every_kind_has_its_folder() -> None:
    folders = [entity_address(kind, "x").partition("/")[0] for kind in Kind]
    assert folders == ["people", "organisations", "works", "places", "events", "figures", "conflicts"]


def test_a_question_gives_its_name_to_the_page_of_its_conflict() -> None:
    plain = Conflict(ConflictId("price.value"), Rule.SINGLE_BEST_VALUE, PRICE.id, PropertyId("value"), ())
    asked = Question(id=EntityId("paid"), kind=Kind.QUESTION, label=LocalText(en="Paid?"))
    named = Conflict(plain.id, plain.rule, plain.subject, plain.property, (), question=asked)
    assert conflict_address(plain) == "conflicts/price.value.md"
    assert conflict_address(named) == "conflicts/paid.md" == entity_address(asked.kind, asked.id)


def test_places_on_pages() -> None:
    assert claim_address(CLAIMS[0], PRICE) == "figures/price.md#c-p1-price"
    assert passage_address(SourceId("courier"), "p1") == "sources/courier.md#p1"


def test_no_name_can_leave_its_folder() -> None:
    hostile = Entity(id=EntityId("../../x y"), kind=Kind.PERSON, label=LocalText(en="x"))
    assert entity_address(hostile.kind, hostile.id) == "people/..-..-x-y.md"
