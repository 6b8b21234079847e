"""How long after a file is saved a browser shows it, with `dossier serve`: `python -m bench.serve`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from tests.browser.browsing import ROOT, free_port, launch

TIMES = 5
ARTICLE, PERSON = "sina-2025-06-21", "alexandr-wang"
EDITS = (
    (f"articles/{ARTICLE}/annotations.yaml", "translation: ", f"sources/{ARTICLE}/"),
    (f"people/{PERSON}.yaml", "en: ", f"people/{PERSON}/"),
)


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of the English edition, while it is served."""
    port = free_port()
    command = [sys.executable, "-m", "build_tools", "--root", str(root), "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert server.stderr
    try:
        yield next(line.split()[0].decode() for line in server.stderr if line.startswith(b"http"))
    finally:
        server.kill()
        server.wait()


def seconds(page: Page, file: Path, before: str, mark: str) -> float:
    """From saving a file with a mark in it to the mark in the browser."""
    text = file.read_text("utf-8")
    start = perf_counter()
    file.write_text(text.replace(before, f"{before}{mark} ", 1), "utf-8")
    page.wait_for_function("mark => document.body?.innerText.includes(mark)", arg=mark, timeout=60_000)
    return perf_counter() - start


def main() -> None:
    """Print the usual time of each edit."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        for part in ("sources", "docs"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "mkdocs.yml", root)
        browser = launch(playwright)
        with serving(root) as address:
            for name, before, path in EDITS:
                page = browser.new_page()
                page.goto(address + path)
                file = root / "sources" / name
                taken = [seconds(page, file, before, f"Mark{at}") for at in range(TIMES)]
                print(f"{name:42} shown after {median(taken):.1f} s   (wanted: one to two)", flush=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
