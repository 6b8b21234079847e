"""What a saved web page says of itself: in the tags of its head, as linked data, and under its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import lxml.html

from build_tools.contributing.importing.datelines import moment
from build_tools.contributing.importing.facts import Facts

# How browsers and their extensions note where a page was saved from.
SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)"
)
NAMES = {
    "author": ("author", "article:author", "dc.creator", "byl", "mediaid"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "source", "application-name"),
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "dc.date",
        "date",
        "weibo: article:create_at",
    ),
    "url": ("og:url",),
}
ARTICLE = re.compile(r"(?:\w*Article|Report|BlogPosting|LiveBlogPosting)")  # of schema.org


def declared_facts(page: str, tree: lxml.html.HtmlElement) -> Facts:
    """What a page declares: in its tags first, then as linked data, then in the tag of a time.

    >>> page = '<head><meta name="author" content="李明"><title>星河裁员_财经网</title></head>'
    >>> declared_facts(page, lxml.html.document_fromstring(page))
    Facts(title='星河裁员_财经网', author='李明', publisher='', published='', url='')
    """
    return _of_tags(page, tree).or_else(_of_linked_data(tree)).or_else(_of_time(tree))


def _of_tags(page: str, tree: lxml.html.HtmlElement) -> Facts:
    said = {
        (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower(): meta.get(
            "content", ""
        ).strip()
        for meta in tree.iter("meta")
    }
    found = {
        fact: next((said[name] for name in names if said.get(name)), "") for fact, names in NAMES.items()
    }
    saved = SAVED_FROM.search(page[:4096])
    return Facts(
        title=(tree.findtext(".//title") or "").strip(),
        author=found["author"],
        publisher=found["publisher"],
        published=moment(found["published"]),
        url=saved["url"] if saved else found["url"],
    )


def _of_linked_data(tree: lxml.html.HtmlElement) -> Facts:
    """The first article among the JSON-LD of a page."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            for article in _articles(_read_json(script.text or "")):
                return Facts(
                    title=_name(article.get("headline")),
                    author=_name(article.get("author")),
                    publisher=_name(article.get("publisher")),
                    published=moment(_name(article.get("datePublished"))),
                    url=_name(article.get("url")),
                )
    return Facts()


def _read_json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _articles(data: object) -> Iterator[Mapping[str, object]]:
    """The objects that are articles: the data itself, one of a list, or one of a graph."""
    match data:
        case list():
            for each in data:
                yield from _articles(each)
        case {"@graph": list(graph)}:
            yield from _articles(graph)
        case dict() if any(ARTICLE.fullmatch(str(one)) for one in _listed(data.get("@type"))):
            yield data


def _name(value: object) -> str:
    """A text, or the name of what stands for it; several are joined.

    >>> _name([{"@type": "Person", "name": "Alan Reid"}, "Jo Lin"]), _name({"@id": "#a"})
    ('Alan Reid, Jo Lin', '')
    """
    names = (one.get("name") if isinstance(one, dict) else one for one in _listed(value))
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _of_time(tree: lxml.html.HtmlElement) -> Facts:
    """The first `<time>` that is marked as the publication's, else the first that has a machine's date."""
    times = [one for one in tree.iter("time") if one.get("datetime")]
    marked = [
        one for one in times if one.get("itemprop") == "datePublished" or one.get("pubdate") is not None
    ]
    return next((Facts(published=moment(one.get("datetime", ""))) for one in (*marked, *times)), Facts())
