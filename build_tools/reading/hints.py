"""Likeness, for hints only: the nearest right word is offered and never taken."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 75


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or the only one that holds all its parts.

    >>> nearest("scale", ["scale-ai", "meta"]), nearest("wang", ["alexandr-wang", "meta"])
    ('scale-ai', 'alexandr-wang')
    >>> nearest("d", ["C", "D"])
    'D'
    >>> nearest("zuckerberg-ai-bet", ["mark-zuckerberg-age"]) is None
    True
    """
    words = tuple(known)
    same = next((word for word in words if word.casefold() == text.casefold()), None)
    if same:
        return same
    found = process.extractOne(str(text), words, scorer=fuzz.ratio, score_cutoff=NEAR)
    if found:
        return found[0]
    parts = set(text.split("-"))
    holding = [word for word in words if parts <= set(word.split("-"))]
    return holding[0] if len(holding) == 1 else None


def nearest_or_all(text: str, known: Iterable[str]) -> str:
    """The nearest known word as a hint, or all that are known.

    >>> nearest_or_all("paid", ["price", "age"]), nearest_or_all("paid", [])
    ('there are age, price', 'there are none yet')
    """
    words = tuple(known)
    return did_you_mean(text, words) or f"there are {', '.join(sorted(words)) or 'none yet'}"


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The nearest known word as a hint, or nothing.

    >>> did_you_mean("modalty", ["stance", "modality"])
    'did you mean `modality`?'
    """
    found = nearest(text, known)
    return f"did you mean `{found}`?" if found else ""
