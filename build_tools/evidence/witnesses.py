"""Witnesses: how many independent origins stand behind claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.evidence.keys import claim_order
from build_tools.grouped import grouped
from build_tools.model import Claim, Inputs, Source, SourceId

Node = tuple[str, str]
Copies = Mapping[SourceId, Sequence[SourceId]]


def witnesses(claims: Iterable[Claim], inputs: Inputs) -> tuple[tuple[Claim, ...], ...]:
    """The claims by independent origin, in the order of the articles.

    One article is one witness at most. Two are one where they pass on the same outlet (`via`,
    `relays`) or one of them the other, quote the same entity (`said_by`) or are confirmed copies;
    unnamed insiders join nothing.
    """
    links: dict[Node, Node] = {}
    ordered = sorted(claims, key=claim_order)
    copies = _copies(inputs.sources.values())
    for claim in ordered:
        for one, other in _ties(claim, inputs, copies):
            _join(links, one, other)
    return tuple(grouped(ordered, lambda claim: _root(links, ("source", claim.citation.source))).values())


def count_witnesses(claims: Iterable[Claim], inputs: Inputs) -> int:
    """How many independent origins the claims have."""
    return len(witnesses(claims, inputs))


def _copies(sources: Iterable[Source]) -> Copies:
    """The confirmed copies of each article, whichever of the two files says so."""
    found: dict[SourceId, list[SourceId]] = defaultdict(list)
    for source in sources:
        for other in source.copies:
            found[source.id].append(other)
            found[other].append(source.id)
    return found


def _ties(claim: Claim, inputs: Inputs, copies: Copies) -> Iterator[tuple[Node, Node]]:
    """What the claim's article is joined to."""
    own: Node = ("source", claim.citation.source)
    given = claim.qualifiers
    if given.via:
        yield own, ("entity", given.via)
    if given.said_by and given.said_by in inputs.entities:
        yield own, ("entity", given.said_by)
    for other in _origins(claim.citation.source, inputs.sources, copies):
        yield own, other


def _origins(id: SourceId, sources: Mapping[SourceId, Source], copies: Copies) -> Iterator[Node]:
    """Whose reports an article passes on, itself or through another article, and which are its copies."""
    seen, waiting = {id}, [id]
    while waiting:
        source = sources.get(waiting.pop())
        if source is None:
            continue
        yield from (("entity", entity) for entity in source.relays)
        tied = (*source.relayed_sources, *copies.get(source.id, ()))
        others = [other for other in tied if other not in seen]
        yield from (("source", other) for other in others)
        seen.update(others)
        waiting += others


def _root(links: dict[Node, Node], node: Node) -> Node:
    while node in links:
        node = links[node]
    return node


def _join(links: dict[Node, Node], one: Node, other: Node) -> None:
    a, b = _root(links, one), _root(links, other)
    if a != b:
        links[max(a, b)] = min(a, b)
