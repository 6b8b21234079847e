"""Proves each article by itself: the names in it, its quotes, its claims.

No article bears on the proof of another, so the articles are a map over `prove_alone_in`: in this
process, over a pool of them, or kept from an earlier run, and then nothing that proves is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.evidence.credited import credited_in
from build_tools.evidence.proving.identity import told_apart
from build_tools.evidence.proving.over_all import wrong_over_all
from build_tools.grouped import grouped
from build_tools.model import Anchored, Annotation, Claim, Inputs, Mention, Source
from build_tools.problem import Problems
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import NameIndex, NamesFound, index_entities, wrong_names

if TYPE_CHECKING:
    from build_tools.evidence.proving.dossier_names import DossierNames


@dataclass(frozen=True, slots=True)
class SourceTask:
    """One article to be proven, and what is annotated in it."""

    source: Source
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True)
class Common:
    """What the proofs of all articles have in common: the inputs without any article, and who is credited."""

    inputs: Inputs
    credited: frozenset[str]

    @cached_property
    def index(self) -> NameIndex:
        """The names to look for."""
        return index_entities(self.inputs.entities)

    @cached_property
    def names(self) -> DossierNames:
        """The names and terms as proofs use them."""
        from build_tools.evidence.proving.dossier_names import DossierNames  # with all that proves

        return DossierNames(self.inputs, self.credited)


@dataclass(frozen=True, slots=True)
class SourceProof:
    """What one article gives: the names in it, its quotes in their places, its claims, what is wrong."""

    names: NamesFound
    anchored: tuple[Anchored, ...]
    orphans: Problems
    claims: tuple[Claim, ...]
    unproven: Problems


@dataclass(frozen=True, slots=True)
class Proven:
    """What all articles give, in their order."""

    mentions: tuple[Mention, ...]
    anchored: tuple[Anchored, ...]
    claims: tuple[Claim, ...]


Prover = Callable[[Sequence[SourceTask], Common], Iterable[SourceProof]]


def prove_here(tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
    """Each article in turn, in this process."""
    from build_tools.evidence.proving_alone import prove_alone_in  # with all that proves

    return (prove_alone_in(task, common) for task in tasks)


def prove_all(inputs: Inputs, prover: Prover = prove_here) -> tuple[Proven, Problems]:
    """Every article proven, and every problem of their names, quotes and claims."""
    common, tasks = common_of(inputs), tasks_of(inputs)
    found = tuple(prover(tasks, common))
    made = Proven(
        tuple(mention for one in found for mention in one.names.mentions),
        tuple(each for one in found for each in one.anchored),
        tuple(told_apart(claim for one in found for claim in one.claims)),
    )
    return made, (
        *wrong_names(common.index, [one.names for one in found]),
        *_orphans(tasks, found, inputs),
        *(problem for one in found for problem in one.unproven),
        *wrong_over_all(made.anchored, made.claims, inputs),
    )


def common_of(inputs: Inputs) -> Common:
    """What is of no article."""
    bare = Inputs(inputs.settings, inputs.vocabulary, {}, inputs.entities, ())
    return Common(bare, credited_in(inputs.annotations))


def tasks_of(inputs: Inputs) -> tuple[SourceTask, ...]:
    """Every article with its annotations, in the order of their ids."""
    written = grouped(inputs.annotations, lambda one: one.source)
    return tuple(SourceTask(inputs.sources[id], written.get(id, ())) for id in sorted(inputs.sources))


def _orphans(tasks: Sequence[SourceTask], found: Sequence[SourceProof], inputs: Inputs) -> Problems:
    """What is wrong with quotes, found again where any is, with hints to the articles that have them."""
    wrong = [task for task, proof in zip(tasks, found, strict=True) if proof.orphans]
    asked = [one for task in wrong for one in task.annotations]
    return anchor(asked, inputs.sources)[1] if asked else ()
