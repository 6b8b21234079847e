"""How a reading relates to the one before it: a difference, the next of a list, another value of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

from build_tools.binding.breaks import Strength
from build_tools.binding.cells import Row
from build_tools.binding.connecting_words import Words, any_case, any_of, is_empty, names_a_time, only_joins
from build_tools.binding.link_patterns import worded
from build_tools.model import Span
from build_tools.text.letters import HAN, HAN_LETTER

NEARLY = rf"(?:\s*{any_of(Words.NEARLY)})*\s*\Z"
MOVES = any_of(Words.CHANGE, Words.MOVED)
BY_ITSELF = any_of(Words.CHANGE, Words.DIFFERENCE_BEFORE)
BY_HOW_MUCH = (
    rf"(?:{BY_ITSELF}\s*{any_of(Words.BY)}?|{any_of(Words.MOVED)}\s+{any_of(Words.DONE_BY)}){NEARLY}"
)
BEYOND = rf"{any_of(Words.EXCEEDING)}(?P<than>(?-i:(?!{worded.source('of_han')})[{HAN}]){{2,8}}){NEARLY}"
RATE = rf"\A\s*{any_of(Words.ARTICLES, Words.BASE)}\s+[a-z]+"
MOVED_TO = (  # a two-year ban, later reduced to 18 months
    rf"(?:\s[a-z-]+){{0,3}},?\s(?:which\s)?(?:[a-z]+\s){{0,2}}"
    rf"{any_of(Words.MOVED)}{worded.source('how_moved')}{any_of(Words.TO)}{NEARLY}"
)
THAT_NUMBER = rf"{any_of(Words.THAT_NUMBER)}(?-i:[^,;.，。；])*\Z"
MORE = rf"\s*{any_of(Words.DIFFERENCE_BEHIND)}"
STILL_MORE = rf"\s*{any_of(Words.STILL_MORE)}\s+{any_of(Words.VERBS)}"
FURTHER = rf"{any_of(Words.FURTHER)}{NEARLY}"
TO = rf"(?:{MOVES}\s*{any_of(Words.BY)}?\s*)?{any_of(Words.TO)}\s*{any_of(Words.BY)}?{NEARLY}"
BACK_FROM = rf",?\s*(?P<moved>{MOVES}\s+)?{any_of(Words.FROM)}{NEARLY}"
FROM = rf"{any_of(Words.FROM)}[^,;]*\Z"
PARTED = rf"{any_of(Words.PART)}|{any_of(Words.OUT_OF)},?\s*\Z"
OF_THEM = rf"\s*{any_of(Words.WHOLE)}\s+{any_of(Words.THEM)}"  # 1,900 jobs, 400 of them here
CORRECTED = rf"{any_of(Words.CORRECTED)}\s*\Z"
NO_LABEL = rf"{any_of(Words.CAUSES, Words.THERE_IS, Words.POSSESSIVE)}\s*\Z"
LATIN_PLACE = rf"\s+(?:{any_of(Words.ARTICLES)}\s+)?[A-Za-z][\w.’'-]*(?-i:\s+[A-Z][\w.’'-]*)*"
PLACE = rf"(?:{LATIN_PLACE}|(?-i:[{HAN}\w\s]){{1,6}}(?=(?-i:[^{HAN}])|$))"


class Link(Enum):
    """What a reading takes over from an earlier one."""

    NONE = "none"
    AGAIN = "again"  # it is another value of the same thing
    LISTED = "listed"  # it is one more, with nothing between
    MORE = "more"  # it counts more of what the earlier one counts
    ELLIPSIS = "ellipsis"  # its clause leaves out what was said before


class Lean(Enum):
    """On which side of its number a word is."""

    BEFORE = "before"
    BEHIND = "behind"
    NEITHER = "neither"


@dataclass(frozen=True)
class Links:
    """The links of a row; a difference has none, and is passed over."""

    row: Row

    @cached_property
    def differences(self) -> tuple[bool, ...]:
        """For each reading, whether it is a difference: `增加300人`, `rose by 300`, `3 more than`."""
        return tuple(self._is_difference(at) for at in range(len(self.row.spans)))

    @cached_property
    def before(self) -> tuple[tuple[int, Link], ...]:
        """For each reading, the last one before it that is no difference, and the link between them."""
        found: list[tuple[int, Link]] = []
        last = -1
        for at, differs in enumerate(self.differences):
            found.append((last, Link.NONE if differs or last < 0 else self._link(at, last)))
            last = last if differs else at
        return tuple(found)

    @cached_property
    def shared(self) -> tuple[bool, ...]:
        """For each reading, whether the words before or behind its list belong to the whole list."""
        found: list[bool] = []
        for first, last in self._runs():
            found += [not self._is_apart(first, last)] * (last - first + 1)
        return tuple(found)

    def _is_apart(self, first: int, last: int) -> bool:
        """Whether each item has its own words: 死亡12人、20人受伤, but not `cut 12 and 20 jobs`."""
        tail = self.row.text(self.row.behind(last))
        if not self.has_label(first) or is_empty(tail):
            return False
        joint = self.row.text(self.row.gaps[last - 1].span) if last else ""
        return bool(HAN_LETTER.search(tail)) or not any_case(any_of(Words.COORDINATORS)).search(joint)

    @cached_property
    def leans(self) -> tuple[Lean, ...]:
        """For each gap, on which side of its number a word is: 12死20伤, 死12伤20."""
        found: list[Lean] = []
        for first, last in self._stretches():
            head, tail = self.has_label(first), self.row.says(self.row.behind(last))
            lean = Lean.NEITHER if head == tail else Lean.BEFORE if head else Lean.BEHIND
            found += [lean] * max(last - first, 1)
        return tuple(found)

    @cached_property
    def lists(self) -> tuple[range, ...]:
        """Two or more readings with nothing but `and` or a comma between them."""
        ends = [at for at, (_, link) in enumerate(self.before) if link is not Link.LISTED]
        found = (range(start, end) for start, end in pairwise([*ends, len(self.before)]))
        return tuple(one for one in found if len(one) > 1)

    def has_label(self, at: int) -> bool:
        """Whether the words before a reading say what it measures; those of 造成12人死亡 do not."""
        text = self.row.text(self.row.before(at))
        return not is_empty(text) and not any_case(NO_LABEL).search(text)

    def compares(self, at: int) -> bool:
        """Whether the words behind a reading name what it is compared with: `18 more than Roe`."""
        return bool(any_case(MORE).match(self.row.text(self.row.behind(at))))

    def beyond(self, at: int) -> Span | None:
        """The words for what a difference is reckoned from: 警戒水位 in 超过警戒水位1.87米."""
        before = self.row.before(at)
        found = any_case(BEYOND).search(self.row.text(before))
        if found is None or is_empty(found["than"]):
            return None
        return Span(before.start + found.start("than"), before.start + found.end("than"))

    def leads_on(self, at: int) -> bool:
        """Whether a difference leads to the sum that is the next reading: `增加300人，达到1200人`."""
        row, gaps = self.row, self.row.gaps
        return self.differences[at] and at < len(gaps) and bool(any_case(TO).search(row.text(gaps[at].span)))

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """The readings from a cut to the next; a gap that is cut is its own stretch."""
        first = 0
        for at, gap in enumerate(self.row.gaps):
            if gap.cuts:
                if first < at:
                    yield first, at
                yield at, at + 1
                first = at + 1
        if first < len(self.row.gaps):
            yield first, len(self.row.gaps)

    def _runs(self) -> Iterator[tuple[int, int]]:
        first = 0
        for at in range(1, len(self.row.spans) + 1):
            if at == len(self.row.spans) or self.before[at][1] not in (Link.LISTED, Link.AGAIN):
                yield first, at - 1
                first = at

    def _is_difference(self, at: int) -> bool:
        before, behind = (self.row.text(span) for span in (self.row.before(at), self.row.behind(at)))
        more = any_case(MORE).match(behind) and not any_case(STILL_MORE).match(behind)
        by_how_much = any_case(BY_HOW_MUCH).search(before) or more
        return bool(by_how_much or self.beyond(at))

    def _link(self, at: int, last: int) -> Link:
        gap = self.row.level.at(self.row.spans[last].end, self.row.spans[at].start)
        of_them = any_case(OF_THEM).match(self.row.text(self.row.behind(at)))
        if self.row.is_whole(at) or of_them or any_case(PARTED).search(gap):
            return Link.NONE
        if self._is_other_value(at, last, gap):
            return Link.AGAIN
        if only_joins(gap):
            return Link.LISTED
        if self._is_of_the_same(at):
            return Link.MORE
        cuts = self.row.gaps[at - 1].cuts
        if not cuts or cuts[0].strength is Strength.PREPOSITION:
            return Link.NONE
        around = self._around(at)
        placed = {_lead(found) for pattern, text in self._around(last) for found in pattern.finditer(text)}
        rest = (
            pattern.sub(lambda found: " " if _lead(found) in placed else found[0], text)
            for pattern, text in around
        )
        return Link.ELLIPSIS if is_empty(" ".join(rest)) else Link.NONE

    def _around(self, at: int) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The words before and behind a reading, each with the pattern of those that say where."""
        return (
            (any_case(any_of(Words.PLACE_BEFORE) + PLACE), self.row.text(self.row.before(at))),
            (any_case(any_of(Words.PLACE_BEHIND) + PLACE), self.row.text(self.row.behind(at))),
        )

    def _is_of_the_same(self, at: int) -> bool:
        """Whether a number goes on counting what the last one counts: and another 15, about 40 more."""
        row = self.row
        before, behind = (row.text(span) for span in (row.before(at), row.behind(at)))
        return bool(
            any_case(STILL_MORE).match(behind) or (any_case(FURTHER).search(before) and is_empty(behind))
        )

    def _is_other_value(self, at: int, last: int, gap: str) -> bool:
        """From one to the other, one rather than the other, or the same at another time."""
        if backward := any_case(BACK_FROM).search(gap):
            aside = backward["moved"] and backward[0].startswith(",")
            return bool(aside) or is_empty(any_case(RATE).sub("", gap[: backward.start()]))
        if any_case(MOVED_TO).fullmatch(gap):
            return True
        if forward := any_case(TO).search(gap):
            opened = any_case(FROM).search(self.row.text(self.row.before(last)))
            moved = at - last > 1 or any_case(MOVES).search(gap) or names_a_time(gap)
            if opened or (moved and is_empty(gap[: forward.start()])):
                return True
            if any_case(THAT_NUMBER).search(gap):
                return True
        own = f"{self.row.text(self.row.before(at))} {self.row.text(self.row.behind(at))}"
        timed = names_a_time(own) or any_case(any_of(Words.COMPARED)).search(gap)
        return bool(any_case(CORRECTED).search(gap) or (timed and is_empty(own)))


def _lead(place: re.Match[str]) -> str:
    """The preposition before a place: "in" of "in Beta"; the first character of Chinese."""
    return place[0].split()[0].lower() if place[0].isascii() else place[0][0]
