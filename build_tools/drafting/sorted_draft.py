"""Anchors and proves the candidates of a draft beside what an article already has, and sorts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_tools.contributing.suggested_yaml import beside_of
from build_tools.drafting.candidate_lines import DraftedLine
from build_tools.drafting.sorting import (
    Remark,
    Remarks,
    Sort,
    remark_of,
    remarks_on_accounts,
    remarks_on_entries,
    worst,
)
from build_tools.evidence.proving.article_readings import open_articles
from build_tools.evidence.proving.prove_article import prove_annotation, wrong_together
from build_tools.evidence.proving.quoted_passage import passage_of
from build_tools.model import Anchored, Annotation, Claim, Dossier, SourceId, Span
from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.claim_shapes import AnnotationShape
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Node
from build_tools.reading.parse_annotations import parse_annotation
from build_tools.reading.parse_qualifiers import FileContext
from build_tools.reading.validation import fit
from build_tools.text import faults
from build_tools.text.anchoring import anchor
from build_tools.text.articles import nearest_passage, open_article, places_of_words, whole

OF_ORDER = "out-of-order"  # a draft is put in the article's order when it is written
NOT_FOUND, AMBIGUOUS = "quote-not-found", "quote-ambiguous"
MOST_TRIED = 8
SIGNED = ("read_by", "drafted_by")
EXCUSES = ("accept", "inferred")  # reasons of a person, to which the check would listen
UNSEEN = (*SIGNED, *EXCUSES)


@dataclass(frozen=True, slots=True)
class SortedCandidate:
    """A candidate with its sort and why; where its quote is, and the claims that it proves.

    `nearest` is the passage most like a quote that is not found; `fix` are entries that make it right.
    """

    drafted: DraftedLine
    remarks: Remarks = ()
    anchored: Anchored | None = None
    claims: tuple[Claim, ...] = ()
    nearest: Span | None = None
    fix: Mapping[str, str] = field(default_factory=dict)

    @property
    def sort(self) -> Sort:
        """Whether it is proven."""
        return worst(self.remarks)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A candidate as the reader of annotations takes it."""

    drafted: DraftedLine
    annotation: Annotation | None
    remarks: Remarks


def sort_draft(
    dossier: Dossier, id: SourceId, names: KnownIds, lines: Sequence[DraftedLine]
) -> tuple[SortedCandidate, ...]:
    """Every candidate, in the order of the draft; each is proven beside those proven before it."""
    parsed = [_parse(one, id, names) for one in lines]
    given = [one.annotation for one in parsed if one.annotation]
    placed, orphans = anchor(given, dossier.inputs.sources)
    by_place = {one.annotation.origin: one for one in placed}
    proving = Proving(dossier, id)
    made: list[SortedCandidate] = []
    for one in parsed:
        lost = [problem for problem in orphans if _is_of(problem, one.drafted)]
        found = by_place.get(one.annotation.origin) if one.annotation else None
        made.append(proving.sorted(one, found, lost))
    return tuple(made)


def _parse(drafted: DraftedLine, id: SourceId, names: KnownIds) -> _Parsed:
    """A candidate in the shape of an annotation; nobody signs for a person in a draft."""
    if drafted.fault:
        return _Parsed(drafted, None, (Remark(Sort.REFUSED, drafted.fault),))
    node = {key: without_excuses(value) for key, value in drafted.node.items() if key not in UNSEEN}
    start = next(iter(drafted.node), None)
    shape, wrong = fit(AnnotationShape, node, start.origin if start else Origin(""))
    remarks = (*map(remark_of, wrong), *remarks_on_entries(drafted.node))
    if shape is None:
        return _Parsed(drafted, None, remarks)
    annotation, wrong = parse_annotation(shape, id, FileContext(names, ()))
    return _Parsed(drafted, annotation, (*remarks, *map(remark_of, wrong)))


