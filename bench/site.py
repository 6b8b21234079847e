"""Weights of ten kinds of page as a browser first loads them, and the time of a build."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.browsing import EDITIONS, ROOT, Site, free_port, launch, serve, ten_pages, weigh


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
    print(f"{'page':44} {'first load':>12} {'page':>12}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for path in (path for edition in EDITIONS for path in ten_pages(site, edition)):
            found = weigh(browser, site, path)
            weights = [sum(found.values()), found["index.html"]]
            print(f"{path:44}", *(f"{weight / 1000:9.0f} kB" for weight in weights))
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
