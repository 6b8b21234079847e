"""An audit as text for a terminal, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.auditing.audit_types import (
    Audit,
    AuditedStatement,
    AuditSide,
    AuditVerdict,
    PassageFound,
)
from build_tools.command_line.problem_printing import WIDTH, visible, wrapped
from build_tools.drafting.draft_report import MARGIN
from build_tools.model import Claim, Dossier
from build_tools.website.addresses import claim_address, conflict_address

SIGNS = {
    AuditVerdict.PROVEN: "✓",
    AuditVerdict.CONTRADICTED: "✗",
    AuditVerdict.DISPUTED: "≠",
    AuditVerdict.TRANSLATED: "≈",
    AuditVerdict.NOT_HERE: "?",
}
Json = str | int | bool | list["Json"] | dict[str, "Json"] | None


def audit_text(found: Audit, dossier: Dossier) -> str:
    """The text with a mark and a number at each statement, and the verdict of each, in 80 columns."""
    lines = [row for line in marked_text(found).split("\n") for row in wrapped(visible(line), "", "", WIDTH)]
    lines += ["", *(row for number, one in numbered_statements(found) for row in _entry(number, one)), ""]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, counted_verdicts(found)])


def numbered_statements(found: Audit) -> Iterator[tuple[int, AuditedStatement]]:
    """The statements with their numbers, from 1."""
    return enumerate(found.statements, 1)


def marked_text(found: Audit) -> str:
    """The text with `[…]✓1` at each statement; of two that overlap the second has its mark alone."""
    parts: list[str] = []
    done = 0
    for number, one in numbered_statements(found):
        start, end = max(one.span.start, done), max(one.span.end, done)
        words = f"[{found.text[start:end]}]" if end > start else ""
        parts += [found.text[done:start], words, f"{SIGNS[one.verdict]}{number}"]
        done = end
    return "".join((*parts, found.text[done:]))


def counted_verdicts(found: Audit) -> str:
    """How many statements have each verdict.

    >>> counted_verdicts(Audit("", ()))
    'nothing to audit'
    """
    counts = ((found.count(verdict), verdict) for verdict in AuditVerdict)
    return ", ".join(f"{count} {verdict}" for count, verdict in counts if count) or "nothing to audit"


def _entry(number: int, one: AuditedStatement) -> Iterator[str]:
    yield from wrapped(f"{SIGNS[one.verdict]}{number} {one.verdict}: {visible(one.words)}", "", MARGIN, WIDTH)
    for detail in verdict_details(one):
        yield from wrapped(visible(detail), MARGIN, MARGIN * 2, WIDTH)


def verdict_details(one: AuditedStatement) -> Iterator[str]:
    """What a verdict rests on, a line each."""
    if one.sides:
        conflict = one.conflict
        status = f"; the editors hold it {conflict.status}" if conflict else ""
        yield f"the articles disagree{status}; {names_both(one)}"
        yield from (
            f"{'stated here' if side.named else 'not stated here'}: {_side(side)}" for side in one.sides
        )
    else:
        yield from (shown_claim(claim) for claim in one.claims)
    yield from (f"{one.source}, line {one.line}: {one.words}" for one in one.passages)
    if one.note:
        yield one.note


def names_both(one: AuditedStatement) -> str:
    """Whether the text names all sides of a dispute."""
    return "the text names all sides" if all(side.named for side in one.sides) else "the text names one side"


def _side(side: AuditSide) -> str:
    return "; ".join(shown_claim(claim) for claim in side.claims)


def shown_claim(claim: Claim) -> str:
    """What a claim says, where, and in which words."""
    property = f".{claim.property}" if claim.property not in (None, "value", "answer") else ""
    denied = " (denied)" if claim.qualifiers.stance == "denies" else ""
    cited = claim.citation
    return f"{claim.subject}{property} {claim.raw}{denied} — {cited.source}, line {cited.line}"


def audit_json(found: Audit, dossier: Dossier) -> str:
    """The audit for a program: spans in code points of the text, claims with their permanent addresses."""
    report: dict[str, Json] = {
        "counts": {str(verdict): found.count(verdict) for verdict in AuditVerdict},
        "statements": [_as_json(one, dossier) for one in found.statements],
    }
    return f"{json.dumps(report, ensure_ascii=False, indent=2)}\n"


def _as_json(one: AuditedStatement, dossier: Dossier) -> dict[str, Json]:
    conflict = one.conflict
    return {
        "start": one.span.start,
        "end": one.span.end,
        "words": one.words,
        "kind": str(one.kind),
        "verdict": str(one.verdict),
        "claims": [claim_json(claim, dossier) for claim in one.claims],
        "sides": [{"named": side.named, "claims": [claim.id for claim in side.claims]} for side in one.sides],
        "names_all_sides": all(side.named for side in one.sides) if one.sides else None,
        "conflict": str(conflict_address(conflict)) if conflict else None,
        "status": str(conflict.status) if conflict else None,
        "passages": [_passage(passage) for passage in one.passages],
        "note": one.note or None,
    }


def _passage(passage: PassageFound) -> Json:
    return {"source": passage.source, "line": passage.line, "words": passage.words}


def claim_json(claim: Claim, dossier: Dossier) -> Json:
    """A claim as an audit cites it."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "property": claim.property,
        "raw": claim.raw,
        "stance": str(claim.qualifiers.stance),
        "source": claim.citation.source,
        "line": claim.citation.line,
        "quote": list(claim.citation.quote),
        "address": str(claim_address(claim, dossier.inputs.entities[claim.subject])),
    }
