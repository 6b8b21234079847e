"""Wrong quotes: begun after a negation, without a word that bounds a figure, or with a gap over a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.attack.mistakable_words import folded, load_mistakes
from build_tools.attack.scene import AttackedAnnotation, Target
from build_tools.attack.truths import why_true
from build_tools.attack.variants import Variant, requalified
from build_tools.attack.wrong_figures import rival_values, unqualified
from build_tools.model import (
    LocalText,
    Qualifier,
    Quantity,
    Selector,
    Span,
    Stance,
    Written,
    WrittenClaim,
)
from build_tools.text.mentions import find_forms
from build_tools.text.paragraphs import sentence_around
from build_tools.text.runs import cuts_at

SPLICES = 2  # of one claim
REACH = 20
CLAUSE_ENDS = "，,；;。！？!?、\n"
BLANKS = " \t\u3000"


def negations_cut(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The quote begun behind a negation or a denial; what was denied is then affirmed."""
    for place in scene.anchored.citation.spans:
        for negation in negations(scene.text, place):
            kept = _after(scene, negation.end)
            if kept and not cuts_at(scene.text, kept[0].start):
                words = scene.text[negation.start : negation.end]
                if claims := _left(scene, kept):
                    yield _cut(scene, kept, claims, f"quote begun behind {words}")


def negations(text: str, place: Span) -> Iterator[Span]:
    """The negations in a stretch of an article, but not at its end.

    >>> [str(span) for span in negations("这不仅没有发生,还被否认", Span(0, 12))]
    ['Span(start=3, end=5)']
    """
    lists, words = load_mistakes(), folded(text[place.start : place.end])
    taken = [Span(*found.span()) for found in lists.no_negation.finditer(words)]
    for found in lists.negation.finditer(words):
        at = Span(*found.span())
        if not at.touches(taken) and words[at.end :].strip(CLAUSE_ENDS + BLANKS):
            yield Span(at.start + place.start, at.end + place.start)


