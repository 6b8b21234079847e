"""The tables behind the conversion of our own Chinese: what OpenCC misreads, and the words of a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from build_tools.data_files import read_data


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that OpenCC gives wrong characters, with the right ones: anywhere, or only behind a number."""

    words: Mapping[str, str]
    after_number: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RegionalWords:
    """Words that keep their vocabulary, in prose more of them, and names; what a place writes for others."""

    kept: tuple[str, ...]
    kept_in_prose: tuple[str, ...]
    names: tuple[str, ...]
    own: Mapping[str, Mapping[str, str]]

    @property
    def left_alone(self) -> frozenset[str]:
        """The words of a story that keep their vocabulary."""
        return frozenset((*self.kept, *self.kept_in_prose))


@cache
def misread() -> Misread:
    """The words of `misread.yaml`."""
    table = yaml.load(read_data(__package__, "misread.yaml"), yaml.CSafeLoader)
    return Misread(table["words"], table["after_number"])


@cache
def regional_words() -> RegionalWords:
    """The words of `regional.yaml`."""
    table = yaml.load(read_data(__package__, "regional.yaml"), yaml.CSafeLoader)
    kept, in_prose, names = (tuple(table[key].split()) for key in ("kept", "kept_in_prose", "names"))
    return RegionalWords(kept, in_prose, names, {place: table[place] for place in ("tw", "hk")})
