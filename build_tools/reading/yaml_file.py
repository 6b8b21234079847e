"""A YAML file as it was found: parsed when it is asked for, for of most files that is known from before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from build_tools.problem import Problems
from build_tools.reading.charsets import decode_utf8
from build_tools.reading.yaml_nodes import MOST_ENTRIES, Document, parse_yaml


@dataclass(frozen=True)
class YamlFile:
    """The bytes of a YAML file, None where they cannot be read, and how many entries it may have."""

    path: str
    data: bytes | None
    most: int = MOST_ENTRIES

    @property
    def document(self) -> Document:
        """The tree in it."""
        return self._parsed[0]

    @property
    def problems(self) -> Problems:
        """What is wrong with its charset and its YAML."""
        return self._parsed[1]

    @cached_property
    def _parsed(self) -> tuple[Document, Problems]:
        text, wrong = decode_utf8(self.data or b"", self.path)
        document, more = parse_yaml(text, self.path, self.data is not None and not wrong, self.most)
        return document, (*wrong, *more)
