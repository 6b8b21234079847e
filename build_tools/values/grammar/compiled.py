"""Small patterns, compiled when first asked for; those that hold words are in `rules/patterns.yaml`."""

from __future__ import annotations

import re
from functools import cache

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.values.grammar", "rules", "patterns.yaml")


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, made once."""
    return re.compile(source, flags)
