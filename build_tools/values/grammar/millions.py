"""Whether the m behind a number is a size: 2m doses; or 7.2m where its sentence counts in millions."""

from __future__ import annotations

from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon

SENTENCE = 160
ENDS = (". ", "\n", "。")


def are_millions(lexed: Lexed, start: int, end: int) -> bool:
    """Whether the m that ends at `end` is millions: a thing counted is behind it, or no length."""
    return _counts_things(lexed.text, end) or (
        not worded("metres_behind").match(lexed.text, end) and _goes_on_in_millions(lexed.text, start)
    )


def _counts_things(text: str, end: int) -> bool:
    """4.5m tonnes, 2m doses: behind a letter that is no metre of waves stands a plural."""
    noun = worded("plural_thing").match(text, end)
    if not noun or noun[1].endswith(load_lexicon().lists["singular_endings"]):
        return False
    return noun[1] not in load_lexicon().lists["metre_things"]


def _goes_on_in_millions(text: str, start: int) -> bool:
    """7.36m passengers, up from 7.2m; £3m, against 2.1m; the number of users fell to 1.9m."""
    head = text[max(0, start - SENTENCE) : start]
    head = head[max(head.rfind(end) for end in ENDS) + 1 :]
    if head.endswith(load_lexicon().lists["led_by_length"]):
        return False
    if worded("tallied").search(head):
        return True
    return any(one["sum"] or _counts_things(head, one.end()) for one in worded("sized_in_m").finditer(head))
