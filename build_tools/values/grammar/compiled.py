"""Small patterns, compiled when first asked for; those that hold words are in `rules/patterns.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from build_tools.data_files import read_data

NAMED = re.compile(r"\{([a-z_]+)\}")


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, made once."""
    return re.compile(source, flags)


@cache
def worded(name: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a name in the table, made once."""
    return re.compile(pattern_source(name), flags)


@cache
def pattern_source(name: str) -> str:
    """The pattern of a name as it is written, with those that it names written out.

    >>> pattern_source("between_after"), pattern_source("decimetres")[:31]
    ('之?间', '(?:[0-9]{1,2}|[一二三四五六七八九]{1,2})')
    """
    return NAMED.sub(lambda found: pattern_source(found[1]), _table()[name])


@cache
def _table() -> Mapping[str, str]:
    import yaml  # it takes long to import, and only whoever reads words needs it

    table: Mapping[str, str] = yaml.load(read_data(__package__, "rules", "patterns.yaml"), yaml.CSafeLoader)
    return table
