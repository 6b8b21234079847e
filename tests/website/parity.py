"""Two renderings of one edition, compared: the same pages, the same words, links that lead somewhere.

`python -m tests.website.parity site/en build/zensical` prints every difference, and fails if there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

HOST = "http://site"
SWITCH = "md-select__link"  # the language switch leads out of the edition


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """What `theirs` lacks, adds or words otherwise than `ours`, and its dead links."""
    here, there = pages_in(ours), pages_in(theirs)
    yield from (f"{page}: missing" for page in sorted(here - there))
    yield from (f"{page}: not in {ours}" for page in sorted(there - here))
    for page in sorted(here & there):
        yield from other_words(page, articles(ours / page), articles(theirs / page))
    for page in sorted(there):
        yield from dead_links(page, ours, theirs)


def pages_in(site: Path) -> set[str]:
    """The pages of a site, by their paths in it."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def articles(path: Path) -> list[list[str]]:
    """The words of each `article` element of a page; scripts and styles are no words."""
    found = list(parsed(path).iter("article"))
    for article in found:
        for silent in article.xpath(".//script | .//style"):
            silent.drop_tree()
    return [article.text_content().split() for article in found]


def other_words(page: str, ours: list[list[str]], theirs: list[list[str]]) -> Iterator[str]:
    """How the article elements of a page differ: in number, or where the words first do."""
    if len(ours) != len(theirs):
        yield f"{page}: {len(theirs)} article elements, not {len(ours)}"
    for mine, other in zip(ours, theirs, strict=False):
        if mine != other:
            pairs = enumerate(zip(mine, other, strict=False))
            at = next((at for at, (one, two) in pairs if one != two), min(len(mine), len(other)))
            yield f"{page}: `{' '.join(other[at : at + 8])}`, not `{' '.join(mine[at : at + 8])}`"


def dead_links(page: str, ours: Path, theirs: Path) -> Iterator[str]:
    """Each link of a page of `theirs` to a page, a file or a place that is not there."""
    for link in parsed(theirs / page).xpath("//a[@href]"):
        href = str(link.get("href"))
        if SWITCH not in str(link.get("class")).split() and not leads(page, href, ours, theirs):
            yield f"{page}: dead link {href}"


def leads(page: str, href: str, ours: Path, theirs: Path) -> bool:
    """Whether a link leads somewhere; what is outside the edition is looked up beside `ours`."""
    target = urlsplit(urljoin(f"{HOST}/{ours.name}/{page}", href))
    if f"{target.scheme}://{target.netloc}" != HOST:
        return True
    edition, _, inside = unquote(target.path).lstrip("/").partition("/")
    file = (theirs if edition == ours.name else ours.parent / edition) / inside
    file = file / "index.html" if file.is_dir() else file
    return file.is_file() and (not target.fragment or unquote(target.fragment) in places(file))


@cache
def places(file: Path) -> frozenset[str]:
    """The ids on a page."""
    return frozenset(str(id) for id in parsed(file).xpath("//@id"))


def parsed(file: Path) -> HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(file.read_text("utf-8"))


def main(ours: str, theirs: str) -> int:
    """Print every difference, and say whether there is one."""
    found = list(differences(Path(ours), Path(theirs)))
    print("\n".join(found) or f"{theirs} has the pages, words and links of {ours}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
