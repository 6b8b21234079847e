"""The report of an attack: a table by kind, then every survivor as a place and what was changed there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from build_tools.attack.counting import count_kinds, means, percent_of
from build_tools.attack.running import Attempt
from build_tools.attack.trying import Outcome
from build_tools.model import KindCount

HEAD = ("kind", "variants", *Outcome, "also true")
WIDTHS = (18, 8, 16, 16, 16, 11)


def attack_text(attempts: Sequence[Attempt]) -> str:
    """The report for a person."""
    counts = count_kinds(attempts)
    lines = [_row(HEAD), *(_row(_cells(count)) for count in counts), _row(_means(counts))]
    lines += _listed("survived:", [_place(one) for one in survivors(attempts)])
    true = [f"{_place(one)} ({one.true})" for one in true_too(attempts)]
    lines += _listed("also true, and not counted:", true)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _row(cells: Iterable[object]) -> str:
    first, *others = map(str, cells)
    shown = (f"{cell:>{width}}" for cell, width in zip(others, WIDTHS[1:], strict=True))
    return f"{first:{WIDTHS[0]}}{''.join(shown)}"


def _cells(count: KindCount) -> Iterator[object]:
    yield from (count.kind, count.variants)
    numbers = (count.stopped, count.warned, count.survived)
    for outcome, number in zip(Outcome, numbers, strict=True):
        yield f"{number} ({percent_of(count, outcome)} %)"
    yield count.also_true


def _means(counts: Sequence[KindCount]) -> Iterator[object]:
    yield from ("mean over kinds", "", *(f"{share} %" for share in means(counts).values()), "")


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _place(attempt: Attempt) -> str:
    origin = attempt.origin
    return f"{origin.path}:{origin.line}:{origin.column}: {attempt.kind}: {attempt.change}"


def survivors(attempts: Iterable[Attempt]) -> list[Attempt]:
    """The wrong variants that the check neither stopped nor warned of."""
    return [one for one in attempts if one.outcome is Outcome.SURVIVED]


def true_too(attempts: Iterable[Attempt]) -> list[Attempt]:
    """The variants that are true as well."""
    return [one for one in attempts if one.outcome is None]


def attack_json(attempts: Sequence[Attempt], seed: int) -> str:
    """The same as data; shares are decimals as text."""
    counts = count_kinds(attempts)
    record = {
        "seed": seed,
        "kinds": [{"kind": one.kind, "variants": one.variants, **numbers_of(one)} for one in counts],
        "mean": {str(outcome): str(share) for outcome, share in means(counts).items()},
        "survivors": [_record(one) for one in survivors(attempts)],
        "also_true": [{**_record(one), "reason": one.true} for one in true_too(attempts)],
    }
    return f"{json.dumps(record, ensure_ascii=False, indent=2)}\n"


def numbers_of(count: KindCount) -> dict[str, int]:
    """The counts of one kind by their names."""
    return {
        "stopped": count.stopped,
        "warned": count.warned,
        "survived": count.survived,
        "also_true": count.also_true,
    }


def _record(attempt: Attempt) -> dict[str, str | int]:
    origin = attempt.origin
    return {
        "source": attempt.source,
        "path": origin.path,
        "line": origin.line,
        "column": origin.column,
        "kind": attempt.kind,
        "change": attempt.change,
    }
