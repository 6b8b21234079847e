"""Runs an attack: every variant of every claim of some articles, and its outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.attack.kinds import KINDS, WrongKind
from build_tools.attack.trying import Outcome, trials
from build_tools.model import Dossier, SourceId
from build_tools.problem import Origin


@dataclass(frozen=True, slots=True)
class Attempt:
    """One wrong variant, and what the check made of it; none where it is true as well, for a reason."""

    source: SourceId
    kind: str
    origin: Origin
    change: str
    outcome: Outcome | None
    true: str = ""


def attack(
    dossier: Dossier, sources: Sequence[SourceId] = (), kinds: Iterable[WrongKind] = KINDS, seed: int = 0
) -> tuple[Attempt, ...]:
    """Every plausible wrong variant of the claims of some articles, of all where none is named."""
    chosen = sources or sorted(dossier.inputs.sources)
    return tuple(_attempts(dossier, chosen, tuple(kinds), seed))


def _attempts(
    dossier: Dossier, sources: Sequence[SourceId], kinds: Sequence[WrongKind], seed: int
) -> Iterator[Attempt]:
    for trial in trials(dossier, sources):
        claims = [claim for claim in dossier.claims if claim.citation.source == trial.source]
        for at, scene in enumerate(trial.scenes(claims, seed)):
            for kind in kinds:
                for variant in kind.make(scene):
                    outcome = None if variant.true else trial.outcome(at, variant)
                    place, change = variant.origin, variant.change
                    yield Attempt(trial.source, kind.name, place, change, outcome, variant.true)
