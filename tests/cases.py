"""Reads `tests/cases/*.md`: a title, what goes in, what must come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
CASE = re.compile(
    r"^## (?P<title>.+)\n(?P<prose>(?:(?!## |```).*\n)*)"
    r"```\w* input\n(?P<input>(?:(?!```).*\n)*)```\n+"
    r"```\w* expected\n(?P<expected>(?:(?!```).*\n)*)```$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One example of the specification; `input` and `expected` end without a line break."""

    title: str
    input: str
    expected: str

    def __str__(self) -> str:
        return self.title


def read_cases(name: str) -> list[Case]:
    """The cases of `tests/cases/<name>.md`; a heading without both blocks is an error."""
    return cases_in((CASES / f"{name}.md").read_text(encoding="utf-8"), f"{name}.md")


def cases_in(text: str, name: str) -> list[Case]:
    """The cases of one file; `#` headings above them are for the reader."""
    found = [
        Case(m["title"], m["input"].rstrip("\n"), m["expected"].rstrip("\n")) for m in CASE.finditer(text)
    ]
    headings = len(re.findall(r"^## ", text, re.MULTILINE))
    if len(found) != headings:
        raise ValueError(f"{name}: {headings} headings, {len(found)} whole cases")
    return found
