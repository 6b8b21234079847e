"""How cases files mark a passage: readings, a figure's words, names, the word that is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.binding import Wording
from build_tools.model import Span

ENDS = {"[": "]", "{": "}", "<": ">", "~": "~", "=": "="}


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage without its marks, and the places that each mark held."""

    text: str
    places: dict[str, tuple[Span, ...]]

    @property
    def candidates(self) -> tuple[Span, ...]:
        """What stood in square brackets."""
        return self.places["["]

    @property
    def asked(self) -> Span:
        """What stood in the one pair of braces."""
        (word,) = self.places["{"]
        return word

    @property
    def wording(self) -> Wording:
        """The words and names of a figure."""
        return Wording(self.places["{"], self.places["<"], self.places["~"], self.places["="])

    def words(self, span: Span) -> str:
        """The words of a place."""
        return self.text[span.start : span.end]


def marked(line: str) -> Marked:
    """A line of a cases file; one mark may stand inside another."""
    text, open_ = "", list[tuple[str, int]]()
    places: dict[str, list[Span]] = {mark: [] for mark in ENDS}
    for character in line:
        if open_ and character == ENDS[open_[-1][0]]:
            mark, start = open_.pop()
            places[mark].append(Span(start, len(text)))
        elif character in ENDS:
            open_.append((character, len(text)))
        else:
            text += character
    return Marked(text, {mark: tuple(found) for mark, found in places.items()})
