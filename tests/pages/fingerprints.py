"""A digest of every page and export of every dossier here: what a change that moves code must leave alone.

`python -m tests.pages.fingerprints > before`, the change, the same into `after`, and `diff before after`.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from build_tools.exports import EXPORTS, GivenData
from build_tools.findings import survey
from build_tools.model import Dossier
from build_tools.pages import make_pages
from build_tools.pipeline import check
from build_tools.website.editions import editions_of
from build_tools.website.page import document

TESTS = Path(__file__).parents[1]
DOSSIERS = (TESTS.parent, TESTS / "broken" / "base", *sorted((TESTS / "dossiers").iterdir()))
SITE = "https://example.org/"


def written(dossier: Dossier, root: Path) -> Iterator[tuple[str, bytes]]:
    """Each page of each edition and each export by its name."""
    findings = survey(dossier)
    for edition in editions_of(dossier.inputs, root=root):
        for page in make_pages(findings, edition, SITE):
            yield f"{edition.folder}/{page.address}", document(page).encode()
    for one in EXPORTS:
        yield one.file, b"".join(one.make(GivenData(findings)))


def main() -> None:
    """Print a line a page: its digest, the dossier, its address."""
    for root in DOSSIERS:
        for name, content in written(check(root).dossier, root):
            print(sha256(content).hexdigest()[:16], root.name, name)


if __name__ == "__main__":
    main()
