"""Four pages of a small dossier, kept as files; `python -m tests.pages.golden` writes them anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from build_tools.findings import survey
from build_tools.pages import make_pages
from build_tools.pipeline import check
from build_tools.website.editions import editions_of
from build_tools.website.page import document

DOSSIER = Path(__file__).parents[1] / "broken" / "base"
GOLDEN = Path(__file__).parents[1] / "golden"
REPOSITORY = "https://github.com/example/kites"
SITE = "https://example.org/kites/"
EDITIONS = ("en", "zh-Hant")
PAGES = (
    "people/lin-wan.md",
    "figures/purchase-price.md",
    "conflicts/price-paid.md",
    "sources/harbour-post.md",
)


def made() -> Mapping[str, str]:
    """The pages as the tool makes them now, by their files."""
    given = check(DOSSIER).dossier
    settings = replace(given.inputs.settings, repository=REPOSITORY)
    dossier = replace(given, inputs=replace(given.inputs, settings=settings))
    return {
        f"{edition.folder}/{page.address}": document(page)
        for edition in editions_of(dossier.inputs, EDITIONS)
        for page in make_pages(survey(dossier), edition, SITE)
        if page.address in PAGES
    }


def write() -> None:
    """Keep the pages as they are now."""
    for name, content in made().items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(content, "utf-8")


if __name__ == "__main__":
    write()
