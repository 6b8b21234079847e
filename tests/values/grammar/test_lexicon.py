"""The tables of words: their schema, and a further language as one table more, its dates and its numbers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from build_tools.values import parse_edtf, read_values
from build_tools.values.grammar import date_lexicon, dating, lexicon
from build_tools.values.grammar.tokens import TokenKind
from tests.values.notation import describe

GERMAN = """
month_name: {januar: 1, juni: 6, dezember: 12}
weekday: {montag: 0, mittwoch: 2}
day_word: {gestern: -1, heute: 0}
since_before: [seit]
one: {zwei: 2, drei: 3, fünf: 5}
teen: {zwölf: 12}
hundred: {hundert: 100}
large: {tausend: 1000, Millionen: 1000000, Milliarden: 1000000000}
before: {over: [über, mehr als], nearly: [fast], about: [etwa]}
units:
  person: {words: [Menschen, Personen]}
  tonne: {words: [Tonnen]}
  kilometer: {words: [Kilometer]}
  "%": {words: [Prozent]}
currencies:
  EUR: {after: [Euro]}
"""
PUBLISHED = parse_edtf("2025-06-21")


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tables as they are, with one file more."""
    folder = Path(str(files(dating.__package__ or "")))
    for name in ("words", "date_words"):
        shutil.copytree(folder / name, tmp_path / name)
        (tmp_path / name / "german.yaml").write_text(GERMAN, encoding="utf-8")
    for module in (lexicon, date_lexicon):
        monkeypatch.setattr(module, "data_folder", lambda package: tmp_path)
    lexicon.load_lexicon.cache_clear()
    date_lexicon.load_date_lexicon.cache_clear()
    yield
    lexicon.load_lexicon.cache_clear()
    date_lexicon.load_date_lexicon.cache_clear()


def readings(text: str) -> list[str]:
    return [f"{one.raw} = {describe(one)}" for one in read_values(text, PUBLISHED)]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seit 12 Juni 2025 ruht es. Gestern begann es wieder.",
            ["Seit 12 Juni 2025 = date 2025-06-12/..", "Gestern = date 2025-06-20"],
        ),
        ("Es kostet drei Millionen Euro.", ["drei Millionen Euro = 3000000 EUR"]),
        (
            "Über 40 Menschen, fast zwölf Tonnen",
            ["Über 40 Menschen = over 40 person", "fast zwölf Tonnen = nearly 12 tonne"],
        ),
        ("etwa zwei hundert Kilometer", ["etwa zwei hundert Kilometer = about 200 kilometer"]),
        ("Gestern stieg er um 5 Prozent", ["Gestern = date 2025-06-20", "5 Prozent = 5 %"]),
    ],
)
def test_a_third_language_is_one_table_more(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_without_its_table_its_words_are_none() -> None:
    assert readings("Seit 12 Juni 2025 ruht es seit drei Tagen. Es kostet drei Millionen Euro.") == [
        "2025 = date 2025"
    ]


SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "words.json").read_text("utf-8"))
TABLES = sorted(Path(str(files(dating.__package__ or ""))).glob("*words/*.yaml"))
OF_A_TABLE = {"arabic", "unit", "currency_before", "currency_after"}  # read from digits, units and currencies


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_of_words_keeps_to_its_schema(table: Path) -> None:
    found = Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(table.read_text("utf-8")))
    assert [error.message for error in found] == []


def test_the_schema_knows_every_kind_of_word() -> None:
    tables = {"units", "currencies", "not_after", "not_before", "lists"}
    known = tables | {kind.value for kind in TokenKind} - OF_A_TABLE
    assert set(SCHEMA["propertyNames"]["enum"]) == known


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    for table in ({"ones": {"drei": 3}}, {"units": {"meter": {"kind": "length"}}}, {"lists": {"x": "y"}}):
        assert not Draft202012Validator(SCHEMA).is_valid(table)