def without_excuses(node: Node) -> Node:
    """A part of a candidate without the reasons by which an editor answers the check."""
    match node:
        case dict():
            return {key: without_excuses(value) for key, value in node.items() if key not in EXCUSES}
        case list():
            return [without_excuses(item) for item in node]
        case _:
            return node


def _is_of(problem: Problem, drafted: DraftedLine) -> bool:
    return problem.code != OF_ORDER and drafted.holds(problem.origin.line, problem.origin.column)


class Proving:
    """The claims of an article as they grow with each candidate that is proven."""

    def __init__(self, dossier: Dossier, id: SourceId) -> None:
        self.inputs = dossier.inputs
        self.source = dossier.inputs.sources[id]
        self.articles = open_articles(dossier.inputs, dossier.mentions)
        self.known = [one for one in dossier.anchored if one.citation.source == id]
        self.claims = [claim for claim in dossier.claims if claim.citation.source == id]
        self.folded = open_article(self.source)

    def sorted(self, parsed: _Parsed, found: Anchored | None, lost: Sequence[Problem]) -> SortedCandidate:
        """One candidate, held against the article and against what is claimed of it already."""
        remarks = (*parsed.remarks, *map(remark_of, lost))
        if parsed.annotation is None or found is None:
            return SortedCandidate(
                parsed.drafted,
                remarks,
                nearest=self._nearest(parsed.annotation, lost),
                fix=self._where(parsed.annotation, lost),
            )
        passage = passage_of(found, self.articles)
        claims, wrong = prove_annotation(found, passage, self.inputs)
        together = self._together(claims)
        remarks = (*remarks, *map(remark_of, (*self._same(found), *wrong, *together)))
        remarks = tuple(dict.fromkeys((*remarks, *remarks_on_accounts(claims))))
        if worst(remarks) is Sort.PROVEN:
            self.claims += claims
            self.known.append(found)
        return SortedCandidate(parsed.drafted, remarks, found, claims)

    def _together(self, claims: Sequence[Claim]) -> Problems:
        """What is wrong with the claims beside those of the article, and not without them."""
        before = set(wrong_together(self.claims))
        return tuple(one for one in wrong_together([*self.claims, *claims]) if one not in before)

    def _same(self, found: Anchored) -> Iterator[Problem]:
        """An annotation that already quotes these words, or that has this id."""
        for one in self.known:
            if one.citation.spans == found.citation.spans:
                yield faults.same_words(found.annotation, one.annotation)
            if found.annotation.id and one.annotation.id == found.annotation.id:
                yield faults.same_id(found.annotation, one.annotation)

    def _nearest(self, annotation: Annotation | None, lost: Iterable[Problem]) -> Span | None:
        """The passage most like a quote that is not in the article."""
        if annotation is None or not any(one.code == NOT_FOUND for one in lost):
            return None
        return nearest_passage(self.folded, annotation.selector.exact[0].text)

    def _where(self, annotation: Annotation | None, lost: Sequence[Problem]) -> dict[str, str]:
        """The prefix or suffix of a quote that occurs several times, where it proves at one place only."""
        if annotation is None or [one.code for one in lost] != [AMBIGUOUS]:
            return {}
        (words, *others) = annotation.selector.exact
        places = () if others else whole(self.folded, places_of_words(self.folded, words.text))
        ways = [beside for place in places[:MOST_TRIED] if (beside := beside_of(place, self.source))]
        proven = [beside for beside in ways if self._proves(annotation, beside)]
        return dict(proven[0]) if len(proven) == 1 else {}

    def _proves(self, annotation: Annotation, beside: Mapping[str, str]) -> bool:
        """Whether the check has nothing to say of an annotation with these words beside its quote."""
        told = replace(annotation.selector, prefix=beside.get("prefix", ""), suffix=beside.get("suffix", ""))
        placed, lost = anchor((replace(annotation, selector=told),), {self.source.id: self.source})
        if lost or not placed:
            return False
        return not prove_annotation(placed[0], passage_of(placed[0], self.articles), self.inputs)[1]
