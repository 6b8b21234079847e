"""Small sources, annotations and entities for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from build_tools.model import (
    Annotation,
    DateValue,
    Entity,
    EntityId,
    Kind,
    LocalText,
    Omission,
    Reliability,
    Selector,
    Source,
    SourceId,
    Written,
)
from build_tools.problem import Origin, Problem

DAY = DateValue("2025-06-21", date(2025, 6, 21), date(2025, 6, 21))


def a_source(text: str, id: str = "sina", omit: Sequence[tuple[int, int]] = ()) -> Source:
    """A source of which only the text matters."""
    word = LocalText(every="x")
    return Source(
        id=SourceId(id),
        text=text,
        title=word,
        author=word,
        publisher=word,
        through=word,
        url="unknown",
        published=DAY,
        published_why=word,
        language="zh-Hans",
        reliability=Reliability("E", word),
        omit=tuple(Omission(first, last, word) for first, last in omit),
    )


def an_annotation(
    *quote: str, prefix: str = "", suffix: str = "", id: str = "", line: int = 1, source: str = "sina"
) -> Annotation:
    """An annotation as if it stood in a line of its file, each part of its quote one line lower."""
    path = f"{source}/annotations.yaml"
    parts = tuple(Written(text, Origin(path, line + at, 10)) for at, text in enumerate(quote))
    return Annotation(SourceId(source), Selector(parts, prefix, suffix), id=id, origin=Origin(path, line))


def an_entity(
    id: str,
    *aliases: str,
    kind: Kind = Kind.PERSON,
    label: str = "",
    not_: Sequence[tuple[str, tuple[str, ...]]] = (),
) -> Entity:
    """An entity of which only the names matter."""
    return Entity(
        id=EntityId(id),
        kind=kind,
        label=LocalText(every=label, origin=Origin(f"{id}.yaml", 1)),
        aliases=tuple(Written(alias, Origin(f"{id}.yaml", 2 + at)) for at, alias in enumerate(aliases)),
        not_aliases=tuple((SourceId(source), forms) for source, forms in not_),
    )


def printed(problem: Problem) -> str:
    """A Problem as the cases write it."""
    return f"{problem.severity} {problem.code}: {problem.message}\nhint: {problem.hint}"
