"""Which earlier claim a claim relays, and who withdraws a value: the same speaker, outlet or publisher."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from build_tools.evidence.positions import denied_by
from build_tools.model import Claim, Entity, Inputs, Source, Stance, Verdict
from build_tools.text.folding import fold_plain

Giver = tuple[str, str]


def passes_on(claim: Claim, earlier: Claim, inputs: Inputs) -> bool:
    """Whether a claim relays an earlier one: the same speaker, the same outlet, or that article."""
    own, other = claim.qualifiers, earlier.qualifiers
    if own.said_by in inputs.entities and other.said_by in inputs.entities:
        if own.said_by == other.said_by:
            return True
        if not own.via:
            return False
    here, there = (inputs.sources.get(each.citation.source) for each in (claim, earlier))
    if here is None or there is None or here.id == there.id:
        return False
    outlets = {id for id in (own.via, *here.relays) if id}
    if other.via and other.via in outlets:
        return True
    if any(is_outlet(inputs.entities[id], there) for id in outlets if id in inputs.entities):
        return True
    return is_copy_of(claim, earlier, inputs)


def is_copy_of(claim: Claim, earlier: Claim, inputs: Inputs) -> bool:
    """Whether the article of a claim passes on that of an earlier one as a whole."""
    here, there = claim.citation.source, earlier.citation.source
    relayed = inputs.sources[here].relayed_sources if here in inputs.sources else ()
    return there in (*relayed, *inputs.copies.get(here, ()))


def same_origin(one: Claim, other: Claim, inputs: Inputs) -> bool:
    """Whether two claims are of one speaker, one publisher, or one report and its copy."""
    a, b = one.qualifiers.said_by, other.qualifiers.said_by
    if a in inputs.entities and a == b:
        return True
    return same_publisher(one, other, inputs)


def is_taken_over(claim: Claim, earlier: Claim, inputs: Inputs) -> bool:
    """Whether the article of a claim passes on that of an earlier one, and another outlet published it."""
    return is_copy_of(claim, earlier, inputs) and not same_publisher(claim, earlier, inputs)


def same_publisher(one: Claim, other: Claim, inputs: Inputs) -> bool:
    """Whether the articles of two claims have one publisher."""
    here, there = (inputs.sources.get(each.citation.source) for each in (one, other))
    if here is None or there is None:
        return False
    publishers = {fold_plain(each.publisher.every or each.publisher.en) for each in (here, there)}
    return len(publishers) == 1 and "" not in publishers


def givers_of(claim: Claim, inputs: Inputs) -> frozenset[Giver]:
    """The keys under which a claim is found by claims that may relay it."""
    said, source = claim.qualifiers, inputs.sources.get(claim.citation.source)
    named = {("entity", str(id)) for id in (said.said_by, said.via) if id in inputs.entities}
    published = {("publisher", name) for name in _publisher_names(source)} if source else set()
    return frozenset({*named, *published, ("source", claim.citation.source)})


def passed_on_from(claim: Claim, inputs: Inputs) -> frozenset[Giver]:
    """The keys under which to look for claims that a claim may relay."""
    said, source = claim.qualifiers, inputs.sources.get(claim.citation.source)
    outlets = [id for id in (said.via, *(source.relays if source else ())) if id in inputs.entities]
    entities = {("entity", str(id)) for id in (said.said_by, *outlets) if id in inputs.entities}
    published = {("publisher", name) for id in outlets if id for name in _names(inputs.entities[id])}
    relayed = (*source.relayed_sources, *inputs.copies.get(source.id, ())) if source else ()
    return frozenset({*entities, *published, *(("source", id) for id in relayed)})


def is_outlet(entity: Entity, source: Source) -> bool:
    """Whether an article is published by an organisation, as it is called or by one of its other names."""
    return not _names(entity).isdisjoint(_publisher_names(source))


def _publisher_names(source: Source) -> frozenset[str]:
    by = source.publisher
    return frozenset(_fold(name) for name in by.texts)


def _names(entity: Entity) -> frozenset[str]:
    label = entity.label
    known = (*label.texts, *(alias.text for alias in entity.aliases))
    return frozenset(_fold(name) for name in known if name)


@lru_cache(maxsize=1 << 12)
def _fold(name: str) -> str:
    return fold_plain(name).casefold()


def withdrawals(given: Iterable[Claim], claims: Iterable[Claim], inputs: Inputs) -> tuple[Claim, ...]:
    """The denials by which all who gave a value withdrew it; empty if any of them did not.

    Who only passes a report on has nothing to withdraw: it goes with the report.
    """
    told = tuple(given)
    denials = [claim for claim in claims if claim.qualifiers.stance is Stance.DENIES]
    taken_back = {claim.id: denial for claim in told if (denial := _denial_of(claim, denials, inputs))}
    gone = [claim for claim in told if claim.id in taken_back]
    for claim in told:
        if claim.id not in taken_back and not any(passes_on(claim, one, inputs) for one in gone):
            return ()
    return tuple({denial.id: denial for denial in taken_back.values()}.values())


def _denial_of(given: Claim, denials: Iterable[Claim], inputs: Inputs) -> Claim | None:
    return next((each for each in denials if _takes_back(each, given, inputs)), None)


def _takes_back(denial: Claim, given: Claim, inputs: Inputs) -> bool:
    """Whether a denial covers a value and has the same speaker or publisher."""
    covers = denied_by(given.value, denial.value) is Verdict.CONFLICT
    return denial.value is not None and covers and same_origin(denial, given, inputs)
