"""A text made ready to be read: folded, addresses blotted out, its numerals dressed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, localcontext

from build_tools.values.chinese import plain_digits
from build_tools.values.names import mask_names
from build_tools.values.phrases import Phrase, find_phrases
from build_tools.values.words import fold_characters

EXACT = Context(prec=150)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as given, the same with plain characters at the same places, and its numerals in their words."""

    given: str
    text: str
    phrases: tuple[Phrase, ...]


def make_plain(given: str) -> Plain:
    """The text made ready.

    >>> make_plain("兩千億美元").text
    '两千亿美元'
    """
    text = mask_names(plain_digits(fold_characters(given)))
    with localcontext(EXACT):
        return Plain(given, text, tuple(find_phrases(text)))
