"""Keeps what each article proves from one run to the next, in `build/cache/`.

A proof is used only where all that it rests on is the same: the article, what is annotated in it, what is of
no article, and the tool.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from build_tools.cache.kept_files import KeptFiles
from build_tools.cache.kept_reading import KeptReading
from build_tools.cache.packed import packed_bytes
from build_tools.evidence import Comparer
from build_tools.evidence.source_proofs import Common, Prover, SourceProof, SourceTask
from build_tools.model import Anchored, Citation, Claim, Inputs
from build_tools.problem import Problems
from build_tools.text.mentions import NamesFound

COPIES = "copies"
Place = tuple[str, int, Citation, tuple[Citation, ...]]


@dataclass(frozen=True, slots=True)
class _Proof:
    """A proof in which the annotations are numbers, for they are kept with the article."""

    names: NamesFound
    places: tuple[Place, ...]
    orphans: Problems
    claims: tuple[Claim, ...]
    unproven: Problems


def prove_changed(reading: KeptReading, files: KeptFiles, prover: Prover) -> Prover:
    """A prover that proves only what has changed."""

    def prove(tasks: Sequence[SourceTask], common: Common) -> Iterator[SourceProof]:
        shared = reading.digest_of_common(common)
        digests = [sha256(shared + reading.digest_of_task(task)).digest() for task in tasks]
        kept = [_load(files, task, digest) for task, digest in zip(tasks, digests, strict=True)]
        changed = [task for task, proof in zip(tasks, kept, strict=True) if proof is None]
        made = iter(prover(changed, common) if changed else ())
        for task, digest, proof in zip(tasks, digests, kept, strict=True):
            if proof is not None:
                yield proof
            else:
                proven = next(made)
                _save(files, task, digest, proven)
                yield proven
        files.prune({task.source.id for task in tasks})

    return prove


def compare_changed(reading: KeptReading, files: KeptFiles, comparer: Comparer) -> Comparer:
    """A search for copies that is made again only where an article has changed."""

    def compare(inputs: Inputs) -> Problems:
        digest = reading.digest_of_sources(inputs)
        if isinstance(found := files.value(COPIES, digest), tuple):
            return found
        made = comparer(inputs)
        files.save(COPIES, digest, packed_bytes(made))
        return made

    return compare


def _load(files: KeptFiles, task: SourceTask, digest: bytes) -> SourceProof | None:
    found = files.value(task.source.id, digest)
    if not isinstance(found, _Proof):
        return None
    anchored = tuple(
        Anchored(id, task.annotations[number], citation, context)
        for id, number, citation, context in found.places
    )
    return SourceProof(found.names, anchored, found.orphans, found.claims, found.unproven)


def _save(files: KeptFiles, task: SourceTask, digest: bytes, proof: SourceProof) -> None:
    """Keep a proof, if no two of its annotations begin at the same place of a file."""
    numbers = {one.origin: number for number, one in enumerate(task.annotations)}
    if len(numbers) == len(task.annotations):
        places = tuple(
            (one.id, numbers[one.annotation.origin], one.citation, one.context) for one in proof.anchored
        )
        body = _Proof(proof.names, places, proof.orphans, proof.claims, proof.unproven)
        files.save(task.source.id, digest, packed_bytes(body))
