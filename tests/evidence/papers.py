"""An article and its annotations, laid into a small dossier and proven."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from build_tools.evidence.keys import value_key
from build_tools.evidence.proving.prove_article import prove
from build_tools.evidence.proving.wording import listed
from build_tools.model import Claim, DateValue, Inputs, PartProof, Qualifiers
from build_tools.problem import Problem, Problems
from build_tools.reading import read
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions

BASE = Path(__file__).parent / "base"
SOURCE = """title: an article
publisher: a paper
published: 2031-06-20
published_why: it says so
language: zh-Hans
sha256: {sha256}
reliability: {{grade: F, why: invented}}
"""


def lay_out(root: Path, case: str) -> Inputs:
    """The base with one article: its text, `---`, its annotations."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    text, _, annotations = case.partition("---\n")
    folder = root / "sources" / "articles" / "paper"
    folder.mkdir(parents=True)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (folder / "article.txt").write_bytes(text.encode())
    (folder / "source.yaml").write_text(SOURCE.format(sha256=sha256), encoding="utf-8")
    (folder / "annotations.yaml").write_text(annotations + "\n", encoding="utf-8")
    inputs, problems = read(root)
    assert not problems, problems
    return inputs


def prove_all(inputs: Inputs) -> tuple[tuple[Claim, ...], Problems]:
    """The claims of a dossier, and what is wrong with them."""
    mentions, _ = find_mentions(inputs.sources, inputs.entities)
    anchored, orphans = anchor(inputs.annotations, inputs.sources)
    claims, problems = prove(anchored, inputs, mentions)
    return claims, (*orphans, *problems)


def shown(claims: tuple[Claim, ...], problems: Problems) -> str:
    """Claims and problems as the cases write them, a line each; a problem's hint stands below it."""
    return "\n".join([*map(show_claim, claims), *map(show_problem, problems)])


def show_claim(claim: Claim) -> str:
    subject = f"{claim.subject}.{claim.property}" if claim.property else claim.subject
    said = f"{subject} = {value_key(claim.value)}" if claim.value else subject
    words = f" [{claim.raw}]" if claim.raw else ""
    parts = [f"{name} {value}" for name, value in qualifiers(claim.qualifiers)]
    parts += [inferred(one) for one in claim.inferred]
    parts += [f"accepted {one.code}: {one.why.every or one.why.en}" for one in claim.accepted]
    return "; ".join([said + words, *parts])


def inferred(one: PartProof) -> str:
    """A part that is inferred, why, and what the quote says instead."""
    against = f" (the quote: {listed(one.against)})" if one.against else ""
    why = one.why.every or one.why.en
    return f"{one.part} inferred" + (f": {why}{against}" if why else "")


def qualifiers(given: Qualifiers) -> list[tuple[str, str]]:
    """What is not as usual in the qualifiers."""
    dates = {"period": given.period, "as_of": given.as_of, "from": given.from_, "until": given.until}
    found = [(name, date.edtf or date.raw) for name, date in dates.items() if isinstance(date, DateValue)]
    names = {"at": given.at, "said_by": given.said_by, "via": given.via}
    return found + [(name, value) for name, value in names.items() if value]


def show_problem(problem: Problem) -> str:
    return f"{problem.severity}[{problem.code}] {problem.message}\n  hint: {problem.hint}"
