"""Headings, links, lists, tables, boxes, footnotes: markup around words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote

from build_tools.website.markdown.escaping import (
    EMPTY,
    Markup,
    blocks,
    clean,
    entities,
    entity,
    identifier,
)

SCHEME = re.compile(r"[\w+.-]*:|//|\\")
CELL = " | "
FOOTNOTES_HERE = "///Footnotes Go Here///"  # Python-Markdown's own mark


def heading(level: int, title: Markup, id: str = "") -> Markup:
    """A heading; `id` is its address on the page, the same in every edition."""
    mark = f" {{ #{identifier(id)} }}" if id else ""
    return Markup(f"{'#' * level} {title}{mark}")


def paragraph(content: Markup, css: str = "") -> Markup:
    """A paragraph, with a class where the page needs one."""
    marks = " ".join(f".{name}" for name in css.split())
    return Markup(f"{content}\n{{: {marks} }}") if content and marks else content


def strong(content: Markup) -> Markup:
    """Strong words."""
    return inline("strong", content) if content else content


def link(address: str, label: Markup, css: str = "", preview: bool = False, printed: str = "") -> Markup:
    """A link to a page of the site or to the web; any other address (`javascript:`) leaves the words alone.

    `preview` shows the top of the page where the pointer rests; `printed` replaces it on paper.

    >>> from build_tools.website.markdown import text
    >>> link("people/ada.md#c-1", text("Ada"))
    '[Ada](people/ada.md#c-1)'
    >>> link("javascript:alert(1)", text("Ada"))
    'Ada'
    """
    target = _target(address)
    if not target:
        return label
    marks = [f".{name}" for name in css.split()] + ["data-preview"] * preview
    if printed:
        marks.append(f'data-address="{_target(printed)}"')
    return Markup(f"[{label}]({target})" + (f"{{ {' '.join(marks)} }}" if marks else ""))


@lru_cache(maxsize=1 << 16)
def _target(address: str) -> str:
    if address.startswith(("https://", "http://")):
        return quote(address, safe="/#?&=:.,-~%+@;").replace("&", "&amp;")
    return "" if SCHEME.match(address) else quote(address, safe="/#.-~")


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(
        [_attribute(name, value) for name, value in attributes.items() if value or name == "value"]
    )


@lru_cache(maxsize=1 << 16)
def _attribute(name: str, value: str) -> str:
    return f' {name.rstrip("_").replace("_", "-")}="{entities(clean(value))}"'


def inline(tag: str, content: Markup, **attributes: str) -> Markup:
    """Words in an element of their own: `span`, `q`, `mark`, `abbr`, with `lang`, `id`, `class_`.

    >>> from build_tools.website.markdown import text
    >>> inline("q", text("好"), lang="zh-Hans")
    '<q lang="zh-Hans">好</q>'
    """
    return Markup(f"<{tag}{_attributes(attributes)}>{content}</{tag}>")


def line(tag: str, content: Markup, **attributes: str) -> Markup:
    """A block that holds one line of words: a row of a chart, a `summary`."""
    return Markup(f'<{tag}{_attributes(attributes)} markdown="span">{content}</{tag}>')


def bare_line(tag: str, content: Markup, **attributes: str) -> Markup:
    """The same, of HTML alone: nothing is looked for in it, however long it is."""
    return Markup(f"<{tag}{_attributes(attributes)}>{content}</{tag}>")


def block(tag: str, content: Markup, **attributes: str) -> Markup:
    """A block that holds blocks: `div`, `section`, `details`."""
    return Markup(f'<{tag}{_attributes(attributes)} markdown="1">\n\n{content}\n\n</{tag}>')


def details(
    summary: Markup, content: Markup, css: str = "", unsearched: bool = False, id: str = ""
) -> Markup:
    """A line that opens to show the rest; `unsearched` keeps it out of the index of the search."""
    left_out = "true" if unsearched else ""
    parts = blocks(line("summary", summary), content)
    return block("details", parts, id=id, class_=css, data_search_exclude=left_out)


def preformatted(data: str) -> Markup:
    """Lines of data to copy, each as it is but for spaces at its beginning.

    >>> preformatted("a {b}\\nc")
    '<pre><code>a &#123;b&#125;\\nc</code></pre>'
    """
    lines = "\n".join(entities(clean(each)) for each in data.split("\n"))
    return Markup(f"<pre><code>{lines}</code></pre>")


def admonition(title: Markup, content: Markup, css: str) -> Markup:
    """A box with its own title."""
    head = line("p", title, class_="admonition-title")
    return block("div", blocks(head, content), class_=f"admonition {css}")


def bullets(items: Sequence[Markup]) -> Markup:
    """A list, an item a line; items of several blocks are set apart, or the next would be part of the last.

    >>> bullets([Markup("a\\n\\n- b"), Markup("c")]).splitlines()
    ['- a', '', '    - b', '', '- c']
    """
    apart = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return Markup(apart.join(f"- {_indent(item)}" for item in items if item))


def _indent(content: Markup) -> str:
    return re.sub(r"\n(?=[^\n])", "\n    ", content)


def table(header: Sequence[Markup], rows: Sequence[Sequence[Markup]]) -> Markup:
    """A table with a header; no rows, no table."""
    if not rows:
        return EMPTY
    lines = [header, [Markup("---")] * len(header), *rows]
    return Markup("\n".join(f"| {CELL.join(cell or ' ' for cell in cells)} |" for cells in lines))


def footnote(key: str) -> Markup:
    """The mark that leads to a footnote."""
    return Markup(f"[^{identifier(key)}]")


def footnote_text(key: str, content: Markup) -> Markup:
    """The text of the footnote."""
    return Markup(f"[^{identifier(key)}]: {_indent(blocks(content))}")


def folded_footnotes(summary: Markup) -> Markup:
    """Where the footnotes of a page go, below a line that opens to show them."""
    return details(summary, Markup(FOOTNOTES_HERE), css="notes-below", unsearched=True)


def front_matter(fields: Mapping[str, str], scripts: Mapping[str, str] | None = None) -> Markup:
    """What the theme reads of a page; it prints these as HTML, so they are escaped for it.

    `scripts` are printed inside one, and are safe there already.

    >>> print(front_matter({"title": "A <b>"}))
    ---
    title: "A &#60;b&#62;"
    ---
    """
    written = {**{name: _field(value) for name, value in fields.items()}, **(scripts or {})}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in written.items() if value]
    return Markup("\n".join(["---", *lines, "---"]))


def _field(value: str) -> str:
    return re.sub(r"[&<>\"'{}]", lambda found: entity(found[0]), clean(value))
