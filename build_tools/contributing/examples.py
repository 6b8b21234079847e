"""Takes the examples of problems from the broken dossiers of the tests.

What each fault looks like is written once, there. `python -m build_tools.contributing.examples` carries it
into `examples.json`, for where the tests are not installed, and makes the pages of problems of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from pathlib import Path

from build_tools.contributing.explaining import (
    EXAMPLES,
    LANGUAGES,
    Example,
    Explained,
    problems_page,
    read_words,
)
from build_tools.safe_files import write_own

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "broken"
PLACE = re.compile(r"^(?P<path>sources/[^:\n]+)(?::\d+:\d+)?: ", re.M)


def examples() -> dict[str, Example]:
    """An example of every problem that has its own case."""
    cases = sorted(path.parent for path in BROKEN.glob("*/expected.txt") if "--" not in path.parent.name)
    words = read_words()
    return {case.name: example(case, words[case.name]) for case in cases if case.name in words}


def example(case: Path, words: Explained) -> Example:
    """The wrong text of a case, the output of the check, and the corrected text."""
    output = (case / "expected.txt").read_text(encoding="utf-8")
    found = PLACE.search(output)
    path = words.wrong_at or (found["path"] if found else "")
    before, after = lines_of(BROKEN / "base" / path), lines_of(case / path)
    alone = words.correct is not None
    right, wrong = regions(before, after, alone) if before and after else ("".join(before), "".join(after))
    return Example(
        path=path,
        wrong=words.wrong or wrong,
        correct_path=words.correct_at or path,
        correct=right if words.correct is None else words.correct,
        output=output,
    )


def lines_of(path: Path) -> list[str]:
    """The lines of a file; none where it is no file."""
    return re.findall(r".*\n|.+", path.read_text("utf-8", "replace")) if path.is_file() else []


def regions(before: Sequence[str], after: Sequence[str], alone: bool) -> tuple[str, str]:
    """The entries in which two files differ, as each has them; `alone`: only what the second has."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    (_, i1, _, j1, _), (_, _, i2, _, j2) = changed[0], changed[-1]
    if (i1 == i2 and not alone) or j1 == j2:
        i1, j1 = i1 - 1, j1 - 1
    return touched_entries(before, i1, i2), touched_entries(after, j1, j2)


def touched_entries(lines: Sequence[str], first: int, last: int) -> str:
    """The whole entries that some lines touch, without blank lines around them."""
    first = min(first, len(lines) - 1)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    while first and not begins(lines[first]):
        first -= 1
    while last < len(lines) and lines[last].strip() and not begins(lines[last]):
        last += 1
    return "".join(lines[first:last])


def begins(line: str) -> bool:
    """Whether an entry of the file begins here."""
    return bool(line.strip()) and line[0] not in " \t#"


def made() -> dict[Path, str]:
    """The files that are made of the examples."""
    found = {code: asdict(example) for code, example in sorted(examples().items())}
    files = {EXAMPLES: f"{json.dumps(found, ensure_ascii=False, indent=1)}\n"}
    for language in LANGUAGES:
        files[ROOT / "docs" / language / "problems.md"] = problems_page(language, examples())
    return files


if __name__ == "__main__":
    for path, text in made().items():
        write_own(ROOT, path, text.encode())
