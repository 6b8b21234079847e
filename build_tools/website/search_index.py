"""Writes the search of an edition into a site: the index that Pagefind makes, and what each result shows.

Pagefind's program reads a file of words for each page, and cuts the index into pieces of which a reader's
browser loads those that a query needs. What a result shows is a file of ours, loaded when it is shown.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from build_tools.safe_files import make_folder, prune, put_file, real_folder, remove_folder
from build_tools.text.folding import character_table
from build_tools.text.letters import is_han
from build_tools.website.search import Findable, Weighed, weighed_words
from build_tools.website.search_words import number_words

LANGUAGE = "zz"  # one without a stemmer, which would find other words than the ones written
SCRIPT = frozenset({"script"})
STARTS = b"pagefind_dcd"  # a packed file of Pagefind's
SYSTEM_FAULT = re.compile(r"\(os error (\d+)\)")
LOADED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.unknown.pagefind",
    ".pf_meta",
    ".pf_index",
)


class SearchError(Exception):
    """Pagefind's program made no index, and why."""


def write_search(site: Path, folder: str, pages: Sequence[Findable]) -> None:
    """Write the search of an edition's pages, in its folder of a site.

    Raises OSError where it cannot be written, and SearchError where Pagefind's program fails otherwise.
    """
    found = {page.address: tuple(weighed_words(page)) for page in pages}
    words, place = real_folder(site, f"{folder}-words"), real_folder(site, f"{folder}/search")
    for address, weighed in found.items():
        make_folder(words, words / address)
        put_file(words / address / "index.html", word_page(weighed))
    run_pagefind(words, place)
    remove_folder(words)
    results = {id: result(page) for id, page in identified(place, pages)}
    prune(place, keep=_loaded(place))
    for id, shown in results.items():
        put_file(real_folder(place, "results") / f"{id}.json", shown)
    put_file(place / "folding.json", folding(found.values()))


def word_page(weighed: Iterable[Weighed]) -> bytes:
    """A page for Pagefind's program: its words alone."""
    paragraphs = (
        f'<p data-pagefind-weight="{each.weight}">{html.escape(" ".join(each.words))}</p>' for each in weighed
    )
    return f'<html lang="{LANGUAGE}"><title></title><body>{"".join(paragraphs)}</body></html>'.encode()


def run_pagefind(words: Path, place: Path) -> None:
    """Let Pagefind's program make an index of some pages."""
    from pagefind_bin import get_executable  # where it is not installed, all else works

    given = [get_executable(), "--site", words, "--output-path", place, "--silent"]
    done = subprocess.run(given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        if refused := SYSTEM_FAULT.search(said):
            raise OSError(int(refused[1]), os.strerror(int(refused[1])), str(place))
        raise SearchError(said.rpartition("\n")[2])


def identified(place: Path, pages: Sequence[Findable]) -> Iterator[tuple[str, Findable]]:
    """Each page with the name that the index knows it by."""
    by_address = {f"/{page.address}": page for page in pages}
    for path in sorted(place.glob("fragment/*.pf_fragment")):
        known: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(STARTS))
        yield path.stem, by_address[known["url"]]


def _loaded(place: Path) -> frozenset[str]:
    """The files of Pagefind's that the search loads: it writes pages and scripts of its own too."""
    paths = (path.relative_to(place).as_posix() for path in place.rglob("*"))
    return frozenset(path for path in paths if path.endswith(LOADED))


def result(page: Findable) -> bytes:
    """What is shown of a page: its title, its kind, its text as written."""
    return _packed([page.address, page.title, page.kind, page.sections])


def folding(found: Iterable[Iterable[Weighed]]) -> bytes:
    """How a browser folds a query: the characters that lead to a page, the words after numbers."""
    letters = {letter for weighed in found for each in weighed for word in each.words for letter in word}
    table = {chr(code): plain for code, plain in character_table(SCRIPT).items() if plain in letters}
    known = number_words()
    han = any(map(is_han, letters))
    scales = {word: places for word, places in known.scales.items() if han or word.isascii()}
    return _packed({"characters": table, "scales": scales, "percent": known.percent})


def _packed(shown: object) -> bytes:
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()
