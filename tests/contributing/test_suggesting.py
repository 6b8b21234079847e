"""Suggestions: pasted they pass the check, in the article's order; as comments they are not read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cli import main
from build_tools.contributing.importing.new_source import ImportOptions, import_article, write_source
from build_tools.contributing.suggested_yaml import suggested_entries, suggestions_in_order, with_suggestions
from build_tools.contributing.suggesting import Rank, suggestions
from build_tools.contributing.unknown_names import unknown_names
from build_tools.model import Build, Dossier, SourceId
from build_tools.problem import Problem, Problems, Severity
from build_tools.reading import read
from tests.contributing.articles import ENGLISH, SIMPLIFIED, TRADITIONAL, Invented, page

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path.name for path in (ROOT / "sources/articles").iterdir() if path.is_dir())
IN_EACH_SCRIPT = ("sina-2025-06-21", "xinzhiyuan-2025-12")
OTHERS = (pytest.param(source, marks=pytest.mark.soak) for source in SOURCES if source not in IN_EACH_SCRIPT)

LEFT_TO_PEOPLE = ("translation-missing", "no-claims")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The dossier of this repository."""
    shutil.copytree(ROOT / "sources", tmp_path / "sources")
    return tmp_path


@pytest.fixture
def copy(whole: Path) -> Path:
    """The same with one article of its own, so that a check is quick."""
    for source in SOURCES:
        if source != "sina-2025-06-21":
            shutil.rmtree(whole / "sources/articles" / source)
    return whole


def errors(problems: Problems) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in problems if one.severity is Severity.ERROR}


def entries_of(root: Path, source: str) -> tuple[str, ...]:
    return entries_in(pipeline.check(root).dossier, source)


def entries_in(dossier: Dossier, source: str) -> tuple[str, ...]:
    id = SourceId(source)
    return suggested_entries(dossier, id, suggestions_in_order(suggestions(dossier, id)))


def add_article(root: Path, article: Invented) -> str:
    """A new source with the article; its annotations are empty."""
    return add(root, page(article))


def add(root: Path, received: str) -> str:
    inputs, _ = read(root)
    imported = import_article(received.encode(), ImportOptions(id="invented"), inputs)
    write_source(root, root / "sources", imported)
    return imported.id


@pytest.mark.parametrize("source", [*IN_EACH_SCRIPT, *OTHERS])
def test_pasted_in_place_of_every_annotation_they_make_no_new_error(source: str, whole: Path) -> None:
    path = whole / "sources/articles" / source / "annotations.yaml"
    path.write_text("", encoding="utf-8")
    before = pipeline.check(whole)
    made = entries_in(before.dossier, source)
    assert sum(entry.count("- quote: |-") for entry in made) > 20
    path.write_text("\n".join(made), encoding="utf-8")
    after = pipeline.check(whole).problems
    assert errors(after) == errors(before.problems)
    assert "out-of-order" not in {one.code for one in after}


def problems_in(root: Path, path: Path) -> list[Problem]:
    """What is wrong with a file, apart from the translations and claims that only a person can write."""
    return problems_of(pipeline.check(root), root, path)


def problems_of(made: Build, root: Path, path: Path) -> list[Problem]:
    """The same where the check is made already."""
    place = path.relative_to(root).as_posix()
    return [one for one in made.problems if one.origin.path == place and one.code not in LEFT_TO_PEOPLE]


@pytest.mark.parametrize("article", [SIMPLIFIED, TRADITIONAL, ENGLISH], ids=lambda article: article.title)
def test_an_article_from_outside_is_suggested_whole(article: Invented, copy: Path) -> None:
    source = add_article(copy, article)
    text = "\n".join(entries_of(copy, source))
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_text(text, encoding="utf-8")
    assert problems_in(copy, path) == []
    assert "30%" in text
    assert ("200 million" if article is ENGLISH else "14") in text
    assert ("translation: into English" in text) is (article is not ENGLISH)


