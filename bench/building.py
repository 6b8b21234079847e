"""What a build takes, beside the bare renderer on the same Markdown: `python -m bench.building M`, or S M.

Each is a whole process with those that it starts: a build with nothing from before, the renderer alone, a
build again, and after an annotation of one article has changed. Processor time counts all of them.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.checking import Took, change
from bench.synthetic import write
from build_tools.website.rendering import environment

MADE = ("build", "site")


def run(root: Path, *command: str) -> Took:
    """A Python module as a process of its own."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    known = {**os.environ, **environment(root)}
    subprocess.run([sys.executable, "-m", *command], check=True, env=known, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(used, time.perf_counter() - begun)


def build(root: Path) -> Took:
    """One `dossier build`."""
    return run(root, "build_tools", "--root", str(root), "build")


def render_bare(root: Path) -> Took:
    """The floor: mkdocs and Material on the pages that a build has written."""
    settings, site = root / "build/mkdocs.en.yml", root / "build/bare"
    return run(root, "mkdocs", "build", "--config-file", str(settings), "--site-dir", str(site.resolve()))


def rows(name: str) -> Iterator[Sequence[str]]:
    """The measures of one dossier in one edition."""
    root = write(name)
    for folder in MADE:
        shutil.rmtree(root / folder, ignore_errors=True)
    whole = build(root)
    pages = sum(1 for _ in (root / "build/docs/en").rglob("*.md"))
    floor = render_bare(root)
    yield name, f"the bare renderer, {pages} pages", *_told(floor, floor)
    yield name, "a page of it, ms", f"{floor.processor / pages * 1000:.0f}", "", ""
    yield name, "a build of all", *_told(whole, floor)
    yield name, "a build again", *_told(build(root), floor)
    change(root)
    yield name, "a build, one annotation changed", *_told(build(root), floor)


def _told(took: Took, floor: Took) -> tuple[str, str, str]:
    return f"{took.processor:.1f}", f"{took.wall:.1f}", f"{took.processor / floor.processor:.2f}"


def main() -> None:
    """Print a table as Markdown."""
    print("| dossier | measure | processor, s | wall, s | ÷ bare renderer |")
    print("|---|---|---|---|---|")
    for name in sys.argv[1:] or ("S", "M"):
        for row in rows(name):
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
