"""What is written of a small dossier, letter by letter: a change to a page shows here, in a diff to be read.

After a change that is wanted: `python -m tests.pages.golden`, and read what `git diff tests/golden` shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.pages.golden import EDITIONS, GOLDEN, PAGES, made


@cache
def pages() -> Mapping[str, str]:
    return made()


@pytest.mark.parametrize("edition", [each.lower() for each in EDITIONS])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_written_as_it_was(edition: str, page: str) -> None:
    name = f"{edition}/{page}"
    assert pages()[name] == (GOLDEN / name).read_text("utf-8")


def test_every_file_that_is_kept_is_compared() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")}
    assert kept == set(pages())
