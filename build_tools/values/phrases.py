"""A numeral with the words that stand by it: sign, unit, currency, and how firmly it is put."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.model import Qualifier
from build_tools.values.beside import AFTER, BEFORE
from build_tools.values.numeral import Numeral
from build_tools.values.numerals import find_numerals
from build_tools.values.words import Unit, load_words

WORDS = load_words()
NO_UNIT = Unit(None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A numeral in its words; `measured` where a unit or a counting word stands by it."""

    numeral: Numeral
    start: int
    end: int
    unit: Unit = NO_UNIT
    measured: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    precise: bool = False
    negative: bool = False
    ordinal: bool = False


THAN = re.compile(" {0,2}(?:(?P<over>[大高多长贵重])|[小低少短轻])")
PARAMETERS = re.compile(" ?(?:大?模型|版本)|[- ](?:models?|version)")
CALENDAR = frozenset({"year", "month", "week", "day"})
QUARTER = Decimal("0.25")
PARTS = {"a half": 2 * QUARTER, "a quarter": QUARTER, "three quarters": 3 * QUARTER}
THE = " eht"  # the words before a number are read backwards
TIMES = CALENDAR | {"quarter", "hour", "minute", "second"}
# More than four years: for over four years, over four years ago. Not so $300 million over four years.
LASTING = re.compile(
    r"(?:^|[^A-Za-z0-9% ]|(?i:\b(?:for|in|after|of|than|just|well|little|lasted|took|spent|was|been))) ?\Z"
)
SINCE = re.compile(" (?:ago|old|earlier|later|after|before|now)")


def find_phrases(text: str) -> Iterator[Phrase]:
    """The numerals of a text in ordinary digits, each with the words that stand by it."""
    reverse, done = f"{text[::-1]}\n", -1
    for numeral in find_numerals(text):
        after = AFTER.match(text, numeral.end)
        before = BEFORE.match(reverse, len(text) - numeral.start, len(text) - done)
        if after and before and done <= numeral.start:
            phrase = _dressed(numeral, after, before, text)
            done = phrase.end
            yield phrase


def _dressed(numeral: Numeral, after: re.Match[str], before: re.Match[str], text: str) -> Phrase:
    unit, own = _unit(after, before)
    part = numeral.share or numeral.unit == "%"
    if part and ((unit.name in (None, "person") and after["unit"]) or text.startswith(" of ", numeral.end)):
        unit, own = NO_UNIT, False
    end = max(after.end() if own else numeral.end, numeral.end)
    early, precise, end = _early(before, unit, text, end)
    kept = ["rank", "sign", "money", "minus", "far_money"]
    kept += ["word"] if precise or early is not Qualifier.EXACT else []
    left = [before.end(name) for name in kept if before[name]]
    return Phrase(
        _sized(numeral, unit, after),
        start=len(text) - max(left, default=before.start()),
        end=end,
        unit=_parameters(numeral, unit, text) if unit.name is None else unit,
        measured=bool(after["unit"] or before["money"] or before["far_money"]),
        qualifier=_strongest(early, _late(after), numeral.qualifier),
        precise=precise,
        negative=bool(before["sign"] or before["minus"]),
        ordinal=bool(before["rank"]) or numeral.unit == "rank",
    )


def _unit(after: re.Match[str], before: re.Match[str]) -> tuple[Unit, bool]:
    """The unit, and whether the word after the number is its own: in RMB 10, USD 20 it is not."""
    word = f"个{after['halved']}" if after["halved"] else after["unit"]
    word = "个月" if word == "月" else word
    sign = before["money"] or before["far_money"]
    named = NO_UNIT if not word or _is_piece(after) else _named(WORDS.units_after, word)
    money = _named(WORDS.units_before, sign[::-1]) if sign else NO_UNIT
    if not sign:
        return named, True
    if not named.money or named.assumed:
        return money, True
    return (named, True) if money.assumed or money.name == named.name else (money, False)


