"""On which side of an hour a time lies: shortly after 2:30 a.m. is not before it."""

from __future__ import annotations

from functools import lru_cache

from build_tools.text.folding import fold_plain
from build_tools.values.grammar.date_lexicon import load_date_lexicon


@lru_cache(maxsize=512)
def side_of_hour(words: str) -> int:
    """1 where a time is after the hour that its words name, -1 where it is before it, else 0.

    >>> side_of_hour("shortly after 2:30 a.m."), side_of_hour("nearly 9 p.m."), side_of_hour("about 9 p.m.")
    (1, -1, 0)
    """
    lists, text = load_date_lexicon().lists, fold_plain(words).lower()
    if any(word in text for word in lists["soon_after"]):
        return 1
    return -1 if any(word in text for word in lists["soon_before"]) else 0
