"""Where the loaded words of an article stand."""

from __future__ import annotations

from build_tools.model import Anchored, Index, SourceId
from build_tools.text.folding import fold_plain


def passage_with(index: Index, source: SourceId, words: str) -> Anchored | None:
    """The first published passage of an article whose quote has these words."""
    sought = fold_plain(words)
    found = index.published_of.get(source, ())
    return next(
        (each for each in found if any(sought in fold_plain(part) for part in each.citation.quote)), None
    )
