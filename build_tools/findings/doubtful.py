"""Statements that are doubtful on their face, as the editors remark."""

from __future__ import annotations

from build_tools.model import Doubt, Index


def doubts_of(index: Index) -> tuple[Doubt, ...]:
    """Every passage with such a remark, in the order of the articles."""
    return tuple(
        Doubt(found, index.claims_of_passage.get((source.id, found.id), ()))
        for source in index.sources
        for found in index.passages_of.get(source.id, ())
        if found.annotation.doubt
    )
