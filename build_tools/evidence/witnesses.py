"""Witnesses: how many independent origins claims have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.evidence.keys import claim_order
from build_tools.grouped import grouped
from build_tools.model import Claim, Inputs, SourceId

Node = tuple[str, str]


def witnesses(claims: Iterable[Claim], inputs: Inputs) -> tuple[tuple[Claim, ...], ...]:
    """The claims by independent origin, in the order of the articles.

    One article is one witness at most. Two are one where they pass on the same outlet (`via`,
    `relays`) or one of them the other, quote the same entity (`said_by`) or are confirmed copies;
    unnamed insiders join nothing.
    """
    links: dict[Node, Node] = {}
    ordered = sorted(claims, key=claim_order)
    followed: set[SourceId] = set()
    for claim in ordered:
        for one, other in _ties(claim, inputs, followed):
            _join(links, one, other)
    return tuple(grouped(ordered, lambda claim: _root(links, ("source", claim.citation.source))).values())


def count_witnesses(claims: Iterable[Claim], inputs: Inputs) -> int:
    """How many independent origins the claims have."""
    given = tuple(claims)
    alone = len({claim.citation.source for claim in given}) == 1
    return 1 if alone else len(witnesses(given, inputs))


def _ties(claim: Claim, inputs: Inputs, followed: set[SourceId]) -> Iterator[tuple[Node, Node]]:
    """What the claim's article is joined to, itself or through others not yet `followed`."""
    own: Node = ("source", claim.citation.source)
    given = claim.qualifiers
    if given.via:
        yield own, ("entity", given.via)
    if given.said_by and given.said_by in inputs.entities:
        yield own, ("entity", given.said_by)
    yield from _origins(claim.citation.source, inputs, followed)


def _origins(id: SourceId, inputs: Inputs, followed: set[SourceId]) -> Iterator[tuple[Node, Node]]:
    """Whose reports an article passes on, itself or through another article, and which are its copies."""
    waiting = [id]
    while waiting:
        source = inputs.sources.get(waiting.pop())
        if source is None or source.id in followed:
            continue
        followed.add(source.id)
        others = (*source.relayed_sources, *inputs.copies.get(source.id, ()))
        for node in (*(("entity", one) for one in source.relays), *(("source", one) for one in others)):
            yield ("source", source.id), node
        waiting += others


def _root(links: dict[Node, Node], node: Node) -> Node:
    passed = []
    while node in links:
        passed.append(node)
        node = links[node]
    links.update(dict.fromkeys(passed, node))
    return node


def _join(links: dict[Node, Node], one: Node, other: Node) -> None:
    a, b = _root(links, one), _root(links, other)
    if a != b:
        links[max(a, b)] = min(a, b)
