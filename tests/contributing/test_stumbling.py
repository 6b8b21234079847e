"""Where a contributor stumbled on the way from an article to an annotation, each as a test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from tests.broken.test_broken import HERE

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}-{publisher}</title></head><body>
<div><a href="/">Home</a> | <a href="/tech">Tech</a> | <a href="/login">Sign in</a></div>
<div><h1>{title}</h1>
<div><span>2026年03月06日 08:15</span> <span>{source}：{publisher}</span> <span>作者：李明</span></div>
<div>{paragraphs}</div></div><div>Copyright 2006-2026 {publisher}</div></body></html>"""
HANS = "　　2026年3月5日,云帆机器人宣布以2.4亿元收购杭州初创公司拾光科技60%的股份。"
HANT = "　　2026年3月5日，雲帆機器人宣佈以2.6億元收購杭州新創公司拾光科技六成股份。"


def run(root: Path, *arguments: str, given: bytes = b"") -> Result:
    """One command in a dossier."""
    return CliRunner().invoke(main, ["--root", str(root), *arguments], input=given, catch_exceptions=False)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier of the broken ones, without a fault."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize(
    ("title", "publisher", "source", "paragraph", "declared", "charset"),
    [
        ("云帆收购拾光", "远山财经", "来源", HANS, "gb2312", "gb18030"),
        ("雲帆收購拾光", "遠山財經", "來源", HANT, "big5", "big5hkscs"),
        ("云帆收购拾光", "远山财经", "来源", HANS, "gb2312", "utf-8"),
    ],
)
def test_the_line_under_the_headline_says_who_and_when(
    title: str, publisher: str, source: str, paragraph: str, declared: str, charset: str, dossier: Path
) -> None:
    """Pages without a word in their head name author, publisher and day there, and reductions drop it."""
    shown = PAGE.format(
        charset=declared,
        title=title,
        publisher=publisher,
        source=source,
        paragraphs=f"<p>{paragraph}</p>" * 4,
    )
    done = run(dossier, "import", "-", given=shown.encode(charset))
    assert done.exit_code == 0, done.output
    assert "next: dossier suggest article-2026-03-06" in done.output
    assert "it is called `article-2026-03-06`: rename the folder, or give --id" in done.output
    about = (dossier / "sources/articles/article-2026-03-06/source.yaml").read_text("utf-8")
    assert f"author: 李明\npublisher: {publisher}\n" in about
    assert "published: 2026-03-06T08:15 " in about
    assert "published_why: given by the page itself\n" in about


def test_a_date_in_the_article_is_not_the_day_of_the_article(dossier: Path) -> None:
    done = run(dossier, "import", "-", "--id", "yunfan", given=f"云帆\n{HANS.strip()}\n".encode())
    assert "published" in done.stderr
    assert "the date is missing" in run(dossier, "check").output


def test_what_is_given_with_an_import_is_refused_at_once(dossier: Path) -> None:
    done = run(dossier, "import", "-", "--published", "2026/3/6", given=HANS.encode())
    assert (done.exit_code, done.stderr) == (1, "Error: --published 2026/3/6: write `2026-03-06`\n")
    done = run(dossier, "import", "-", "--url", "yuanshan.example/x", given=HANS.encode())
    assert (done.exit_code, done.stderr) == (
        1,
        "Error: --url yuanshan.example/x: write the full address, `https://…`, or `unknown`\n",
    )
    assert not list((dossier / "sources/articles").glob("article*"))


def test_a_day_that_the_contributor_gives_is_not_said_to_be_the_pages(dossier: Path) -> None:
    run(dossier, "import", "-", "--id", "yunfan", "--published", "2026-03-06", given=HANS.encode())
    about = (dossier / "sources/articles/yunfan/source.yaml").read_text("utf-8")
    assert "published_why: given on import\n" in about


def test_a_source_or_question_of_nearly_that_name(dossier: Path) -> None:
    assert "did you mean `kite-daily`?" in run(dossier, "suggest", "kite-dayly").stderr
    assert "did you mean `price-paid`?" in run(dossier, "judge", "price-payed").stderr


