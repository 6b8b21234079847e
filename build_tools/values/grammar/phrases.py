"""A numeral with its words: sign, unit, currency, bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.values.grammar.after import read_after
from build_tools.values.grammar.before import Before
from build_tools.values.grammar.behind import After
from build_tools.values.grammar.compiled import pattern, worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.measures import measured_by
from build_tools.values.grammar.numeral import LAST_RANK, Numeral, times
from build_tools.values.grammar.numerals import find_numerals
from build_tools.values.grammar.reading_before import read_before
from build_tools.values.grammar.shares import combine_shares
from build_tools.values.grammar.tokens import TokenKind

SIZES = {"m": Decimal(10**6), "mm": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
OLDEST = 130
AGES = r"\b(?:aged|ages) (?:(?:[0-9]{1,3}|%s)(?:, | and |, and | or ))+\Z"
AGED_OF = r"\ban? (?P<person>[a-z-]+) of \Z"
NAME_BEFORE = r"(?P<first>[A-Z][\w.'-]+ )?(?P<last>[A-Za-z][\w'-]+), \Z"
COUNTED = COUNTED_THINGS | {"", "parameter", "times", "vote"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a text names it; `assumed` where the word leaves the currency open."""

    name: str | None
    assumed: bool = False
    money: bool = False


NO_UNIT = Unit(None)


class Phrase(NamedTuple):
    """A numeral with its words; `measured` where it has a unit or a counting word."""

    numeral: Numeral
    start: int
    end: int
    unit: Unit = NO_UNIT
    measured: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    precise: bool = False
    negative: bool = False
    ordinal: bool = False
    stop: int = 0  # the token behind the phrase
    written: Numeral | None = None  # as it was before its words changed its size
    per: str = ""  # what the words before it count it by: 每小时


def find_phrases(lexed: Lexed) -> Iterator[Phrase]:
    """The numerals of a text, each with its words."""
    done = stop = 0
    for numeral in combine_shares(find_numerals(lexed), lexed):
        if numeral.start >= done:
            phrase = dress(numeral, lexed, stop, done)
            done, stop = phrase.end, phrase.stop
            yield phrase


def dress(numeral: Numeral, lexed: Lexed, stop: int, done: int) -> Phrase:
    """The numeral with its words, which are behind the token `stop` and the place `done`."""
    written = numeral
    after = read_after(lexed, numeral)
    before = read_before(lexed, numeral, stop, done)
    unit, own = _unit(lexed, numeral, after, before)
    if _is_part(numeral, unit, lexed):
        unit, own = NO_UNIT, not after.unit and own
    end = after.end if own else after.bare_end
    numeral = _lettered(_sized(numeral, after), unit, after, lexed)
    if before.money and before.money.number != 1:
        numeral = times(numeral, before.money.number)  # MAUD 60
    if before.from_last:
        numeral = numeral._replace(unit=LAST_RANK)
    if numeral.letter and not unit.name and not after.unit:
        unit, end = (
            Unit("meter" if numeral.letter == "m" else "tonne" if numeral.letter == "t" else None),
            end,
        )
    if unit.name is None and _is_magnitude(numeral, lexed):
        unit = Unit("magnitude")
    if unit.name is None and not after.unit and _is_aged(numeral, lexed):
        unit = Unit("year-person")
    if unit.name is None and _are_parameters(numeral, lexed.text):
        unit = Unit("parameter")
    return Phrase(
        numeral,
        start=before.start_for(unit.name, lexed, numeral.end),
        end=max(end, numeral.end, before.end),
        unit=unit,
        measured=bool(after.unit or before.money),
        qualifier=_qualifier(numeral, before, after if own else None, lexed, unit),
        precise=before.precise,
        negative=before.negative,
        ordinal=before.ordinal or numeral.unit == "rank",
        stop=max(after.stop if own else numeral.stop, numeral.stop),
        written=written,
        per=before.per,
    )


def _is_magnitude(numeral: Numeral, lexed: Lexed) -> bool:
    """Magnitude-6.1, 规模5.1地震; another 规模 is a size."""
    lists, head = load_lexicon().lists, lexed.small[max(0, numeral.start - 16) : numeral.start]
    if head.endswith(lists["magnitude_before"]):
        return True
    behind = lexed.text[numeral.end : numeral.end + 6]
    return head.rstrip().endswith(lists["size_before"]) and any(word in behind for word in lists["quakes"])


@cache
def _ages() -> re.Pattern[str]:
    """Aged 4, 7 and, aged four, six and."""
    words = (*load_lexicon().of(TokenKind.ONE), *load_lexicon().of(TokenKind.TEEN))
    return re.compile(AGES % "|".join(words))


def _is_aged(numeral: Numeral, lexed: Lexed) -> bool:
    """Aged 87, a man of age 87, a woman of 81, aged 4, 7 and 11."""
    head = lexed.small[max(0, numeral.start - 40) : numeral.start]
    whole = numeral.value is not None and numeral.value <= OLDEST and numeral.scale == 1 and not numeral.share
    lists, one_of = load_lexicon().lists, pattern(AGED_OF).search(head)
    told = head.endswith(lists["aged"]) or bool(_ages().search(head))
    told = told or bool(one_of and one_of["person"] in lists["aged_people"])
    turned = head.endswith(lists["turned"]) and lexed.small.startswith(lists["behind_turned"], numeral.end)
    return whole and (told or turned or _is_beside_name(numeral, lexed))


