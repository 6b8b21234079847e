"""Claims as written: a subject, its properties, their qualifiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model import Kind, PropertyId, ValueType, WrittenClaim, WrittenQualifiers
from build_tools.problem import Problem, Problems
from build_tools.reading.claim_shapes import BodyShape
from build_tools.reading.known_ids import a
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import some_of
from build_tools.reading.parse_qualifiers import FileContext, check_qualifiers, merge, parse_qualifiers
from build_tools.reading.prose import check_prose, local
from build_tools.reading.texts_by_language import ByLanguage

BARE = {Kind.FIGURE: "value", Kind.QUESTION: "answer"}
Value = Located | ByLanguage
Said = Located | list[Value] | BodyShape
Claims = tuple[WrittenClaim, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What all claims of one entry share."""

    subject: Located
    kind: Kind
    qualifiers: WrittenQualifiers
    about: FileContext


def parse_claims(
    items: Sequence[Mapping[Located, Said]], outer: WrittenQualifiers, about: FileContext
) -> tuple[Claims, Problems]:
    """Every claim of an annotation; one that refers to what does not exist is left out."""
    made: list[WrittenClaim] = []
    problems: list[Problem] = []
    for item in items:
        problems += two_subjects(item)
        for subject, said in list(item.items())[:1]:
            claims, wrong = parse_claim(subject, said, outer, about)
            made += claims
            problems += wrong
    return tuple(made), tuple(problems)


def two_subjects(item: Mapping[Located, Said]) -> Problems:
    """A claim whose second key should have been indented under its first."""
    if len(item) < 2:
        return ()
    first, second, *_ = item
    hint = f"indent the properties of `{first}` by two more spaces; begin a second subject with `- `"
    message = f"`{second}` is next to `{first}`, not under it"
    return (Problem(second.origin, "two-subjects", message, hint),)


def parse_claim(
    subject: Located, said: Said, outer: WrittenQualifiers, about: FileContext
) -> tuple[Claims, Problems]:
    """The claims that one entry makes of a subject, a claim for each value."""
    if wrong := about.names.entity(subject):
        return (), (wrong,)
    entry = Entry(subject, about.names.entities[subject], outer, about)
    match said:
        case BodyShape():
            return parse_body(entry, said)
        case list():
            return parse_bare(entry, said)
        case _:
            return parse_bare(entry, [said])


def parse_bare(entry: Entry, values: Sequence[Value]) -> tuple[Claims, Problems]:
    """A value without a property: a figure's, or a question's answer."""
    if entry.kind not in BARE:
        return (), (no_property(entry, values),)
    place = entry.subject
    property = Located(BARE[entry.kind], place.path, place.line, place.column, place.width)
    return parse_values(entry, property, values)


def no_property(entry: Entry, values: Sequence[Value]) -> Problem:
    """A value of which it is not said what it is."""
    fitting = some_of(f"`{name}`" for name in entry.about.names.properties_of(entry.kind).words)
    message = f"a claim about {a(entry.kind)} needs a property"
    place = next((value for value in values if isinstance(value, Located)), entry.subject)
    hint = f"one of {fitting}; `{{}}` claims only that it happened or holds"
    return Problem(place.origin, "no-property", message, hint)


def parse_body(entry: Entry, body: BodyShape) -> tuple[Claims, Problems]:
    """Properties with their values, under the qualifiers beside them; none says the subject itself."""
    astray = tuple(check_qualifiers(body.qualifiers, entry.about))
    qualifiers = merge(parse_qualifiers(body.qualifiers), entry.qualifiers)
    entry = Entry(entry.subject, entry.kind, qualifiers, entry.about)
    problems: list[Problem] = [*astray]
    made: list[WrittenClaim] = []
    if not body.properties:
        made.append(WrittenClaim(entry.subject.written, None, None, qualifiers, entry.subject.origin))
    for property, value in body.properties.items():
        claims, wrong = parse_property(entry, property, value)
        made += claims
        problems += wrong
    return () if astray else tuple(made), tuple(problems)


def parse_property(entry: Entry, property: Located, value: Value | list[Value]) -> tuple[Claims, Problems]:
    """The claims about one property, if it may be said of such a subject."""
    if wrong := entry.about.names.property_of(property, entry.kind):
        return (), (wrong,)
    return parse_values(entry, property, value if isinstance(value, list) else [value])


def parse_values(entry: Entry, property: Located, values: Sequence[Value]) -> tuple[Claims, Problems]:
    """A claim for each value of a property."""
    type = entry.about.names.vocabulary.properties[PropertyId(str(property))].type
    subject, said = entry.subject.written, property.written
    made: list[WrittenClaim] = []
    problems: list[Problem] = []
    for value in values:
        wrong = tuple(value_problems(entry, property, type, value))
        problems += wrong
        if not wrong:
            text = local(value) if type is ValueType.TEXT or isinstance(value, ByLanguage) else value.written
            made.append(WrittenClaim(subject, said, text, entry.qualifiers, said.origin))
    return tuple(made), tuple(problems)


def value_problems(entry: Entry, property: Located, type: ValueType, value: Value) -> Iterator[Problem]:
    """What can be wrong with a value before it is proven."""
    names = entry.about.names
    match value:
        case _ if type is ValueType.TEXT:
            yield from check_prose(value, names, entry.about.lines)
        case ByLanguage():
            message = f"`{property}` is {a(type)}: write it once, not by language"
            yield Problem(local(value).origin, "wrong-shape", message, f"write `{property}: …`")
        case Located() if type is ValueType.ENTITY:
            yield from some(names.entity(value))
        case Located() if property == "answer":
            yield from some(names.answer(entry.subject, value))
        case Located() if type is ValueType.TERM:
            yield from some(names.term(value))


def some(found: Problem | None) -> Problems:
    """A problem, if there is one."""
    return (found,) if found else ()
