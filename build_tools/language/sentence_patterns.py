"""The patterns of words that show how a sentence is meant, by name."""

from __future__ import annotations

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.language", "patterns.yaml")
