"""Small patterns, compiled when they are first asked for."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, made once."""
    return re.compile(source, flags)
