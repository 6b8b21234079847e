"""`annotations.yaml`: quotes, and the claims read out of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from build_tools.model import Annotation, LocalText, Selector, SourceId
from build_tools.problem import Problem, Problems, Severity
from build_tools.reading.claim_shapes import AnnotationShape, PassageShape
from build_tools.reading.ids import bad_id
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located, Node, first_of, whole_file
from build_tools.reading.parse_claims import parse_claims
from build_tools.reading.parse_qualifiers import FileContext, check_qualifiers, parse_qualifiers
from build_tools.reading.prose import local
from build_tools.reading.validation import fit
from build_tools.reading.yaml_nodes import Document
from build_tools.text.letters import is_mostly_han

MOST_CLAIMS = 200


def parse_annotations(
    document: Document, source: SourceId, names: KnownIds
) -> tuple[tuple[Annotation, ...], Problems]:
    """The annotations of one source; one that does not fit its shape is left out."""
    if document.data is None:
        return (), ()
    if not isinstance(document.data, list):
        hint = "each annotation begins with `- quote: …`"
        return (), (
            Problem(whole_file(document.path), "wrong-shape", "this file is a list of annotations", hint),
        )
    about = FileContext(names, document.lines)
    made: list[Annotation] = []
    problems: list[Problem] = []
    for node, slipped in with_slips(document):
        shape, wrong = fit(AnnotationShape, node, whole_file(document.path))
        problems += wrong
        if shape and not slipped:
            annotation, wrong = parse_annotation(shape, source, about)
            made.append(annotation)
            problems += wrong
    return tuple(made), tuple(problems)


def with_slips(document: Document) -> Iterator[tuple[Node, bool]]:
    """Each entry of the file, and whether something was refused in its lines."""
    items = document.data if isinstance(document.data, list) else []
    begins = [first.line if (first := first_of(item)) else 0 for item in items]
    slips = sorted(document.slips)
    for item, begin, end in zip(items, begins, [*begins[1:], len(document.lines) + 1], strict=False):
        yield item, bisect_left(slips, begin) < bisect_left(slips, end)


def parse_annotation(
    shape: AnnotationShape, source: SourceId, about: FileContext
) -> tuple[Annotation, Problems]:
    """One annotation with its claims; a doubt of the annotation is of the passage, not of each claim."""
    qualifiers = replace(parse_qualifiers(shape), doubt=None)
    astray = tuple(check_qualifiers(shape, about))
    claims, wrong = parse_claims(shape.claims, qualifiers, about)
    if len(claims) > MOST_CLAIMS:
        claims, wrong = (), (*wrong, too_many_claims(shape, len(claims)))
    selector = parse_selector(shape)
    annotation = Annotation(
        source=source,
        selector=selector,
        claims=() if astray else claims,
        context=tuple(map(parse_selector, passages_of(shape))),
        id=str(shape.id or ""),
        version=str(shape.version or ""),
        translation=english_translation(shape),
        means=tuple(
            (word.written, id.written) for word, id in shape.means.items() if id in about.names.entities
        ),
        skip=str(shape.skip or ""),
        accept=qualifiers.accept,
        note=local(shape.note),
        doubt=local(shape.doubt),
        drafted_by=str(shape.drafted_by or ""),
        read_by=str(shape.read_by or ""),
        origin=selector.exact[0].origin,
    )
    return annotation, (*astray, *wrong, *annotation_problems(shape, about.names))


def parse_selector(passage: Located | AnnotationShape | PassageShape) -> Selector:
    """How a passage is found; text alone is its words."""
    if isinstance(passage, Located):
        return Selector((passage.written,))
    quotes = [passage.quote] if isinstance(passage.quote, Located) else passage.quote
    exact = tuple(quote.written for quote in quotes)
    return Selector(exact, str(passage.prefix or ""), str(passage.suffix or ""))


def passages_of(shape: AnnotationShape) -> tuple[Located | PassageShape, ...]:
    """The passages of the context, one or several."""
    match shape.context:
        case None:
            return ()
        case list():
            return tuple(shape.context)
        case _:
            return (shape.context,)


def english_translation(shape: AnnotationShape) -> LocalText:
    """The translation; text alone is English, or Chinese where it is in Chinese characters."""
    text = local(shape.translation)
    if not text.every:
        return text
    if is_mostly_han(text.every):
        return LocalText(zh=text.every, origin=text.origin)
    return LocalText(en=text.every, origin=text.origin)


def annotation_problems(shape: AnnotationShape, names: KnownIds) -> Iterator[Problem]:
    """The problems of an annotation, apart from its claims."""
    if shape.id and (found := bad_id(shape.id, shape.id.origin)):
        yield found
    for word, id in shape.means.items():
        if found := names.entity(id):
            turned = f"write the word of the quote first: `means: {{{id}: {word}}}`"
            yield replace(found, hint=turned) if word in names.entities else found
    if shape.skip and shape.claims:
        message = "`skip` replaces claims, but there are claims too"
        yield Problem(shape.skip.origin, "skip-and-claims", message, "delete one of the two")
    if not (shape.claims or shape.skip or shape.id):
        yield no_claims(shape.quote if isinstance(shape.quote, Located) else shape.quote[0])


def too_many_claims(shape: AnnotationShape, count: int) -> Problem:
    """More claims than a quote may have."""
    message = f"this quote has {count:,} claims; at most {MOST_CLAIMS} are allowed"
    hint = "divide it into shorter quotes, each with its own claims"
    first = next(iter(shape.claims[0]))
    return Problem(first.origin, "too-many-claims", message, hint)


def no_claims(quote: Located) -> Problem:
    """A quote without claims, `skip` and `id`."""
    hint = "add `claims:`, or `skip: <why it has none>`, or an `id` if a summary cites it"
    message = "this quote has no claims"
    return Problem(quote.origin, "no-claims", message, hint, Severity.WARNING)
