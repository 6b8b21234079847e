"""The pictures of the guide that the published site gives, into `docs/<language>/`."""

from __future__ import annotations

from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import ROOT, free_port, launch, serve

EDITIONS = {"en": "en", "zh": "zh-hans"}
WIDTH = 760
# Each with the page it shows and its height.
PICTURES = {
    "guide-figure.jpg": ("figures/scale-ai-stake-price/", 684),
    "guide-source.jpg": ("sources/sina-2025-06-21/#announcement", 474),
}


def take(browser: Browser, address: str) -> None:
    """Each picture for every language in which the guide is written."""
    page = browser.new_page()
    for language, edition in EDITIONS.items():
        for name, (path, height) in PICTURES.items():
            page.set_viewport_size({"width": WIDTH, "height": height})
            page.goto(f"{address}{edition}/{path}", wait_until="networkidle")
            page.screenshot(path=ROOT / "docs" / language / name, quality=70, animations="disabled")


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
