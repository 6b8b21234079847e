"""Qualifiers as written, of a claim or of an annotation for all its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from build_tools.model import Kind, Written, WrittenQualifiers
from build_tools.problem import Problem
from build_tools.reading.claim_shapes import QualifiersShape
from build_tools.reading.located import Located
from build_tools.reading.names import KnownIds
from build_tools.reading.prose import check_prose, local

NONE = WrittenQualifiers()
NAMES = tuple(each.name for each in fields(WrittenQualifiers))


@dataclass(frozen=True, slots=True)
class FileContext:
    """What is needed to check references: every id, and the lines of the file."""

    names: KnownIds
    lines: tuple[str, ...]


def parse_qualifiers(shape: QualifiersShape) -> WrittenQualifiers:
    """The qualifiers as written."""
    if not shape.model_fields_set:
        return NONE
    return WrittenQualifiers(
        period=written(shape.period),
        as_of=written(shape.as_of),
        at=written(shape.at),
        from_=written(shape.from_),
        until=written(shape.until),
        since=written(shape.since),
        said_by=written(shape.said_by),
        via=written(shape.via),
        stance=written(shape.stance),
        modality=written(shape.modality),
        inferred=local(shape.inferred) or None,
        note=local(shape.note) or None,
    )


def written(text: Located | None) -> Written | None:
    return text.written if text is not None else None


def merge(inner: WrittenQualifiers, outer: WrittenQualifiers) -> WrittenQualifiers:
    """The qualifiers of a claim over those of its annotation, one by one.

    >>> both = WrittenQualifiers(at=Written("meta"), stance=Written("denies"))
    >>> merge(WrittenQualifiers(at=Written("scale-ai")), both).at.text
    'scale-ai'
    """
    if inner is NONE or outer is NONE:
        return outer if inner is NONE else inner
    return WrittenQualifiers(*(getattr(inner, name) or getattr(outer, name) for name in NAMES))


def check_qualifiers(shape: QualifiersShape, about: FileContext) -> Iterator[Problem]:
    """Qualifiers that refer to what does not exist."""
    if not shape.model_fields_set:
        return
    names = about.names
    found = (
        shape.at and names.entity(shape.at, Kind.ORGANISATION),
        shape.since and names.entity(shape.since, Kind.EVENT),
        shape.via and names.entity(shape.via),
        shape.said_by and names.entity_or_term(shape.said_by),
    )
    yield from (problem for problem in found if isinstance(problem, Problem))
    for text in (shape.inferred, shape.note):
        yield from check_prose(text, names, about.lines)
