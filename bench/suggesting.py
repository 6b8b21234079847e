"""How much of finished annotations `dossier suggest` would have offered, article by article.

    python -m bench.suggesting [FOLDER…]

Each article in turn loses its annotations; its suggestions are held against its editors' claims.
A claim counts as offered where one suggestion has its sentence, its subject and its value.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools import check
from build_tools.contributing.suggesting import Suggestion, suggestions
from build_tools.model import Claim, DateValue, Dossier, EntityValue, Quantity, SourceId, TermValue
from build_tools.pipeline import build
from build_tools.text.folding import fold_plain
from build_tools.text.paragraphs import sentence_around

FOLDERS = (".", "tests/dossiers/ferry", "tests/dossiers/dam")
TOPS = (10, 20, 1000)


@dataclass(frozen=True, slots=True)
class Score:
    """Of one article: its claims, those with a value of their own, and how many the best stubs offer."""

    stubs: int
    claims: int
    offered: int
    sentences: int
    sentences_offered: int


def scores(dossier: Dossier, top: int) -> Iterator[Score]:
    """The score of each article of a dossier, the others being annotated."""
    for id in dossier.inputs.sources:
        claims = [one for one in dossier.claims if one.citation.source == id]
        if claims:
            yield score(dossier, id, claims, top)


def score(dossier: Dossier, id: SourceId, claims: list[Claim], top: int) -> Score:
    """What the suggestions for one article offer of its claims."""
    kept = tuple(one for one in dossier.inputs.annotations if one.source != id)
    bare = build(replace(dossier.inputs, annotations=kept)).dossier
    made = suggestions(bare, id)[:top]
    text = dossier.inputs.sources[id].text
    places = {one.sentence for one in made}
    wanted = {sentence_around(text, span) for one in claims for span in one.citation.spans}
    return Score(
        len(made),
        len(claims),
        sum(is_offered(one, made) for one in claims),
        len(wanted),
        len(wanted & places),
    )


def is_offered(claim: Claim, made: tuple[Suggestion, ...]) -> bool:
    """Whether a suggestion has the sentence, the subject and the value of a claim."""
    beside = [one for one in made if one.sentence.touches(claim.citation.spans)]
    lines = [fold_plain(line.claim) for one in beside for line in one.claims]
    return any(line.startswith(f"{claim.subject}:") and _value_in(claim, line) for line in lines)


def _value_in(claim: Claim, line: str) -> bool:
    match claim.value:
        case TermValue(id=id) | EntityValue(id=id):
            return id in line
        case Quantity() | DateValue():
            return fold_plain(claim.raw) in line
        case _:
            return False


def main() -> None:
    """Print a line a folder and a number of suggestions."""
    print(
        f"{'folder':24} {'top':>5} {'stubs':>6} {'claims':>7} {'offered':>8} {'sentences':>10} {'found':>6}"
    )
    for folder in sys.argv[1:] or FOLDERS:
        dossier = check(Path(folder)).dossier
        for top in TOPS:
            found = list(scores(dossier, top))
            sums = [sum(getattr(one, name) for one in found) for name in Score.__slots__]
            stubs, claims, offered, sentences, got = sums
            share, part = 100 * offered / claims, 100 * got / sentences
            print(f"{folder:24} {top:5} {stubs:9} {claims:9} {share:8.0f}% {sentences:9} {part:8.0f}%")


if __name__ == "__main__":
    main()
