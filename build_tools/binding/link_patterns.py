"""The patterns of words that link a value to what it is of, by name."""

from __future__ import annotations

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.binding", "patterns.yaml")
