"""Extends the renderer's search index: names in either script, inside longer words, and by any alias.

The theme looks words up as they are cut and written. To every document of its index we add a field
`fold`, which is not shown: the Han characters in both scripts, two by two, and numbers with their units.
The top of a page has two fields more: its `names` count as much as its title, the `numbers` in its first
lines nearly so.
Every reader fetches the index with the first page, so it leaves out repetitions and what is not searched for.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from build_tools.safe_files import put_file
from build_tools.website.search_words import guarded, names, numbers, search_forms

TAG = re.compile(r"<sup>\d+</sup>|<[^>]*>")  # the number of a footnote is no word of the page
MARKS = re.compile(
    r"(?:<sup>\d+</sup>)+(?: ?#(?!\w))?"
)  # nor does a result show it, or the # of a line's address
CUT = re.compile(r"[^\w.]+")
NOTES = re.compile(r" *<ol> <li>(?:(?!<ol>).)*\u21a9</p> </li> </ol>\s*$", re.S)
CODE = re.compile(r"<pre>.*?</pre>", re.S)
REPEATING = (  # sections that only repeat other pages
    *("#together", "#mentions", "#names", "#timeline", "#elsewhere", "#quoted", "#unlike"),
    *("#only", "#single", "#source-read"),
)
RETOLD = "/#of-"  # what a theme says of each thing that belongs to it
BOOSTS = {"fold": 0.3, "names": 1000, "numbers": 200}  # the theme gives a title 1000, the text 1


class IndexEntry(TypedDict, total=False):
    """One entry of the theme's index: a page above its first heading, or a section of it."""

    location: str
    title: str
    text: str
    tags: list[str]
    boost: float
    fold: str
    names: str
    numbers: str


class SearchIndex(TypedDict):
    """The theme's index as its script reads it."""

    config: dict[str, object]
    docs: list[IndexEntry]


@dataclass(frozen=True, slots=True)
class Findable:
    """What search must know of a page: the word for its kind, what else it is known by, how much it counts.

    Of pages that match alike, the one that is about the thing comes before those that only list it,
    whose weight is below 1; these are found by their words as written.
    """

    kind: str = ""
    names: tuple[str, ...] = ()
    weight: float = 1
    hidden: bool = False
    by_title: bool = False


BY_HAND = Findable(weight=0.25)


def enrich(path: Path, pages: Mapping[str, Findable]) -> None:
    """Add to the index of an edition what the theme cannot know; the keys of `pages` are locations."""
    index: SearchIndex = json.loads(path.read_text("utf-8"))
    made = json.dumps(enriched(index, pages), ensure_ascii=False, separators=(",", ":"))
    put_file(path, made.encode())


def enriched(index: SearchIndex, pages: Mapping[str, Findable]) -> SearchIndex:
    """The index with the fields `fold`, `names` and `numbers`, and the kind of every page.

    Footnotes are left out: their words are found on the page of the article. So are hidden pages.
    """
    fields = {**_fields(index), **{field: {"boost": boost} for field, boost in BOOSTS.items()}}
    kept: dict[str, list[IndexEntry]] = {}
    for doc in index["docs"]:
        if not (doc["location"].endswith(REPEATING) or RETOLD in doc["location"]):
            kept.setdefault(doc["location"].partition("#")[0], []).append(_sought(doc))
    shown = [(pages.get(place, BY_HAND), docs) for place, docs in kept.items()]
    docs = [doc for page, docs in shown if not page.hidden for doc in _documents(page, docs)]
    return {"config": {**index["config"], "fields": fields}, "docs": [_guarded(doc) for doc in docs]}


def _guarded(doc: IndexEntry) -> IndexEntry:
    whole: IndexEntry = {**doc, "title": guarded(doc["title"]), "text": guarded(doc["text"])}
    if "fold" in doc:
        whole["fold"] = guarded(doc["fold"])
    if "names" in doc:
        whole["names"] = guarded(doc["names"])
    return whole


def _fields(index: SearchIndex) -> dict[str, object]:
    fields = index["config"]["fields"]
    return dict(fields) if isinstance(fields, dict) else {}


def _sought(doc: IndexEntry) -> IndexEntry:
    return {**doc, "text": MARKS.sub("", CODE.sub("", NOTES.sub("", doc["text"])))}


def _documents(page: Findable, docs: Sequence[IndexEntry]) -> Iterable[IndexEntry]:
    """The entries of a page: its top is found by the folded words of all of it, and by its names."""
    words = [words_of_entry(docs[0]["title"]), *(words_of_entry(doc["text"]) for doc in docs)]
    top: IndexEntry = {**docs[0], "boost": page.weight}
    if page.weight >= 1:
        cut = {word for doc in docs for word in CUT.split(TAG.sub(" ", doc["text"]))}
        top["fold"] = " ".join(word for word in search_forms(" ".join(words)) if word not in cut)
    if page.kind:
        top["tags"] = [html.escape(page.kind)]
    if page.names:
        top["names"] = " ".join(dict.fromkeys(names(page.names)))
        top["numbers"] = " ".join(dict.fromkeys(numbers(words[1])))
    if page.by_title:  # what it repeats is found where it is from
        return [{**top, "text": ""}]
    sections: list[IndexEntry] = [{**doc, "boost": page.weight} for doc in docs[1:]]
    return [top, *sections]


def words_of_entry(markup: str) -> str:
    """The words of an entry, without its tags and the marks between its Chinese words."""
    return html.unescape(TAG.sub(" ", markup.replace("\u200b", "")))
