"""The candidates of a draft: one annotation a line as JSON, or langextract's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.drafting.json_nodes import NotJsonError, node_of_json
from build_tools.reading.located import Located, Node, first_of, scalars, value_of_key

EXTRACTIONS = "extractions"
TEXT, ATTRIBUTES, CLASS = "extraction_text", "attributes", "extraction_class"
FENCE = "```"
OF_ANNOTATIONS = ("translation", "prefix", "suffix", "context", "means", "said_by", "via")
OF_SUBJECT = "subject"
VALUE = "value"


@dataclass(frozen=True, slots=True)
class DraftedLine:
    """One candidate: where it is, and what it says; nothing but a fault where it cannot be read."""

    line: int
    node: Mapping[Located, Node]
    fault: str = ""

    def holds(self, line: int, column: int) -> bool:
        """Whether a place is in this candidate."""
        places = [one.column for one in scalars(dict(self.node))]
        return line == self.line and bool(places) and min(places) <= column <= max(places)


def drafted_lines(text: str, path: str) -> tuple[DraftedLine, ...]:
    """Every candidate of a draft, in its order; empty lines and the fences of Markdown are none."""
    return tuple(
        found for number, line in enumerate(text.split("\n"), 1) for found in _in_line(line, path, number)
    )


def _in_line(line: str, path: str, number: int) -> Iterator[DraftedLine]:
    if not line.strip() or line.strip().startswith(FENCE):
        return
    try:
        node = node_of_json(line, path, number)
    except NotJsonError as fault:
        yield DraftedLine(number, {}, str(fault))
        return
    if is_langextract(node):
        yield from (DraftedLine(number, one) for one in extracted(node))
    else:
        yield DraftedLine(number, node)


def is_langextract(node: Mapping[Located, Node]) -> bool:
    """Whether a line is a document of langextract, or one of its extractions."""
    return TEXT in node or isinstance(value_of_key(dict(node), EXTRACTIONS), list)


def extracted(node: Mapping[Located, Node]) -> Iterator[dict[Located, Node]]:
    """The annotation that each extraction amounts to."""
    listed = value_of_key(dict(node), EXTRACTIONS)
    for one in listed if isinstance(listed, list) else [dict(node)]:
        if isinstance(one, dict):
            yield annotation_of(one)


def annotation_of(one: Mapping[Located, Node]) -> dict[Located, Node]:
    """An extraction as an annotation: its text is the quote, its attributes are what is claimed.

    The subject is the attribute `subject`, or the class. The place that langextract gives is not used: it
    gives one to words that are not in the text.
    """
    attributes = value_of_key(dict(one), ATTRIBUTES)
    given = attributes if isinstance(attributes, dict) else {}
    quote, named = (
        value_of_key(dict(one), TEXT),
        value_of_key(given, OF_SUBJECT) or value_of_key(dict(one), CLASS),
    )
    start = first_of(dict(one))
    made: dict[Located, Node] = {}
    if start and quote:
        made[at(start, "quote")] = quote
    made |= {key: value for key, value in given.items() if key in OF_ANNOTATIONS}
    said: dict[Located, Node] = {
        key: value for key, value in given.items() if key not in (*OF_ANNOTATIONS, OF_SUBJECT)
    }
    if start and isinstance(named, Located):
        bare = at(named, VALUE)
        claim: dict[Located, Node] = {named: said or ({bare: quote} if quote else {})}
        claims: list[Node] = [claim]
        made[at(named, "claims")] = claims
    return made


def at(place: Located, text: str) -> Located:
    """A text that the tool supplies, at the place of a written one."""
    return Located(text, place.path, place.line, place.column, place.width)
