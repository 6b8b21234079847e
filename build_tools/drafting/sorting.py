"""How a candidate is sorted: by what the check says of it, and by what only a person may write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

import yaml

from build_tools.data_files import read_data
from build_tools.model import Claim, LocalText, TextValue
from build_tools.problem import Problem, Severity
from build_tools.reading.located import Located, Node

PERSON = "`{entry}:` is for a person to write: nothing in the article proves it"
ACCOUNT = "`account` is free text: only a person can tell whether it says what the quote says"
LEFT_OUT = "leave it out, or let a person write it into annotations.yaml"

Remarks: TypeAlias = "tuple[Remark, ...]"


class Sort(StrEnum):
    """What becomes of a candidate."""

    PROVEN = "proven"
    WORD = "in need of a word"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a candidate is not proven: how grave it is, what is wrong, and the check's own hint.

    `code` is that of the check's problem; where a person has to write or to read, there is none.
    """

    sort: Sort
    message: str
    hint: str = ""
    code: str = ""


@cache
def codes_by_use() -> Mapping[str, Sequence[str]]:
    """The codes that are no plain refusal or wish, and the entries that are a person's."""
    loaded: Mapping[str, Sequence[str]] = yaml.safe_load(read_data(__package__, "sorting.yaml"))
    return loaded


def remark_of(problem: Problem) -> Remark:
    """What a problem of the check means for a candidate."""
    known = codes_by_use()
    error = problem.severity is Severity.ERROR
    refused = (error and problem.code not in known["wants_a_word"]) or problem.code in known["refuses"]
    return Remark(Sort.REFUSED if refused else Sort.WORD, problem.message, problem.hint, problem.code)


def remarks_on_entries(node: Mapping[Located, Node]) -> Iterator[Remark]:
    """The entries that are a person's to write, each once."""
    theirs = codes_by_use()["by_a_person"]
    for entry in sorted(set(keys_of(dict(node))) & set(theirs)):
        yield Remark(Sort.WORD, PERSON.format(entry=entry), LEFT_OUT)


def keys_of(node: Node) -> Iterator[str]:
    """Every key of an annotation and of its claims, but for what is under `means`."""
    match node:
        case dict():
            for key, value in node.items():
                yield str(key)
                yield from () if key == "means" else keys_of(value)
        case list():
            for item in node:
                yield from () if isinstance(item, Located) else keys_of(item)
        case _:
            return


def remarks_on_accounts(claims: Iterable[Claim]) -> Iterator[Remark]:
    """The note that only a person can judge an account or a translation."""
    if any(isinstance(claim.value, TextValue | LocalText) for claim in claims):
        yield Remark(Sort.WORD, ACCOUNT, LEFT_OUT)


def worst(remarks: Iterable[Remark]) -> Sort:
    """The sort of a candidate with these remarks.

    >>> str(worst(()))
    'proven'
    """
    order = tuple(Sort)
    return max((one.sort for one in remarks), key=order.index, default=Sort.PROVEN)
