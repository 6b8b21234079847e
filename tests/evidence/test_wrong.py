"""The runner of wrong annotations: on a small story of its own it does what the whole check does."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from build_tools.pipeline import check
from tests.evidence.wrong import Story, Tried, WrongEditError, read_edits, table, tried

BASE = Path(__file__).parents[1] / "broken" / "base"
NOTES = "articles/harbour-post/annotations.yaml"
CASES = f"""\
# Wrong annotations of the kites

# Digits

## Sixteen for fifteen

```yaml input
{NOTES}
-    - purchase-price: 15億元
+    - purchase-price: 16億元
```

```text expected
stopped
```

## Sixteen for fifteen, with a blank after the sign

```yaml input
{NOTES}
-     - purchase-price: 15億元
+     - purchase-price: 16億元
```

```text expected
stopped
```

# Names

## An account of one who is not named

```yaml input
{NOTES}
-    - lin-wan: {{role: chief-executive, at: lantern-kite}}
+    - kite-cloud: {{account: It has a chief executive.}}
```

```text expected
warned
```

## The office left out

```yaml input
{NOTES}
-    - lin-wan: {{role: chief-executive, at: lantern-kite}}
+    - lin-wan: {{}}
```

```text expected
stopped
```
"""
EXPECTED = ["stopped", "stopped", "warned", "missed"]


@pytest.fixture
def tiny(tmp_path: Path) -> list[Tried]:
    (tmp_path / "wrong-kites.md").write_text(CASES, "utf-8")
    shutil.copytree(BASE, tmp_path / "kites")
    return tried("kites", tmp_path, tmp_path)


def test_an_edit_is_stopped_warned_of_or_missed(tiny: list[Tried]) -> None:
    assert [one.outcome for one in tiny] == EXPECTED
    assert [one.edit.kind for one in tiny] == ["Digits", "Digits", "Names", "Names"]


def test_the_report_counts_by_kind(tiny: list[Tried]) -> None:
    assert [line.split() for line in table(tiny).split("\n")] == [
        ["kind", "stopped", "warned", "missed"],
        ["Digits", "2", "0", "0"],
        ["Names", "0", "1", "1"],
    ]


@pytest.mark.parametrize("at", range(len(EXPECTED)))
def test_the_whole_check_says_the_same(at: int, tmp_path: Path) -> None:
    edit = read_edits(CASES, "kites")[at]
    root = Path(shutil.copytree(BASE, tmp_path / "kites"))
    file = root / "sources" / edit.path
    file.write_text(edit.applied(file.read_text("utf-8")), "utf-8")
    found = Counter(
        str(problem.severity) for problem in check(root).problems if problem.origin.path.endswith(edit.path)
    )
    assert found == {"stopped": {"error": 1}, "warned": {"warning": 1}, "missed": {}}[EXPECTED[at]]


def test_an_edit_that_fits_nowhere_or_twice_is_refused() -> None:
    story = Story(BASE)
    nowhere, twice = (
        read_edits(CASES.replace("-    - purchase-price: 15億元", taken, 1), "kites")[0]
        for taken in ("-    - purchase-price: 17億元", "-  claims:")
    )
    for edit in (nowhere, twice):
        with pytest.raises(WrongEditError, match="does not occur just once"):
            story.outcome(edit)


def test_an_edit_that_breaks_the_file_is_refused() -> None:
    broken = CASES.replace("+    - purchase-price: 16億元", "+\t- purchase-price: 16億元", 1)
    with pytest.raises(WrongEditError, match="tab"):
        Story(BASE).outcome(read_edits(broken, "kites")[0])


def test_a_case_says_what_is_expected() -> None:
    with pytest.raises(WrongEditError, match="`stopped` or `warned`"):
        read_edits(CASES.replace("expected\nwarned", "expected\nrefused"), "kites")
