"""How much of each article has been read: figures, dates, names, paragraphs, and what is published."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.evidence.naming import entities_in
from build_tools.evidence.proving.article_readings import open_articles
from build_tools.evidence.proving.prove_dates import is_same_date as is_same_date
from build_tools.evidence.published import published_share
from build_tools.evidence.summaries import figures_of_claim
from build_tools.findings.readers import count_readers
from build_tools.grouped import grouped
from build_tools.model import (
    Anchored,
    Claim,
    DateValue,
    Dossier,
    Entity,
    EntityId,
    How,
    Mention,
    Quantity,
    Question,
    ReaderCount,
    Reading,
    Source,
    SourceId,
    Span,
    Spans,
)
from build_tools.text.paragraphs import body, line_of, omitted


@dataclass(frozen=True, slots=True)
class ProofCount:
    """How the parts of an article's claims are known, and what the editors had to add.

    `inferring` are the claims with an inferred part, answers to questions apart; `accepted` the warnings
    that the editors answered.
    """

    claims: int
    proven: int
    inferred: int
    assumed: int
    inferring: int
    accepted: int


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What of an article is cited by a claim or set aside, and what is not."""

    source: SourceId
    figures: tuple[Quantity, ...]
    uncited_figures: tuple[Quantity, ...]
    dates: tuple[DateValue, ...]
    uncited_dates: tuple[DateValue, ...]
    names: tuple[EntityId, ...]
    unclaimed_names: tuple[EntityId, ...]
    paragraphs: tuple[Span, ...]
    unannotated: tuple[Span, ...]
    published: Decimal
    proof: ProofCount
    readers: ReaderCount


def coverage(dossier: Dossier) -> tuple[SourceCoverage, ...]:
    """The coverage of every source, in order."""
    claims = grouped(dossier.claims, lambda claim: claim.citation.source)
    anchored = grouped(dossier.anchored, lambda one: one.citation.source)
    entities = dossier.inputs.entities
    articles = open_articles(dossier.inputs, dossier.mentions)
    return tuple(
        cover(
            ReadArticle(
                one.source, anchored.get(id, ()), claims.get(id, ()), one.mentions, entities, one.values
            )
        )
        for id, one in sorted(articles.items())
    )


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with all that was read in it."""

    source: Source
    anchored: Sequence[Anchored]
    claims: Sequence[Claim]
    mentions: Sequence[Mention]
    entities: Mapping[EntityId, Entity]
    values: Sequence[Reading]


def cover(article: ReadArticle) -> SourceCoverage:
    """How much of one article is read."""
    source, out = article.source, Spans.of(omitted(article.source))
    found = [one for one in article.values if not out.meet(one.span)]
    uncited = _uncited(found, article)
    kept = body(source)
    quoted = Spans.of(span for one in article.anchored for span in one.citation.spans)
    names = tuple(sorted({one.entity for one in article.mentions}))
    return SourceCoverage(
        source=source.id,
        figures=tuple(one for one in found if isinstance(one, Quantity)),
        uncited_figures=tuple(one for one in uncited if isinstance(one, Quantity)),
        dates=tuple(one for one in found if isinstance(one, DateValue)),
        uncited_dates=tuple(one for one in uncited if isinstance(one, DateValue)),
        names=names,
        unclaimed_names=tuple(sorted(set(names) - _claimed(article))),
        paragraphs=kept,
        unannotated=tuple(span for span in kept if not quoted.meet(span)),
        published=published_share(source, article.anchored),
        proof=_count_proofs(article),
        readers=count_readers(article.anchored),
    )


def _count_proofs(article: ReadArticle) -> ProofCount:
    how = Counter(part.how for claim in article.claims for part in claim.proof)
    asked = {id for id, entity in article.entities.items() if isinstance(entity, Question)}
    return ProofCount(
        claims=len(article.claims),
        proven=how[How.PROVEN],
        inferred=how[How.INFERRED],
        assumed=how[How.ASSUMED],
        inferring=sum(1 for one in article.claims if one.inferred and one.subject not in asked),
        accepted=sum(len(claim.accepted) for claim in article.claims),
    )


def _uncited(readings: Sequence[Reading], article: ReadArticle) -> list[Reading]:
    """The readings that no claim states and no annotation skips."""
    claims = grouped(article.claims, lambda claim: claim.passage)
    cited: set[int] = set()
    for one in article.anchored:
        stated = [each for claim in claims.get(one.id, ()) for each in figures_of_claim(claim)]
        for at in _held(readings, one):
            if one.annotation.skip or any(_states(each, readings[at]) for each in stated):
                cited.add(at)
    return [reading for at, reading in enumerate(readings) if at not in cited]


def _held(readings: Sequence[Reading], one: Anchored) -> Iterator[int]:
    """The places of the readings that lie wholly within an annotation's quote."""
    for span in one.citation.spans:
        at = bisect_left(readings, span.start, key=lambda reading: reading.span.start)
        while at < len(readings) and readings[at].span.end <= span.end:
            yield at
            at += 1


def _states(stated: Reading, reading: Reading) -> bool:
    if stated.span.start < stated.span.end and stated.span.is_within([reading.span]):
        return True
    match stated, reading:
        case Quantity(), Quantity():
            return (stated.value, stated.tight) == (reading.value, reading.tight)
        case DateValue(), DateValue():
            return is_same_date(stated, reading)
        case _:
            return False


def _claimed(article: ReadArticle) -> set[EntityId]:
    """Every entity that a claim has as its subject or value, or that a claimed figure measures."""
    return {id for claim in article.claims for id in entities_in(claim, article.entities)}


def print_coverage(dossier: Dossier) -> str:
    """The coverage as text: a block for each source, and every figure, date and name that is left."""
    lines: list[str] = []
    for covered in coverage(dossier):
        lines += [*_counts(covered), *_left(covered, dossier.inputs.sources[covered.source])]
    return "".join(f"{line}\n" for line in lines)


def _counts(covered: SourceCoverage) -> Iterator[str]:
    yield covered.source
    yield f"  figures     {_share(covered.figures, covered.uncited_figures)} cited or set aside"
    yield f"  dates       {_share(covered.dates, covered.uncited_dates)} cited or set aside"
    yield f"  names       {_share(covered.names, covered.unclaimed_names)} with a claim"
    yield f"  paragraphs  {_share(covered.paragraphs, covered.unannotated)} annotated or set aside"
    yield f"  published   {covered.published} %"
    yield f"  read        {_read_by_person(covered.readers)}"
    count = covered.proof
    yield f"  parts       {count.proven} proven, {count.inferred} inferred, {count.assumed} assumed"
    yield f"  claims      {count.claims}, {count.inferring} with an inferred part, {count.accepted} accepted"


def _read_by_person(count: ReaderCount) -> str:
    drafts = f", {count.unread_drafts} unread drafts" if count.unread_drafts else ""
    return f"{count.read} of {count.annotations} annotations by a person{drafts}"


def _share(all: Sequence[object], left: Sequence[object]) -> str:
    percent = 100 * (len(all) - len(left)) // len(all) if all else 100
    return f"{len(all) - len(left)} of {len(all)} ({percent} %)"


def _left(covered: SourceCoverage, source: Source) -> Iterator[str]:
    left: list[Reading] = [*covered.uncited_figures, *covered.uncited_dates]
    figures = sorted(left, key=lambda one: one.span.start)
    for one in figures:
        kind = "figure" if isinstance(one, Quantity) else "date"
        yield f"  left: line {line_of(source.text, one.span.start)}, {kind} {one.raw}"
    for name in covered.unclaimed_names:
        yield f"  left: name {name}"