def test_a_suggested_date_is_the_date_of_something(dossier: Path) -> None:
    run(
        dossier,
        "import",
        "-",
        "--id",
        "yunfan",
        "--published",
        "2026-04",
        given="云帆4月1日有1,860人。".encode(),
    )
    assert "- …: {date: 4月1日}" in run(dossier, "suggest", "yunfan").stdout


def test_no_judgement_is_recorded_while_an_error_hides_a_side(dossier: Path) -> None:
    annotations = dossier / "sources/articles/harbour-post/annotations.yaml"
    annotations.write_text(annotations.read_text("utf-8").replace(": 15億元", ": 16億元"), encoding="utf-8")
    question = dossier / "sources/questions/price-paid.yaml"
    before = question.read_bytes()
    done = run(dossier, "judge", "price-paid")
    assert done.exit_code == 1
    assert "error[value-not-in-quote]" in done.stdout
    assert question.read_bytes() == before


def test_an_error_about_something_else_hides_no_side(dossier: Path) -> None:
    annotations = dossier / "sources/articles/harbour-post/annotations.yaml"
    changed = annotations.read_text("utf-8").replace("role: chief-executive", "role: founder")
    annotations.write_text(changed, encoding="utf-8")
    assert "error[term-not-in-quote]" in run(dossier, "check").stdout
    done = run(dossier, "judge", "price-paid")
    assert (done.exit_code, done.stdout) == (0, "sources/questions/price-paid.yaml: `seen:` is up to date\n")


def test_what_cannot_be_read_may_hide_a_side(dossier: Path) -> None:
    annotations = dossier / "sources/articles/harbour-post/annotations.yaml"
    changed = annotations.read_text("utf-8").replace("  translation: Lin Wan", "\ttranslation: Lin Wan")
    annotations.write_text(changed, encoding="utf-8")
    done = run(dossier, "judge", "price-paid")
    assert (done.exit_code, "error[tab]" in done.stdout) == (1, True)


def test_an_error_in_our_own_prose_hides_no_side(dossier: Path) -> None:
    person = dossier / "sources/people/lin-wan.yaml"
    person.write_text(f"{person.read_text('utf-8')}summary: She has 900 kites.\n", encoding="utf-8")
    assert "error[summary-not-supported]" in run(dossier, "check").stdout
    assert run(dossier, "judge", "price-paid").exit_code == 0


def test_a_question_that_is_offered_may_be_saved_as_it_is(dossier: Path) -> None:
    """Its name must not be the figure's: ids are unique."""
    (dossier / "sources/questions/price-paid.yaml").unlink()
    offered = run(dossier, "check").stdout.partition("# questions/")[2]
    name, _, text = offered.partition("\n")
    (dossier / "sources/questions" / name).write_text(text, encoding="utf-8")
    assert run(dossier, "check").stdout == "no problems\n"


def test_a_path_that_the_shell_completed_is_the_id_in_it(dossier: Path) -> None:
    for given in ("kite-daily/", "sources/articles/kite-daily", "sources/articles/kite-daily/article.txt"):
        assert run(dossier, "suggest", given).stdout == run(dossier, "suggest", "kite-daily").stdout != ""
    assert run(dossier, "judge", "sources/questions/price-paid.yaml").exit_code == 0


def test_an_address_is_not_fetched_and_that_is_said(dossier: Path) -> None:
    done = run(dossier, "import", "https://kite.example/a.html")
    assert done.exit_code == 2
    assert "nothing is fetched: save the page in your browser" in done.stderr


def test_a_text_in_a_language_that_nobody_named_is_not_chinese(dossier: Path) -> None:
    text = "Vauceleko errota erre da\nHamabi lagun atera dituzte errotatik.\n"
    done = run(dossier, "import", "-", "--id", "moulin", "--published", "2031-05-05", given=text.encode())
    assert done.exit_code == 0, done.output
    assert "language" in done.stderr
    about = (dossier / "sources/articles/moulin/source.yaml").read_text("utf-8")
    assert "\nlanguage: und " in about
