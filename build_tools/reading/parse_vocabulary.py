"""`vocabulary.yaml`: the properties and the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from build_tools.model import (
    NOWHERE,
    OUR_LANGUAGES,
    Kind,
    LocalText,
    Property,
    PropertyId,
    Term,
    TermId,
    ValueType,
    Vocabulary,
)
from build_tools.problem import Problem, Problems
from build_tools.reading.declared_kinds import KINDS, declared_kinds
from build_tools.reading.ids import bad_id, folders_of
from build_tools.reading.located import Located, Node, whole_file
from build_tools.reading.nearest_words import Known, did_you_mean
from build_tools.reading.prose import local
from build_tools.reading.scalar_forms import Shape
from build_tools.reading.settings_shapes import PropertyShape, TermShape, VocabularyShape
from build_tools.reading.unknown import IdsAndNames, called_by, unknown_term
from build_tools.reading.validation import fit
from build_tools.reading.yaml_nodes import Document

S = TypeVar("S", bound=Shape)

BUILT_IN = (
    Property(
        PropertyId("value"),
        ValueType.QUANTITY,
        LocalText(en="Value", zh="数值"),
        single=True,
        of=(Kind.FIGURE,),
        per=("period",),
    ),
    Property(
        PropertyId("answer"),
        ValueType.TERM,
        LocalText(en="Answer", zh="回答"),
        single=True,
        of=(Kind.QUESTION,),
    ),
)


def parse_vocabulary(
    document: Document, languages: Sequence[str] = OUR_LANGUAGES
) -> tuple[Vocabulary, Problems]:
    """The properties (a figure's `value` and a question's `answer` among them) and the terms."""
    data = document.data if isinstance(document.data, dict) else {}
    kinds, taken = declared_kinds(document.data)
    problems: list[Problem] = [*taken]
    properties = {made.id: made for made in BUILT_IN}
    for key, property in vocabulary_entries(data, "properties", PropertyShape, problems):
        properties[PropertyId(str(key))] = parse_property_entry(key, property)
        problems += unknown_kinds(property.of, tuple(folders_of(kinds)))
    shapes = dict(vocabulary_entries(data, "terms", TermShape, problems))
    known = IdsAndNames(
        Known(map(str, shapes)), called_by({str(id): each.forms for id, each in shapes.items()})
    )
    for excluded in (other for shape in shapes.values() for other in shape.excludes if other not in shapes):
        problems.append(unknown_term(excluded, known, document.path, languages))
    terms = {TermId(str(key)): parse_term(key, shape, shapes) for key, shape in shapes.items()}
    rest: Node = {
        key: value
        for key, value in data.items()
        if key not in ("properties", "terms") and not (key == KINDS and isinstance(value, dict))
    }
    _, wrong = fit(VocabularyShape, document.data if not data else rest, whole_file(document.path))
    return Vocabulary(properties, terms, kinds), (*wrong, *problems)


def unknown_kinds(named: Iterable[Located], known: Sequence[Kind]) -> Iterator[Problem]:
    """The kinds of a property that neither ship nor are declared."""
    for kind in named:
        if str(kind) not in map(str, known):
            message = f"this is not one of {', '.join(f'`{one}`' for one in known)}"
            declare = f"declare it: `kinds: {{{kind}: {{folder: {kind}s}}}}`"
            yield Problem(kind.origin, "not-in-list", message, did_you_mean(kind, known) or declare)


def vocabulary_entries(
    data: dict[Located, Node], name: str, shape: type[S], problems: list[Problem]
) -> Iterator[tuple[Located, S]]:
    """The well-formed entries under a key of the file; what is wrong with the others is added."""
    under = next((value for key, value in data.items() if key == name), {})
    if not isinstance(under, dict):
        _, wrong = fit(VocabularyShape, {key: value for key, value in data.items() if key == name}, NOWHERE)
        problems += wrong
        return
    for key, node in under.items():
        found = bad_id(key, key.origin)
        made, wrong = fit(shape, node, key.origin)
        problems += (*((found,) if found else ()), *wrong)
        if made and not found:
            yield key, made


def parse_property_entry(id: Located, shape: PropertyShape) -> Property:
    return Property(
        id=PropertyId(str(id)),
        type=ValueType(str(shape.type)),
        label=local(shape.label) or label_of(id),
        single=shape.holds == "one",
        of=tuple(Kind(str(kind)) for kind in shape.of),
        per=tuple(str(name) for name in shape.per),
    )


def label_of(id: Located, forms: Sequence[Located] = ()) -> LocalText:
    """The label of an entry without one: the id in words, and the first form in Chinese.

    >>> label_of(Located("chief-technology-officer", "v.yaml", 1, 1, 1)).every
    'chief technology officer'
    """
    built_in = {str(made.id): made.label for made in BUILT_IN}
    words = id.replace("-", " ").strip() or str(id)
    if id in built_in:
        return built_in[id]
    return LocalText(en=words, zh=str(forms[0])) if forms else LocalText(every=words)


def parse_term(id: Located, shape: TermShape, known: Mapping[Located, TermShape]) -> Term:
    return Term(
        id=TermId(str(id)),
        label=local(shape.label) or label_of(id, shape.forms),
        forms=tuple(str(form) for form in shape.forms),
        single_holder=shape.holders == "one",
        excludes=tuple(TermId(str(other)) for other in shape.excludes if other in known),
        origin=id.origin,
    )
