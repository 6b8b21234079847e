"""Decades and centuries: 1990年代, 上世纪五六十年代, the late eighties, 21世纪."""

from __future__ import annotations

from build_tools.values.date_parts import DateParts
from build_tools.values.grammar.characters import DIGITS
from build_tools.values.grammar.patterns import Found
from build_tools.values.grammar.seen import Seen, dated
from build_tools.values.grammar.tense import SENTENCE, until

LAST = 19  # the hundreds of the last century
NEAR = 12  # items


def decade(found: Found, seen: Seen) -> DateParts | None:
    """1990年代 and 上世纪90年代 are 199X, 21世纪 is 20XX; 10年代 and 20年代 alone are left open."""
    start, end = found.start, found.end
    if name := found.get("ten_name"):
        near = reversed(found.items[max(0, found.first - NEAR) : found.first])
        warm = any("heat_word" in item.kinds for item in until(near, SENTENCE))
        return None if warm else _part_of_decade(found, f"{LAST}{int(name.word('ten_name').name) // 10}X")
    if (year := found.number("year")) is not None:
        return _part_of_decade(found, f"{year // 10:03}X") if year % 10 == 0 else None
    century, ten = found.number("century"), found.number("ten")
    if ten is None:
        return DateParts(start, end, edtf=f"{century - 1}XX") if century and century > 10 else None
    if century is None and not found.get("upper") and ten < 30:
        return DateParts(start, end, unresolved=True)
    hundreds = century - 1 if century else LAST
    if (first := _first_ten(found, seen)) is not None:
        return dated(found, f"{hundreds}{first}0/{hundreds}{ten // 10}9")
    return _part_of_decade(found, f"{hundreds}{ten // 10}X")


def _first_ten(found: Found, seen: Seen) -> int | None:
    """The first ten of 五六十年代."""
    item = found.get("ten")
    first, last = (DIGITS.find(one) for one in seen.text[item.start : item.start + 2]) if item else (0, 0)
    return first if 0 < first == last - 1 else None


def _part_of_decade(found: Found, edtf: str) -> DateParts:
    """Late 1990s are from 1997 on: 90年代末."""
    part = next((item for name in ("third", "part") if (item := found.get(name))), None)
    if part is None:
        return dated(found, edtf)
    first, last = {"early": (0, 3), "mid": (4, 6)}.get(part.word("part_sign", "part_of").name, (7, 9))
    return dated(found, f"{edtf[:3]}{first}/{edtf[:3]}{last}")
