"""What the survey finds in the small dossiers, line by line: `tests/findings/golden`."""

from __future__ import annotations

import pytest

from tests.findings.golden import GOLDEN, NAMES, told


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_as_it_was_read(name: str) -> None:
    assert told(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")
