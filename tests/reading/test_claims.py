"""Claims as written, and the words of an annotation that are not claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from build_tools.model import Annotation, Kind, LocalText, SourceId, Written, WrittenClaim
from build_tools.problem import Problems
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.parse_annotations import parse_annotations
from build_tools.reading.parse_vocabulary import parse_vocabulary
from build_tools.reading.yaml_nodes import parse_yaml
from tests.cases import Case, read_cases

VOCABULARY = """
properties:
  date: {label: Date, type: date, holds: one, of: [event]}
  participant: {label: Took part, type: entity, holds: many, of: [event]}
  role: {label: Role, type: term, holds: many, of: [person]}
  account: {label: Told, type: text, holds: many, of: [person]}
terms:
  chief: {label: Chief, forms: [长]}
  founder: {label: Founder, forms: [创始人]}
  insiders: {label: Insiders, forms: [知情人士]}
"""
NAMES = KnownIds(
    entities={
        "capex": Kind.FIGURE,
        "wang": Kind.PERSON,
        "meta": Kind.ORGANISATION,
        "launch": Kind.EVENT,
        "founded": Kind.QUESTION,
    },
    sources=frozenset({"paper"}),
    vocabulary=parse_vocabulary(parse_yaml(VOCABULARY, "vocabulary.yaml")[0])[0],
    answers={"founded": frozenset({"2024", "2025"})},
)


def annotate(text: str) -> tuple[tuple[Annotation, ...], Problems]:
    """The annotations in a text, with every problem in it."""
    document, slips = parse_yaml(text, "a.yaml")
    made, problems = parse_annotations(document, SourceId("paper"), NAMES)
    return made, (*slips, *problems)


def in_words(value: Written | LocalText | None) -> str:
    match value:
        case None:
            return "-"
        case Written(text=text):
            return text
        case LocalText(en=en, zh=zh, every=every):
            return f"{{{en}|{zh}|{every}}}"


def shown(claim: WrittenClaim) -> str:
    """A claim as the cases write it."""
    names = [each.name for each in fields(claim.qualifiers)]
    given = {name: getattr(claim.qualifiers, name) for name in names}
    qualifiers = [f"{name}={in_words(value)}" for name, value in given.items() if value]
    return " ".join([claim.subject.text, in_words(claim.property), in_words(claim.value), *qualifiers])


def lines_of(text: str) -> Iterator[str]:
    """Every claim in a text, then every problem."""
    made, problems = annotate(text)
    yield from (shown(claim) for annotation in made for claim in annotation.claims)
    yield from (f"{p.origin.line}:{p.origin.column} {p.code}" for p in sorted(problems))


@pytest.mark.parametrize("case", read_cases("claims"), ids=str)
def test_case(case: Case) -> None:
    assert list(lines_of(f"{case.input}\n")) == case.expected.split("\n")


def test_an_annotation_keeps_its_words() -> None:
    made, problems = annotate(
        "- quote:\n    - 甲\n    - 乙\n  id: both\n  prefix: 前\n  suffix: 后\n  translation: A, B\n"
        "  means: {他: wang}\n  note:\n    en: Mind it.\n  claims:\n    - capex: 1\n"
    )
    assert problems == ()
    (annotation,) = made
    assert [part.text for part in annotation.selector.exact] == ["甲", "乙"]
    assert (annotation.selector.prefix, annotation.selector.suffix) == ("前", "后")
    assert annotation.id == "both"
    assert annotation.translation == LocalText(en="A, B")
    assert [(word.text, id.text) for word, id in annotation.means] == [("他", "wang")]
    assert annotation.note == annotation.claims[0].qualifiers.note == LocalText(en="Mind it.")


def test_places_lead_to_the_scalars() -> None:
    (annotation,), _ = annotate("- quote: 好\n  claims:\n    - wang: {role: [chief, founder], at: meta}\n")
    first, second = annotation.claims
    assert (first.subject.origin.line, first.subject.origin.column, first.subject.origin.width) == (3, 7, 4)
    assert first.property is not None
    assert isinstance(second.value, Written)
    assert isinstance(first.qualifiers.at, Written)
    columns = [part.origin.column for part in (first.property, second.value, first.qualifiers.at)]
    assert columns == [14, 28, 42]
    assert annotation.origin == annotation.selector.exact[0].origin


def test_an_annotation_that_is_set_aside_makes_no_claim() -> None:
    (annotation,), problems = annotate("- quote: 寧燒千億\n  skip: rhetoric\n")
    assert (annotation.skip, annotation.claims, problems) == ("rhetoric", (), ())


def test_an_annotation_with_a_slip_in_it_is_left_out() -> None:
    made, problems = annotate("- quote: 好 #1\n  claims:\n    - capex: 1\n- quote: 坏\n  id: bad\n")
    assert [annotation.selector.exact[0].text for annotation in made] == ["坏"]
    assert [problem.code for problem in problems] == ["comment-cuts-text"]


def test_a_name_means_only_what_there_is() -> None:
    (annotation,), problems = annotate("- quote: 好\n  id: good\n  means: {他: wnag}\n")
    assert annotation.means == ()
    (problem,) = problems
    assert (problem.code, problem.hint.partition(" If")[0]) == ("unknown-id", "did you mean `wang`?")
