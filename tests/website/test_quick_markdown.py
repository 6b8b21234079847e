"""What the quicker way makes of Markdown is what Python-Markdown makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown, inlinepatterns

from build_tools.website.look import TOOL
from build_tools.website.quick_markdown import NEEDED, QuickMarkdown

USED = ("admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc")
PIECES = (
    "Ada",
    " ",
    "\n\n",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "``",
    "\\",
    "\\*",
    "[",
    "]",
    "![",
    "(a.md)",
    "[mill]",
    "[]",
    "[^1]",
    "\n\n[^1]: Where\n\n",
    "\n\n[mill]: b.md 'At the mill'\n\n",
    "<https://a.example>",
    "<ada@a.example>",
    "<b>",
    "</b>",
    "<!-- no -->",
    "<?no?>",
    "<",
    "&amp;",
    "&#65;",
    "&",
    "\n\n- ",
    "\n\n# ",
    "{: .lead }",
    '<div markdown="1">\n',
    "\n</div>\n",
    "| a | b |\n| --- | --- |\n",
)


def rendered(text: str, *more: QuickMarkdown) -> str:
    """A text as Python-Markdown renders it, with the extensions of a site."""
    return str(Markdown(extensions=[*USED, *more]).convert(text))


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_the_same_html(text: str) -> None:
    assert rendered(text, QuickMarkdown()) == rendered(text)


@pytest.mark.parametrize("path", sorted((TOOL / "docs/en").glob("*.md")), ids=lambda path: path.name)
def test_the_same_html_of_pages_written_by_hand(path: Path) -> None:
    text = path.read_text("utf-8")
    assert rendered(text, QuickMarkdown()) == rendered(text)


def test_nearly_every_pattern_is_known_by_what_it_needs() -> None:
    found = Markdown(extensions=list(USED)).inlinePatterns
    unknown = [each for each in found if each.pattern not in NEEDED]
    assert [type(each) for each in unknown] == [inlinepatterns.DelimiterProcessor]
