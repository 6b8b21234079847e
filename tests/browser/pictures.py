"""The pictures of the guide that the published site gives, into `docs/<language>/`.

Those of the English guide are of the invented story that it takes its examples from.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import ROOT, build, free_port, launch, serve

PIER = ROOT / "tests" / "dossiers" / "pier" / "sources"
WIDTH = 760
# By language, each with the page it shows and its height.
PICTURES = {
    "en": {
        "guide-figure.jpg": ("en/figures/pier-repair-cost/", 684),
        "guide-source.jpg": ("en/sources/echo-19/#source-passages", 474),
    },
    "zh": {
        "guide-figure.jpg": ("zh-hans/figures/scale-ai-stake-price/", 684),
        "guide-source.jpg": ("zh-hans/sources/sina-2025-06-21/#announcement", 474),
    },
}


def take(browser: Browser, site: Path, language: str) -> None:
    """The pictures of the guide in one language, from a site."""
    port = free_port()
    server, page = serve(site, port), browser.new_page()
    for name, (path, height) in PICTURES[language].items():
        page.set_viewport_size({"width": WIDTH, "height": height})
        page.goto(f"http://127.0.0.1:{port}/{path}", wait_until="networkidle")
        page.screenshot(path=ROOT / "docs" / language / name, quality=70, animations="disabled")
    server.shutdown()


def main() -> None:
    """Take the pictures again; the site of the first dossier must have been built."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        shutil.copytree(PIER, Path(folder) / "sources")
        browser = launch(playwright)
        take(browser, build(Path(folder), free_port()), "en")
        if (ROOT / "site" / "zh-hans").is_dir():
            take(browser, ROOT / "site", "zh")
        browser.close()
    print("pictures are in docs/en/ and docs/zh/")


if __name__ == "__main__":
    main()
