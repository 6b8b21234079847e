"""The people and outlets that each article credits, and which of its references it names in the text."""

from __future__ import annotations

from build_tools.grouped import grouped
from build_tools.model import Claim, Credited, Credits, EntityId, Index, Kind, Source

NO_SPEAKER = (Credited.NOBODY, Credited.OUTLET)


def credits_of(index: Index) -> tuple[Credits, ...]:
    """The credits of each article with claims, oldest article first."""
    return tuple(_credits(index, each) for each in index.sources if index.claims_in.get(each.id))


def _credits(index: Index, source: Source) -> Credits:
    claims = index.claims_in[source.id]
    by = grouped(claims, lambda claim: _credited(index, source, claim))
    via = (claim.qualifiers.via for claim in claims if claim.qualifiers.via)
    outlets = dict.fromkeys((*source.relays, *via))
    named = {
        id: tuple(claim for claim in claims if id in (claim.qualifiers.via, claim.qualifiers.said_by))
        for id in outlets
    }
    speakers = (claim for claim in claims if _credited(index, source, claim) not in NO_SPEAKER)
    by_speaker = grouped(speakers, lambda claim: claim.qualifiers.said_by)
    most_first = tuple(sorted(by_speaker.values(), key=len, reverse=True))
    return Credits(
        source.id, {how: by[how] for how in Credited if how in by}, most_first, tuple(named.items())
    )


def _credited(index: Index, source: Source, claim: Claim) -> Credited:
    said = claim.qualifiers
    if said.via or said.said_by in source.relays:
        return Credited.OUTLET
    if said.said_by is None:
        return Credited.NOBODY
    entity = index.entities.get(EntityId(said.said_by))
    if entity is None:
        return Credited.UNNAMED
    return Credited.PERSON if entity.kind is Kind.PERSON else Credited.ORGANISATION
