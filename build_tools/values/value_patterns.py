"""The patterns of words that values are compared and shown by: `patterns.yaml` beside this."""

from __future__ import annotations

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.values", "patterns.yaml")
