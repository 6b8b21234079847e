"""Whether what follows is taken as given where it is said: "at a conference", "of its 40 jobs"."""

from __future__ import annotations

import re
from functools import cache

from build_tools.language.tables import level_letters, one_of


def is_given(before: str) -> bool:
    """Whether the words before a name or a figure take it as given.

    >>> is_given(" €310 million at a "), is_given(" cut 300 of its "), is_given(" cut ")
    (True, True, False)
    """
    return bool(_pattern().search(level_letters(before)))


@cache
def _pattern() -> re.Pattern[str]:
    setting = rf"{one_of('setting_en')}\s+(?:\w+['’]?s?\s+){{0,3}}"
    whole = rf"{one_of('whole_en')}\s+(?:of\s+)?(?:\w+\s+)?"
    return re.compile(rf"(?:{setting}|{whole}|{one_of('whole_zh')})$")
