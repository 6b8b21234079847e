"""Takes the examples of problems from the broken dossiers of the tests.

What each fault looks like is written once, there; `english_cases.py` puts its story into English.
`python -m build_tools.contributing.examples` carries it into `examples.json`, for where the tests are not
installed, and makes the pages of problems of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, replace
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.command_line.problem_printing import print_problems
from build_tools.contributing.english_cases import BROKEN, in_english, lay_out_in_english, lay_over_in_english
from build_tools.contributing.explaining import (
    EXAMPLES,
    LANGUAGES,
    Example,
    Explained,
    problems_page,
    read_words,
)
from build_tools.pipeline import check
from build_tools.safe_files import write_own
from build_tools.text.letters import HAN_LETTER

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"^(?P<path>sources/[^:\n]+)(?::\d+:\d+)?: ", re.M)


def examples() -> dict[str, dict[str, Example]]:
    """By language, an example of every problem that has a case of its own."""
    chinese = {code: example(code) for code in sorted(cases())}
    english = {code: found for code in chinese if (found := english_example(code, chinese[code]))}
    return {"en": english, "zh": chinese}


def cases() -> Iterator[str]:
    """The codes that have a case and are explained."""
    for path in BROKEN.glob("*/expected.txt"):
        if path.parent.name in read_words():
            yield path.parent.name


def example(code: str) -> Example:
    """The wrong text of a case, the output of the check, and the corrected text."""
    output = (BROKEN / code / "expected.txt").read_text(encoding="utf-8")
    return shown(code, read_words()[code], BROKEN / "base", BROKEN / code, output)


def english_example(code: str, chinese: Example) -> Example | None:
    """The same with English articles; none where English articles cannot have the problem."""
    if not HAN_LETTER.search("".join(astuple(chinese))):
        return chinese
    words = read_words()[code]
    with TemporaryDirectory() as base, TemporaryDirectory() as wrong:
        lay_out_in_english(BROKEN / "base", Path(base))
        if words.abroad:
            root = lay_over_in_english(BROKEN / words.abroad.case, Path(wrong))
            words = replace(words, correct=words.abroad.correct)
            return shown(code, words, Path(base), root, print_problems(check(root).problems, root))
        root = lay_out_in_english(BROKEN / code, Path(wrong))
        problems = check(root).problems
        if {problem.code for problem in problems} != {code}:
            return None
        words = replace(
            words,
            wrong=words.wrong and in_english(words.wrong),
            correct=words.correct and in_english(words.correct),
        )
        return shown(code, words, Path(base), root, print_problems(problems, root))


def shown(code: str, words: Explained, base: Path, case: Path, output: str) -> Example:
    """What is shown of a case: where it differs from the base, as both have it."""
    found = PLACE.search(output)
    path = words.wrong_at or (found["path"] if found else "")
    before, after = lines_of(base / path), lines_of(case / path)
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
    found = examples()
    plain = {
        language: {code: asdict(one) for code, one in sorted(own.items())} for language, own in found.items()
    }
    files = {EXAMPLES: f"{json.dumps(plain, ensure_ascii=False, indent=1)}\n"}
    for language in LANGUAGES:
        files[ROOT / "docs" / language / "problems.md"] = problems_page(language, found[language])
    return files


if __name__ == "__main__":
    for path, text in made().items():
        write_own(ROOT, path, text.encode())
