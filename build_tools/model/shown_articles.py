"""What is shown of an article itself: what it is called, and its sentences with the quotes in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.claims import Anchored


class NamedBy(StrEnum):
    """What tells an article apart where its publisher has others here."""

    PUBLISHER = "publisher"
    DAY = "day"
    DATE = "date"
    HOUR = "hour"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an article's text under the same quotes; those that begin with it are named."""

    text: str
    under: tuple[Anchored, ...]
    begins: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is published of one paragraph: each sentence with what is before it (a space, a gap)."""

    line: int
    sentences: tuple[tuple[str, tuple[Segment, ...]], ...]
    cut: bool
    after_gap: bool
    quotes: tuple[Anchored, ...]


@dataclass(frozen=True, slots=True)
class ReaderCount:
    """How many annotations an article has, how many of them a person has read, and how many are drafts."""

    annotations: int
    read: int
    unread_drafts: int


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an article is annotated and published, in percent; which paragraphs; how much is read."""

    annotated: int
    published: int
    marked: tuple[bool, ...]
    readers: ReaderCount
