"""The command: its forms, its exit code, and texts that mean harm."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.auditing.plain_article import plain_article
from build_tools.cli import main
from build_tools.model import Span

BASE = Path(__file__).parents[1] / "broken" / "base"
WRONG = "灯鸢科技以19亿元收购风筝云。\n"
RIGHT = "林晚是灯鸢科技的首席执行官。\n"
HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert) **灯鸢科技**以19亿元收购风筝云 \x1b[31m\u202e"
    "「<img src=x onerror=alert(1)>灯鸢科技以一百亿元收购风筝云」\n```\n# 12亿元\n"
)


def run(text: str | bytes, *options: str) -> Result:
    called = ["--root", str(BASE), "audit", "-", *options]
    return CliRunner().invoke(main, called, input=text, catch_exceptions=False)


def test_it_fails_where_the_articles_say_otherwise() -> None:
    assert run(RIGHT).exit_code == 0
    assert run(WRONG).exit_code == 1


def test_the_terminal_has_the_text_with_marks_and_what_each_rests_on() -> None:
    made = run(f"{RIGHT}\n{WRONG}").stdout
    assert "林晚是灯鸢科技的[首席执行官]✓1。\n" in made
    assert "灯鸢科技以[19亿元]✗2收购风筝云。\n" in made
    assert "   purchase-price 12亿元 — kite-daily, line 3\n" in made
    assert made.endswith("\n1 proven, 1 contradicted\n")


def test_a_program_gets_spans_claims_and_addresses() -> None:
    (one,) = json.loads(run(WRONG, "--format", "json").stdout)["statements"]
    assert WRONG[one["start"] : one["end"]] == "19亿元"
    assert one["verdict"] == "contradicted"
    assert {claim["source"] for claim in one["claims"]} == {"kite-daily", "harbour-post"}
    assert all(claim["address"].startswith("figures/purchase-price") for claim in one["claims"])


def test_a_side_of_a_dispute_comes_with_the_others() -> None:
    (one,) = json.loads(run("灯鸢科技以15亿元收购风筝云。", "--format", "json").stdout)["statements"]
    assert one["verdict"] == "disputed"
    assert one["names_all_sides"] is False
    assert sorted(side["named"] for side in one["sides"]) == [False, True]


class Tags(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_whatever_a_text_holds_is_shown_and_does_nothing(form: str) -> None:
    result = run(HOSTILE, "--format", form)
    assert result.exit_code in (0, 1)
    if form == "html":
        page = Tags(result.stdout)
        assert not page.tags & {"script", "img"}
        assert "<script>alert(" in page.text
    if form == "text":
        assert all(sign.isprintable() or sign == "\n" for sign in result.stdout)
        assert all(len(line) <= 80 for line in result.stdout.splitlines())


def test_bytes_that_are_no_text_are_no_statement() -> None:
    result = run(b"\xff\xfe\x00" * 100)
    assert result.exit_code == 0
    assert result.stdout.endswith("nothing to audit\n")


def test_a_date_of_the_text_must_be_one() -> None:
    assert run(RIGHT, "--published", "soon").exit_code == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("**12** of 20", "12 of 20"),
        ("See [the 12 ships](https://a.example/34).", "See the 12 ships."),
        ("https://a.example/2025/06/12", ""),
        ("> quoted\n\n1. one\n2. two", "quoted\n\none\ntwo"),
        ("a line that goes on and on until an editor has wrapped it at\nthe margin", None),
    ],
)
def test_markdown_is_read_without_its_marks(given: str, words: str | None) -> None:
    read = plain_article(given).source.text
    assert read == (given.replace("\n", " ") if words is None else words)


def test_a_place_in_the_words_is_the_place_in_the_text() -> None:
    given = "# One\r\n\r\n**14** of [the 20](https://a.example) left\r\n"
    article = plain_article(given)
    start = article.source.text.index("20")
    place = article.span(Span(start, start + 2))
    assert given[place.start : place.end] == "20"
