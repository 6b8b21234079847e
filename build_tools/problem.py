"""A Problem is a fault in the dossier's files, with a place, a code and a hint."""

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
    """One fault: its place, its code, what is wrong and how to fix it."""

    origin: Origin
    code: str
    message: str
    hint: str = ""
    severity: Severity = field(default=Severity.ERROR)


Problems = tuple[Problem, ...]
