"""What becomes of the annotations of an article when its text changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.evidence.proving.prove_article import prove
from build_tools.grouped import grouped
from build_tools.model import Anchored, Annotation, Build, Inputs, Source
from build_tools.problem import Origin, Problem, Severity
from build_tools.text.anchoring import anchor
from build_tools.text.articles import nearest_passage, open_article
from build_tools.text.mentions import find_mentions
from build_tools.text.paragraphs import line_of

GAP = " … "


class Fate(StrEnum):
    """How the words of an annotation fare in a new text.

    `unchanged` words are in the same line, `moved` ones in another. `changed` ones have others in their
    place, or no longer bear out what is read in them; of `vanished` ones nothing like them is left.
    Words that are `back` were gone in the text before.
    """

    UNCHANGED = "unchanged"
    MOVED = "moved"
    CHANGED = "changed"
    VANISHED = "vanished"
    BACK = "back"


LOST = frozenset({Fate.CHANGED, Fate.VANISHED})  # it stays with the text from which it was made


@dataclass(frozen=True, slots=True)
class Followed:
    """An annotation in the text it was made from and in a new one.

    `now` is the line there, None where nothing is like it; `instead` is what is there, or why the
    same words no longer do.
    """

    annotation: Annotation
    fate: Fate
    quote: str
    was: int
    now: int | None
    instead: str = ""


def follow_back(made: Build, newest: Source) -> tuple[Followed, ...]:
    """The annotations of earlier texts that hold in a new one, and that nobody has made anew."""
    gone = {one.anchored.annotation.origin: one for one in made.dossier.withdrawn_of.get(newest.id, ())}
    asked = [replace(one.anchored.annotation, version="") for one in gone.values()]
    after = _tried(made.dossier.inputs, newest, asked)
    quoted = {one.citation.quote for one in made.dossier.anchored if one.citation.source == newest.id}
    return tuple(
        Followed(
            one.annotation,
            Fate.BACK,
            GAP.join(one.citation.quote),
            was.anchored.citation.line,
            one.citation.line,
        )
        for origin, one in after.anchored.items()
        if after.proven[one.id] >= len((was := gone[origin]).claims) and one.citation.quote not in quoted
    )


def follow(made: Build, newest: Source) -> tuple[Followed, ...]:
    """What becomes of each annotation of an article, in its order, without those that were wrong before."""
    before = [one for one in made.dossier.anchored if one.citation.source == newest.id]
    proven = Counter(claim.passage for claim in made.dossier.claims if claim.citation.source == newest.id)
    after = _tried(made.dossier.inputs, newest, [one.annotation for one in before])
    return tuple(_followed(one, proven[one.id], after) for one in before)


@dataclass(frozen=True, slots=True)
class _Tried:
    """The annotations in the new text: where they are found, how many claims hold, what is wrong."""

    source: Source
    anchored: dict[Origin, Anchored]
    proven: Counter[str]
    problems: tuple[Problem, ...]


def _tried(inputs: Inputs, source: Source, annotations: Sequence[Annotation]) -> _Tried:
    then = replace(inputs, sources={source.id: source}, annotations=tuple(annotations))
    mentions, _ = find_mentions(then.sources, then.entities)
    anchored, orphans = anchor(annotations, then.sources)
    claims, unproven = prove(anchored, then, mentions)
    return _Tried(
        then.sources[source.id],
        {one.annotation.origin: one for one in anchored},
        Counter(claim.passage for claim in claims),
        tuple(one for one in (*orphans, *unproven) if one.severity is Severity.ERROR),
    )


def _followed(one: Anchored, claims: int, after: _Tried) -> Followed:
    quote, was = GAP.join(one.citation.quote), one.citation.line
    there = after.anchored.get(one.annotation.origin)
    if there and after.proven[there.id] >= claims:
        fate = Fate.UNCHANGED if there.citation.line == was else Fate.MOVED
        return Followed(one.annotation, fate, quote, was, there.citation.line)
    if there:
        why = next(_reasons(one.annotation, after.problems), "what it claims is no longer proven")
        return Followed(one.annotation, Fate.CHANGED, quote, was, there.citation.line, why)
    article = open_article(after.source)
    near = nearest_passage(article, "".join(one.citation.quote))
    if near is None:
        return Followed(one.annotation, Fate.VANISHED, quote, was, None)
    return Followed(
        one.annotation, Fate.CHANGED, quote, was, line_of(article.text, near.start), article.words(near)
    )


def _reasons(annotation: Annotation, problems: Sequence[Problem]) -> Iterator[str]:
    """What is wrong with the claims of an annotation."""
    lines = {annotation.origin.line, *(claim.origin.line for claim in annotation.claims)}
    return (one.message for one in problems if one.origin.line in lines)


def counted_fates(followed: Sequence[Followed]) -> str:
    """How many annotations fare in which way.

    >>> counted_fates(())
    'no annotation'
    """
    by_fate = grouped(followed, lambda one: one.fate)
    return ", ".join(f"{len(by_fate[fate])} {fate}" for fate in Fate if fate in by_fate) or "no annotation"
