"""Writes the search of an edition into a site: the index that Pagefind makes, and what each result shows.

Pagefind's program reads a file of words for each page, and cuts the index into pieces of which a reader's
browser loads those that a query needs. What a result shows is a file of ours, loaded when it is shown.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from build_tools.cache.kept_files import CACHE
from build_tools.safe_files import prune, put_file, real_folder
from build_tools.text.folding import character_table
from build_tools.text.letters import is_han
from build_tools.website.kept_words import HOME, WORDS, kept_words, packed
from build_tools.website.search import Findable
from build_tools.website.search_words import number_words

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


def write_search(root: Path, site: Path, folder: str, pages: Sequence[Findable]) -> None:
    """Write the search of an edition's pages, in its folder of a site.

    Raises OSError where it cannot be written, and SearchError where Pagefind's program fails otherwise.
    """
    kept, place = real_folder(root, f"{CACHE}/search/{folder}"), real_folder(site, f"{folder}/search")
    found = kept_words(kept, pages)
    run_pagefind(kept / WORDS, place)
    shown = {id: found[address].shown for id, address in identified(place)}
    prune(place, keep=_loaded(place))
    results = real_folder(place, "results")
    for id, one in shown.items():
        put_file(results / f"{id}.json", one.encode())
    put_file(place / "folding.json", folding(frozenset().union(*(each.letters for each in found.values()))))


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


def identified(place: Path) -> Iterator[tuple[str, str]]:
    """The name that the index knows each page by, and its file of words."""
    for path in sorted(place.glob("fragment/*.pf_fragment")):
        known: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(STARTS))
        yield path.stem, known["url"].removeprefix("/") or HOME


def _loaded(place: Path) -> frozenset[str]:
    """The files of Pagefind's that the search loads: it writes pages and scripts of its own too."""
    paths = (path.relative_to(place).as_posix() for path in place.rglob("*"))
    return frozenset(path for path in paths if path.endswith(LOADED))


def folding(letters: Set[str]) -> bytes:
    """How a browser folds a query: the characters that lead to a page, the words after numbers."""
    table = {chr(code): plain for code, plain in character_table(SCRIPT).items() if plain in letters}
    known = number_words()
    han = any(map(is_han, letters))
    scales = {word: places for word, places in known.scales.items() if han or word.isascii()}
    return packed({"characters": table, "scales": scales, "percent": known.percent}).encode()
