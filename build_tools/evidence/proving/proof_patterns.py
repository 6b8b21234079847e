"""The patterns of words by which claims are proven, by name."""

from __future__ import annotations

from build_tools.text.pattern_tables import PatternTable

worded = PatternTable("build_tools.evidence.proving", "patterns.yaml")
