"""The marked texts: no verdict of the audit is wrong, and what the page says of it holds."""

from __future__ import annotations

import pytest

from build_tools.auditing.audit_types import AuditVerdict
from tests.audited.scoring import DOC, rows_of, section


@pytest.mark.parametrize("folder", ["texts", "english"])
def test_what_the_audit_says_is_right_and_the_page_says_how_much_it_finds(folder: str) -> None:
    rows = rows_of(folder)
    said = [one for one in rows if one.given is not AuditVerdict.NOT_HERE]
    assert [one for one in said if one.given is not one.expected] == []
    assert section(folder, rows) in DOC.read_text(encoding="utf-8")


@pytest.mark.soak
@pytest.mark.parametrize("folder", ["blind", "fresh"])
def test_the_page_says_what_the_audit_makes_of_texts_it_was_not_improved_with(folder: str) -> None:
    assert section(folder, rows_of(folder)) in DOC.read_text(encoding="utf-8")
