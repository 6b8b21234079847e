"""Tries a variant: the stages check it in memory, only what it changes; new problems are its outcome."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from build_tools.attack.scene import AttackedAnnotation
from build_tools.attack.variants import Variant
from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.proving.claim_context import siblings_of
from build_tools.evidence.proving.prove_article import (
    Steps,
    Tried,
    prove_alone,
    prove_annotation,
    wrong_together,
)
from build_tools.evidence.proving.quoted_passage import Passage, passage_of
from build_tools.evidence.proving.translations import check_translation
from build_tools.grouped import grouped
from build_tools.model import Anchored, Annotation, Claim, Dossier, Inputs, SourceId, WrittenClaim
from build_tools.problem import Origin, Problem, Problems, Severity
from build_tools.text.anchoring import anchor


class Remembered(Steps):
    """The steps of one annotation: a claim is proven again where it, its quote or its siblings change."""

    def __init__(self, own: Anchored, passage: Passage) -> None:
        self.own, self.passage = own, passage
        self.places = {id(claim): at for at, claim in enumerate(own.annotation.claims)}
        self.tried: dict[Hashable, Tried] = {}
        self.translated: Problems | None = None

    def claim(self, written: WrittenClaim, one: Anchored, passage: Passage, inputs: Inputs) -> Tried:
        """One claim, which is remembered if it is one of the annotation's own."""
        at = self.places.get(id(written))
        if at is None or passage is not self.passage:
            return prove_alone(written, one, passage, inputs)
        key = at, siblings_of(written, one.annotation.claims, inputs)
        if key not in self.tried:
            self.tried[key] = prove_alone(written, one, passage, inputs)
        found, translation = self.tried[key], one.annotation.translation
        if found.claim is None or found.claim.translation is translation:
            return found
        return replace(found, claim=replace(found.claim, translation=translation))

    def translation(self, one: Anchored, passage: Passage) -> Problems:
        """What is wrong with the translation, which is remembered if it is the annotation's own."""
        own, given = self.own.annotation, one.annotation
        if passage is not self.passage or given.translation is not own.translation or given.skip != own.skip:
            return tuple(check_translation(one, passage))
        if self.translated is None:
            self.translated = tuple(check_translation(one, passage))
        return self.translated


Found = frozenset[tuple[Origin, str, str, Severity]]


class Outcome(StrEnum):
    """What the check makes of a wrong variant."""

    STOPPED = "stopped"
    WARNED = "warned"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class TriedAnnotation:
    """The claims of one annotation that are proven, and what is wrong with it by itself."""

    claims: tuple[Claim, ...]
    problems: Problems


@dataclass(frozen=True)
class Trial:
    """One article, anchored and proven once; its annotations are tried with changes, one at a time."""

    inputs: Inputs
    source: SourceId
    articles: Mapping[SourceId, ArticleReadings]
    anchored: tuple[Anchored, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The quotes, each with what is read in it."""
        return tuple(passage_of(one, self.articles) for one in self.anchored)

    @cached_property
    def proofs(self) -> tuple[TriedAnnotation, ...]:
        """Every annotation as it is."""
        pairs = zip(self.anchored, self.steps, strict=True)
        return tuple(
            TriedAnnotation(*prove_annotation(one, steps.passage, self.inputs, steps)) for one, steps in pairs
        )

    @cached_property
    def steps(self) -> tuple[Remembered, ...]:
        """What is proven of each annotation, for all its variants."""
        pairs = zip(self.anchored, self.passages, strict=True)
        return tuple(Remembered(one, passage) for one, passage in pairs)

    def scenes(self, claims: Sequence[Claim], seed: int) -> Iterator[AttackedAnnotation]:
        """Each annotation, with the claims of the article as the dossier has them."""
        for at, (one, passage) in enumerate(zip(self.anchored, self.passages, strict=True)):
            yield AttackedAnnotation(one, passage, self._each(at), tuple(claims), self.inputs, seed)

    def _each(self, at: int) -> tuple[Claim | None, ...]:
        """The claims as proven, in the order in which they are written; none where one is not."""
        one = self.anchored[at]
        steps, passage = self.steps[at], self.passages[at]
        return tuple(
            steps.claim(written, one, passage, self.inputs).claim for written in one.annotation.claims
        )

    def outcome(self, at: int, variant: Variant) -> Outcome:
        """What the check finds in a variant of an annotation that it does not find without the change."""
        found = self.problems(at, variant.annotation) - self._before(at, variant.before)
        severities = {severity for *_, severity in found}
        if Severity.ERROR in severities:
            return Outcome.STOPPED
        return Outcome.WARNED if severities else Outcome.SURVIVED

    def _before(self, at: int, annotation: Annotation) -> Found:
        if annotation is self.anchored[at].annotation:
            return self._unchanged[at]
        return self.problems(at, annotation)

    @cached_property
    def _unchanged(self) -> tuple[Found, ...]:
        return tuple(self.problems(at, one.annotation) for at, one in enumerate(self.anchored))

    def problems(self, at: int, annotation: Annotation) -> Found:
        """What is wrong with the article where one annotation is another; its quote may be another too."""
        own = self.anchored[at]
        if annotation.selector == own.annotation.selector:
            return self._proven(at, replace(own, annotation=annotation), ())
        given = [annotation if one is own else one.annotation for one in self.anchored]
        placed, orphans = anchor(given, {self.source: self.inputs.sources[self.source]})
        changed = next((one for one in placed if one.annotation is annotation), None)
        return self._proven(at, changed, orphans)

    def _proven(self, at: int, changed: Anchored | None, orphans: Problems) -> Found:
        own = self.anchored[at]
        proof = TriedAnnotation((), ())
        if changed:
            same = _place(changed) == _place(own)
            passage = self.passages[at] if same else passage_of(changed, self.articles)
            proof = TriedAnnotation(*prove_annotation(changed, passage, self.inputs, self.steps[at]))
        others = (one.claims for place, one in enumerate(self.proofs) if place != at)
        together = wrong_together(claim for claims in (*others, proof.claims) for claim in claims)
        return frozenset(map(_known, (*orphans, *proof.problems, *together)))


def _place(one: Anchored) -> tuple[object, ...]:
    """All of an annotation on which its passage rests."""
    return one.citation, one.context, one.annotation.means


def _known(problem: Problem) -> tuple[Origin, str, str, Severity]:
    """A problem by all but its hint."""
    return problem.origin, problem.code, problem.message, problem.severity


def trials(dossier: Dossier, sources: Iterable[SourceId]) -> Iterator[Trial]:
    """The articles to be tried, each opened once."""
    articles = open_articles(dossier.inputs, dossier.mentions)
    anchored = grouped(dossier.anchored, lambda one: one.citation.source)
    for source in sources:
        yield Trial(dossier.inputs, source, articles, anchored.get(source, ()))
