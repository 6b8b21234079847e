"""Within 14 days, 三天内, 五公里内: the most that a length of time or of way may be."""

from __future__ import annotations

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon

LENGTHS = frozenset({"calendar", "time", "length"})
CLAUSE, ENDS = 24, ",;。\n"


def holds_within(unit: str | None) -> bool:
    """Whether something may lie within so many of a unit."""
    row = load_lexicon().units.get(unit or "")
    return row is not None and row.of in LENGTHS


def within_behind(lexed: Lexed, start: int, end: int, unit: str) -> int:
    """Where the word behind a length ends that makes it the most; 三年内战 is a war."""
    lists, text = load_lexicon().lists, lexed.text
    word = next((word for word in lists["within_after"] if text.startswith(word, end)), "")
    behind = end + len(word)
    if not word or not holds_within(unit) or text[behind : behind + 1] in lists["not_within"]:
        return end
    return behind if load_lexicon().units[unit].of == "length" or _is_ahead(text, start, behind) else end


def _is_ahead(text: str, start: int, end: int) -> bool:
    """须在七日内缴付, 三年内将新建."""
    lists = load_lexicon().lists
    clause = text[max(0, start - CLAUSE) : start]
    clause = clause[max(clause.rfind(sign) for sign in ENDS) + 1 :]
    told = any(word in clause for word in lists["within_ahead"])
    return told or text.startswith(lists["within_ahead_behind"], end)
