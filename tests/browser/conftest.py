"""The real site, built once, served on this machine and opened in Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import (
    CHROMIUM,
    ROOT,
    Site,
    Visit,
    Visitor,
    build,
    free_port,
    launch,
    port_of,
    serve,
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of this repository, or the one in DOSSIER_SITE."""
    given = os.environ.get("DOSSIER_SITE")
    if given:
        folder = Path(given).resolve()
        port = port_of(folder)
    else:
        port = free_port()
        root = tmp_path_factory.mktemp("dossier")
        for part in ("sources", "docs"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "mkdocs.yml", root)
        folder = build(root, port)
    server = serve(folder, port)
    yield Site(folder, f"http://127.0.0.1:{port}/")
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or a reason why there is none."""
    if not Path(CHROMIUM).exists():
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail("REQUIRE_BROWSER is set and there is no Chromium")
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Visitor]:
    """Opens pages as one reader would; at the end nothing may have gone wrong on any of them."""
    visits: list[Visit] = []

    def start(at: Site = site, width: int = 1280, touch: bool = False, scheme: str = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            has_touch=touch,
            color_scheme="dark" if scheme == "dark" else "light",
        )
        visit = Visit(context.new_page(), at)
        visit.page.set_default_timeout(60_000)
        visit.page.on("request", visit.note_request)
        visit.page.on("console", visit.note_console)
        visit.page.on("pageerror", lambda error: visit.faults.append(f"a script failed: {error}"))
        visit.page.on("dialog", lambda dialog: visit.faults.append(f"a dialog: {dialog.message}"))
        visits.append(visit)
        return visit

    yield start
    faults = [fault for visit in visits for fault in visit.faults]
    for visit in visits:
        visit.page.context.close()
    assert not faults
