"""The folder of an edition that a new dossier brings, begun from what CLDR knows of its language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import yaml
from babel.messages.pofile import read_po

from build_tools.contributing.new_edition import edition_files
from build_tools.safe_files import make_folder
from build_tools.website.editions import catalogue, known_editions
from tests.contributing.test_scaffold import run


def written(root: Path, files: Mapping[PurePosixPath, str]) -> Path:
    """A folder with these files."""
    for path, text in files.items():
        make_folder(root, (root / path).parent)
        (root / path).write_text(text, "utf-8")
    return root


def test_editions_of_the_tool_have_no_folder() -> None:
    assert edition_files(["en", "zh-Hant"]) == {}


def test_what_cldr_knows_is_written(tmp_path: Path) -> None:
    made = known_editions(written(tmp_path, edition_files(["pt-BR", "ja"])))
    assert (made["pt-BR"].name, made["pt-BR"].babel, made["pt-BR"].text) == (
        "português (Brasil)",
        "pt_BR",
        "pt",
    )
    assert made["ja"].days["day_with_year"] == "y年M月d日"


def test_every_message_has_room_for_its_translation() -> None:
    (text,) = (text for path, text in edition_files(["fr"]).items() if path.name == "messages.po")
    made = read_po(iter(text.encode().splitlines(keepends=True)))
    assert {one.id for one in made} == {one.id for one in catalogue()}
    assert made.num_plurals == 2
    assert all(not one.string or not any(one.string) for one in made if one.id)


def test_a_number_is_written_in_full_until_the_language_has_words_for_large_ones() -> None:
    values = edition_files(["fr"])[PurePosixPath("locale/fr/values.yaml")]
    assert yaml.safe_load(values)["scales"] == {}


def test_a_catalogue_with_several_forms_chooses_by_the_number(tmp_path: Path) -> None:
    root = written(tmp_path, edition_files(["fr"]))
    path = root / "locale/fr/messages.po"
    entry = 'msgid "one statement"\nmsgid_plural "{n} statements"\n'
    empty = 'msgstr[0] ""\nmsgstr[1] ""\n'
    text = path.read_text("utf-8")
    assert entry + empty in text
    given = 'msgstr[0] "{n} affirmation"\nmsgstr[1] "{n} affirmations"\n'
    path.write_text(text.replace(entry + empty, entry + given), "utf-8")
    french = known_editions(root)["fr"]
    said = [french.count("one statement", "{n} statements", n) for n in (0, 1, 2)]
    assert said == ["0 affirmation", "1 affirmation", "2 affirmations"]


def test_a_dossier_gets_an_edition_later_and_nothing_is_overwritten(tmp_path: Path) -> None:
    run("new", "dossier", str(tmp_path / "port"), "--tool", "https://example.org/tool", "--languages", "en")
    assert run("new", "edition", "fr", root=tmp_path / "port")[0] == 0
    assert known_editions(tmp_path / "port")["fr"].name == "français"
    status, output = run("new", "edition", "fr", root=tmp_path / "port")
    assert (status, "nothing is overwritten" in output) == (1, True)
    status, output = run("new", "edition", "zh-Hant", root=tmp_path / "port")
    assert (status, "the tool brings the edition `zh-Hant`" in output) == (1, True)


def test_a_tag_that_no_language_has_is_refused(tmp_path: Path) -> None:
    status, output = run("new", "dossier", str(tmp_path / "port"), "--languages", "zn")
    assert status == 2
    assert "there is no edition `zn`" in " ".join(output.split())
