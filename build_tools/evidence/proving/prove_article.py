"""Proves the annotations of an article: each claim by its quote, then all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.evidence.proving.accepting import accept, not_accepted
from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.proving.identity import in_article_order, numbered, repeated
from build_tools.evidence.proving.local_time import in_place
from build_tools.evidence.proving.meaning import check_means
from build_tools.evidence.proving.over_all import wrong_over_all
from build_tools.evidence.proving.parts import unused
from build_tools.evidence.proving.prove_claim import prove_claim
from build_tools.evidence.proving.quoted_passage import Passage, passage_of
from build_tools.evidence.proving.reused import check_reuse
from build_tools.evidence.proving.since import resolve_counted_dates
from build_tools.evidence.proving.translations import check_translation, translation_faults
from build_tools.evidence.proving.unread_languages import check_unread_translation
from build_tools.grouped import grouped
from build_tools.model import Accepted, Anchored, Claim, Inputs, Mention, Reason, WrittenClaim
from build_tools.problem import Problem, Problems, Severity

NO_WORD = "means-not-in-quote"


def prove(
    anchored: Iterable[Anchored], inputs: Inputs, mentions: Iterable[Mention]
) -> tuple[tuple[Claim, ...], Problems]:
    """Every claim that its quote proves, in the order of the articles, and a problem for every other."""
    anchored = tuple(anchored)
    articles = open_articles(inputs, mentions)
    by_source = grouped(anchored, lambda one: one.citation.source)
    found = [prove_source(own, articles[id], inputs) for id, own in sorted(by_source.items())]
    claims = tuple(claim for proven, _ in found for claim in proven)
    problems = (problem for _, wrong in found for problem in wrong)
    return claims, (*problems, *wrong_over_all(anchored, claims, inputs))


def prove_source(
    anchored: Iterable[Anchored], article: ArticleReadings, inputs: Inputs
) -> tuple[tuple[Claim, ...], Problems]:
    """The same of one article; of the inputs it takes only what is of no article."""
    proven: list[Claim] = []
    problems: list[Problem] = []
    for one in anchored:
        claims, wrong = prove_annotation(one, passage_of(one, {article.source.id: article}), inputs)
        proven += claims
        problems += wrong
    dated, undated = settle(proven)
    placed = in_place(dated, inputs.settings.time_zone, article.source.published.zone)
    return placed, tuple(dict.fromkeys((*problems, *undated)))


def settle(proven: Iterable[Claim]) -> tuple[tuple[Claim, ...], Problems]:
    """The claims in order, numbered, their dates counted, and what is wrong with them together.

    No article bears on the claims of another, so the claims of one may be settled alone.
    """
    claims = tuple(proven)
    dated, undated = resolve_counted_dates(numbered(claims))
    return dated, (*repeated(claims), *undated)


def wrong_together(proven: Iterable[Claim]) -> Problems:
    """What is wrong with claims together, as `settle` finds it."""
    claims = in_article_order(proven)
    return (*repeated(claims), *resolve_counted_dates(claims)[1])


class Steps:
    """The parts of the proof of an annotation that need not be done again where nothing changes for them."""

    def claim(self, written: WrittenClaim, one: Anchored, passage: Passage, inputs: Inputs) -> Tried:
        """One claim, beside its others."""
        return prove_alone(written, one, passage, inputs)

    def translation(self, one: Anchored, passage: Passage) -> Problems:
        """What is wrong with the translation."""
        if passage.article.source.is_read:
            return tuple(check_translation(one, passage))
        return tuple(check_unread_translation(one.annotation))


def prove_annotation(
    one: Anchored, passage: Passage, inputs: Inputs, steps: Steps | None = None
) -> tuple[tuple[Claim, ...], Problems]:
    """The claims that one quote proves, and the problems of the annotation."""
    steps = steps or Steps()
    own = (reason for claim in one.annotation.claims for reason in claim.qualifiers.accept)
    reasons = tuple(dict.fromkeys((*one.annotation.accept, *own)))
    tried = [steps.claim(written, one, passage, inputs) for written in one.annotation.claims]
    proven = [each.claim for each in tried if each.claim]
    read = passage.article.source.is_read
    shared = [
        *(each for each in check_means(one, passage, inputs) if read or each.code == NO_WORD),
        *translation_faults(steps.translation(one, passage), inputs.settings.editions),
        *check_reuse(proven, passage),
    ]
    left, accepted = accept(shared, reasons)
    claims = tuple(_accepting(claim, accepted) for claim in proven)
    problems = [*left, *(problem for each in tried for problem in each.left)]
    given = [reason for claim in one.annotation.claims for reason in claim.qualifiers.inferred]
    served = [reason for each in tried for reason in each.used]
    seen = [*accepted, *(answer for each in tried for answer in each.accepted)]
    return claims, (*problems, *unused(given, served), *not_accepted(reasons, seen))


@dataclass(frozen=True, slots=True)
class Tried:
    """One claim as written: proven or not, the problems that remain, and the reasons that it needed."""

    claim: Claim | None
    left: Problems
    used: tuple[Reason, ...]
    accepted: tuple[Accepted, ...]


def prove_alone(written: WrittenClaim, one: Anchored, passage: Passage, inputs: Inputs) -> Tried:
    """One claim of an annotation, beside its others; the warnings that it accepts are answered."""
    found = prove_claim(written, one, passage, inputs)
    left, accepted = accept(found.problems, written.qualifiers.accept)
    refused = any(problem.severity is Severity.ERROR for problem in left)
    claim = _accepting(found.claim, accepted) if found.claim and not refused else None
    return Tried(claim, tuple(left), tuple(found.used), tuple(accepted))


def _accepting(claim: Claim, more: tuple[Accepted, ...]) -> Claim:
    """A claim with more warnings that are accepted."""
    return replace(claim, accepted=(*claim.accepted, *more)) if more else claim