def _is_beside_name(numeral: Numeral, lexed: Lexed) -> bool:
    """Jane Poe, 34, said; the driver, 41, was arrested; no day of a month and no other number of a list."""
    text, start, end = lexed.text, numeral.start, numeral.end
    closes = text[end : end + 1] == "," and not text[end + 1 : end + 3].strip(" ").isdigit()
    if not closes or text[start - 2 : start] != ", " or not text[start:end].isdigit():
        return False
    name = pattern(NAME_BEFORE).search(text, max(0, start - 24), start)
    if not name:
        return False
    lists, word = load_lexicon().lists, name["last"]
    if word.islower():
        return word in lists["aged_people"] or word.endswith(lists["aged_endings"])
    if word.lower() in lists["not_aged"] or word.lower() in lists["function_words"]:
        return False
    first = (name["first"] or "").strip().lower()
    whole = first and first not in lists["function_words"]
    return bool(whole) or _is_surname(text, name.start("last"), end)


def _is_surname(text: str, start: int, end: int) -> bool:
    """Poe, 41, finished: a name that no word of place leads, and behind the age the sentence goes on."""
    rest = text[end + 1 : end + 3]
    goes_on = not rest.strip() or (rest[0] == " " and rest[1:].islower())
    led = text[max(0, start - 8) : start].lower().endswith(load_lexicon().lists["leads_place"])
    return goes_on and not led and text[end - 2 : end].isdigit()


def _are_parameters(numeral: Numeral, text: str) -> bool:
    """70B is a number of parameters where the words say so."""
    lettered = text[numeral.end - 1] in "BMT"
    named = lettered and worded("model").match(text, numeral.end)
    return bool(named) or (
        numeral.scale > 1 and _says(text[max(0, numeral.start - 8) : numeral.start], "parameters")
    )


def _says(words: str, name: str) -> bool:
    return any(word in words for word in load_lexicon().lists[name])


def _is_part(numeral: Numeral, unit: Unit, lexed: Lexed) -> bool:
    """A fifth of people, 八成员工, the third man: people are what a part or a rank is of."""
    if numeral.unit == "rank":
        return True
    part = numeral.share or numeral.unit == "%"
    return part and (
        unit.name is None or unit.name in COUNTED_THINGS or lexed.small.startswith(" of ", numeral.end)
    )


def _unit(lexed: Lexed, numeral: Numeral, after: After, before: Before) -> tuple[Unit, bool]:
    """The unit, and whether the word after the number is its own: in RMB 10, USD 20 it is not."""
    word = after.unit
    named = NO_UNIT
    if word:
        name = measured_by(lexed, numeral, after, before) if not after.money else word.name
        named = Unit(name or None, word.open, after.money)
    if not before.money:
        return named, True
    money = Unit(before.money.name, before.money.open, money=True)
    if not word or not named.money:
        return money, not word
    if named.assumed:
        return money, True
    return (named, True) if money.assumed or money.name == named.name else (money, False)


def _sized(numeral: Numeral, after: After) -> Numeral:
    """With the million of 75 USD million, the half of 两年半, the ten of a decade."""
    if after.factor != 1 and numeral.scale == 1:
        numeral = times(numeral, after.factor)
    if after.more and numeral.value is not None and numeral.place >= numeral.scale:
        value = numeral.value + after.more * numeral.scale
        place = after.more_place * numeral.scale
        numeral = numeral._replace(value=value, place=place, coarse=place, weak=False)
    return numeral


def _lettered(numeral: Numeral, unit: Unit, after: After, lexed: Lexed) -> Numeral:
    """10m users, $3t: a size beside money or a counted noun."""
    if not numeral.letter or after.letter_is_unit:
        return numeral._replace(letter="") if numeral.letter else numeral
    counted = after.unit is not None and (unit.name or "") in COUNTED
    if unit.money or counted or after.letter_counts or numeral.letter == "b":
        return times(numeral, SIZES[numeral.letter])._replace(end=after.letter_end)
    return numeral._replace(end=after.letter_end)


def _qualifier(numeral: Numeral, before: Before, after: After | None, lexed: Lexed, unit: Unit) -> Qualifier:
    """What the words around the number say; 零下二十多度 is less than that, and not more."""
    behind = after.qualifier if after else Qualifier.EXACT
    own = numeral.qualifier
    if before.negative:
        behind = Qualifier.UNDER if after and after.larger and behind is Qualifier.OVER else behind
        own = Qualifier.UNDER if own is Qualifier.OVER else own
    return _strongest(before.qualifier_for(unit.name, lexed), behind, own)


def _strongest(*said: Qualifier) -> Qualifier:
    """A bound is stronger than `about`, and what is first is stronger than what follows."""
    found = [one for one in said if one is not Qualifier.EXACT]
    bounds = [one for one in found if one is not Qualifier.ABOUT]
    return next(iter(bounds + found), Qualifier.EXACT)
