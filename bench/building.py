"""What a build takes, beside the bare renderer on the same Markdown: `python -m bench.building M`, or S M.

Each is a whole process with those that it starts: a build with nothing from before, the renderer alone, a
build again, and after an annotation of one article has changed. Processor time counts all of them.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measures import Row, Took, change, print_table, run
from bench.synthetic import write
from build_tools.website.rendering import environment

MADE = ("build", "site")


def build(root: Path) -> Took:
    """One `dossier build`."""
    return run("build_tools", "--root", str(root), "build", known=environment(root))


def render_bare(root: Path) -> Took:
    """The floor: mkdocs and Material on the pages that a build has written."""
    settings, site = root / "build/mkdocs.en.yml", root / "build/bare"
    given = ("--config-file", str(settings), "--site-dir", str(site.resolve()))
    return run("mkdocs", "build", *given, known=environment(root))


def rows(name: str) -> Iterator[Row]:
    """The measures of one dossier in one edition."""
    root = write(name)
    for folder in MADE:
        shutil.rmtree(root / folder, ignore_errors=True)
    whole = build(root)
    pages = sum(1 for _ in (root / "build/docs/en").rglob("*.md"))
    floor = render_bare(root)
    yield name, f"the bare renderer, {pages} pages", *floor.beside(floor)
    yield name, "a page of it, ms", f"{floor.processor / pages * 1000:.0f}", "", ""
    yield name, "a build of all", *whole.beside(floor)
    yield name, "a build again", *build(root).beside(floor)
    change(root)
    yield name, "a build, one annotation changed", *build(root).beside(floor)


def main() -> None:
    """Print the table."""
    print_table("bare renderer", rows, sys.argv[1:] or ("S", "M"))


if __name__ == "__main__":
    main()
