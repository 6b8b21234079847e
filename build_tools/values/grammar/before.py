"""What is read before a numeral: its bound, its currency, its sign, its rank, and what it is counted by."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import Qualifier
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.over_words import is_of_sum, is_since, lasting_words, taking
from build_tools.values.grammar.tokens import Word
from build_tools.values.grammar.within import holds_within

CALENDAR = frozenset({"year", "month", "week", "day"})
TIMES = CALENDAR | {"quarter", "hour", "minute", "second"}


@dataclass(slots=True)
class Before:
    """What is read before a numeral, and where each begins."""

    start: int
    end: int = -1
    qualifier: Qualifier = Qualifier.EXACT
    bound: str = ""
    bound_at: int = -1
    bound_end: int = -1
    money: Word | None = None
    money_at: int = -1
    precise: bool = False
    negative: bool = False
    ordinal: bool = False
    from_last: bool = False
    per: str = ""

    def qualifier_for(self, unit: str | None, lexed: Lexed) -> Qualifier:
        """The bound, but where the word is none beside a length of time."""
        return Qualifier.EXACT if self._is_of_time(unit, lexed) else self.qualifier

    def start_for(self, unit: str | None, lexed: Lexed, end: int) -> int:
        """Where the phrase begins: a word that asserts nothing does not belong to it."""
        said = self.qualifier is not Qualifier.EXACT or self.precise
        places = [self.start]
        if self.bound_at >= 0 and said and not self._is_of_time(unit, lexed):
            places.append(self.bound_at)
        if self.money_at >= 0:
            places.append(self.money_at)
        return min(places)

    def left(self) -> int:
        """Where the first of what is read so far begins."""
        return min(place for place in (self.start, self.money_at, self.bound_at) if place >= 0)

    def _is_of_time(self, unit: str | None, lexed: Lexed) -> bool:
        """近五年, $3 million over four years; and took over 14 depots, within two of the lead."""
        if self.bound in load_lexicon().lists["within_before"]:
            return not holds_within(unit)
        if self.bound in load_lexicon().lists["near_han"]:
            return unit in CALENDAR and not worded("long_ago").match(lexed.text, self.bound_end)
        if self.bound == "over" and (
            self._is_particle(unit, lexed) or is_of_sum(lexed.small, self.bound_end)
        ):
            return True
        if self.bound != "over" or unit not in TIMES:
            return False
        lasting, since = lasting_words()
        text, end = lexed.small, self.bound_end
        lasts = lasting.search(text[max(0, self.bound_at - 12) : self.bound_at])
        return not (lasts or since.match(text, end) or is_since(text, end))

    def _is_particle(self, unit: str | None, lexed: Lexed) -> bool:
        """Whether "over" belongs to a verb: handed over 12 prisoners, took over 14 depots, but not years."""
        found = taking().search(lexed.small[max(0, self.bound_at - 12) : self.bound_at])
        measured = self.money is not None or unit in TIMES or unit in ("%", "person")
        return found is not None and (bool(found["always"]) or not measured)
