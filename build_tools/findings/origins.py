"""Origins: where claims come from, how many there are, and whether they are known apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from build_tools.evidence.keys import claim_order
from build_tools.evidence.origin_ties import Links, Node, join_origins, publisher_of, root, ties_of
from build_tools.grouped import grouped
from build_tools.model import Claim, Inputs, OriginCount, SourceId


def origins(claims: Iterable[Claim], inputs: Inputs) -> tuple[tuple[Claim, ...], ...]:
    """The claims by origin, in the order of the articles.

    One article is one origin at most. Two share one where they have one publisher, pass on the same
    outlet (`via`, `relays`) or one of them the other, quote the same entity (`said_by`) or are
    confirmed copies; unnamed insiders count with the article.
    """
    links: Links = {}
    ordered = sorted(claims, key=claim_order)
    followed: set[SourceId] = set()
    for claim in ordered:
        for one, other in _ties(claim, inputs, followed):
            join_origins(links, one, other)
    return tuple(grouped(ordered, lambda claim: root(links, ("source", claim.citation.source))).values())


def count_origins(claims: Iterable[Claim], inputs: Inputs) -> OriginCount:
    """How many articles, publishers and origins some claims have."""
    given = tuple(claims)
    articles = {claim.citation.source for claim in given}
    if len(articles) < 2:
        return OriginCount(len(articles), len(articles), len(articles))
    found = origins(given, inputs)
    publishers = {publisher_of(inputs, id) for id in articles}
    apart = all(_known_apart(one, other, inputs) for one, other in combinations(found, 2))
    return OriginCount(len(articles), len(publishers), len(found), apart)


def _known_apart(one: tuple[Claim, ...], other: tuple[Claim, ...], inputs: Inputs) -> bool:
    """Whether both origins are named, or an editor has ruled out a relay for every pair of their articles."""
    if _is_named(one, inputs) and _is_named(other, inputs) and not _of_one_house(one, other, inputs):
        return True
    pairs = product({claim.citation.source for claim in one}, {claim.citation.source for claim in other})
    return all(_looked_at(*pair, inputs) for pair in pairs)


def _is_named(claims: tuple[Claim, ...], inputs: Inputs) -> bool:
    """Whether some claim names an outlet or a person as its source."""
    return any(one.via or one.said_by in inputs.entities for one in (claim.qualifiers for claim in claims))


def _of_one_house(one: Iterable[Claim], other: Iterable[Claim], inputs: Inputs) -> bool:
    """Whether both quote an organisation, or those who have a role in it."""
    return not _houses(one, inputs).isdisjoint(_houses(other, inputs))


def _houses(claims: Iterable[Claim], inputs: Inputs) -> frozenset[str]:
    speakers = {claim.qualifiers.said_by for claim in claims if claim.qualifiers.said_by}
    return frozenset({*speakers, *(house for one in speakers for house in inputs.posts.get(one, ()))})


def _looked_at(a: SourceId, b: SourceId, inputs: Inputs) -> bool:
    """Whether an editor has stated that neither of two articles copies the other."""
    one, other = inputs.sources.get(a), inputs.sources.get(b)
    return bool(one and other and (b in one.not_relays or a in other.not_relays))


def _ties(claim: Claim, inputs: Inputs, followed: set[SourceId]) -> Iterator[tuple[Node, Node]]:
    """What a claim's article shares an origin with, directly or through articles not yet `followed`."""
    own: Node = ("source", claim.citation.source)
    given = claim.qualifiers
    if given.via:
        yield own, ("entity", given.via)
    if given.said_by and given.said_by in inputs.entities:
        yield own, ("entity", given.said_by)
    yield from _origins(claim.citation.source, inputs, followed)


def _origins(id: SourceId, inputs: Inputs, followed: set[SourceId]) -> Iterator[tuple[Node, Node]]:
    """The publisher of an article, the outlets it relays, directly or through others, and its copies."""
    waiting = [id]
    while waiting:
        source = inputs.sources.get(waiting.pop())
        if source is None or source.id in followed:
            continue
        followed.add(source.id)
        yield from ties_of(source, inputs)
        waiting += (*source.relayed_sources, *inputs.copies.get(source.id, ()))
