"""Whatever a text holds, the reader sees it as written and nothing in it runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import markdown as python_markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

EXTENSIONS = ["admonition", "footnotes", "tables", "attr_list", "md_in_html", "toc"]

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<div markdown='1'>**x**</div>",
    "</div></details></section>",
    "<!-- hidden -->",
    "<?php run ?>",
    "<![CDATA[x]]>",
    "[press](javascript:alert(1))",
    "<javascript:alert(1)>",
    "<https://example.org>",
    "![](https://example.org/x.png)",
    "[^1]: a note of its own",
    "[^1] and [^src.a1]",
    "[ref]: https://example.org 'title'",
    "[ref][ref]",
    "*[HTML]: an abbreviation",
    "a | b",
    "| --- | --- |",
    "x {: onclick=alert(1) }",
    "{: .hidden #top }",
    "{{ config.secret }} {% raw %} {# gone #}",
    "`code` ``code`` ```",
    "```python",
    "~~~",
    "~~gone~~ ==marked== ^up^",
    "# heading",
    "#",
    "===",
    "---",
    "***",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "12.",
    "> quoted",
    ": defined",
    '!!! danger "title"',
    '??? danger "title"',
    "    four spaces",
    "**strong** _em_ __strong__ *em*",
    "snake_case_name 2*3*4",
    "back\\slash \\* \\<",
    "&lt;b&gt; &amp; &#60;b&#62; &nope; & alone",
    "a \"double\" and 'single' quote",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "[TOC]",
    "[[scale-ai]] [@source/annotation]",
    "\x02klzzwxh:0000\x03 \x02amp\x03",
    "two  words",
    "寧燒千億：<b>不</b>",
    "שלום עולם",
    "5% of $14.3bn, 3/4; (yes) — “so”…",
]

CONTEXTS: dict[str, Callable[[Markup], Markup]] = {
    "paragraph": lambda x: x,
    "paragraph with a class": lambda x: md.paragraph(x, css="lead"),
    "after words": lambda x: md.join([md.text("so"), x], md.SPACE),
    "heading": lambda x: md.heading(2, x, "here"),
    "strong": lambda x: md.strong(x),
    "link": lambda x: md.paragraph(md.join([md.text("see "), md.link("people/ada.md", x)])),
    "item": lambda x: md.bullets([x, x]),
    "cell": lambda x: md.table([x, x], [[x, x], [x, x]]),
    "quotation": lambda x: md.paragraph(md.inline("q", x, lang="zh-Hans", class_="quote")),
    "summary": lambda x: md.details(x, x, css="warning"),
    "admonition": lambda x: md.admonition(x, md.bullets([x]), css="note"),
    "row": lambda x: md.block("div", md.line("div", md.inline("span", x, class_="bar")), class_="chart"),
    "footnote": lambda x: md.blocks(
        md.join([x, md.footnote("n.1"), x]), md.footnote_text("n.1", md.blocks(x, x)), x
    ),
    "sentence": lambda x: md.fill("{a}, and {b}.", a=x, b=md.strong(x)),
}


@dataclass
class Seen(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and its words."""

    elements: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(f"{tag} {attrs}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.elements.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.elements.append("instruction")


def render(markup: Markup) -> Seen:
    seen = Seen()
    seen.feed(python_markdown.markdown(markup, extensions=EXTENSIONS))
    seen.close()
    return seen


def words(seen: Seen) -> str:
    """What stands on the page, white space aside."""
    return "".join("".join(seen.words).split())


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_shows_as_written_and_does_nothing(payload: str, context: str) -> None:
    build = CONTEXTS[context]
    harmless, hostile = render(build(md.text("WORD"))), render(build(md.text(payload)))
    assert hostile.elements == harmless.elements
    shown = "".join(md.clean(payload).split())
    assert words(hostile) == words(harmless).replace("WORD", shown)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_attribute_holds_the_payload_as_written(payload: str) -> None:
    seen = render(md.paragraph(md.inline("abbr", md.text("x"), title=payload)))
    assert seen.elements == ["p []", f"abbr {[('title', md.clean(payload))]}"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_survives_being_printed_as_html(payload: str) -> None:
    front = md.front_matter({"title": payload})
    fields = yaml.safe_load(front.strip("-\n"))
    assert unescape(fields["title"]) == md.clean(payload)
    assert not set(fields["title"]) & set("<>\"'{}")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/x",
        "\\\\example.org",
        "&#106;avascript:alert(1)",
        "https://example.org/x) onclick=alert(1",
        'https://example.org/" onclick="alert(1)',
    ],
)
def test_a_link_leads_to_a_page_or_to_the_web_or_nowhere(address: str) -> None:
    seen = render(md.paragraph(md.join([md.text("see "), md.link(address, md.text("words"))])))
    assert words(seen) == "seewords"
    for element in seen.elements[1:]:
        target = re.fullmatch(r"a \[\('href', '([^']*)'\)\]", element)
        assert target
        assert urlsplit(target[1]).scheme in ("", "https")
        assert urlsplit(target[1]).netloc in ("", "example.org")


def test_marks_nobody_can_see_are_named() -> None:
    assert md.clean("a\u202eb\u2066c\x00") == "a[U+202E]b[U+2066]c[U+0000]"


def test_footnotes_are_found_in_markup_only() -> None:
    body = md.join([md.text("[^no]"), md.footnote("b"), md.footnote("a"), md.footnote("b")])
    assert md.footnotes_in(body) == ("b", "a")


@given(st.text(alphabet=st.sampled_from("<>&\"'`*_{}[]()#|~^=!\\-+.:;\n\t 1a中/$@%?\u202e\x02"), max_size=30))
@example(" - ")
@settings(deadline=None)
def test_any_text_shows_as_written(payload: str) -> None:
    shown = "".join(md.clean(payload).split())
    seen = render(md.paragraph(md.join([md.text("so "), md.text(payload)])))
    assert seen.elements == ["p []"]
    assert words(seen) == f"so{shown}"
    item = render(md.bullets([md.join([md.text(payload), md.text("x")])]))
    assert item.elements == ["ul []", "li []"]
