"""The pictures of the guide, from the real site and the real check, into `docs/<language>/`."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from build_tools import pipeline
from build_tools.printing import WIDTH, echo_problems
from tests.browser.browsing import ROOT, free_port, launch, serve

EDITIONS = {"en": "en", "zh": "zh-hans"}
FIGURE = "figures/scale-ai-stake-price/"
ANNOTATIONS = "sources/articles/sina-2025-06-21/annotations.yaml"
RIGHT, WRONG = "scale-ai-stake-price: 143亿美元", "scale-ai-stake-price: 148亿美元"
TERMINAL = """<!doctype html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; padding: 12px 16px; display: inline-block; background: #fff }}
pre {{ margin: 0; font: 14px/1.45 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace }}
</style><pre>$ dossier check\n{code}</pre>"""


def terminal() -> str:
    """The page of a terminal in which a wrong value is checked."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "sources", root / "sources")
        file = root / ANNOTATIONS
        file.write_text(file.read_text("utf-8").replace(RIGHT, WRONG), encoding="utf-8")
        console = Console(record=True, width=WIDTH, force_terminal=True, file=StringIO())
        wrong = [one for one in pipeline.check(root).problems if one.code == "value-not-in-quote"]
        echo_problems(tuple(wrong), root, "text", console)
        return console.export_html(code_format=TERMINAL, inline_styles=False)


def take(browser: Browser, address: str) -> None:
    """Both pictures for every language in which the guide is written."""
    page = browser.new_page(viewport={"width": 760, "height": 640})
    page.set_content(terminal())
    shown = page.locator("body").screenshot()
    for language, edition in EDITIONS.items():
        (ROOT / "docs" / language / "guide-check.png").write_bytes(shown)
        page.goto(f"{address}{edition}/{FIGURE}", wait_until="networkidle")
        page.screenshot(path=ROOT / "docs" / language / "guide-figure.jpg", quality=70)


def main() -> None:
    """Take the pictures again; the site must have been built."""
    port = free_port()
    server = serve(ROOT / "site", port)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        take(browser, f"http://127.0.0.1:{port}/")
        browser.close()
    server.shutdown()
    print("pictures are in docs/en/ and docs/zh/")


if __name__ == "__main__":
    main()
