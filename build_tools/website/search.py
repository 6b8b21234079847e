"""Makes the renderer's search index find a name in either script, inside any cut, and by any alias.

The theme looks words up as they are cut and written. To every document of its index we add a field
`fold`, which nobody sees: the Han characters in both scripts, two by two, and numbers with their units.
The top of a page has two fields more: its `names` count as much as its title, the `numbers` in its first
lines nearly so.
Every reader fetches the index with the first page, so what repeats and what nobody looks for is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise, product, takewhile
from pathlib import Path
from typing import TypedDict

from build_tools.text.folding import simplify

TAG = re.compile(r"<sup>\d+</sup>|<[^>]*>")  # the number of a footnote is no word of the page
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(\s*[十百千万萬亿億]+[\u3400-\u9fff]{0,2}|[\u3400-\u9fff]{1,2})")
MILLIARDS = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(亿|億|billion)")
CUT = re.compile(r"[^\w.]+")
NOTES = re.compile(r" *<ol> <li>(?:(?!<ol>).)*\u21a9</p> </li> </ol>\s*$", re.S)
CODE = re.compile(r"<pre>.*?</pre>", re.S)
PARTICLES = frozenset("的了是在和与也都他她它其这那将被为并而")  # a pair with one of them is no word
REPEATING = (  # sections that only repeat what stands elsewhere
    *("#together", "#mentions", "#names", "#timeline", "#elsewhere", "#quoted", "#unlike"),
    *("#only", "#single", "#source-read"),
)
BOOSTS = {"fold": 0.3, "names": 1000, "numbers": 200}  # the theme gives a title 1000, the text 1


class Document(TypedDict, total=False):
    """One entry of the theme's index: a page above its first heading, or a section of it."""

    location: str
    title: str
    text: str
    tags: list[str]
    boost: float
    fold: str
    names: str
    numbers: str


class Index(TypedDict):
    """The theme's index as its script reads it."""

    config: dict[str, object]
    docs: list[Document]


@dataclass(frozen=True, slots=True)
class Found:
    """What search must know of a page: the word for its kind, what else it is known by, how much it counts.

    Of pages that match alike, the one that is about the thing comes before those that only list it,
    whose weight is below 1; these are found by their words as written.
    """

    kind: str = ""
    names: tuple[str, ...] = ()
    weight: float = 1
    hidden: bool = False


BY_HAND = Found(weight=0.25)


def enrich(path: Path, pages: Mapping[str, Found]) -> None:
    """Add to the index of an edition what the theme cannot know; the keys of `pages` are locations."""
    index: Index = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(enriched(index, pages), ensure_ascii=False, separators=(",", ":")), "utf-8")


def enriched(index: Index, pages: Mapping[str, Found]) -> Index:
    """The index with the fields `fold`, `names` and `numbers`, and the kind of every page.

    Footnotes are left out: their words are found on the page of the article. So are hidden pages.
    """
    fields = {**_fields(index), **{field: {"boost": boost} for field, boost in BOOSTS.items()}}
    kept: dict[str, list[Document]] = {}
    for doc in index["docs"]:
        if not doc["location"].endswith(REPEATING):
            kept.setdefault(doc["location"].partition("#")[0], []).append(_sought(doc))
    shown = [(pages.get(place, BY_HAND), docs) for place, docs in kept.items()]
    docs = [doc for page, docs in shown if not page.hidden for doc in _documents(page, docs)]
    return {"config": {**index["config"], "fields": fields}, "docs": docs}


def _fields(index: Index) -> dict[str, object]:
    fields = index["config"]["fields"]
    return dict(fields) if isinstance(fields, dict) else {}


def _sought(doc: Document) -> Document:
    return {**doc, "text": CODE.sub("", NOTES.sub("", doc["text"]))}


