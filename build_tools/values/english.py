"""English numerals in words: what one looks like, and what it is worth."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Context, Decimal

from build_tools.model import Interval, Qualifier
from build_tools.values.numeral import ONE, Numeral, coarse_place
from build_tools.values.words import EDGE, alternatives, load_words

WORDS = load_words()
GAP = "(?:-| {1,3})"
AND = "(?:,? {1,3}and {1,3}|, {1,3}|-| {1,3})"
ONES = alternatives(word for word, number in WORDS.english.items() if 0 < number < 10)
TEENS = alternatives(word for word, number in WORDS.english.items() if 10 <= number < 20 or not number)
TENS = alternatives(word for word, number in WORDS.english.items() if number >= 20)
BELOW = rf"(?:{TENS}(?:{GAP}{ONES})?|{TEENS}|{ONES}){EDGE}"
LARGE = alternatives(word for word, size in WORDS.english_scales.items() if size > 100)
ARTICLE = rf"an?(?= (?:hundred|{LARGE}){EDGE})"
HUNDRED = rf"hundred{EDGE}(?:{AND}{BELOW})?"
HUNDREDS = rf"(?:{BELOW}(?:{GAP}{HUNDRED})?|{ARTICLE} {HUNDRED}|{ARTICLE})"
WHOLE = (
    rf"(?:{HUNDREDS}{GAP}{LARGE}{EDGE}(?:{AND}(?={BELOW})|{EDGE}))*"
    rf"(?:{HUNDREDS}(?:{GAP}{LARGE})?(?:{GAP}{LARGE})?{EDGE})"
)
DOZEN = rf"(?:half an? |{BELOW} |an? |[0-9]{{1,4}} )dozen{EDGE}"
COUNTED = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
PARTS = alternatives(WORDS.english_fractions)
A_PART = "(?:an?|one)[ -](?:quarter|third|fourth|fifth|tenth)"
# A third person is none: what follows says that it is a part.
CLOSED = rf"[.,;:!?)]|$| (?:less|more|fewer|lower|higher){EDGE}"
ONE_PART = (
    rf"(?:{A_PART}(?=[- ]of{EDGE})|(?:an?|one)[ -](?:third|fifth|tenth)(?={CLOSED})"
    rf"|(?:(?<=by )|(?<=than )|(?<=nearly )|(?<=almost )|(?<=about )){A_PART})"
)
HALF = "(?<!first )(?<!second )(?<!other )half"
PART = (
    rf"(?:{COUNTED}[ -]and[ -](?:a[ -](?:half|quarter)|three[ -]quarters?)|(?:an?|one) half|{HALF}|{ONE_PART}"
    rf"|{COUNTED}[ -]{PARTS}){EDGE}"
    "(?!-?(?:time|life|party|year))"
)
SHARE_OF = rf"(?:{COUNTED} and )?(?:an? |one |three )?(?:half|quarters?)(?: an? | of an? |[ -]){LARGE}{EDGE}"
MANY = (
    r"(?:multi-?(?P<multi>million|billion|trillion)"
    r"|(?P<plural>tens|dozens|hundreds|thousands|millions|billions|trillions)"
    r"(?: of (?P<of>thousands|millions|billions|trillions))?"
    rf"|(?:several|a few|a couple of)(?: (?P<size>dozen|hundred|{LARGE}))?){EDGE}"
)
DECIMAL = rf"{BELOW} point(?: (?:{ONES}|zero){EDGE})+(?: {LARGE}{EDGE})?"
ORDINAL = (
    rf"(?:{alternatives(WORDS.english_ordinals)}|(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,4}})(?:st|nd|rd|th))"
    rf"(?: place)?{EDGE}(?! century)"
)
DIVISION = Context(prec=20)  # a third has no last digit
PLACE, FINE = Decimal("0.01"), Decimal(5)  # a share is told to a fifth of its part
SIZES_OF_MANY = {"tens": 10, "dozens": 12, "dozen": 12, "hundreds": 100, "hundred": 100}
TOKEN = re.compile(r"[a-z]+|[0-9]+")


def worth(run: str) -> Decimal:
    """What number words are worth.

    >>> [str(worth(run)) for run in ("two hundred", "three thousand nine hundred and sixty five")]
    ['200', '3965']
    """
    total, current = Decimal(0), Decimal(0)
    for word in TOKEN.findall(run.lower()):
        if word in WORDS.english:
            current += WORDS.english[word]
        elif word == "hundred":
            current = (current or ONE) * 100
        elif word in WORDS.english_scales:
            total, current = total + (current or ONE) * WORDS.english_scales[word], Decimal(0)
    return total + current


def read_whole(match: re.Match[str]) -> Numeral:
    """Two hundred, five million: as fine as its digits would be."""
    run = match[0].lower()
    place = next(
        (size for word, size in WORDS.english_scales.items() if size >= 10**6 and run.endswith(word)), ONE
    )
    value = worth(run)
    coarse = coarse_place(value, place)
    return Numeral(*match.span(), value, place, coarse, scale=place, weak=run == "one")


def read_decimal(match: re.Match[str]) -> Numeral:
    """One point five, one point five million."""
    whole, _, rest = match[0].lower().partition(" point ")
    digits = "".join(str(WORDS.english[word]) for word in rest.split() if word in WORDS.english)
    size = WORDS.english_scales.get(rest.split()[-1], ONE)
    value = Decimal(f"{worth(whole)}.{digits}") * size
    place = size.scaleb(-len(digits))
    return Numeral(*match.span(), value, place, place, scale=size)


def read_dozen(match: re.Match[str]) -> Numeral:
    """A dozen, half a dozen, two dozen."""
    run = match[0].lower()
    count = Decimal("0.5") if run.startswith("half") else _count(run.split()[0])
    return Numeral(*match.span(), count * 12)


def _count(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else worth(word) or ONE


def read_part(match: re.Match[str]) -> Numeral:
    """Half, two-thirds, a quarter of."""
    words = TOKEN.findall(match[0].lower())
    below = WORDS.english_fractions[words[-1]]
    whole = WORDS.english[words[0]] if "and" in words else 0
    above = WORDS.english.get(words[-2], 1) if len(words) > 1 else 1
    share = DIVISION.divide(Decimal(above), Decimal(below))
    return Numeral(
        *match.span(), whole + share, PLACE, max(PLACE, DIVISION.divide(ONE, below * FINE)), share=True
    )


def read_share_of(match: re.Match[str]) -> Numeral:
    """Half a million, three quarters billion, one and a half million."""
    words = TOKEN.findall(match[0].lower())
    size = WORDS.english_scales[words[-1]]
    share = Decimal("0.5") if "half" in words else Decimal("0.25")
    share *= 3 if "quarters" in words else 1
    whole = WORDS.english[words[0]] if "and" in words else 0
    return Numeral(*match.span(), (whole + share) * size, size / 100, size / 10, scale=size)


def read_many(match: re.Match[str]) -> Numeral:
    """Hundreds of millions, several hundred; a few, which needs a unit."""
    found = match.groupdict()
    word, of = (found["plural"] or found["multi"] or found["size"] or "").lower(), (found["of"] or "").lower()
    if not word:
        few = Interval(Decimal(2), Decimal(10), high_open=True)
        return Numeral(*match.span(), None, qualifier=Qualifier.SEVERAL, asserted=few, weak=True)
    size = _size(word) * (_size(of) if of else 1)
    within = Interval(size, size * 10, high_open=True)
    return Numeral(*match.span(), None, size, size, size, Qualifier.SEVERAL, within)


def _size(word: str) -> Decimal:
    return Decimal(SIZES_OF_MANY.get(word) or WORDS.english_scales[word.removesuffix("s")])


def read_ordinal(match: re.Match[str]) -> Numeral:
    """The tenth, 32nd place: a rank."""
    run = match[0].lower().removesuffix(" place")
    digits = re.match("[0-9,]+", run)
    value = Decimal(digits[0].replace(",", "")) if digits else Decimal(WORDS.english_ordinals[run])
    return replace(Numeral(*match.span(), value), unit="rank")


def read_article(match: re.Match[str]) -> Numeral:
    """The `a` of `less than a year`; without a bound it is an article."""
    return Numeral(*match.span(), ONE, weak=True)
