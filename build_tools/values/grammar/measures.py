"""Which unit a word is in its place: degrees of heat, 6级 of wind, kilometres an hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import Numeral
from build_tools.values.grammar.tokens import Token, TokenKind

if TYPE_CHECKING:
    from build_tools.values.grammar.before import Before
    from build_tools.values.grammar.behind import After

PHYSICAL = frozenset({"length", "area", "volume", "mass", "energy", "data", "power", "speed"})
TIMES = frozenset({"hour", "second", "minute", "day", "year", "month", "week", "millisecond"})
NEAR, BEHIND = 16, 10


FAR_UNITS = frozenset({"kilometer", "mile"})


def measured_by(lexed: Lexed, numeral: Numeral, after: After, before: Before) -> str:
    """The name of the unit behind the numeral, with what it is counted by."""
    assert after.unit
    token = lexed.tokens[after.unit_at]
    name = _own(lexed, numeral, after, token)
    per = _per_before(before, name) or _per_behind(lexed, after, name)
    return f"{name}-per-{per}" if per and may_be_rate(name, per) else name


def _own(lexed: Lexed, numeral: Numeral, after: After, token: Token) -> str:
    assert after.unit
    name = after.unit.name
    written = lexed.small[token.start : token.end]
    if name == "degree":
        return _degrees(lexed, numeral, token)
    if written in load_lexicon().lists["levels"]:
        return _level(lexed, numeral, token)
    if name == "count" and (_multiplies(lexed, token) or _is_in_part(numeral)):
        return "times"
    if name in ("month", "week", "day") and lexed.small.startswith(("-old", " old", " of age"), token.end):
        return f"{name}-person"
    return name


def _is_in_part(numeral: Numeral) -> bool:
    """8.3 times earnings: nothing happens 8.3 times."""
    return numeral.value is not None and numeral.value != int(numeral.value)


def _multiplies(lexed: Lexed, token: Token) -> bool:
    """Three times as many, five times larger, ten times the size: of a size, and not how often."""
    lists, behind = load_lexicon().lists, lexed.small[token.end : token.end + BEHIND * 2]
    if not lexed.text[token.start].isascii():
        return False
    sized = behind.startswith(tuple(f" the {word}" for word in lists["compared_sizes"]))
    return sized or behind.startswith(lists["times_sizes"])


def _degrees(lexed: Lexed, numeral: Numeral, token: Token) -> str:
    """度 after 华氏, or where the words speak of heat."""
    head = lexed.small[max(0, numeral.start - NEAR) : numeral.start]
    tail = lexed.small[token.end : token.end + BEHIND]
    lists = load_lexicon().lists
    if any(word in head for word in lists["of_fahrenheit"]):
        return "fahrenheit"
    if any(word in head for word in lists["electricity"]):
        return "kilowatt-hour"
    heat = any(word in head for word in lists["heat"]) or any(word in tail for word in lists["heat_behind"])
    if any(word in head for word in lists["of_celsius"]) or head.endswith(lists["below_zero"]):
        return "celsius"
    chinese = not lexed.text[token.start].isascii() or lexed.text[token.start] == "°"
    return (
        "celsius"
        if heat and chinese and not any(word in head for word in ("thermostat", "temperature"))
        else "degree"
    )


def _level(lexed: Lexed, numeral: Numeral, token: Token) -> str:
    """6级: of an earthquake, of the wind, or of something else."""
    around = lexed.text[max(0, numeral.start - NEAR) : token.end + BEHIND]
    lists = load_lexicon().lists
    if lexed.text.endswith(lists["intensity_before"], 0, numeral.start):
        return ""
    if any(word in around for word in lists["of_quakes"]):
        return "magnitude"
    if any(word in around for word in lists["of_wind"]):
        return "beaufort"
    return ""


def _per_before(before: Before, name: str) -> str:
    """Of 每秒, of 时速, or of 球速, by which kilometres and miles alone are told by the hour."""
    long, _, by = before.per.rpartition("kilometer-")
    return before.per if before.per == by else by if name in FAR_UNITS else long


def _per_behind(lexed: Lexed, after: After, name: str) -> str:
    """Miles an hour, meters per second, 公里每小时, km/h."""
    text, at = lexed.small, after.stop
    token = lexed.tokens[at] if at < len(lexed.tokens) else None
    if not token:
        return ""
    gap = text[after.end : token.start]
    if (token.is_(TokenKind.ARTICLE) or token.is_(TokenKind.PER)) and gap in (" ", ""):
        behind = lexed.tokens[at + 1] if at + 1 < len(lexed.tokens) else None
        unit = behind.as_(TokenKind.UNIT) if behind and behind.start - token.end <= 1 else None
        if (
            text[token.start : token.end] == "the"
            or not unit
            or not behind
            or not may_be_rate(name, unit.name)
        ):
            return ""
        after.end, after.stop = behind.end, at + 2
        return unit.name
    unit = token.as_(TokenKind.UNIT)
    if gap in ("/", " / ") and unit and may_be_rate(name, unit.name):
        after.end, after.stop = token.end, at + 1
        return unit.name
    return ""


def may_be_rate(name: str, per: str) -> bool:
    """Whether a unit is counted by another: what is physical by the time, people by the area."""
    rows = load_lexicon().units
    of, by = rows.get(name), rows.get(per)
    if not of or not by:
        return False
    return (of.of in PHYSICAL and by.name in TIMES) or (
        by.of in ("area", "volume", "mass") and by.name != name and of.of in {"person", "mass"}
    )
