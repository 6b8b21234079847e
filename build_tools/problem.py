"""A Problem is a fault in our own files, with a place, a code and a hint."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file of the dossier: line and column count from 1, width in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: where it is, which kind it is, what is wrong and how to mend it."""

    origin: Origin
    code: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)


Problems = tuple[Problem, ...]
