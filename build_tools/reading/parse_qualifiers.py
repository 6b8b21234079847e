"""Qualifiers as written, of a claim or of an annotation for all its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

from build_tools.model import Beside, ClaimId, Kind, PropertyId, Reason, Written, WrittenQualifiers
from build_tools.problem import Problem
from build_tools.reading.claim_shapes import PARTS, QualifiersShape
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.prose import check_prose, local
from build_tools.reading.texts_by_language import ByLanguage

T = TypeVar("T")
NONE = WrittenQualifiers()
NAMES = tuple(each.name for each in fields(WrittenQualifiers))
GivenReasons = Located | ByLanguage | dict[Located, Located | ByLanguage]


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
        period=written_text(shape.period),
        as_of=written_text(shape.as_of),
        at=written_text(shape.at),
        from_=written_text(shape.from_),
        until=written_text(shape.until),
        since=written_text(shape.since),
        said_by=written_text(shape.said_by),
        via=written_text(shape.via),
        stance=written_text(shape.stance),
        modality=written_text(shape.modality),
        beside=parse_beside(shape.beside),
        inferred=parse_reasons(shape.inferred),
        accept=parse_reasons(shape.accept),
        note=local(shape.note) or None,
        doubt=local(shape.doubt) or None,
        was=tuple(ClaimId(str(old)) for old in shape.was),
    )


def parse_beside(words: Located | dict[Located, Located] | None) -> tuple[Beside, ...]:
    """The words beside a value, by property where several are named."""
    match words:
        case None:
            return ()
        case Located():
            return (Beside(None, words.written),)
        case dict():
            return tuple(Beside(PropertyId(str(name)), text.written) for name, text in words.items())


def parse_reasons(given: GivenReasons | None) -> tuple[Reason, ...]:
    """Why parts of a claim follow, or why warnings are wrong here; bare, it is one reason without a name."""
    match given:
        case None:
            return ()
        case Located() | ByLanguage():
            return (Reason(None, local(given)),)
        case dict():
            return tuple(Reason(name.written, local(why)) for name, why in given.items())


def written_text(text: Located | None) -> Written | None:
    return text.written if text is not None else None


def merge(inner: WrittenQualifiers, outer: WrittenQualifiers) -> WrittenQualifiers:
    """The qualifiers of a claim over those of its annotation, one by one.

    >>> both = WrittenQualifiers(at=Written("meta"), stance=Written("denies"))
    >>> merge(WrittenQualifiers(at=Written("scale-ai")), both).at.text
    'scale-ai'
    """
    if inner is NONE or outer is NONE:
        return outer if inner is NONE else inner
    one_by_one = {name: getattr(inner, name) or getattr(outer, name) for name in NAMES}
    lists = {
        "beside": _both(inner.beside, outer.beside, lambda one: one.property),
        "inferred": _both(inner.inferred, outer.inferred, lambda one: one.of),
        "accept": _both(inner.accept, outer.accept, lambda one: one.of),
    }
    return WrittenQualifiers(**{**one_by_one, **lists})


def _both(inner: tuple[T, ...], outer: tuple[T, ...], name: Callable[[T], object]) -> tuple[T, ...]:
    """Those of a claim, and those of its annotation that it does not give itself."""
    own = {name(one) for one in inner}
    return (*inner, *(one for one in outer if name(one) not in own))


def check_qualifiers(shape: QualifiersShape, about: FileContext) -> Iterator[Problem]:
    """Qualifiers that refer to what does not exist."""
    if not shape.model_fields_set:
        return
    names = about.names
    found = (
        shape.at and names.entity(shape.at, Kind.ORGANISATION, Kind.PLACE),
        shape.since and names.entity(shape.since, Kind.EVENT),
        shape.via and names.entity(shape.via),
        shape.said_by and names.entity_or_term(shape.said_by),
    )
    yield from (problem for problem in found if isinstance(problem, Problem))
    yield from check_parts(shape, names)
    for text in (*reasons_of(shape.inferred), *shape.accept.values(), shape.note, shape.doubt):
        yield from check_prose(text, names, about.lines)


def reasons_of(given: GivenReasons | None) -> tuple[Located | ByLanguage, ...]:
    """The reasons themselves."""
    match given:
        case None:
            return ()
        case Located() | ByLanguage():
            return (given,)
        case dict():
            return tuple(given.values())


def check_parts(shape: QualifiersShape, names: KnownIds) -> Iterator[Problem]:
    """Parts that no claim has, under `inferred:` or `beside:`."""
    properties = tuple(map(str, names.vocabulary.properties))
    parts = ("subject", "value", *properties, *PARTS)
    named = shape.inferred if isinstance(shape.inferred, dict) else {}
    any_part = "write `subject`, `value`, a property, or a qualifier such as `at`"
    yield from (unknown_part(part, parts, any_part) for part in named if part not in parts)
    bound = shape.beside if isinstance(shape.beside, dict) else {}
    a_property = "write the property whose value the words go with, such as `value`"
    yield from (unknown_part(part, properties, a_property) for part in bound if part not in properties)


def unknown_part(part: Located, parts: tuple[str, ...], instead: str) -> Problem:
    """A key that names no part of a claim."""
    hint = did_you_mean(part, parts) or instead
    return Problem(part.origin, "unknown-part", f"a claim has no part `{part}`", hint)
