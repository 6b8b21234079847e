"""The only file that knows how Markdown and HTML are written: data goes in, markup comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NewType
from urllib.parse import quote

Markup = NewType("Markup", str)

EMPTY = Markup("")
SPACE = Markup(" ")
BREAK = Markup("<br>")
NEWLINES = re.compile(r"[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
SURROGATE = re.compile("[\ud800-\udfff]")
ACTIVE = re.compile(r"[&<>\"'\\`*_{}\[\]#|~^=]|(?<=\S):(?=//)")
OPENING = re.compile(r" *(?:[^\w\s():,;%/$@\u0080-\U0010ffff]|\d+[.)](?=\s|$))")
PLACE = re.compile(r"\{(\w+)\}")
SCHEME = re.compile(r"[\w+.-]*:|//|\\")
REFERENCE = re.compile(r"\[\^([^\]]+)\]")
AS_WRITTEN = re.compile(
    r"^ *(?P<fence>```|~~~).*?^ *(?P=fence)|`[^`\n]+`|<(?P<tag>\w+) lang=[^>]*>.*?</(?P=tag)>", re.M | re.S
)
PREVIEWED = re.compile(r"\[(?P<label>[^\[\]]*)\]\((?P<target>[^()\s]*)\)\{ data-preview \}")
CELL = " | "
FULL_STOP = re.compile(r"(?:[.。]|&#46;)$")
TITLE = re.compile(r"^# +(.+?) *(?:\{[^}]*\} *)?$", re.M)
UNSAFE_ID = re.compile(r"[^\w.-]+")


def clean(data: str) -> str:
    """One line, in which a character that nobody can see is named.

    >>> clean("pay \\u202e 41\\n per day")
    'pay [U+202E] 41 per day'
    """
    line = NEWLINES.sub(" ", SURROGATE.sub("\ufffd", data))
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", line)


def text(data: str) -> Markup:
    """Data as the reader shall see it: nothing in it is Markdown, HTML or a template.

    >>> text("<b> 1 * 2")
    '&#60;b&#62; 1 &#42; 2'
    >>> text("1. first")
    '1&#46; first'
    """
    return _text(data)


@lru_cache(maxsize=1 << 14)
def _text(data: str) -> Markup:
    """Names and words of ours stand on many pages."""
    line = clean(data)
    opening = OPENING.match(line)
    if opening and not ACTIVE.match(line):
        at = opening.end() - 1
        return Markup(_entities(line[:at]) + _entity(line[at]) + _entities(line[at + 1 :]))
    return Markup(_entities(line))


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _entities(line: str) -> str:
    return ACTIVE.sub(lambda found: _entity(found[0]), line)


def fill(template: str, **values: Markup) -> Markup:
    """A sentence of ours with markup in its places.

    >>> fill("{who} & others", who=strong(text("A")))
    '<strong>A</strong> &#38; others'
    """
    literals = PLACE.split(template)
    parts = [values[part] if at % 2 else text(part) for at, part in enumerate(literals)]
    return join(parts)


def join(parts: Iterable[Markup], separator: Markup = EMPTY) -> Markup:
    """Inline parts in a row; empty ones leave no separator behind."""
    return Markup(separator.join(part for part in parts if part))


def blocks(*parts: Markup) -> Markup:
    """Blocks under each other; empty ones leave no gap."""
    return Markup("\n\n".join(part.strip(" \n") for part in parts if part))


def title_in(page: str) -> str:
    """The title of a page written by hand: its first heading.

    >>> title_in("---\\ntitle: About\\n---\\n# How we work { #top }\\n\\n# More")
    'How we work'
    """
    found = TITLE.search(page)
    return found[1] if found else ""


def rewrite(page: str, change: Callable[[str], str]) -> str:
    """A page written by hand with its words changed; code, and what names its language, stays as written.

    >>> rewrite("say `say` <q lang='en'>say</q>", str.upper)
    "SAY `say` <q lang='en'>say</q>"
    """
    parts, at = [], 0
    for kept in AS_WRITTEN.finditer(page):
        parts += [change(page[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, change(page[at:])])


def unended(content: Markup) -> Markup:
    """A sentence without its full stop, to stand among other words.

    >>> unended(text("It rose."))
    'It rose'
    """
    return Markup(FULL_STOP.sub("", content))


def identifier(name: str) -> str:
    """A name as an `id` may be written: letters, digits, dots and hyphens.

    >>> identifier("scale ai/49%")
    'scale-ai-49-'
    """
    return UNSAFE_ID.sub("-", name)


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
    """A link to a page of ours or to the web; any other address (`javascript:`) leaves the words alone.

    `preview` shows the top of the page where the pointer rests; `printed` is what stands for it on paper.

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


