"""Weights of ten kinds of page as a browser first loads them, and the time of a build."""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, sync_playwright

from tests.browser.browsing import ROOT, Site, free_port, launch, serve, ten_pages

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")


def weigh(browser: Browser, site: Site, path: str) -> dict[str, int]:
    """Bytes of a first visit by kind of file, compressed as a web server would."""
    found: dict[str, int] = {}
    context = browser.new_context()

    def note(response: Response) -> None:
        file = site.folder / urlsplit(response.url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            found[file.name] = packed(file)

    context.on("response", note)
    context.new_page().goto(site.address + path, wait_until="networkidle")
    context.close()
    return found


def packed(file: Path) -> int:
    """The bytes that travel: text is compressed on the way."""
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in PACKED else len(content)


def time_build(root: Path) -> float:
    """Seconds from the command to the finished site."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "build_tools", "--root", str(root), "build"], check=True, stdout=sys.stderr
    )
    return time.perf_counter() - start


def main() -> None:
    """Print what a reader waits for."""
    print(f"dossier build: {time_build(ROOT):.1f} s")
    site = Site(ROOT / "site", f"http://127.0.0.1:{free_port()}/")
    server = serve(site.folder, int(site.address.rsplit(":", 1)[1].strip("/")))
    print(f"{'page':44} {'first load':>12} {'page':>12} {'search':>12}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for path in ten_pages(site, "en"):
            found = weigh(browser, site, path)
            total, search = sum(found.values()), found.get("search_index.json", 0)
            weights = [total, found["index.html"], search]
            print(f"{path:44}", *(f"{weight / 1000:9.0f} kB" for weight in weights))
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