def qualifiers_cut(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The quote cut, or given a gap, so that a figure loses the word that bounds it."""
    for target, value, written in _quoted(scene):
        if value.qualifier is not Qualifier.EXACT:
            for bare in unqualified(value.raw, value):
                claim = replace(target.written, value=Written(bare, written.origin))
                for parts, change in _losing(scene, value, bare):
                    yield _cut(scene, parts, [claim], change, why_true(target, claim))


def _losing(scene: AttackedAnnotation, value: Quantity, bare: str) -> Iterator[tuple[list[Span], str]]:
    """Begun or ended at the bare figure, or with a gap where the word was."""
    at = scene.text.find(bare, value.span.start, value.span.end)
    if at < 0 or cuts_at(scene.text, at) or cuts_at(scene.text, at + len(bare)):
        return
    before, after = _before(scene, value.span.start), _after(scene, value.span.end)
    if at > value.span.start:
        behind = _after(scene, at)
        yield behind, f"quote begun at {bare}, out of {value.raw}"
        if before:
            yield [*before, *behind], f"quote with a gap before {bare}"
    else:
        ahead = _before(scene, at + len(bare))
        yield ahead, f"quote ended at {bare}, out of {value.raw}"
        if after:
            yield [*ahead, *after], f"quote with a gap after {bare}"


def spliced(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The quote with a gap over its own figure, so that a figure of another clause is next to its words."""
    for target, own, written in _quoted(scene):
        around = (*scene.readings, *scene.nearby)
        texts = rival_values(target, around)
        others = [one for one in around if isinstance(one, Quantity) and one.raw in texts]
        others = [one for one in others if "\n" not in scene.text[slice(*_ends(own.span, one.span))]]
        for other in scene.few(others, SPLICES, "splice", target.name):
            claim = replace(target.written, value=Written(other.raw, written.origin))
            change = f"quote with a gap over {own.raw}, for {other.raw}"
            if parts := _over(scene, own.span, other.span):
                yield _cut(scene, parts, [claim], change, why_true(target, claim))


def _quoted(scene: AttackedAnnotation) -> Iterator[tuple[Target, Quantity, Written]]:
    """The claims of a quantity that the quote gives, with the value as proven and as written."""
    for target in scene.targets:
        value, written = target.quantity(), target.written.value
        if value and isinstance(written, Written) and value.span.is_within(scene.anchored.citation.spans):
            yield target, value, written


def _ends(one: Span, other: Span) -> tuple[int, int]:
    return min(one.start, other.start), max(one.end, other.end)


def _over(scene: AttackedAnnotation, own: Span, other: Span) -> list[Span]:
    """The words before a figure, and then another from further on; or another before, and what is left."""
    text, quote = scene.text, scene.anchored.citation
    lead = _trimmed(text, Span(min(quote.start, other.start), own.start))
    if own.end <= other.start:
        end = min((at for sign in CLAUSE_ENDS if (at := text.find(sign, other.end)) >= 0), default=len(text))
        rest = Span(other.start, min(end, sentence_around(text, other).end))
    else:
        rest = Span(own.end, quote.end)
    last = _trimmed(text, rest)
    return [part for part in (lead, last) if part] if lead else []


def _after(scene: AttackedAnnotation, place: int) -> list[Span]:
    """What is left of a quote from a place on."""
    spans = scene.anchored.citation.spans
    cut = [Span(max(span.start, place), span.end) for span in spans if span.end > place]
    return [kept for span in cut if (kept := _trimmed(scene.text, span))]


def _before(scene: AttackedAnnotation, place: int) -> list[Span]:
    """What is left of a quote up to a place."""
    spans = scene.anchored.citation.spans
    cut = [Span(span.start, min(span.end, place)) for span in spans if span.start < place]
    return [kept for span in cut if (kept := _trimmed(scene.text, span))]


def _trimmed(text: str, span: Span) -> Span | None:
    """Without blanks and marks of a clause at its ends; nothing where no word is left."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(CLAUSE_ENDS + BLANKS))
    end = span.end - (len(words) - len(words.rstrip(CLAUSE_ENDS + BLANKS)))
    return Span(start, end) if start < end else None


def _left(scene: AttackedAnnotation, kept: Sequence[Span]) -> list[WrittenClaim]:
    """The claims whose own words are still quoted; one that denies affirms, now that the denial is gone."""
    words = "\n".join(scene.text[span.start : span.end] for span in kept)
    return [
        requalified(one.written, "stance", None)
        if one.claim.qualifiers.stance is Stance.DENIES
        else one.written
        for one in scene.targets
        if one.claim.raw in words
    ]


def _cut(
    scene: AttackedAnnotation,
    parts: Sequence[Span],
    claims: Sequence[WrittenClaim],
    change: str,
    true: str = "",
) -> Variant:
    """The annotation with another quote and some of its claims, compared with the same claims of the whole.

    Neither has a translation: who cuts a quote translates what is left.
    """
    whole, origin = scene.annotation, scene.annotation.origin
    own = tuple(one.written for one in scene.targets if _is_left(one.written, claims))
    exact = tuple(Written(scene.text[part.start : part.end], origin) for part in parts)
    selector = Selector(exact, _leading(scene.text, parts[0].start), _following(scene.text, parts[-1].end))
    words = "\n".join(part.text for part in exact)
    means = tuple(pair for pair in whole.means if find_forms(words, (pair[0].text,)))
    before = replace(whole, claims=own, translation=LocalText())
    after = replace(before, claims=tuple(claims), selector=selector, means=means)
    return Variant(after, before, origin, change, true)


def _is_left(written: WrittenClaim, claims: Sequence[WrittenClaim]) -> bool:
    return any(_place(one) == _place(written) for one in claims)


def _place(written: WrittenClaim) -> tuple[object, ...]:
    return written.subject.origin, written.origin, written.value and written.value.origin


def _leading(text: str, start: int) -> str:
    """The text before a quote in its line, so that it is found only there."""
    line = text.rfind("\n", 0, start) + 1
    return text[max(line, start - REACH) : start]


def _following(text: str, end: int) -> str:
    """The text after it."""
    line = text.find("\n", end)
    return text[end : min(end + REACH, len(text) if line < 0 else line)]
