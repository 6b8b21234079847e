"""Finding a word in a quote, and the phrases that problems share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from build_tools.model import Span
from build_tools.text.folding import fold_plain

OR_INFERRED = "or add `inferred: <why>`"


def places(word: str, folded: str) -> Iterator[Span]:
    """Where a word stands in a folded text, script and case aside; Latin words only whole.

    >>> list(places("首席技術官", "任命其为首席技术官")), list(places("CTO", "the ACTOR"))
    ([Span(start=4, end=9)], [])
    """
    for found in _pattern(word).finditer(folded):
        yield Span(found.start(), found.end())


def stands_in(word: str, folded: str) -> bool:
    """Whether a word stands in a folded text.

    >>> stands_in("ceo", "其CEOAlexandr Wang")
    True
    """
    return _pattern(word).search(folded) is not None


@lru_cache(maxsize=20_000)
def _pattern(word: str) -> re.Pattern[str]:
    """A run of Latin letters ends where another begins: `CEO|Alexandr`, `Wang|CEO`."""
    folded = fold_plain(word)
    if not folded:
        return re.compile(r"(?!)")
    before = r"(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])" if folded[0].isascii() and folded[0].isalpha() else ""
    after = r"(?![A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])" if folded[-1].isascii() and folded[-1].isalpha() else ""
    return re.compile(f"(?:{before})(?i:{re.escape(folded)})(?:{after})")


def listed(words: Iterable[str], last: str = "and", most: int = 4) -> str:
    """Words as a list in a sentence, each once.

    >>> listed(["143亿美元", "49%", "49%"]), listed("abcdefg", most=3)
    ('143亿美元 and 49%', 'a, b, c and 4 more')
    """
    shown = list(dict.fromkeys(words))
    if len(shown) > most:
        return f"{', '.join(shown[:most])} and {len(shown) - most} more"
    return _joined(shown, last)


def _joined(shown: Sequence[str], last: str) -> str:
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"
