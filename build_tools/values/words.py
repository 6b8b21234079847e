"""The words of dates and of display, read once from `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import yaml

from build_tools.data_files import read_data
from build_tools.text.folding import character_table

EDGE = r"(?a:\b)"  # the edge of a Latin word: Han beside it does not belong to it
BLANKS, DASHES = "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", "—―─"  # a stroke may be a minus
FOLDED = {**character_table(), **dict.fromkeys(map(ord, DASHES), "—"), **dict.fromkeys(map(ord, BLANKS), " ")}


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a pattern, longest first.

    >>> alternatives(["more", "more than", "€"])
    '(?:more\\\\ than|more|€)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


def starting(*starts: tuple[str, str]) -> re.Pattern[str]:
    """Several patterns as one, each with the characters it may begin with; others are passed over at once."""
    firsts, patterns = zip(*starts, strict=True)
    return re.compile(f"(?=[{''.join(firsts)}])(?:{'|'.join(patterns)})")


def fold_characters(text: str) -> str:
    """Script, width and quotes folded, one character for one, so that every span stays.

    >>> fold_characters("１４３億「美元」")
    '143亿"美元"'
    """
    return text.translate(FOLDED)


@cache
def tables() -> Any:
    """The file as it is."""
    return yaml.load(read_data(__package__, "words.yaml"), yaml.CSafeLoader)
