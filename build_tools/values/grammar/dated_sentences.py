"""A text as the grammar of dates reads it, but for the sentences in which no rule can find anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.values.grammar.clock_days import BACKWARDS
from build_tools.values.grammar.items import (
    NUMBERS,
    ONE_KIND,
    SIGNS,
    Item,
    item_at,
    items_within,
    kinds_between,
    marks_between,
)
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.matching import NO_KINDS, Kinds
from build_tools.values.grammar.patterns import load_rules, rules_for
from build_tools.values.grammar.placed import SPACE

SENTENCE_END = re.compile(f"[{SIGNS['stop']}{SIGNS['newline']}]")


def items_with_dates(lexed: Lexed) -> list[Item]:
    """The items of the text; a sentence that can hold no date is one item and its mark.

    No rule goes on over the mark of a sentence, and what is asked of others is where they and lines
    end, and whether a word in them goes back in time.
    """
    found: list[Item] = []
    for start, end, tokens in _sentences(lexed):
        if _may_hold_date(lexed, tokens):
            found += items_within(lexed, start, end, tokens)
            continue
        if start < end - 1:
            found.append(Item(start, end - 1, ONE_KIND["other"]))
        found += marks_between(lexed.text, end - 1, end)
    return found


def _sentences(lexed: Lexed) -> Iterator[tuple[int, int, range]]:
    """From where to where each goes, with the mark that ends it, and its tokens."""
    tokens, start, first, last = lexed.tokens, 0, 0, 0
    ends = [*(mark.end() for mark in SENTENCE_END.finditer(lexed.text)), len(lexed.text)]
    for end in ends:
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        is_in_token = last > first and tokens[last - 1].end > end - 1
        if start < end and not (is_in_token and end < len(lexed.text)):
            yield start, end, range(first, last)
            start, first = end, last


@cache
def _starts() -> Kinds:
    """The kinds of tokens with which a date may begin, and of those that go back in time."""
    openings = (opening[0] for rule in load_rules() for opening in rule.openings)
    return frozenset[str]().union(NUMBERS, BACKWARDS, *(one.among for one in openings))


def _may_hold_date(lexed: Lexed, tokens: range) -> bool:
    """Whether any two items that come together may begin a date."""
    starts, at = _starts(), tokens.start
    while at < tokens.stop:
        kinds = lexed.tokens[at].kinds
        if starts.isdisjoint(kinds):
            at += 1
            continue
        used, item = item_at(lexed, at)
        if not BACKWARDS.isdisjoint(kinds) or rules_for(item.kinds, _kinds_behind(lexed, at + used, item)):
            return True
        at += used
    return False


def _kinds_behind(lexed: Lexed, at: int, item: Item) -> Kinds:
    """The kinds of what follows an item, a space passed over; `at` is the token behind it."""
    start = lexed.tokens[at].start if at < len(lexed.tokens) else len(lexed.text)
    for kinds in kinds_between(lexed.text, item.end, start):
        if SPACE not in kinds:
            return kinds
    return item_at(lexed, at)[1].kinds if at < len(lexed.tokens) else NO_KINDS
