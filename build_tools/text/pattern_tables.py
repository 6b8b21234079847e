"""Patterns of words that are data: a file of a room, by name, each compiled when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from build_tools.data_files import read_data
from build_tools.text.letters import HAN

NAMED = re.compile(r"\{([a-z_]+)\}")


class PatternTable:
    """The patterns of one file; `{name}` in one is the pattern of that name, `{han}` the Han characters.

    >>> PatternTable("build_tools.language", "patterns.yaml").source("not_a_name")
    Traceback (most recent call last):
    KeyError: 'not_a_name'
    """

    def __init__(self, package: str, *path: str) -> None:
        self._place = (package, *path)
        self._made: dict[str, re.Pattern[str]] = {}

    def __call__(self, name: str) -> re.Pattern[str]:
        """The pattern of a name, made once."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = re.compile(self.source(name))
        return found

    def source(self, name: str) -> str:
        """The pattern of a name as text, with those that it names written out."""
        return NAMED.sub(lambda found: self.source(found[1]), self._table[name])

    @cached_property
    def _table(self) -> Mapping[str, str]:
        import yaml  # it takes long to import, and only whoever reads words needs it

        return {**yaml.load(read_data(*self._place), yaml.CSafeLoader), "han": HAN}
