"""Whether readings of the sources support the figures of the editors' prose."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from build_tools.evidence.range_index import Ranges
from build_tools.grouped import grouped
from build_tools.model import UNSAID_UNITS, DateValue, EntityId, LocalText, Quantity, Reading, Verdict
from build_tools.text.folding import fold_plain
from build_tools.text.marks import MARK
from build_tools.values import compare, named_date, read_values
from build_tools.values import same_unit as in_one_unit

FEW = 12
COUNTED = UNSAID_UNITS | {None, "year-person"}


def figures_of_prose(prose: LocalText, published: DateValue | None = None) -> Iterator[Reading]:
    """The figures and dates in a text by the editors, in each language that has a reader, without its marks.

    Small numbers in words, such as "two articles", count what is on the page and are not figures.
    """
    for text in (prose.en, prose.zh, prose.every):
        for reading in read_values(words_of_prose(text), published):
            if _says_something(reading):
                yield reading


def words_of_prose(text: str) -> str:
    """Prose as a reader sees it: `[[id|words]]` is its words, `[@source/id]` a footnote."""
    return MARK.sub(lambda mark: mark["words"] or "", text)


def citations_of(prose: LocalText) -> tuple[tuple[str, str], ...]:
    """Source and annotation of every `[@source/annotation]` in a text by the editors."""
    cited = [(mark["source"], mark["annotation"]) for mark in _marks(prose) if mark["annotation"]]
    return tuple(dict.fromkeys(cited))


def links_of(prose: LocalText) -> frozenset[EntityId]:
    """Every entity that a text by the editors links: `[[id]]`, `[[id|words]]`."""
    return frozenset(EntityId(mark["entity"]) for mark in _marks(prose) if mark["entity"])


def _marks(prose: LocalText) -> Iterator[re.Match[str]]:
    for text in prose.texts:
        yield from MARK.finditer(text)


def _says_something(reading: Reading) -> bool:
    if isinstance(reading, DateValue):
        return reading.edtf is not None
    in_words = not any(letter.isdigit() for letter in reading.raw)
    small = reading.value is not None and reading.value <= FEW
    none = in_words and reading.value == 0  # such texts add nothing
    return not none and not (in_words and small and reading.unit in (None, "count", "times"))


@dataclass(frozen=True, slots=True)
class KnownReadings:
    """The readings that figures in prose may rest on: the words of each, and those of one unit in order."""

    words: frozenset[str]
    by_unit: Mapping[Hashable, tuple[tuple[Reading, ...], Ranges]]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> KnownReadings:
        """Readings in any order; of open dates also the day that they name, 2021 in "until 2021"."""
        given = tuple(readings)
        all = dict.fromkeys((*given, *(named_date(one) for one in given if isinstance(one, DateValue))))
        words = frozenset(fold_plain(one.raw) for one in given)
        by_unit = grouped(all, lambda one: one.unit if isinstance(one, Quantity) else DateValue).items()
        return cls(words, {unit: (alike, Ranges.of(alike)) for unit, alike in by_unit})

    def support(self, told: Reading) -> bool:
        """Whether one of the readings says the same, or for a date the same more precisely."""
        if fold_plain(told.raw) in self.words:
            return True
        asked = (told, named_date(told)) if isinstance(told, DateValue) else (told,)
        return any(
            _rests_on(one, alike[at])
            for one in asked
            for alike, ranges in self.by_unit.values()
            for at in ranges.meeting(_in_unit_of(alike[0], one))
        )


def _in_unit_of(given: Reading, told: Reading) -> Reading:
    """What is counted may go without saying: 28 is looked for among the ages, too."""
    match told, given:
        case Quantity(), Quantity() if may_share_unit(told, given):
            return replace(told, unit=given.unit)
        case _:
            return told


def _rests_on(told: Reading, given: Reading) -> bool:
    match told, given:
        case Quantity(), Quantity():
            alike = replace(given, unit=told.unit) if may_share_unit(told, given) else given
            return compare(told, alike) in (Verdict.AGREE, Verdict.ROUNDING)
        case DateValue(), DateValue():
            return _covers(told, given)
        case _:
            return False


def may_share_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are in one unit; what is counted may go without saying."""
    return in_one_unit(one, other) or {one.unit, other.unit} <= COUNTED


def _covers(coarse: DateValue, fine: DateValue) -> bool:
    if coarse.earliest is None or fine.earliest is None or coarse.latest is None or fine.latest is None:
        return False
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
