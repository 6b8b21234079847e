"""What the pages of an edition are found by: the words of each, and how much they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.website.page_sections import Section, page_sections
from build_tools.website.search_words import name_word, page_words

TITLE, NAMES = 10.0, 8.0  # how much a word of them counts; ten is the most that the index can hold


@dataclass(frozen=True)
class Findable:
    """A page as the search knows it: the word for its kind, what else it is known by, how much it counts.

    `address` is the reader's, within the edition. Of pages that match alike, the one that is about the thing
    comes before those that only list it, whose weight is below 1. `text` is the page as it is written, or
    nothing where it only repeats what is found where it is from.
    """

    address: str
    title: str
    kind: str = ""
    names: tuple[str, ...] = ()
    weight: float = 1
    text: str = ""

    @cached_property
    def sections(self) -> Sequence[Section]:
        """Its words, section by section."""
        return page_sections(self.text) if self.text else ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words of a page, in its order, and how much each counts."""

    weight: float
    words: tuple[str, ...]


def weighed_words(page: Findable) -> Iterator[Weighed]:
    """The words of a page: of its title, of its names, of its text.

    >>> [each.words for each in weighed_words(Findable("people/ada/", "Ada", names=("Lovelace",)))]
    [('ada', 'ǂadaǃ', 'ǂlovelaceǃ'), ('lovelace',), ()]
    """
    whole = map(name_word, dict.fromkeys((page.title, *page.names)))
    yield Weighed(TITLE, (*page_words(page.title), *whole))
    yield Weighed(NAMES, tuple(page_words("\n".join(page.names))))
    yield Weighed(page.weight, tuple(page_words("\n".join(_lines(page.sections)))))


def _lines(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield from (section.title, *section.lines)