def test_what_is_suggested_word_for_word(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/broken/base", tmp_path, dirs_exist_ok=True)
    article = tmp_path / "sources/articles/kite-daily"
    (article / "annotations.yaml").write_text("", encoding="utf-8")
    told = "灯鸢科技以12亿元收购风筝云。\n裁员在2025年5月,林晚说,林晚走了。\n雨在2025年下了30天。\n"
    (article / "article.txt").write_text(told, encoding="utf-8")
    assert "\n".join(entries_of(tmp_path, "kite-daily")) == (
        "# line 1: also in harbour-post\n"
        "- quote: |-\n"
        "    灯鸢科技以12亿元收购风筝云。\n"
        "  # translation: into English\n"
        "  # names: 灯鸢科技 = lantern-kite, 收购 = kite-cloud-purchase, 风筝云 = kite-cloud\n"
        "  # claims:\n"
        "  #   # elsewhere: 15億元 (harbour-post)\n"
        "  #   - purchase-price: 12亿元\n"
        "  #   - kite-cloud-purchase: {participant: kite-cloud}\n"
        "  #   - kite-cloud-purchase: {participant: lantern-kite}\n"
        "\n"
        "# line 2: of what the dossier knows\n"
        "- quote: |-\n"
        "    裁员在2025年5月,林晚说,林晚走了。\n"
        "  # translation: into English\n"
        "  # names: 裁员 = kite-layoffs, 林晚 = lin-wan\n"
        "  # said_by: lin-wan\n"
        "  # claims:\n"
        "  #   - kite-layoffs: {date: 2025年5月}\n"
        "  #   - kite-layoffs: {participant: lin-wan}\n"
        "\n"
        "# line 3: a value\n"
        "- quote: |-\n"
        "    雨在2025年下了30天。\n"
        "  # translation: into English\n"
        "  # claims:\n"
        "  #   - …: {date: 2025年}\n"
        "  #   - …: 30天\n"
    )


def test_the_figures_it_could_belong_to_come_with_their_values(copy: Path) -> None:
    source = add_article(
        copy, Invented("新闻", "", "", ("Meta以150亿美元收购Scale AI。" * 1, "后来没有了下文。"))
    )
    [entry] = [entry for entry in entries_of(copy, source) if "150亿美元" in entry]
    assert "  #   - scale-ai-stake-price: 150亿美元\n" in entry
    assert "143亿美元 (sina-2025-06-21)" in entry
    assert "Meta = meta" in entry
    uncommented = (
        entry.replace("  #   -", "    -").replace("  # claims", "  claims").replace("  #   #", "    #")
    )
    kept = [line for line in uncommented.split("\n") if "-price" in line or not line.startswith("    - ")]
    (copy / "sources/articles" / source / "annotations.yaml").write_text("\n".join(kept), encoding="utf-8")
    claims = [claim for claim in pipeline.check(copy).dossier.claims if claim.citation.source == source]
    assert [(claim.subject, claim.raw) for claim in claims] == [("scale-ai-stake-price", "150亿美元")]


def test_a_sentence_that_occurs_twice_gets_what_stands_beside_it(copy: Path) -> None:
    twice = Invented("新闻", "", "", ("亏损14亿元。周一公布。", "亏损14亿元。周二更正。"))
    source = add_article(copy, twice)
    entries = [entry for entry in entries_of(copy, source) if "亏损14亿元" in entry]
    assert len(entries) == 2
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_text("\n".join(entries), encoding="utf-8")
    made = pipeline.check(copy)
    assert problems_of(made, copy, path) == []
    anchored = [one for one in made.dossier.anchored if one.citation.source == source]
    assert len({one.citation.start for one in anchored}) == 2


def test_what_is_quoted_whole_is_not_suggested_again(copy: Path) -> None:
    source = add_article(copy, SIMPLIFIED)
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_text("\n".join(entries_of(copy, source)), encoding="utf-8")
    again = entries_of(copy, source)
    assert [entry for entry in again if "- quote" in entry] == []
    assert any("is quoted; left in it: " in entry and "30%" in entry for entry in again)


def test_written_as_comments_once_and_read_by_nobody(copy: Path) -> None:
    source = add_article(copy, SIMPLIFIED)
    entries = entries_of(copy, source)
    once = with_suggestions("- quote: 第一\n  skip: rhetoric", entries)
    assert once.startswith("- quote: 第一\n  skip: rhetoric\n\n# # line ")
    assert with_suggestions(once, entries) == once
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_text(with_suggestions("", entries), encoding="utf-8")
    made = pipeline.check(copy)
    assert problems_of(made, copy, path) == []
    assert not [one for one in made.dossier.anchored if one.citation.source == source]


def test_a_character_that_no_file_of_ours_may_hold_is_written_by_its_number(copy: Path) -> None:
    source = add(copy, "Me\ufeffta\ufeff paid $200 million for it, and said so.")
    entries = entries_of(copy, source)
    assert r"\ufeff" in "".join(entries)
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_text("\n".join(entries), encoding="utf-8")
    assert problems_in(copy, path) == []
    commented = with_suggestions("", entries)
    assert with_suggestions(commented, entries) == commented


def test_what_breaks_a_line_in_yaml_alone_is_a_space_in_what_is_suggested(copy: Path) -> None:
    source = add_article(copy, SIMPLIFIED)
    place = copy / "sources/articles" / source
    odd = "Meta 裁员\u2028约600人。\nMeta 亏损\x0814亿美元。\nMeta 收购\r\r\n"
    (place / "article.txt").write_bytes(odd.encode())
    entries = entries_of(copy, source)
    (place / "annotations.yaml").write_text("\n".join(entries), encoding="utf-8")
    assert problems_in(copy, place / "annotations.yaml") == []
    assert sum("- quote" in entry for entry in entries) == 3
    assert with_suggestions("\n".join(entries), entries) == "\n".join(entries)


def test_a_file_from_windows_stays_one(copy: Path) -> None:
    source = add_article(copy, SIMPLIFIED)
    path = copy / "sources/articles" / source / "annotations.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    CliRunner().invoke(main, ["--root", str(copy), "suggest", source, "--write"], catch_exceptions=False)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > 20


def test_a_date_with_a_comma_stands_in_braces(copy: Path) -> None:
    source = add_article(copy, Invented("News", "", "", ("It fell on March 5, 2024.", "So it was said.")))
    [entry] = [entry for entry in entries_of(copy, source) if "March" in entry]
    assert '  #   - …: {date: "March 5, 2024"}\n' in entry


def test_the_best_comes_first(copy: Path) -> None:
    """What others speak of too, then a denial of somebody without a name, then a value of nothing known."""
    told = ("雨下了30天。", "他否认了这一说法。", "Meta以150亿美元收购Scale AI。", "后来没有了下文。")
    source = add_article(copy, Invented("新闻", "", "", told))
    dossier = pipeline.check(copy).dossier
    made = suggestions(dossier, SourceId(source))
    text = dossier.inputs.sources[SourceId(source)].text
    ranked = [(one.rank, text[one.sentence.start : one.sentence.end]) for one in made]
    assert ranked == [(Rank.SHARED, told[2]), (Rank.DISPUTE, told[1]), (Rank.VALUE, told[0])]
    assert "sina-2025-06-21" in made[0].sources


def test_only_what_is_about_an_entity_and_only_the_best(copy: Path) -> None:
    told = ("扎克伯格说亏损了30天。", "Meta以150亿美元收购Scale AI。", "Meta裁员600人。")
    source = add_article(copy, Invented("新闻", "", "", told))
    runner = CliRunner()
    asked = ["--root", str(copy), "suggest", source]
    about = runner.invoke(main, [*asked, "--about", "scale-ai"]).stdout
    assert told[1] in about
    assert told[0] not in about
    best = runner.invoke(main, [*asked, "--top", "1"])
    assert best.stdout.count("- quote: ") == 1
    assert "1 of 3 suggestions" in best.stderr
    unknown = runner.invoke(main, [*asked, "--about", "scale"])
    assert "the dossier has no `scale`: did you mean `scale-ai`?" in unknown.stderr


def test_the_day_of_sending_is_the_date_of_nothing(copy: Path) -> None:
    source = add_article(
        copy, Invented("News", "", "", ("CARROW, March 5 (Meridian) - It sank.", "So it was."))
    )
    assert not [entry for entry in entries_of(copy, source) if "March" in entry]


def test_a_name_that_no_file_has_is_told(copy: Path) -> None:
    told = (
        "首席技术官吕知行表示，亏损14亿元。",
        "市長林若溪說，原因是失火。",  # a title that no vocabulary has
        "“Lost”, said Karin Vogel, who left with Karin Vogel on Monday Night.",
    )
    source = add_article(copy, Invented("新闻", "", "", told))
    names = unknown_names(pipeline.check(copy).dossier, SourceId(source))
    assert {(one.name, one.times) for one in names} == {("Karin Vogel", 2), ("吕知行", 1), ("林若溪", 1)}
    said = CliRunner().invoke(main, ["--root", str(copy), "suggest", source]).stderr
    assert "not known yet: Karin Vogel (2×); `dossier new person ID` makes a file\n" in said
