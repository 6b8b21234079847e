"""What is wrong with the claims of all articles together, however each was proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.evidence.proving.identity import earlier_ids
from build_tools.model import Anchored, Claim, Entity, EntityId, Event, Figure, Inputs, Written
from build_tools.problem import Problem, Problems, Severity


def wrong_over_all(anchored: Iterable[Anchored], claims: Iterable[Claim], inputs: Inputs) -> Problems:
    """What is wrong with the claims of all articles together."""
    subjects = (claim.subject for one in anchored for claim in one.annotation.claims)
    return (*check_words(subjects, inputs.entities), *earlier_ids(claims))


def check_words(claimed: Iterable[Written], entities: Mapping[EntityId, Entity]) -> Iterator[Problem]:
    """Figures and events of which something is claimed, and that no words of a quote can prove."""
    for id in sorted({EntityId(subject.text) for subject in claimed}):
        match entities[id]:
            case Figure(words=(), aliases=()) as figure:
                yield _without_words(figure, "what is measured")
            case Event(words=(), aliases=()) as event:
                yield _without_words(event, "that it happened")


def _without_words(entity: Entity, what: str) -> Problem:
    message = f"`{entity.id}` has no `words:`, so no quote can prove {what}"
    hint = "list under `words:` the verbs and nouns that articles use for it; each quote must have one"
    return Problem(entity.origin, "words-missing", message, hint, Severity.WARNING)
