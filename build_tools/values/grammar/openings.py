"""With which kinds of words a rule of dates may begin."""

from __future__ import annotations

from collections.abc import Sequence

AHEAD = "=("
AROUND = {
    "!>": "(?!{0}?{1})",
    "!~>": "(?!{1})",
    "<!": "(?<!{1})(?<!{1}{0})",
    "<=": "(?:(?<={1})|(?<={1}{0}))",
}


def openings(words: Sequence[str]) -> set[str]:
    """The kinds of the words that may come first.

    >>> sorted(openings("<!han article? ( day:nth | part:early ~ dash )? month:may".split()))
    ['article', 'early', 'may', 'nth']
    """
    return _of_choices(words, 0)[0]


def _of_choices(words: Sequence[str], at: int) -> tuple[set[str], bool, int]:
    """The first kinds of alternatives, whether all may be missing, and where they end."""
    kinds: set[str] = set()
    missing = False
    while True:
        some, empty, at = _of_row(words, at)
        kinds, missing = kinds | some, missing or empty
        if at >= len(words) or words[at] != "|":
            return kinds, missing, at
        at += 1


def _of_row(words: Sequence[str], at: int) -> tuple[set[str], bool, int]:
    kinds: set[str] = set()
    empty = True  # so far, all may be missing
    while at < len(words) and words[at] != "|" and words[at][0] != ")":
        word, some, missing = words[at], set[str](), True
        if word in ("(", AHEAD):
            some, missing, at = _of_choices(words, at + 1)
            missing = missing or words[at].endswith("?") or word == AHEAD
            some = set() if word == AHEAD else some
        elif word != "~" and not word.startswith(tuple(AROUND)):
            some, missing = {word.rstrip("?").rpartition(":")[2]}, word.endswith("?")
        kinds, empty, at = kinds | some if empty else kinds, empty and missing, at + 1
    return kinds, empty, at