def linked_once(body: Markup) -> Markup:
    """Blocks in which what has a preview is linked where a paragraph, an entry or a cell first names it.

    >>> ada, mill = link("ada.md", text("Ada"), preview=True), link("mill.md", text("Mill"), preview=True)
    >>> print(linked_once(blocks(join([ada, mill, ada], SPACE), ada)))
    [Ada](ada.md){ data-preview } [Mill](mill.md){ data-preview } Ada
    <BLANKLINE>
    [Ada](ada.md){ data-preview }
    """
    return Markup("\n".join(CELL.join(map(_once, line.split(CELL))) for line in body.split("\n")))


def _once(words: str) -> str:
    linked: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found["target"] in linked:
            return found["label"]
        linked.add(found["target"])
        return found[0]

    return PREVIEWED.sub(first, words)


def _target(address: str) -> str:
    if address.startswith(("https://", "http://")):
        return quote(address, safe="/#?&=:.,-~%+@;").replace("&", "&amp;")
    return "" if SCHEME.match(address) else quote(address, safe="/#.-~")


def _attributes(attributes: Mapping[str, str]) -> str:
    kept = attributes.items()
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in kept if value or name == "value")
    return "".join(f' {name}="{_value(value)}"' for name, value in named)


@lru_cache(maxsize=1 << 14)
def _value(data: str) -> str:
    return _entities(clean(data))


def inline(tag: str, content: Markup, **attributes: str) -> Markup:
    """Words in an element of their own: `span`, `q`, `mark`, `abbr`, with `lang`, `id`, `class_`.

    >>> inline("q", text("好"), lang="zh-Hans")
    '<q lang="zh-Hans">好</q>'
    """
    return Markup(f"<{tag}{_attributes(attributes)}>{content}</{tag}>")


def line(tag: str, content: Markup, **attributes: str) -> Markup:
    """A block that holds one line of words: a row of a chart, a `summary`."""
    return Markup(f'<{tag}{_attributes(attributes)} markdown="span">{content}</{tag}>')


def block(tag: str, content: Markup, **attributes: str) -> Markup:
    """A block that holds blocks: `div`, `section`, `details`."""
    return Markup(f'<{tag}{_attributes(attributes)} markdown="1">\n\n{content}\n\n</{tag}>')


def details(summary: Markup, content: Markup, css: str = "", unsearched: bool = False) -> Markup:
    """A line that opens to show the rest; `unsearched` keeps it out of the index of the search."""
    left_out = "true" if unsearched else ""
    parts = blocks(line("summary", summary), content)
    return block("details", parts, class_=css, data_search_exclude=left_out)


def preformatted(data: str) -> Markup:
    """Lines of data to copy, each as it is but for spaces at its beginning.

    >>> preformatted("a {b}\\nc")
    '<pre><code>a &#123;b&#125;\\nc</code></pre>'
    """
    lines = "\n".join(_entities(clean(each)) for each in data.split("\n"))
    return Markup(f"<pre><code>{lines}</code></pre>")


def admonition(title: Markup, content: Markup, css: str) -> Markup:
    """A box with a title of its own."""
    head = line("p", title, class_="admonition-title")
    return block("div", blocks(head, content), class_=f"admonition {css}")


def bullets(items: Sequence[Markup]) -> Markup:
    """A list, an item a line."""
    return Markup("\n".join(f"- {_indent(item)}" for item in items if item))


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
    """What stands in the footnote."""
    return Markup(f"[^{identifier(key)}]: {_indent(blocks(content))}")


def footnotes_in(content: Markup) -> tuple[str, ...]:
    """The footnotes that a text leads to, in the order of their first marks.

    >>> footnotes_in(join([footnote("b"), footnote("a"), footnote("b")]))
    ('b', 'a')
    """
    return tuple(dict.fromkeys(REFERENCE.findall(content)))


def front_matter(fields: Mapping[str, str]) -> Markup:
    """What the theme reads of a page; it prints these as HTML, so they are escaped for it.

    >>> print(front_matter({"title": "A <b>"}))
    ---
    title: "A &#60;b&#62;"
    ---
    """
    lines = [
        f"{name}: {json.dumps(_field(value), ensure_ascii=False)}" for name, value in fields.items() if value
    ]
    return Markup("\n".join(["---", *lines, "---"]))


def _field(value: str) -> str:
    return re.sub(r"[&<>\"'{}]", lambda found: _entity(found[0]), clean(value))
