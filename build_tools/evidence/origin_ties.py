"""What the editors say belongs together: articles, outlets and publishers joined into origins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_tools.model import Inputs, Source, SourceId
from build_tools.text.folding import fold_plain

Node = tuple[str, str]
Links = dict[Node, Node]


def publisher_of(inputs: Inputs, id: SourceId) -> str:
    """The key of an article's publisher; an article without one is its own."""
    source = inputs.sources.get(id)
    given = source.publisher if source else None
    return _key_of(given.first) if given else id


@lru_cache(maxsize=1 << 12)
def _key_of(publisher: str) -> str:
    return fold_plain(publisher).casefold()


def ties_of(source: Source, inputs: Inputs) -> Iterator[tuple[Node, Node]]:
    """What an article is joined to: its publisher, the outlets and articles it passes on, its copies."""
    own: Node = ("source", source.id)
    yield own, ("publisher", publisher_of(inputs, source.id))
    outlets = (*source.relays, *((source.outlet,) if source.outlet else ()))
    yield from ((own, ("entity", outlet)) for outlet in outlets)
    others = (*source.relayed_sources, *inputs.copies.get(source.id, ()))
    yield from ((own, ("source", other)) for other in others)


def joined(inputs: Inputs) -> dict[SourceId, Node]:
    """A name for each article, the same for all that are joined to it directly or through others."""
    links: Links = {}
    for source in inputs.sources.values():
        for one, other in ties_of(source, inputs):
            join_origins(links, one, other)
    return {id: root(links, ("source", id)) for id in inputs.sources}


def root(links: Links, node: Node) -> Node:
    """The name of all that a node is joined to."""
    passed = []
    while node in links:
        passed.append(node)
        node = links[node]
    links.update(dict.fromkeys(passed, node))
    return node


def join_origins(links: Links, one: Node, other: Node) -> None:
    """Join two nodes, and all that is joined to them."""
    a, b = root(links, one), root(links, other)
    if a != b:
        links[max(a, b)] = min(a, b)
