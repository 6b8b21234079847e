"""The survey: the cases of `tests/cases/survey.md`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence import fold_claims, judge
from build_tools.findings import survey
from build_tools.model import EntityId, Findings, Kind, Question, SourceId, Status
from tests.cases import Case, read_cases
from tests.evidence.world import say, tell
from tests.findings.golden import agreement_lines, conflict_lines
from tests.findings.ties import told, with_ties


def asked(text: str) -> tuple[Question, ...]:
    """The question file of a case, if it has one."""
    if not text.strip():
        return ()
    lines = dict(line.split(" ", 1) for line in text.strip().splitlines())
    silent = lines.get("silent", "")
    return (
        Question(
            id=EntityId("q"),
            kind=Kind.QUESTION,
            label=say("?"),
            about=EntityId(lines["about"]),
            status=Status(lines.get("status", "open")),
            upholds=lines.get("upholds", ""),
            silent=tuple(map(SourceId, silent.split(", "))) if silent else (),
        ),
    )


def surveyed(text: str) -> Findings:
    """What is found in a case."""
    claims, _, question = text.partition("---\n")
    lines, ties = told(claims)
    given = tell(lines, asked(question))
    inputs = with_ties(given.inputs, ties)
    dossier, _ = judge(inputs, (), (), fold_claims(given.claims), given.conflicts)
    return survey(replace(dossier, inputs=inputs))


@pytest.mark.parametrize("case", read_cases("survey"), ids=str)
def test_what_is_found(case: Case) -> None:
    found = surveyed(case.input)
    lines = [line for line in (*conflict_lines(found, concerns=False), *agreement_lines(found)) if line]
    heads = [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if _is_empty(line, after)]
    assert "\n".join(line for line in lines if line not in heads) == case.expected


def _is_empty(line: str, after: str) -> bool:
    """Whether a line heads a list that has nothing in it."""
    return line in ("agreed:", "one origin:") and not after.startswith("  ")


def test_sides_that_clash_never_fit_however_many_they_are() -> None:
    values = "\n".join(f"source-{at}: price = {2 * at + 101}亿美元" for at in range(50))
    (conflict,) = surveyed(values).conflicts
    assert (len(conflict.sides), conflict.fitting) == (50, ())
