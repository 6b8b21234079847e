"""How much of their own words two articles have in common, and in which passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.model import Span
from build_tools.text.shingles import WORD_WEIGHT, Shingled

RUN = 12 * WORD_WEIGHT
ENOUGH = 24 * WORD_WEIGHT
ENOUGH_OF_A_BRIEF = 12 * WORD_WEIGHT
LONG = 80 * WORD_WEIGHT
LEAST, NEARLY_ALL = 25, 80
# A footer: what two articles share at their ends alone. One in many articles may be longer.
FOOTER, SHARED_FOOTER = (60 * WORD_WEIGHT, 50), (80 * WORD_WEIGHT, 75)
BEHIND_FOOTER = 25 * WORD_WEIGHT
MANY = 3

Holders = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Words that are in two articles alike."""

    first: Span
    second: Span


class SharedRun(NamedTuple):
    """Words that two articles have alike: from the first to before the last, in the one and in the other."""

    start: int
    end: int
    other: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles have in common: how many percent of the shorter, and which runs of words."""

    percent: int
    one: Shingled
    other: Shingled
    runs: tuple[SharedRun, ...]

    def passages(self) -> tuple[SharedPassage, ...]:
        """The passages of the runs, in the order of the first article."""
        first, second = self.one.places(), self.other.places()
        return tuple(
            SharedPassage(
                Span(first[run.start].start, first[run.end - 1].end),
                Span(second[run.other].start, second[run.other_end - 1].end),
            )
            for run in self.runs
        )


def shared(one: Shingled, other: Shingled, holders: Holders) -> Shared | None:
    """What two articles have in common if it is enough to be a copy; a footer is not.

    `holders` says how many articles have a shingle, as far as it is known.
    """
    runs = [run for run in _runs(one, other) if _weight(one, run) >= RUN]
    whole = sum(_weight(one, run) for run in runs)
    if whole < ENOUGH_OF_A_BRIEF:
        return None
    left = 0
    if _is_footer(one, other, runs[-1], holders):
        left = _weight(one, runs.pop())
    weight = whole - left
    percent = min(100 * weight // max(min(one.weight, other.weight) - left, 1), 100)
    long = any(_weight(one, run) >= LONG for run in runs)
    if (weight >= ENOUGH and (percent >= LEAST or long)) or (
        weight >= ENOUGH_OF_A_BRIEF and percent >= NEARLY_ALL
    ):
        return Shared(percent, one, other, tuple(runs))
    return None


def _runs(one: Shingled, other: Shingled) -> Iterator[SharedRun]:
    """The words of the one that are in the other, eight or more at a time, in its order."""
    places = dict(zip(other.hashes, range(len(other.hashes)), strict=True))
    first = end = other_first = other_end = 0
    for at, to in enumerate(map(places.get, one.hashes)):
        if to is None or (behind := one.ends[at]) == end:
            continue
        if at <= end and other_first <= to <= other_end:
            end, other_end = behind, max(other_end, other.ends[to])
            continue
        if end:
            yield SharedRun(first, end, other_first, other_end)
        first = max(at, end)
        end, other_first, other_end = behind, to + first - at, other.ends[to]
    if end:
        yield SharedRun(first, end, other_first, other_end)


def _weight(article: Shingled, run: SharedRun) -> int:
    return article.reach[run.end] - article.reach[run.start]


def _is_footer(one: Shingled, other: Shingled, run: SharedRun, holders: Holders) -> bool:
    """Whether a passage is at the end of both articles, short, with other words before it in each."""
    hashes = one.hashes[run.start : run.end]
    is_in_many = any(holders(hash) >= MANY for hash in hashes)
    most, percent = SHARED_FOOTER if is_in_many else FOOTER
    return all(
        reach[-1] - reach[end] < BEHIND_FOOTER
        and reach[end] - reach[start] <= min(most, percent * reach[-1] // 100)
        for reach, start, end in (
            (one.reach, run.start, run.end),
            (other.reach, run.other, run.other_end),
        )
    )
