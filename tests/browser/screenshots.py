"""Pictures of ten kinds of page, at two widths, by day and by night, into `build/screenshots/`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import ROOT, Site, free_port, launch, serve, ten_pages

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")


def take(browser: Browser, site: Site, edition: str, folder: Path) -> None:
    """Every kind of page of an edition, each in every setting."""
    for path in ten_pages(site, edition):
        name = path.strip("/").replace("/", "-")
        for width in WIDTHS:
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                page.goto(site.address + path, wait_until="networkidle")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                context.close()


def main(editions: list[str]) -> None:
    """Take pictures of the site in `site/`, in English unless other editions are named."""
    folder, port = ROOT / "build" / "screenshots", free_port()
    folder.mkdir(parents=True, exist_ok=True)
    server = serve(ROOT / "site", port)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for edition in editions or ["en"]:
            take(browser, Site(ROOT / "site", f"http://127.0.0.1:{port}/"), edition, folder)
        browser.close()
    server.shutdown()
    print(f"pictures are in {folder.relative_to(ROOT)}/")


if __name__ == "__main__":
    main(sys.argv[1:])
