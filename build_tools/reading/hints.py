"""Likeness, for hints only: the nearest right word is offered and never taken."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 70


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, if any is like it at all.

    >>> nearest("scale", ["scale-ai", "meta"]), nearest("xyz", ["scale-ai", "meta"])
    ('scale-ai', None)
    """
    found = process.extractOne(str(text), tuple(known), scorer=fuzz.WRatio, score_cutoff=NEAR)
    return found[0] if found else None


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The nearest known word as a hint, or nothing.

    >>> did_you_mean("modalty", ["stance", "modality"])
    'did you mean `modality`?'
    """
    found = nearest(text, known)
    return f"did you mean `{found}`?" if found else ""
