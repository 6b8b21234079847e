"""Each edition speaks its language, all of it, and converts no quotation."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from babel.messages.catalog import Message

from build_tools import pages
from build_tools.contributing import previewing
from build_tools.contributing.english_cases import BROKEN
from build_tools.exports import EXPORTS
from build_tools.exports.research_crate import CRATE_IS_FOR
from build_tools.findings import survey
from build_tools.model import SHIPPED, LocalText
from build_tools.pages import agreement_page, how_known, indexes, make_pages, source_page
from build_tools.pages.parts import (
    attribution,
    callouts,
    difference_words,
    judgement,
    known_then,
    marked_passages,
    measured,
    sections,
    value_words,
)
from build_tools.pipeline import check
from build_tools.values import parse_edtf, parse_quantity
from build_tools.website import editions, rendering
from build_tools.website.chinese_script import script_of
from build_tools.website.editions import EDITIONS, Edition, Said, catalogue
from tests.cases import Case, read_cases
from tests.pages.small import dossier

MESSAGE_AT = {
    "say": (0,),
    "message": (0,),
    "fill": (0,),
    "count": (0, 1),
    "heading": (1,),
    "section": (1,),
    "more": (2,),
    "index_page": (2,),
}


def written_messages() -> Iterator[str]:
    """The English words that pages and the frame around them hand to an edition."""
    rooms = (Path(str(room.__file__)).parent for room in (pages, editions))
    files = [path for room in rooms for path in room.rglob("*.py")]
    for path in sorted([*files, Path(str(previewing.__file__))]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _of_call(node)


def _of_call(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    for at in MESSAGE_AT.get(name, ()):
        if at < len(call.args) and isinstance(call.args[at], ast.Constant):
            value = call.args[at].value  # type: ignore[attr-defined]
            if isinstance(value, str) and value.strip():
                yield value


def tabled_messages() -> Iterator[str]:
    """The English words that stand in tables: a grade, a unit, a verdict."""
    yield from (*callouts.STATUSES.values(), *judgement.DECIDED.values(), difference_words.NO_CURRENCY)
    yield from (
        *difference_words.FITTING.values(),
        *difference_words.APART.values(),
        *(kind.plural.en for kind in SHIPPED),
    )
    yield indexes.UNTITLED
    yield from (how_known.TITLE, how_known.LEAD)
    for moves in (
        how_known.SAYS,
        how_known.ANSWERS,
        how_known.REPORTS,
        how_known.DENIES,
        how_known.TELLS_OF_DENIAL,
    ):
        yield from moves.values()
    yield from (*indexes.HEADINGS.values(), *attribution.GRADES.values(), *marked_passages.SORTS.values())
    yield from (*source_page.LANGUAGES.values(), *sections.KINDS.values())
    yield from (form for forms in value_words.MODALITIES.values() for form in forms)
    yield from (title for title, _ in agreement_page.SORTS.values())
    yield from (*measured.LABELS.values(), *rendering.SCRIPT_WORDS.values())
    yield from (form for forms in known_then.LEFT_OUT for form in forms)
    yield from (CRATE_IS_FOR, *(one.what for one in EXPORTS))


def test_everything_we_say_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {*written_messages(), *tabled_messages()}

    def ask(_: Edition, message: str) -> str:
        asked.add(message)
        return message

    monkeypatch.setattr(Edition, "message", ask)
    make_pages(survey(dossier()), EDITIONS["en"])
    known = catalogue()
    forms = {
        form for each in known if each.id for form in ([each.id] if isinstance(each.id, str) else each.id)
    }
    assert sorted(asked - forms) == []


def test_a_translation_keeps_every_place() -> None:
    for message in catalogue():
        if not message.id:
            continue
        original = message.id if isinstance(message.id, str) else message.id[1]
        said = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
        assert said, original
        assert _places(said) == _places(original)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_catalogue_is_simplified_and_traditional_is_made_from_it() -> None:
    words = [text_of(each) for each in catalogue() if each.id]
    assert script_of("".join(words)) == "zh-Hans"
    assert script_of("".join(map(EDITIONS["zh-Hant"].script, words))) == "zh-Hant"


@pytest.mark.parametrize(
    ("message", "taiwan", "hong_kong"),
    [
        ("note: {note}", "註：{note}", "註：{note}"),
        ("How to check us", "如何核對", "如何核對"),
        ("currency assumed", "幣種係推定", "幣種係推定"),
    ],
)
def test_traditional_as_it_is_written_in_each_place(message: str, taiwan: str, hong_kong: str) -> None:
    of_hong_kong = replace(EDITIONS["zh-Hant"], variant="hk")
    assert EDITIONS["zh-Hant"].message(message) == taiwan
    assert of_hong_kong.message(message) == hong_kong


def text_of(message: Message) -> str:
    found = message.string
    return found if isinstance(found, str) else "".join(found or ())


def test_numbers_choose_their_words() -> None:
    one, many = "in one sentence", "in {n} sentences"
    assert EDITIONS["en"].count(one, many, 1) == "in one sentence"
    assert EDITIONS["en"].count(one, many, 3) == "in 3 sentences"
    assert EDITIONS["zh-Hant"].count(one, many, 1) == "同見於1句"


@pytest.mark.parametrize(
    ("edition", "text", "said"),
    [
        ("en", LocalText(en="lab", zh="实验室"), Said("lab", "en")),
        ("en", LocalText(zh="實驗室"), Said("實驗室", "zh-Hant")),
        ("en", LocalText(zh="实验室"), Said("实验室", "zh-Hans")),
        ("en", LocalText(every="MSL"), Said("MSL", "en")),
        ("zh-Hans", LocalText(en="lab", zh="實驗室"), Said("实验室", "zh-Hans")),
        ("zh-Hant", LocalText(en="lab", zh="实验室"), Said("實驗室", "zh-Hant")),
        ("zh-Hans", LocalText(en="lab"), Said("lab", "en")),
        ("zh-Hant", LocalText(every="MSL"), Said("MSL", "zh-Hant")),
    ],
)
def test_prose_is_said_in_the_edition_s_language_or_marked(edition: str, text: LocalText, said: Said) -> None:
    assert EDITIONS[edition].prose(text) == said


@pytest.mark.parametrize("case", read_cases("editions"), ids=str)
def test_scripts(case: Case) -> None:
    """Input: edition, variant, words. Expected: the words as that edition shows them."""
    edition, variant, words = case.input.split("\n")
    given = EDITIONS[edition]
    shown = replace(given, variant=variant).script(words)
    assert shown == case.expected


def test_a_month_in_few_letters() -> None:
    def shown(day: date, with_year: bool = False) -> list[str]:
        return [edition.month(day, with_year) for edition in EDITIONS.values()]

    assert shown(date(2025, 6, 12)) == ["Jun", "6月", "6月"]
    assert shown(date(2025, 1, 12)) == ["2025", "2025", "2025"]
    assert shown(date(2025, 1, 12), with_year=True) == ["Jan 2025", "2025年1月", "2025年1月"]


def test_figures_and_dates_are_shown_in_the_manner_of_the_edition() -> None:
    price, day = parse_quantity("超过140亿美元"), parse_edtf("2025-06-12")
    assert price
    assert day
    shown = [(edition.quantity(price), edition.date(day)) for edition in EDITIONS.values()]
    assert shown == [
        ("over US$14 billion", "12 June 2025"),
        ("超过140亿美元", "2025年6月12日"),
        ("超過140億美元", "2025年6月12日"),
    ]


FRENCH = {
    "edition.yaml": """
