"""The properties and terms of a dossier, as short as one may write them."""

from __future__ import annotations

from build_tools.model import LocalText, PropertyId, TermId
from build_tools.reading.parse_vocabulary import parse_vocabulary
from build_tools.reading.yaml_nodes import parse_yaml

SHORT = """\
properties:
  date: {type: date, holds: one, of: [event]}
  took-part-in: {type: entity, holds: many, of: [event]}
  role: {type: term, holds: many, of: [person], per: [at]}     # a founder may be chief executive too
  value: {type: quantity, holds: one, of: [figure], per: [period]}
  account: {type: text, holds: many, of: [person, organisation, work, event, figure]}
terms:
  chief-technology-officer:
    label: {en: Chief Technology Officer, zh: 首席技术官}
    forms: [首席技术官, CTO]
    holders: one                  # at one organisation at one time
    excludes: [chief-ai-officer]  # which nobody is beside it there
  chief-ai-officer:
    forms: [首席AI官]
  open-source: {}
"""


def test_labels_may_be_left_out() -> None:
    document, slips = parse_yaml(SHORT, "sources/vocabulary.yaml")
    vocabulary, problems = parse_vocabulary(document)
    assert (slips, problems) == ((), ())
    labels = {id: one.label for id, one in vocabulary.properties.items()}
    assert labels[PropertyId("took-part-in")] == LocalText(every="took part in")
    assert labels[PropertyId("value")] == LocalText(en="Value", zh="数值")
    assert [vocabulary.terms[TermId(id)].label for id in ("chief-ai-officer", "open-source")] == [
        LocalText(en="chief ai officer", zh="首席AI官"),
        LocalText(every="open source"),
    ]


def test_a_term_that_is_excluded_must_be_there() -> None:
    document, _ = parse_yaml(
        SHORT.replace("  chief-ai-officer:\n", "  chief-ai:\n"), "sources/vocabulary.yaml"
    )
    problems = parse_vocabulary(document)[1]
    (problem,) = problems
    assert (problem.code, problem.origin.line) == ("unknown-term", 12)
    assert problem.hint.splitlines()[:3] == [
        "if it is new, add it under `terms:` in sources/vocabulary.yaml:",
        "  chief-ai-officer:",
        "    label:",
    ]
