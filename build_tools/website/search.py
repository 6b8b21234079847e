"""Makes the renderer's search index find a name in either script, inside any cut, and by any alias.

The theme looks words up as they are cut and written. To every document of its index we add a field
`fold`, which nobody sees: the Han characters in both scripts, two by two; numbers with their units; and,
where the document is the top of a page, the names the page is known by.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise, product
from pathlib import Path
from typing import TypedDict

from build_tools.text.folding import simplify

TAG = re.compile(r"<[^>]*>")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([\u3400-\u9fff]{1,4})")
MILLIARDS = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(亿|億|billion)")
FOLD_BOOST = 0.3
NAMES_BOOST = 30


class Document(TypedDict, total=False):
    """One entry of the theme's index: a page above its first heading, or a section of it."""

    location: str
    title: str
    text: str
    tags: list[str]
    boost: float
    fold: str
    names: str


class Index(TypedDict):
    """The theme's index as its script reads it."""

    config: dict[str, object]
    docs: list[Document]


@dataclass(frozen=True, slots=True)
class Found:
    """What search must know of a page: the word for its kind, and what else it is known by."""

    kind: str = ""
    names: tuple[str, ...] = ()
    hidden: bool = False


def enrich(path: Path, pages: Mapping[str, Found]) -> None:
    """Add to the index of an edition what the theme cannot know; the keys of `pages` are locations."""
    index: Index = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(enriched(index, pages), ensure_ascii=False, separators=(",", ":")), "utf-8")


def enriched(index: Index, pages: Mapping[str, Found]) -> Index:
    """The index with the field `fold` and the kind of every page; hidden pages are left out."""
    fields = {**_fields(index), "fold": {"boost": FOLD_BOOST}, "names": {"boost": NAMES_BOOST}}
    docs = [
        _document(doc, pages.get(_page(doc), Found()))
        for doc in index["docs"]
        if not pages.get(_page(doc), Found()).hidden
    ]
    return {"config": {**index["config"], "fields": fields}, "docs": docs}


def _fields(index: Index) -> dict[str, object]:
    fields = index["config"]["fields"]
    return dict(fields) if isinstance(fields, dict) else {}


def _page(doc: Document) -> str:
    return doc["location"].partition("#")[0]


def _document(doc: Document, page: Found) -> Document:
    top = "#" not in doc["location"]
    folded: Document = {**doc, "fold": fold(plain(f"{doc['title']} {doc['text']}"))}
    if top and page.kind:
        folded["tags"] = [html.escape(page.kind)]
    if top and page.names:
        folded["names"] = names(page.names)
    return folded


def plain(markup: str) -> str:
    """The words of an entry, without its tags and the marks between its Chinese words."""
    return html.unescape(TAG.sub(" ", markup.replace("\u200b", "")))


def fold(text: str) -> str:
    """What the words of a document are also found by, once each.

    >>> fold("汪滔, 143億美元")
    '汪滔 亿美 億美 美元 143亿美元 143億美元 14.3'
    """
    runs = dict.fromkeys(HAN.findall(text))
    pairs = (pair for run in runs for pair in bigrams(run))
    return " ".join(dict.fromkeys([*pairs, *numbers(text)]))


def bigrams(run: str) -> Iterable[str]:
    """Every two neighbours of a run of Han characters, in every form either is written in.

    >>> list(bigrams("扎克"))
    ['扎克', '扎剋', '紮克', '紮剋']
    """
    forms = [variants(character) for character in run]
    if len(forms) == 1:
        return forms[0]
    return ("".join(pair) for both in pairwise(forms) for pair in product(*both))


@cache
def variants(character: str) -> tuple[str, ...]:
    """A Han character in simplified form, and in every traditional one."""
    simple = simplify(character)
    return tuple(dict.fromkeys([simple, *traditional().get(simple, ()), character]))


@cache
def traditional() -> Mapping[str, tuple[str, ...]]:
    """The traditional forms of each simplified character, from OpenCC's own table."""
    table = (files("opencc") / "dictionary/STCharacters.txt").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {simple: tuple(forms.split()) for simple, forms in rows}


def numbers(text: str) -> Iterable[str]:
    """Numbers together with what follows them, in both scripts, and hundred millions as billions.

    >>> list(numbers("143亿美元")), list(numbers("US$14.3 billion"))
    (['143亿美元', '143億美元', '14.3'], ['143亿', '143億'])
    """
    for number, unit in NUMBER.findall(text):
        yield from both_scripts(number + unit)
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
    other = "".join(traditional().get(character, (character,))[0] for character in simple)
    return tuple(dict.fromkeys([simple, other, text]))


def names(known: Iterable[str]) -> str:
    """The names of a page whole, in both scripts and with every variant character two by two."""
    found = [form for name in known for form in (*both_scripts(name), *_name_pairs(name))]
    return " ".join(dict.fromkeys(found))


def _name_pairs(name: str) -> Iterable[str]:
    return (pair for run in HAN.findall(name) for pair in bigrams(run))
