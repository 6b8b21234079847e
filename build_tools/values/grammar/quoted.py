"""Whether a place is in quoted speech, whose 今天 is the day of the speech."""

from __future__ import annotations

import re

REACH = 200
STRAIGHT, OPENING, CLOSING = '"', "“「『«", "”」』»"
MARKS = re.compile(f"[{STRAIGHT}{OPENING}{CLOSING}\n]")


def is_quoted(given: str, at: int) -> bool:
    """Whether a place is in quoted speech, by the last quotation mark before it.

    >>> is_quoted("“号”今天", 3), is_quoted("说：“今天", 3), is_quoted('"a" said, "today', 11)
    (False, True, True)
    """
    marks = MARKS.findall(given, max(0, at - REACH), at)
    if not marks or marks[-1] != STRAIGHT:
        return bool(marks) and marks[-1] in OPENING
    line = marks[-marks[::-1].index("\n") :] if "\n" in marks else marks
    return line.count(STRAIGHT) % 2 == 1
