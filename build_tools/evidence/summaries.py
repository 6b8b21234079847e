"""Prose of ours says no more than the sources: its figures must stand in claims or cited annotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.evidence.naming import Prose, check_names
from build_tools.evidence.support import citations_of, figures_of_prose, is_supported
from build_tools.model import (
    Anchored,
    Citation,
    Claim,
    Conflict,
    DateValue,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Figure,
    LocalText,
    Quantity,
    Question,
    Reading,
    TextValue,
)
from build_tools.problem import Problem
from build_tools.values import read_values

HINT = "leave it out, claim it of this page's subject, or cite the annotation that gives it: `[@source/id]`"
STORY_HINT = "cite the annotation that gives it: `[@source/id]`"


def check_summaries(dossier: Dossier) -> Iterator[Problem]:
    """Every figure and name of a summary, a reason or the home page that nothing beside it gives."""
    evidence = Evidence(dossier)
    beside_claims = tuple(evidence.prose())
    for one in beside_claims:
        yield from _check(one, evidence, HINT)
    story = tuple(Prose(sentence, None, ()) for sentence in dossier.inputs.settings.story)
    for one in story:
        yield from _check(one, evidence, STORY_HINT)
    yield from check_names((*beside_claims, *evidence.accounts(), *story), dossier)


def _check(prose: Prose, evidence: Evidence, hint: str) -> Iterator[Problem]:
    told = list(figures_of_prose(prose.text))
    if not told:
        return
    given = tuple(evidence.given(prose.claims, prose.text))
    for figure in told:
        if not is_supported(figure, given):
            message = f"no claim here and no cited passage gives {figure.raw}"
            yield Problem(prose.text.origin, "summary-not-supported", message, hint)


@dataclass(frozen=True)
class Evidence:
    """What prose may rest on."""

    dossier: Dossier

    def prose(self) -> Iterator[Prose]:
        """Every summary and reason, with the claims beside which it stands."""
        for entity in self.dossier.inputs.entities.values():
            if entity.summary:
                yield Prose(entity.summary, entity.id, self.on_page(entity))
            if isinstance(entity, Question) and entity.reason:
                yield Prose(entity.reason, entity.about, self.on_question(entity))

    def accounts(self) -> Iterator[Prose]:
        """Every account, which may name whom its own quote names."""
        for claim in self.dossier.claims:
            if isinstance(claim.value, TextValue) and not claim.inferred:
                yield Prose(claim.value.text, claim.subject, (claim,))

    def given(self, claims: Iterable[Claim], prose: LocalText) -> Iterator[Reading]:
        """The figures of the claims, of their quotes and of what the prose cites."""
        seen: set[tuple[str, str]] = set()
        for claim in claims:
            yield from figures_of_claim(claim)
            passage = claim.citation.source, claim.passage
            if passage not in seen:
                seen.add(passage)
                yield from self._read(claim.citation)
        for cited in citations_of(prose):
            if cited in self._annotations:
                yield from self._read(self._annotations[cited].citation)

    def on_page(self, entity: Entity) -> tuple[Claim, ...]:
        """The claims on an entity's page: of it, with it, at it, and of figures that measure it."""
        return tuple(dict.fromkeys(self._claims.get(entity.id, ())))

    def on_question(self, question: Question) -> tuple[Claim, ...]:
        """The claims that a question is about."""
        conflict = self.dossier.by_question.get(question.id)
        own = in_conflict(conflict) if conflict else ()
        about = self._claims.get(question.about, ()) if question.about else ()
        return tuple(dict.fromkeys((*own, *about)))

    @cached_property
    def _claims(self) -> Mapping[EntityId, list[Claim]]:
        found: dict[EntityId, list[Claim]] = defaultdict(list)
        for claim in self.dossier.claims:
            for id in self._pages(claim):
                found[id].append(claim)
        return found

    def _pages(self, claim: Claim) -> Iterator[EntityId]:
        yield claim.subject
        subject = self.dossier.inputs.entities.get(claim.subject)
        if isinstance(subject, Figure) and subject.of:
            yield subject.of
        if isinstance(claim.value, EntityValue):
            yield claim.value.id
        if claim.qualifiers.at:
            yield claim.qualifiers.at

    @cached_property
    def _annotations(self) -> Mapping[tuple[str, str], Anchored]:
        named = (one for one in self.dossier.anchored if one.annotation.id)
        return {(one.citation.source, one.annotation.id): one for one in named}

    def _read(self, citation: Citation) -> Iterator[Reading]:
        source = self.dossier.inputs.sources[citation.source]
        yield source.published
        for span in citation.spans:
            yield from read_values(source.text[span.start : span.end], source.published)


def figures_of_claim(claim: Claim) -> Iterator[Reading]:
    """The figures and dates that a claim states, its qualifiers included."""
    given = claim.qualifiers
    for value in (claim.value, given.period, given.as_of, given.from_, given.until):
        if isinstance(value, Quantity | DateValue):
            yield value


def in_conflict(conflict: Conflict) -> Iterator[Claim]:
    """Every claim of a conflict, on a side or fitting both."""
    for side in conflict.sides:
        yield from side.claims
    yield from conflict.fits_both
