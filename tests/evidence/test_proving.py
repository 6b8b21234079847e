"""What a quote proves and what it does not: the cases of proving, proving-words and parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.evidence.papers import lay_out, prove_all, shown


@pytest.mark.parametrize(
    "case", [*read_cases("proving"), *read_cases("proving-words"), *read_cases("parts")], ids=str
)
def test_proofs(case: Case, tmp_path: Path) -> None:
    assert shown(*prove_all(lay_out(tmp_path, case.input))) == case.expected