name: Français
babel: fr
text: en
marks: {list: ", ", head: " : ", part: " ; ", phrase: ", ", sentence: " ", dash: " – ", clock: " à "}
days: {day: d MMM, day_with_year: d MMM y, month: MMM, month_with_year: MMM y, year: y}
""",
    "values.yaml": """
qualifiers: {about: "environ {}", over: "plus de {}"}
units: {"%": "{} %", person: "{} personnes"}
one: {person: "{} personne"}
range: "de {} à {}"
rank: "{}e rang"
several: {100: des centaines}
few: quelques
date_parts: {at: "{} à {}", late: "fin {}", until: "du {} au {}", after: "dès {}", before: "avant {}"}
number: "#,##0.###"
scales: {1000000000: " milliards", 1000000: " millions"}
money: "{number} {name}"
assumed: {}
short: {month: MMMM, day: d MMMM, day of month: d}
short_end: first
""",
    "messages.po": """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Timeline"
msgstr "Chronologie"

msgid "{n} article"
msgstr "{n} article"

msgid "{n} articles"
msgstr "{n} articles"
""",
}


def bring(root: Path) -> None:
    """Put the folder of a French edition into a dossier."""
    folder = root / "locale" / "fr"
    folder.mkdir(parents=True)
    for name, text in FRENCH.items():
        (folder / name).write_text(text, "utf-8")


def test_a_dossier_brings_an_edition_of_its_own(tmp_path: Path) -> None:
    bring(tmp_path)
    (french, english) = editions.editions(["fr", "en"], known=editions.known_editions(tmp_path))
    price, staff, day = (
        parse_quantity("over $14.3 billion"),
        parse_quantity("1 person"),
        parse_edtf("2025-06-12"),
    )
    assert price
    assert staff
    assert day
    assert (french.name, french.folder, english.folder) == ("Français", "fr", "en")
    assert french.quantity(price) == "plus de 14,3 milliards dollars des États-Unis"
    assert french.quantity(staff) == "1 personne"
    assert french.date(day) == "12 juin 2025"
    assert french.day(date(2025, 6, 12)) == "12 juin"
    assert french.say("Timeline") == "Chronologie"
    assert french.say("Disagreements") == "Disagreements"
    assert [french.count("{n} article", "{n} articles", n) for n in (0, 1, 2)] == [
        "0 article",
        "1 article",
        "2 articles",
    ]
    assert french.prose(LocalText(every="Le quai")) == Said("Le quai", "fr")
    assert french.prose(LocalText(en="the quay")) == Said("the quay", "en")


def test_an_edition_of_which_nobody_has_the_words_is_a_problem(tmp_path: Path) -> None:
    copytree(BROKEN / "base", tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "sources/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[en, zh-Hans", "[fr, zh-Hans"), "utf-8")
    (problem,) = check(tmp_path).problems
    assert (problem.code, problem.origin.line) == ("not-in-list", 7)
    assert problem.hint == "put its words into locale/fr/, or delete it"
    bring(tmp_path)
    made = check(tmp_path)
    assert made.problems == ()
    chosen = editions.editions_of(made.dossier.inputs, root=tmp_path)
    (home, *_) = make_pages(survey(made.dossier), chosen[0])
    assert "The Kite papers" in home.title
    assert '\n## <span lang="en">Where they disagree</span>' in home.body  # nobody has translated it
    (chinese, *_) = make_pages(survey(made.dossier), chosen[1])
    assert "\n## <" not in chinese.body
