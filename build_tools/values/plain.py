"""A text made ready to be read: folded, addresses blotted out, its numerals dressed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, localcontext

from build_tools.model import Qualifier
from build_tools.values.chinese import plain_digits
from build_tools.values.names import mask_names
from build_tools.values.phrases import Phrase, find_phrases
from build_tools.values.words import fold_characters, load_words

EXACT = Context(prec=150)
RHETORIC = frozenset({"", *(word for word, said in load_words().before.items() if said is Qualifier.EXACT)})


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as given, the same with plain characters at the same places, and its numerals in their words."""

    given: str
    text: str
    phrases: tuple[Phrase, ...]


def make_plain(given: str) -> PlainText:
    """The text made ready.

    >>> make_plain("兩千億美元").text
    '两千亿美元'
    """
    text = mask_names(plain_digits(fold_characters(given)))
    with localcontext(EXACT):
        return PlainText(given, text, tuple(find_phrases(text)))


def is_whole(text: str, raw: str) -> bool:
    """Whether a value's words are all of a text, but for words that assert nothing: 高达, 短短, only.

    >>> is_whole("短短8天后", "8天后"), is_whole("上任8天后", "8天后")
    (True, False)
    """
    text = text.strip()
    return text.endswith(raw) and text.removesuffix(raw).strip().lower() in RHETORIC
