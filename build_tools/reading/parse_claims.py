"""Claims as written: a subject, what is said of it, and under which qualifiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from build_tools.model import (
    Kind,
    PropertyId,
    ValueType,
    Written,
    WrittenClaim,
    WrittenQualifiers,
)
from build_tools.problem import Problem, Problems
from build_tools.reading.forms import ByLanguage
from build_tools.reading.located import Located
from build_tools.reading.names import Names, a
from build_tools.reading.prose import check_prose, local
from build_tools.reading.shapes import AnnotationShape, BodyShape, QualifiersShape

BARE = {Kind.FIGURE: "value", Kind.QUESTION: "answer"}
NONE = WrittenQualifiers()
QUALIFIERS = tuple(each.name for each in fields(WrittenQualifiers))
Said = Located | list[Located | ByLanguage] | BodyShape
Claims = tuple[WrittenClaim, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the parser of a claim needs to know: every id, and the lines of its file."""

    names: Names
    lines: tuple[str, ...]


def parse_claims(shape: AnnotationShape, outer: WrittenQualifiers, about: Context) -> tuple[Claims, Problems]:
    """Every claim of an annotation; one that refers to what does not exist is left out."""
    made: list[WrittenClaim] = []
    problems: list[Problem] = []
    for item in shape.claims:
        problems += two_subjects(item)
        for subject, said in list(item.items())[:1]:
            wrong = about.names.entity(subject)
            if wrong:
                problems.append(wrong)
                continue
            claims, found = parse_claim(subject, said, about)
            made += (replace(claim, qualifiers=merge(claim.qualifiers, outer)) for claim in claims)
            problems += found
    return tuple(made), tuple(problems)


def two_subjects(item: Mapping[Located, Said]) -> Iterator[Problem]:
    """A claim whose second key should have been indented under its first."""
    if len(item) > 1:
        first, second, *_ = item
        hint = f"indent what is said of `{first}` by two more spaces; a second subject begins with `- `"
        message = f"`{second}` stands beside `{first}`, not under it"
        yield Problem(second.origin, "two-subjects", message, hint)


def parse_claim(subject: Located, said: Said, about: Context) -> tuple[Claims, Problems]:
    """The claims that one entry makes of a subject, a claim for each value."""
    match said:
        case BodyShape():
            astray = tuple(check_qualifiers(said.qualifiers, about))
            claims, wrong = parse_body(subject, said, about)
            return () if astray else claims, (*astray, *wrong)
        case list():
            return parse_bare(subject, said, about)
        case _:
            return parse_bare(subject, [said], about)


def parse_bare(
    subject: Located, values: Sequence[Located | ByLanguage], about: Context
) -> tuple[Claims, Problems]:
    """A value that stands alone: a figure's, or a question's answer."""
    names = about.names
    kind = names.entities[subject]
    if kind not in BARE:
        fitting = [name for name, found in names.vocabulary.properties.items() if kind in found.of]
        message = f"what is said of {a(kind)} needs a property"
        origin = next((value.origin for value in values if isinstance(value, Located)), subject.origin)
        hint = f"one of: {', '.join(fitting)}; `{{}}` says only that it happened, or is so"
        return (), (Problem(origin, "no-property", message, hint),)
    property = Located(BARE[kind], subject.path, subject.line, subject.column, subject.width)
    return parse_values(subject, property, values, about)


def parse_body(subject: Located, body: BodyShape, about: Context) -> tuple[Claims, Problems]:
    """Properties with their values, under the qualifiers beside them; none says the subject itself."""
    qualifiers = parse_qualifiers(body.qualifiers)
    if not body.properties:
        return (WrittenClaim(subject.written, None, None, qualifiers, subject.origin),), ()
    made: list[WrittenClaim] = []
    problems: list[Problem] = []
    for property, value in body.properties.items():
        if wrong := about.names.property_of(property, about.names.entities[subject]):
            problems.append(wrong)
            continue
        values = value if isinstance(value, list) else [value]
        claims, found = parse_values(subject, property, values, about)
        made += (replace(claim, qualifiers=qualifiers) for claim in claims)
        problems += found
    return tuple(made), tuple(problems)


def parse_values(
    subject: Located, property: Located, values: Sequence[Located | ByLanguage], about: Context
) -> tuple[Claims, Problems]:
    """A claim for each value of a property."""
    type = about.names.vocabulary.properties[PropertyId(str(property))].type
    made: list[WrittenClaim] = []
    problems: list[Problem] = []
    for value in values:
        wrong = tuple(check_value(subject, property, type, value, about))
        problems += wrong
        if not wrong:
            text = local(value) if type is ValueType.TEXT or isinstance(value, ByLanguage) else value.written
            claim = WrittenClaim(
                subject.written, property.written, text, WrittenQualifiers(), property.origin
            )
            made.append(claim)
    return tuple(made), tuple(problems)


def check_value(
    subject: Located, property: Located, type: ValueType, value: Located | ByLanguage, about: Context
) -> Iterator[Problem]:
    """What can be wrong with a value before it is proven."""
    match value:
        case _ if type is ValueType.TEXT:
            yield from check_prose(value, about.names, about.lines)
        case ByLanguage():
            message = f"`{property}` is {a(type)}, written in the words of the source, not a text by language"
            yield Problem(local(value).origin, "wrong-shape", message, f"write `{property}: …`")
        case Located() if type is ValueType.ENTITY:
            yield from problem_or_none(about.names.entity(value))
        case Located() if property == "answer":
            yield from problem_or_none(about.names.answer(subject, value))
        case Located() if type is ValueType.TERM:
            yield from problem_or_none(about.names.term(value))


def problem_or_none(found: Problem | None) -> Problems:
    return (found,) if found else ()


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
    """The qualifiers of a claim over those of its annotation, one by one."""
    if inner == NONE or outer == NONE:
        return outer if inner == NONE else inner
    return WrittenQualifiers(*(getattr(inner, name) or getattr(outer, name) for name in QUALIFIERS))


def check_qualifiers(shape: QualifiersShape, about: Context) -> Iterator[Problem]:
    """Qualifiers that refer to what does not exist."""
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
