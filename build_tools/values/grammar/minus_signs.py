"""Whether a stroke before a number is its sign."""

from __future__ import annotations

import re
from functools import cache

ITEM = re.compile("- [0-9A-Za-z.,]+ [^\n]{12}")
DASHED = tuple("-)]\"'.,;:!?。")


@cache
def _joining() -> re.Pattern[str]:
    from build_tools.text.runs import before_to  # its own patterns are made when it is imported

    return re.compile(rf"[-—)\]℃℉°%{before_to()}]")


def is_minus(text: str, at: int, apart: bool) -> bool:
    """-5 and a lone - 5; but a dash behind a word or a bracket, or before an item of a list, parts."""
    if at and _joining().match(text[at - 1]):
        return False
    if apart and (not at or text[at - 1] == "\n") and ITEM.match(text, at):
        return False
    left = text[max(0, at - 4) : at].rstrip(" ")[-1:]
    return not apart or not (left.isalnum() or left in DASHED)
