"""Text between quotation marks or brackets: the words outside treat it as one."""

from __future__ import annotations

from functools import lru_cache

from build_tools.model import Span

PAIRS = {
    "“": "”",
    "「": "」",
    "『": "』",
    "«": "»",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "(": ")",
    "（": "）",
    "[": "]",
    "〔": "〕",
}
CLOSES = frozenset(PAIRS.values())
FILLER = "○"


@lru_cache(maxsize=1024)
def enclosed(text: str) -> tuple[Span, ...]:
    """The stretches between marks that pair on one line, outer ones after those inside them.

    >>> text = '他说：“A（B）C。”'
    >>> [text[span.start : span.end] for span in enclosed(text)]
    ['B', 'A（B）C。']
    """
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if character == "\n":
            opened = []
        elif character in '"‘' and _opens(text, at, opened):
            opened.append(({"‘": "’"}.get(character, '"'), at))
        elif character in PAIRS:
            opened.append((PAIRS[character], at))
        elif character in CLOSES or character in '"’':
            _close(text, at, opened, found)
    return tuple(found)


def _opens(text: str, at: int, opened: list[tuple[str, int]]) -> bool:
    """Whether a mark that may open or close opens: a straight one by turns, a single one before a word."""
    if text[at] == '"':
        return all(mark != '"' for mark, _ in opened)
    return not text[at - 1 : at].isalnum()


def _close(text: str, at: int, opened: list[tuple[str, int]], found: list[Span]) -> None:
    """Close the nearest mark of its kind; an apostrophe closes nothing."""
    if text[at] == "’" and text[at + 1 : at + 2].isalnum():
        return
    for place in range(len(opened) - 1, max(len(opened) - 4, -1), -1):
        mark, start = opened[place]
        if mark == text[at]:
            del opened[place:]
            found.append(Span(start + 1, at))
            return


def blank_out(text: str, start: int, end: int, spans: tuple[Span, ...]) -> str:
    """A stretch of the text in which the spans are blanked out, letter for letter.

    >>> blank_out("说“A，B”了", 0, 7, (Span(2, 5),))
    '说“○○○”了'
    """
    letters = list(text[start:end])
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        letters[first - start : max(last, first) - start] = FILLER * max(last - first, 0)
    return "".join(letters)
