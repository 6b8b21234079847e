"""Whose word a claim passes on: the same speaker, the same outlet, or the article that it relays."""

from __future__ import annotations

from functools import lru_cache

from build_tools.model import Claim, Entity, Inputs, Source
from build_tools.text.folding import fold_plain


def passes_on(claim: Claim, earlier: Claim, inputs: Inputs) -> bool:
    """Whether a claim has what an earlier one says from the same speaker or outlet, or from that article."""
    own, other = claim.qualifiers, earlier.qualifiers
    if own.said_by in inputs.entities and own.said_by == other.said_by:
        return True
    here, there = (inputs.sources.get(each.citation.source) for each in (claim, earlier))
    if here is None or there is None or here.id == there.id:
        return False
    outlets = {id for id in (own.via, *here.relays) if id}
    if other.via and other.via in outlets:
        return True
    if any(is_outlet(inputs.entities[id], there) for id in outlets if id in inputs.entities):
        return True
    return there.id in (*here.relayed_sources, *inputs.copies.get(here.id, ()))


def same_origin(one: Claim, other: Claim, inputs: Inputs) -> bool:
    """Whether two claims are of one speaker, one publisher, or one report and its copy."""
    a, b = one.qualifiers.said_by, other.qualifiers.said_by
    if a in inputs.entities and a == b:
        return True
    here, there = (inputs.sources.get(each.citation.source) for each in (one, other))
    if here is None or there is None:
        return False
    publishers = {fold_plain(each.publisher.every or each.publisher.en) for each in (here, there)}
    return len(publishers) == 1 and "" not in publishers


def is_outlet(entity: Entity, source: Source) -> bool:
    """Whether an article is published by an organisation, as it is called or by one of its other names."""
    publisher = source.publisher
    names = {*_folded(publisher.every), *_folded(publisher.en), *_folded(publisher.zh)}
    label = entity.label
    known = (label.every, label.en, label.zh, *(alias.text for alias in entity.aliases))
    return any(_fold(each) in names for each in known if each)


def _folded(name: str) -> tuple[str, ...]:
    return (_fold(name),) if name else ()


@lru_cache(maxsize=1 << 12)
def _fold(name: str) -> str:
    return fold_plain(name).casefold()
