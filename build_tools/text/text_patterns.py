"""The patterns of words that are looked for in any text: `patterns.yaml` beside this."""

from __future__ import annotations

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.text", "patterns.yaml")
