"""The head of a dispatch: its place, day and agency, which date nothing in the report."""

from __future__ import annotations

import re
from functools import cache

from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters, one_of

WIDEST = 80
ENGLISH = re.compile(
    r"[A-Z][A-Za-z .,'’-]{1,40}?,? \(?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
    r"(?:,? ?\([^()\n]{1,40}\))? ?(?:[-–—]|--) "
)


def dispatch_head(paragraph: str) -> int:
    """How many characters the head of a dispatch takes; 0 where a paragraph has none.

    >>> dispatch_head("海角日报6月17日电 16日晚8时许"), dispatch_head("（記者林志明台北3日電）渡輪")
    (10, 12)
    >>> dispatch_head("MIROV, Oct. 9 (Tribune) - A quake struck"), dispatch_head("6月17日,电力恢复")
    (26, 0)
    """
    start = paragraph[:WIDEST]
    found = _chinese().match(level_letters(start)) or ENGLISH.match(start)
    return found.end() if found else 0


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"{worded.source('dispatch_lead')}(?:{one_of('dispatch')})\)?")
