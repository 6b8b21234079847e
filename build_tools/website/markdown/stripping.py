"""Markup read again: its words, and the parts to leave out."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable

from build_tools.website.markdown.elements import CELL
from build_tools.website.markdown.escaping import Markup

MOST_MARKS, MOST_NOTES = 200, 2000
REFERENCE = re.compile(r"\[\^([^\]]+)\]")
AS_WRITTEN = re.compile(
    r"^ *(?P<fence>```|~~~).*?^ *(?P=fence)|`[^`\n]+`|<(?P<tag>\w+) lang=[^>]*>.*?</(?P=tag)>", re.M | re.S
)
PREVIEW = "{ data-preview }"
PREVIEWED = re.compile(rf"\[(?P<label>[^\[\]]*)\]\((?P<target>[^()\s]*)\){re.escape(PREVIEW)}")
FULL_STOP = re.compile(r"(?:[.。]|&#46;)$")
LEAD = re.compile(r"^(?P<words>.+)\n\{: \.lead \}$", re.M)
WRAPPING = re.compile(r"\[|\]\([^()\s]*\)(?:\{[^{}]*\})?|<[^<>]*>")
TITLE = re.compile(r"^# +(.+?) *(?:\{[^}]*\} *)?$", re.M)


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


def strip_markup(content: Markup) -> str:
    """The words alone, for where nothing can be linked or marked.

    >>> from build_tools.website.markdown import footnote, join, link, strong, text
    >>> strip_markup(join([link("di.md", text("Di [A]"), preview=True), strong(text("ran")), footnote("a")]))
    'Di [A]ran'
    """
    return html.unescape(WRAPPING.sub("", REFERENCE.sub("", content))).strip()


def lead_in(body: Markup) -> str:
    """What a page says first, in plain words; nothing where it begins with no such sentence."""
    found = LEAD.search(body)
    said = strip_markup(Markup(found["words"])) if found else ""
    return said[:1].upper() + said[1:]


def unended(content: Markup) -> Markup:
    """A sentence without its full stop, for use within another.

    >>> from build_tools.website.markdown import text
    >>> unended(text("It rose."))
    'It rose'
    """
    return Markup(FULL_STOP.sub("", content))


def linked_once(body: Markup) -> Markup:
    """Blocks in which what has a preview is linked where a paragraph, an entry or a cell first names it.

    >>> from build_tools.website.markdown import SPACE, blocks, join, link, text
    >>> ada, mill = link("ada.md", text("Ada"), preview=True), link("mill.md", text("Mill"), preview=True)
    >>> print(linked_once(blocks(join([ada, mill, ada], SPACE), ada)))
    [Ada](ada.md){ data-preview } [Mill](mill.md){ data-preview } Ada
    <BLANKLINE>
    [Ada](ada.md){ data-preview }
    """
    return Markup("\n".join(CELL.join(map(_once, line.split(CELL))) for line in body.split("\n")))


def _once(words: str) -> str:
    if words.count(PREVIEW) < 2:
        return words
    linked: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found["target"] in linked:
            return found["label"]
        linked.add(found["target"])
        return found[0]

    return PREVIEWED.sub(first, words)


def footnotes_limited(body: Markup, instead: Callable[[str], Markup]) -> Markup:
    """A page with so many footnotes, and to each so many marks, as the renderer has time for.

    It looks at all of them for each; if there are more, `instead` replaces the mark.

    >>> from build_tools.website.markdown import SPACE, footnote, join, text
    >>> footnotes_limited(join([footnote("a")] * 201, SPACE), text)[-11:]
    '[^a] [^a] a'
    """
    counts: Counter[str] = Counter()

    def kept(found: re.Match[str]) -> str:
        known = found[1] in counts or len(counts) < MOST_NOTES
        if known:
            counts[found[1]] += 1
        return found[0] if known and counts[found[1]] <= MOST_MARKS else instead(found[1])

    return Markup(REFERENCE.sub(kept, body))


def footnotes_in(content: Markup) -> tuple[str, ...]:
    """The footnotes that a text leads to, in the order of their first marks.

    >>> from build_tools.website.markdown import footnote, join
    >>> footnotes_in(join([footnote("b"), footnote("a"), footnote("b")]))
    ('b', 'a')
    """
    return tuple(dict.fromkeys(REFERENCE.findall(content)))
