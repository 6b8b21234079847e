"""What is not annotated yet in an article: each sentence with the claims that it could make, ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from build_tools.contributing.candidates import Candidate, CandidateFinder, Sentence
from build_tools.contributing.importing.bylines import is_byline
from build_tools.contributing.importing.datelines import dated_line
from build_tools.findings.coverage import coverage
from build_tools.language import Force, dispatch_head, speakers
from build_tools.model import Dossier, EntityId, Mention, Reading, Source, SourceId, Span
from build_tools.text.paragraphs import body, sentence_around, sentences_touching

HEAD = 8  # paragraphs that may be lines under the headline


class Rank(IntEnum):
    """Why a sentence is worth an annotation, the best reason first."""

    SHARED = 0
    KNOWN = 1
    DISPUTE = 2
    VALUE = 3
    NAME = 4


@dataclass(frozen=True, slots=True)
class Left:
    """A sentence with something in it that no annotation has taken up."""

    sentence: Span
    values: tuple[Reading, ...]
    names: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence left, the claims that it could make, who speaks in it, and what ranks it.

    `values` are its readings that no claim here takes; `sources` the articles that speak of the same.
    """

    left: Left
    claims: tuple[Candidate, ...]
    values: tuple[Reading, ...]
    said_by: EntityId | None
    rank: Rank
    sources: tuple[SourceId, ...]

    @property
    def sentence(self) -> Span:
        """The place of the sentence in the article."""
        return self.left.sentence


def suggestions(dossier: Dossier, id: SourceId, about: EntityId | None = None) -> tuple[Suggestion, ...]:
    """A suggestion for each sentence that holds something unread, the best first; those about one entity."""
    source, found = dossier.inputs.sources[id], CandidateFinder(dossier)
    made = (suggestion(left, source, found) for left in leavings(dossier, id))
    kept = (one for one in made if about is None or is_about(one, about))
    return tuple(sorted(kept, key=lambda one: (one.rank, -len(one.sources))))


def is_about(one: Suggestion, id: EntityId) -> bool:
    """Whether a suggestion names an entity, or offers a claim of it."""
    named = any(mention.entity == id for mention in one.left.names)
    return named or any(candidate.claim.startswith(f"{id}:") for candidate in one.claims)


def suggestion(left: Left, source: Source, found: CandidateFinder) -> Suggestion:
    """The claims of one sentence, and how it ranks."""
    passage = Sentence.of(source.text, left.sentence, left.names)
    of_values = [(value, found.of_value(value, passage)) for value in left.values]
    claims = [claim for _, several in of_values for claim in several]
    claims += [one for one in found.of_words(passage) if one not in claims]
    others = sorted({other for claim in claims for other in claim.sources if other != source.id})
    speaker, disputes = who_speaks(passage)
    if others:
        rank = Rank.SHARED
    elif claims:
        rank = Rank.KNOWN
    else:
        rank = Rank.DISPUTE if disputes else Rank.VALUE if left.values else Rank.NAME
    bare = tuple(value for value, several in of_values if not several)
    return Suggestion(left, tuple(claims), bare, speaker, rank, tuple(others))


def who_speaks(passage: Sentence) -> tuple[EntityId | None, bool]:
    """The known name that speaks in a sentence, and whether somebody denies or accuses in it."""
    found = speakers(passage.words, tuple(span for span, _ in passage.names))
    ids = dict(passage.names)
    spoken = next((ids[one.speaker] for one in found if one.speaker in ids), None)
    return spoken, any(one.accused or one.cue.force is Force.DENIAL for one in found)


def leavings(dossier: Dossier, id: SourceId) -> tuple[Left, ...]:
    """The sentences with a figure or date without a claim, a name that no quote covers, or a denial."""
    source = dossier.inputs.sources[id]
    covered = next(one for one in coverage(dossier) if one.source == id)
    unread: list[Reading] = [*covered.uncited_figures, *covered.uncited_dates]
    values = sorted(unread, key=lambda one: one.span.start)
    quoted = [span for one in dossier.anchored if one.citation.source == id for span in one.citation.spans]
    there = mentions_in(source, dossier)
    names = [one.span for one in there if not one.span.is_within(quoted)]
    heads = [*dispatch_heads(source), *datelines(source)]
    values = [one for one in values if not one.span.is_within(heads)]
    spans = [*(one.span for one in values), *names, *disputed_sentences(source, quoted)]
    sentences = sorted({sentence_around(source.text, span) for span in spans}, key=lambda one: one.start)
    return tuple(
        Left(
            sentence,
            tuple(one for one in values if one.span.is_within([sentence])),
            tuple(one for one in there if one.span.is_within([sentence])),
        )
        for sentence in sentences
    )


def dispatch_heads(source: Source) -> list[Span]:
    """The heads of dispatches, whose day dates nothing."""
    return [
        Span(one.start, one.start + dispatch_head(source.text[one.start : one.end])) for one in body(source)
    ]


def datelines(source: Source) -> Iterator[Span]:
    """The lines under the headline that say only when the article came out, and who wrote it."""
    for place in body(source)[:HEAD]:
        read = dated_line(source.text[place.start : place.end])
        if read.dates and is_byline(read.rest):
            yield place


def disputed_sentences(source: Source, quoted: Iterable[Span]) -> Iterator[Span]:
    """The sentences, of those that no quote touches, in which somebody denies or accuses."""
    taken = list(quoted)
    for paragraph in body(source):
        for sentence in sentences_touching(source.text, paragraph):
            passage = Sentence(source.text[sentence.start : sentence.end], ())
            if not sentence.touches(taken) and who_speaks(passage)[1]:
                yield sentence


def mentions_in(source: Source, dossier: Dossier) -> tuple[Mention, ...]:
    """Every name in one article."""
    return tuple(one for one in dossier.mentions if one.source == source.id)
