"""What a first search loads: `python -m bench.searching`, or M L; a row a query.

Bytes are those that travel after the page is there; the time is from the last key to the results.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.synthetic import FOLDER, write
from build_tools.command_line.checking_options import Checking
from build_tools.findings import survey
from build_tools.pages import make_pages
from build_tools.text.letters import HAN_RUN
from build_tools.website.editions import editions_of
from build_tools.website.exchanging import PAGES
from build_tools.website.page import as_written
from build_tools.website.publishing import findable, write_edition
from build_tools.website.search_index import write_search
from tests.browser.browsing import ROOT, Site, free_port, launch, packed, serve

FRAME = """<!doctype html><html lang="zh-Hans"><title>Search</title><div class="find" data-index="search/">
<button class="find__close"></button><input name="query"><div class="find__out"><p class="find__said"></p>
<div class="find__list"></div></div></div><script type="module">
import { start } from "./search.js";
const find = document.querySelector(".find"); start(find, { found: "{count}", more: "more" });
</script></html>"""
SEARCHED = "words => document.querySelector('.find__out').dataset.asked === words"


def make_site(size: str) -> tuple[Site, float, int]:
    """The search of a dossier with a page to search from; the seconds of its index, and its pages."""
    write(size)
    root, folder = FOLDER / size, FOLDER / f"{size}-search"
    dossier = Checking().check(root).dossier  # what `bench.checking` proved is kept
    edition = editions_of(dossier.inputs, root=root)[0]
    pages = tuple(map(as_written, make_pages(survey(dossier), edition)))
    write_edition(root, edition, pages)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "en").mkdir(parents=True)
    found = tuple(findable(root / PAGES / edition.folder, pages))
    begun = time.perf_counter()
    write_search(folder, folder, "en", found)  # nothing is kept of it
    taken = time.perf_counter() - begun
    shutil.copy(ROOT / "docs/assets/search.js", folder / "en")
    (folder / "en/index.html").write_text(FRAME, "utf-8")
    return Site(folder, f"http://127.0.0.1:{free_port()}/"), taken, len(found)


def first_search(browser: Browser, site: Site, words: str) -> tuple[int, int, float]:
    """The bytes that a first search loads, how many files they are in, and the seconds until its results."""
    context = browser.new_context()
    page, loaded = context.new_page(), list[Path]()
    page.goto(f"{site.address}en/", wait_until="networkidle")
    page.on("request", lambda request: loaded.append(file_of(site, request.url)))
    begun = time.perf_counter()
    page.fill("input[name=query]", words)
    page.wait_for_function(SEARCHED, arg=words)
    taken = time.perf_counter() - begun
    context.close()
    return sum(map(packed, loaded)), len(loaded), taken


def file_of(site: Site, url: str) -> Path:
    """The file behind an address."""
    return site.folder / url.removeprefix(site.address).partition("?")[0]


def a_name(site: Site) -> str:
    """Six Han characters that stand in a result: those of the first that has so many in a row."""
    for path in sorted((site.folder / "en/search/results").iterdir()):
        for run in HAN_RUN.findall(path.read_text("utf-8")):
            if len(run) >= 6:
                return str(run[:6])
    raise ValueError("no result has six Han characters in a row")


def main(sizes: list[str]) -> None:
    """Print a row for each query at each size."""
    print(f"{'size':5} {'pages':>6} {'index':>8} {'query':12} {'loaded':>9} {'files':>6} {'time':>7}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size in sizes:
            site, taken, pages = make_site(size)
            server = serve(site.folder, int(site.address.rsplit(":", 1)[1].strip("/")))
            name = a_name(site)
            for words in (name[:1], name[:2], name):
                size_loaded, files, seconds = first_search(browser, site, words)
                row = f"{size_loaded / 1000:6.0f} kB {files:6} {seconds:5.2f} s"
                print(f"{size:5} {pages:6} {taken:6.1f} s {words:12} {row}")
            server.shutdown()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["S", "M"])
