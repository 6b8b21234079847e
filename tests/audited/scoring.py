"""Precision and recall of the audit by verdict, as a table: `python -m tests.audited.scoring [--write]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.auditing.audit_types import AuditedStatement, AuditVerdict
from build_tools.auditing.auditing_texts import audit
from build_tools.model import Span
from tests.checked import DOSSIERS, ROOT, checked

HERE = Path(__file__).parent
DOC = ROOT / "docs" / "dev" / "audited.md"
# Each: its folder, the dossier that its texts speak of, and what it is called in the page.
SETS = {
    "texts": (
        ROOT,
        "The audit was improved with these: Chinese articles, 12 texts in English and 12 in Chinese",
    ),
    "english": (DOSSIERS / "english", "English articles, 4 texts in Chinese"),
    "blind": (
        ROOT,
        "Written after the improvements: Chinese articles, 6 texts in English and 3 in Chinese",
    ),
    "fresh": (ROOT, "Bare facts, half of them wrong: Chinese articles, a text in English and one in Chinese"),
}
HEAD = """# Texts audited

What `dossier audit` makes of the texts in `tests/audited/`, as a model, a student or a newspaper would
write them: each statement was marked by hand with the verdict of a careful reader of the articles.
Precision is the share of right ones among the statements that the audit gives a verdict, recall the share
of those in the texts that it finds. Of an unmarked statement the right verdict is *not here*. What the
audit leaves open it calls so too; recall falls there and precision does not. `make audited` makes this page
again.

"""
COLUMNS = ("verdict", "in the texts", "given", "of them right", "precision", "recall")
MARK = re.compile(r"\{([^{}|]+)\|([a-z ]+)\}")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, and each marked stretch with the verdict of a careful reader."""

    name: str
    text: str
    marks: tuple[tuple[Span, AuditVerdict], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a careful reader and the audit make of a stretch; of an unmarked one the reader makes nothing."""

    name: str
    words: str
    expected: AuditVerdict
    given: AuditVerdict
    note: str = ""


def marked_text(path: Path) -> MarkedText:
    """A file of the set."""
    raw = path.read_text(encoding="utf-8")
    pieces: list[str] = []
    marks: list[tuple[Span, AuditVerdict]] = []
    length = done = 0
    for found in MARK.finditer(raw):
        pieces += (raw[done : found.start()], found[1])
        length += found.start() - done
        marks.append((Span(length, length + len(found[1])), AuditVerdict(found[2])))
        length += len(found[1])
        done = found.end()
    return MarkedText(path.stem, "".join((*pieces, raw[done:])), tuple(marks))


def judged(marked: MarkedText, root: Path) -> Iterator[Judged]:
    """Each mark with what the audit says of it, and each claim that the audit makes of other stretches."""
    statements = audit(checked(root).dossier, marked.text).statements
    for span, expected in marked.marks:
        words = marked.text[span.start : span.end]
        one = best(span, statements)
        given = one.verdict if one else AuditVerdict.NOT_HERE
        yield Judged(marked.name, words, expected, given, one.note if one else "not found")
    for one in statements:
        beside = not any(one.span.touches([span]) for span, _ in marked.marks)
        if beside and one.verdict is not AuditVerdict.NOT_HERE:
            yield Judged(marked.name, one.words, AuditVerdict.NOT_HERE, one.verdict, "unmarked")


def best(span: Span, statements: Iterable[AuditedStatement]) -> AuditedStatement | None:
    """The statement that shares most with a stretch."""

    def shared(one: AuditedStatement) -> float:
        both = min(one.span.end, span.end) - max(one.span.start, span.start)
        return both / (max(one.span.end, span.end) - min(one.span.start, span.start))

    touching = [one for one in statements if one.span.touches([span])]
    return max(touching, key=shared, default=None)


def rows_of(folder: str) -> list[Judged]:
    """Every row of a set."""
    root, _ = SETS[folder]
    files = sorted((HERE / folder).glob("*.txt"))
    return [row for file in files for row in judged(marked_text(file), root)]


def section(folder: str, rows: Sequence[Judged]) -> str:
    """A set of the page: its name and its table."""
    return "".join((f"## {SETS[folder][1]}\n\n", *table(rows)))


def table(rows: Sequence[Judged]) -> Iterator[str]:
    """The table in Markdown, a line a verdict."""
    yield f"| {' | '.join(COLUMNS)} |\n"
    yield f"|{'---|' * len(COLUMNS)}\n"
    for verdict in AuditVerdict:
        wanted = sum(one.expected is verdict for one in rows)
        given = sum(one.given is verdict for one in rows)
        right = sum(one.expected is one.given is verdict for one in rows)
        shares = share(right, given), share(right, wanted)
        yield f"| {' | '.join((str(verdict), str(wanted), str(given), str(right), *shares))} |\n"


def share(part: int, whole: int) -> str:
    """A share in percent; nothing of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else ""


def wrong_rows(rows: Iterable[Judged]) -> Iterator[str]:
    """The rows in which the audit and the reader differ, a line each."""
    for one in rows:
        if one.expected is not one.given:
            yield f"{one.name}: {one.words}: {one.expected} is called {one.given} ({one.note})\n"


if __name__ == "__main__":
    made = {folder: rows_of(folder) for folder in SETS}
    sys.stdout.writelines(line for rows in made.values() for line in wrong_rows(rows))
    page = HEAD + "\n".join(section(folder, rows) for folder, rows in made.items())
    sys.stdout.write(page)
    if "--write" in sys.argv:
        DOC.write_text(page, encoding="utf-8")
