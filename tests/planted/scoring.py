"""Precision and recall on the planted candidates, as a table: `python -m tests.planted.scoring [--write]`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.drafting.candidate_lines import drafted_lines
from build_tools.drafting.draft_command import open_dossier
from build_tools.drafting.sorted_draft import sort_draft
from build_tools.drafting.sorting import Sort
from build_tools.model import SourceId

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOC = ROOT / "docs" / "dev" / "planted.md"
OF_QUOTES = ("right", "altered quote", "invented quote")
# Each: its name, the environment it needs, the script that asks it, and what it is asked for.
OTHERS = (
    ("langextract 1.7.1, any alignment", "planted-langextract", "ask_langextract.py", "any"),
    ("langextract 1.7.1, exact alignments", "planted-langextract", "ask_langextract.py", "exact"),
    ("linkml-reference-validator 0.4.0", "planted-linkml", "ask_linkml.py", ""),
)
HEAD = """# Planted errors

What `dossier draft` lets pass, and what two other tools do, on the 200 candidates of `tests/planted/`:
{right} right ones, and {wrong} with one planted error each. *Accepted* is what a tool takes without a word;
precision is the share of right ones among what it accepts, recall the share of the right ones that it
accepts.

langextract and linkml-reference-validator hold a quotation against a text, and do not look at values, names
or negations; the last two columns count only the candidates whose error is in the quotation. `make planted`
makes this page again.

"""
COLUMNS = (
    "tool",
    "accepted",
    "of them wrong",
    "precision",
    "recall",
    "precision of quotes",
    "recall of quotes",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """One candidate: its article, what is planted in it, and the line without that."""

    source: SourceId
    kind: str
    quote: str
    line: str

    @property
    def right(self) -> bool:
        return self.kind == "right"


def candidates() -> tuple[Planted, ...]:
    """Every candidate, in the order of the files."""
    return tuple(
        _planted(SourceId(file.stem), json.loads(line))
        for file in sorted((HERE / "candidates").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )


def _planted(source: SourceId, read: dict[str, str]) -> Planted:
    kind = read.pop("planted")
    return Planted(source, kind, read["quote"], json.dumps(read, ensure_ascii=False))


def proven(planted: Sequence[Planted]) -> list[bool]:
    """Whether `dossier draft` proves each candidate, taken alone."""
    dossier, names = open_dossier(HERE)
    return [
        sort_draft(dossier, one.source, names, drafted_lines(one.line, "draft"))[0].sort is Sort.PROVEN
        for one in planted
    ]


def asked(planted: Sequence[Planted], folder: str, script: str, how: str) -> list[bool] | None:
    """What another tool accepts; nothing where its environment is not there."""
    python = ROOT / "build" / folder / "bin" / "python"
    if not python.exists():
        return None
    lines = [json.dumps({"text": article(one.source), "quote": one.quote}) for one in planted]
    made = subprocess.run(
        [str(python), str(HERE / script), how],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    answers = made.stdout.split()
    return [answer == "yes" for answer in answers] if len(answers) == len(planted) else None


def article(id: SourceId) -> str:
    """The text of an article."""
    return (HERE / "sources/articles" / id / "article.txt").read_text(encoding="utf-8")


def row(name: str, planted: Sequence[Planted], accepted: Sequence[bool] | None) -> tuple[str, ...]:
    """One line of the table."""
    if accepted is None:
        return (name, "not installed", *[""] * 5)
    pairs = list(zip(planted, accepted, strict=True))
    taken = [one for one, took in pairs if took]
    of_quotes = [(one, took) for one, took in pairs if one.kind in OF_QUOTES]
    return (
        name,
        str(len(taken)),
        str(sum(not one.right for one in taken)),
        *shares(pairs),
        *shares(of_quotes),
    )


def shares(pairs: Sequence[tuple[Planted, bool]]) -> tuple[str, str]:
    """Precision and recall in percent."""
    both = sum(one.right and took for one, took in pairs)
    taken, right = sum(took for _, took in pairs), sum(one.right for one, _ in pairs)
    return (f"{100 * both / taken:.0f} %" if taken else "", f"{100 * both / right:.0f} %")


def table(planted: Sequence[Planted]) -> Iterator[str]:
    """The table in Markdown, a line a tool."""
    rows = [row("`dossier draft`", planted, proven(planted))]
    rows += [row(name, planted, asked(planted, *rest)) for name, *rest in OTHERS]
    yield f"| {' | '.join(COLUMNS)} |\n"
    yield f"|{'---|' * len(COLUMNS)}\n"
    yield from (f"| {' | '.join(one)} |\n" for one in rows)


if __name__ == "__main__":
    given = candidates()
    head = HEAD.format(right=sum(one.right for one in given), wrong=sum(not one.right for one in given))
    text = head + "".join(table(given))
    sys.stdout.write(text)
    if "--write" in sys.argv:
        DOC.write_text(text, encoding="utf-8")
