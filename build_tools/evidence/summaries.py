"""Checks the editors' prose: its figures must be in claims or cited annotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.evidence.naming import Prose, SupportingClaims, check_names
from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.support import KnownReadings, citations_of, figures_of_prose
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Citation,
    Claim,
    ClaimId,
    Conflict,
    DateValue,
    Dossier,
    EntityId,
    EntityValue,
    Figure,
    Quantity,
    Question,
    Reading,
    SourceId,
    TextValue,
)
from build_tools.problem import Problem

HINT = (
    "delete it, add a claim about this page's subject, or cite the annotation that gives it: `[@source/id]`"
)
NOTHING = SupportingClaims(())
STORY_HINT = "cite the annotation that gives it: `[@source/id]`"


def check_summaries(dossier: Dossier) -> Iterator[Problem]:
    """A problem for every figure and name in prose that no claim or citation supports."""
    evidence = ProseEvidence(dossier)
    beside_claims = tuple(evidence.prose())
    for one in beside_claims:
        yield from _check(one, evidence, HINT)
    told = (*dossier.inputs.settings.story, *dossier.inputs.side_by_side.sentences)
    story = tuple(Prose(sentence, None, ()) for sentence in told)
    for one in story:
        yield from _check(one, evidence, STORY_HINT)
    yield from check_names((*beside_claims, *evidence.accounts(), *story), dossier)


def _check(prose: Prose, evidence: ProseEvidence, hint: str) -> Iterator[Problem]:
    told = list(figures_of_prose(prose.text))
    if not told:
        return
    given = evidence.given(prose)
    for figure in told:
        if not any(each.support(figure) for each in given):
            message = f"no claim here and no cited passage gives {figure.raw}"
            yield Problem(prose.text.origin, "summary-not-supported", message, hint)


@dataclass(frozen=True)
class ProseEvidence:
    """The claims and quotes that may support prose."""

    dossier: Dossier

    def prose(self) -> Iterator[Prose]:
        """Every summary and reason, with the claims that support it."""
        for entity in self.dossier.inputs.entities.values():
            if entity.summary:
                yield Prose(entity.summary, entity.id, (self.on_page(entity.id),))
            if isinstance(entity, Question) and entity.reason:
                yield Prose(entity.reason, entity.about, self.on_question(entity))
        said = grouped(self.dossier.claims, lambda claim: claim.citation.source)
        for source in self.dossier.inputs.sources.values():
            if source.character:
                yield Prose(source.character, None, (SupportingClaims(said.get(source.id, ())),))

    def accounts(self) -> Iterator[Prose]:
        """Every account, which may name the entities of its own quote."""
        for claim in self.dossier.claims:
            if isinstance(claim.value, TextValue) and not claim.inferred:
                yield Prose(claim.value.text, claim.subject, (SupportingClaims((claim,)),))

    def given(self, prose: Prose) -> tuple[KnownReadings, ...]:
        """The figures of the claims beside a text, of their quotes and of what it cites."""
        known = (self._annotations[one] for one in citations_of(prose.text) if one in self._annotations)
        cited = KnownReadings.of(reading for one in known for reading in self._read(one.citation))
        return cited, *map(self._given_beside, prose.beside)

    def _given_beside(self, beside: SupportingClaims) -> KnownReadings:
        """The figures of claims and of their quotes, put in order once for all that rests on them."""
        if beside not in self._known:
            passages = {(one.citation.source, one.passage): one.citation for one in beside.claims}
            own = (figure for one in beside.claims for figure in figures_of_claim(one))
            quoted = (figure for citation in passages.values() for figure in self._read(citation))
            self._known[beside] = KnownReadings.of((*own, *quoted))
        return self._known[beside]

    @cached_property
    def _known(self) -> dict[SupportingClaims, KnownReadings]:
        return {}

    def on_question(self, question: Question) -> tuple[SupportingClaims, ...]:
        """The claims that a question is about."""
        conflict = self.dossier.by_question.get(question.id)
        own = SupportingClaims(tuple(in_conflict(conflict)) if conflict else ())
        return own, *((self.on_page(question.about),) if question.about else ())

    def on_page(self, id: EntityId) -> SupportingClaims:
        """The claims on an entity's page: of it, with it, at it, and of figures that measure it."""
        return self._pages.get(id, NOTHING)

    @cached_property
    def _pages(self) -> Mapping[EntityId, SupportingClaims]:
        found: dict[EntityId, dict[ClaimId, Claim]] = defaultdict(dict)
        for claim in self.dossier.claims:
            for id in self._pages_of(claim):
                found[id][claim.id] = claim
        return {id: SupportingClaims(tuple(claims.values())) for id, claims in found.items()}

    def _pages_of(self, claim: Claim) -> Iterator[EntityId]:
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
        yield from self._articles[citation.source].values_within(citation.spans)

    @cached_property
    def _articles(self) -> Mapping[SourceId, ArticleReadings]:
        return open_articles(self.dossier.inputs, self.dossier.mentions)


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
