"""Numbers in a row, each with its own word right behind it: 12胜7负, 3死5伤."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.model import Reading, Span
from build_tools.text.letters import is_han


def is_counted_in_row(
    found: Reading, rivals: Iterable[Reading], words: Iterable[Span], context: ClaimContext
) -> bool:
    """Whether a word of the subject is right behind a number, and the next number right behind that word."""
    text = context.passage.article.source.text
    own = {word.start: word for word in words}
    word = own.get(found.span.end)
    following = next((one for one in rivals if word and one.span.start == word.end), None)
    if following is None or following.span.end in own:
        return False
    return is_han(text[following.span.end : following.span.end + 1] or " ")