def _documents(page: Found, docs: Sequence[Document]) -> Iterable[Document]:
    """The entries of a page: its top is found by the folded words of all of it, and by its names."""
    words = [plain(docs[0]["title"]), *(plain(doc["text"]) for doc in docs)]
    top: Document = {**docs[0], "boost": page.weight}
    if page.weight >= 1:
        cut = {word for doc in docs for word in CUT.split(TAG.sub(" ", doc["text"]))}
        top["fold"] = " ".join(word for word in fold(" ".join(words)) if word not in cut)
    if page.kind:
        top["tags"] = [html.escape(page.kind)]
    if page.names:
        top["names"] = " ".join(dict.fromkeys(names(page.names)))
        top["numbers"] = " ".join(dict.fromkeys(numbers(words[1])))
    sections: list[Document] = [{**doc, "boost": page.weight} for doc in docs[1:]]
    return [top, *sections]


def plain(markup: str) -> str:
    """The words of an entry, without its tags and the marks between its Chinese words."""
    return html.unescape(TAG.sub(" ", markup.replace("\u200b", "")))


def fold(text: str) -> Iterable[str]:
    """What the words of a document are also found by, once each.

    >>> " ".join(fold("汪滔, 143億美元"))
    '汪滔 亿美 美元 億美 143亿美元 143億美元 14.3'
    """
    runs = dict.fromkeys(HAN.findall(text))
    pairs = (pair for run in runs for form in both_scripts(run) for pair in _pairs(form))
    return dict.fromkeys([*(pair for pair in pairs if PARTICLES.isdisjoint(simplify(pair))), *numbers(text)])


def _pairs(run: str) -> Iterable[str]:
    return ("".join(pair) for pair in pairwise(run)) if len(run) > 1 else (run,)


def bigrams(run: str) -> Iterable[str]:
    """Every two neighbours of a run of Han characters: simplified, and in every traditional form.

    >>> list(bigrams("扎克"))
    ['扎克', '扎剋', '紮克', '紮剋']
    """
    simple = simplify(run)
    if len(simple) == 1:
        return dict.fromkeys([simple, *traditional(simple), run])
    forms = (both for one, other in pairwise(simple) for both in _forms(one, other))
    return dict.fromkeys([*forms, *("".join(pair) for pair in pairwise(run))])


def _forms(one: str, other: str) -> Iterable[str]:
    return [one + other, *("".join(both) for both in product(traditional(one), traditional(other)))]


def traditional(character: str) -> tuple[str, ...]:
    """The traditional forms of a simplified character, the commonest first."""
    return _traditional().get(character, (character,))


@cache
def _traditional() -> Mapping[str, tuple[str, ...]]:
    table = (files("opencc") / "dictionary/STCharacters.txt").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {simple: tuple(forms.split()) for simple, forms in rows}


def numbers(text: str) -> Iterable[str]:
    """Numbers together with what follows them, in both scripts, and hundred millions as billions.

    >>> list(numbers("143亿美元")), list(numbers("US$14.3 billion"))
    (['143亿美元', '143億美元', '14.3'], ['143亿', '143億'])
    """
    for number, unit in NUMBER.findall(text):
        if words := "".join(takewhile(lambda each: simplify(each) not in PARTICLES, unit.strip())):
            yield from both_scripts(number + words)
    for number, scale in MILLIARDS.findall(text):
        value = Decimal(number.replace(",", ""))
        if scale == "billion":
            yield from both_scripts(f"{value * 10:f}".removesuffix(".0") + "亿")
        else:
            yield f"{(value / 10).normalize():f}"


def both_scripts(text: str) -> tuple[str, ...]:
    """A text as written, simplified, and with the commonest traditional characters.

    >>> both_scripts("扎克伯格"), both_scripts("楊立昆")
    (('扎克伯格',), ('杨立昆', '楊立昆'))
    """
    simple = simplify(text)
    other = "".join(traditional(character)[0] for character in simple)
    return tuple(dict.fromkeys([simple, other, text]))


def names(known: Iterable[str]) -> Iterable[str]:
    """The names of a page whole, in both scripts and with every variant character two by two."""
    return (form for name in known for form in (*both_scripts(name), *_name_pairs(name)))


def _name_pairs(name: str) -> Iterable[str]:
    return (pair for run in HAN.findall(name) for pair in bigrams(run))
