"""Runs that are no language: the same words over and over, and digits without end. They hold no figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LEAST = 400  # characters of such a run
BLOCK = LEAST // 2  # one block of it at least begins within it
LONGEST = 24  # characters that are repeated
NOT_LINES = re.compile("[^\n]")


def mask_runs(text: str) -> str:
    """The text with all of these blotted out, at the same length and in the same lines.

    >>> [mask_runs(one).count(chr(0)) for one in ("6级" * 300, "第6级到7级" * 9, "3, 4.5, " * 300)]
    [600, 0, 2400]
    """
    if len(text) < LEAST:
        return text
    text = _without(text, (found.span() for found in _digits().finditer(text)))
    return _without(text, _repeated(text))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(f"[0-9][0-9 ,.;:、·/*+~()$%—–-]{{{LEAST},}}")


def _without(text: str, spans: Iterator[tuple[int, int]]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], NOT_LINES.sub("\0", text[start:end])]
        done = end
    return "".join([*pieces, text[done:]]) if done else text


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    """Where the same few characters are said again and again."""
    done = 0
    for at in range(0, len(text) - BLOCK - LONGEST, BLOCK):
        if at < done:
            continue
        block = text[at : at + BLOCK]
        period = next((size for size in range(1, LONGEST + 1) if text.startswith(block, at + size)), 0)
        if not period:
            continue
        start, end = _whole(text, at, period, done)
        if end - start >= LEAST:
            yield start, end
            done = end


def _whole(text: str, at: int, period: int, done: int) -> tuple[int, int]:
    """From where a repetition begins to where it ends."""
    start, length = at, len(text)
    chunk = text[at : at + BLOCK // period * period]
    end = at + len(chunk)
    while text.startswith(chunk, end):
        end += len(chunk)
    while end < length and text[end] == text[end - period]:
        end += 1
    while start > done and text[start - 1] == text[start - 1 + period]:
        start -= 1
    return start, end