def _is_piece(after: re.Match[str]) -> bool:
    """块 is money only for small sums: 10万块 and 三块芯片 are pieces."""
    if after["unit"] != "块":
        return False
    text, end = after.string, after.end("unit")
    return text[after.start() - 1] in "百千万亿" or text[end : end + 1].isalpha()


def _named(units: Mapping[str, Unit], word: str) -> Unit:
    word = word.lower()
    return units[word] if word in units else units[word.replace(" ", "")]


def _sized(numeral: Numeral, unit: Unit, after: re.Match[str]) -> Numeral:
    """With the million of 75 USD million, the half of 两年半 and of a year and a half, and the M of MUSD."""
    size = WORDS.english_scales[after["size"].strip().lower()] if after["size"] else unit.factor
    if size != 1 and numeral.value is not None and numeral.scale == 1:
        place, coarse = numeral.place * size, numeral.coarse * size
        numeral = replace(numeral, value=numeral.value * size, place=place, coarse=coarse, scale=size)
    if after["half"] and numeral.value is not None and numeral.place >= 1:
        half = numeral.scale / 2
        numeral = replace(numeral, value=numeral.value + half, place=half, coarse=half)
    if after["part"] and numeral.value is not None and numeral.place == numeral.scale == 1:
        part = PARTS[after["part"].lower().replace("-", " ")]
        numeral = replace(numeral, value=numeral.value + part, place=QUARTER, coarse=QUARTER, weak=False)
    return numeral


def _parameters(numeral: Numeral, unit: Unit, text: str) -> Unit:
    """450B is a number of parameters where the words say so."""
    lettered = text[numeral.end - 1] in "BMT"
    named = PARAMETERS.match(text, numeral.end) if lettered else None
    led = "参数" in text[max(0, numeral.start - 8) : numeral.start] and numeral.scale > 1
    return Unit("parameter") if named or led else unit


def _early(before: re.Match[str], unit: Unit, text: str, end: int) -> tuple[Qualifier, bool, int]:
    """What the words before the number say, whether to the point, and where the phrase then ends."""
    word = before["word"][::-1].lower() if before["word"] else ""
    start = len(text) - before.end("word")
    if word == "比":
        than = THAN.match(text, end)
        side = Qualifier.OVER if than and than["over"] else Qualifier.UNDER
        return (side, False, than.end()) if than else (Qualifier.EXACT, False, end)
    if not word or _part_of_another_word(word, start, text) or _is_of_time(word, unit, text, start, end):
        return Qualifier.EXACT, False, end
    said = WORDS.before.get(word, Qualifier.EXACT)
    if said is Qualifier.ABOUT and THE in before.string[before.start() : before.start("word")]:
        return Qualifier.EXACT, False, end  # what is about the thirty who died is not about thirty
    return said, word in WORDS.precisely, end


def _late(after: re.Match[str]) -> Qualifier:
    if after["unit"] and "个多" in after["unit"]:
        return Qualifier.OVER
    match (after["more"] or after["late"] or "").strip():
        case "多" | "余":
            return Qualifier.OVER
        case "来":
            return Qualifier.ABOUT
        case "+":
            return Qualifier.AT_LEAST
        case _:
            return WORDS.after.get((after["post"] or "").lower(), Qualifier.EXACT)


def _strongest(*said: Qualifier) -> Qualifier:
    """A bound is stronger than `about`, and what stands first is stronger than what follows."""
    found = [one for one in said if one is not Qualifier.EXACT]
    bounds = [one for one in found if one is not Qualifier.ABOUT]
    return next(iter(bounds + found), Qualifier.EXACT)


def _part_of_another_word(word: str, start: int, text: str) -> bool:
    """最近, 合约 and 高超 are other words than 近, 约 and 超."""
    return start > 0 and text[start - 1] in WORDS.not_after.get(word, "")


def _is_of_time(word: str, unit: Unit, text: str, start: int, end: int) -> bool:
    """Whether the word is no bound beside a length of time: 近五年, $3 million over four years."""
    match word:
        case "近":
            return unit.name in CALENDAR
        case "over" if unit.name in TIMES:
            return not (LASTING.search(text[max(0, start - 12) : start]) or SINCE.match(text, end))
        case _:
            return False
