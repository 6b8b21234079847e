"""A text as the grammar of dates reads it: numbers, words of time by kind, and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from build_tools.text.letters import is_han
from build_tools.values.grammar import characters
from build_tools.values.grammar.characters import DIGITS, TWO
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.tokens import Token, TokenKind, Word
from build_tools.values.grammar.word_years import Number, number_in_words

SIGNS = {
    "comma": ",、",
    "dash": "-—–~",
    "slash": "/",
    "dot": ".",
    "colon": ":",
    "open": "(",
    "close": ")",
    "apostrophe": "'’",
    "semicolon": ";",
    "stop": "。!?",
    "newline": "\n",
    "space": " ",
    "money": "$€£¥#",
    "percent": "%",
    "quote": '"',
}
MARKS = {sign: kind for kind, signs in SIGNS.items() for sign in signs}
ONE_KIND = {kind: frozenset({kind}) for kind in (*SIGNS, "other", "han", "fiscal")}
OF_INSTANT = {"T": "instant_t", "Z": "instant_z", "+": "plus"}  # 2025-10-03T08:15:20+08:00
MOST_SPACES = 3
DOTTED_START = re.compile("(?:1[5-9]|20|21)[0-9]{2}[.][0-9]{1,2}")
DOTTED_END = re.compile("[.][0-9]{1,2}(?![0-9.])")
HOUR_POINT = re.compile("(?:1[0-2]|[1-9])[.][0-5][0-9]")
DOTTED = re.compile("[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}")
TENS = dict(zip(characters.PLACES[3:], (20, 30, 40), strict=True))
PLACES = dict(zip(characters.PLACES[:3], (10, 100, 1000), strict=True))
LARGE = frozenset(characters.SCALES)
THOUSAND = characters.PLACES[2]


class Item(NamedTuple):
    """A word, number or mark with its place, the kinds it may be, and for a number what it is worth."""

    start: int
    end: int
    kinds: frozenset[str]
    words: tuple[Word, ...] = ()
    number: int | None = None
    pair: tuple[int, int] | None = None

    def word(self, *kinds: str) -> Word:
        """The word as the first of these kinds that it can be."""
        return next(word for kind in kinds for word in self.words if word.kind == kind)


NUMBERS = frozenset(
    {
        TokenKind.ARABIC,
        TokenKind.DIGIT,
        TokenKind.PLACE,
        TokenKind.SCALE,
        TokenKind.ONE,
        TokenKind.TEEN,
        TokenKind.TENS,
        TokenKind.ORDINAL,
    }
)  # fmt: skip; what a number begins with


@cache
def date_kinds() -> frozenset[TokenKind]:
    """The kinds that dates are made of: those from the sign of a year on."""
    kinds = list(TokenKind)
    more = {
        TokenKind.ARTICLE,
        TokenKind.SEVERAL,
        TokenKind.FEW,
        TokenKind.HALF,
        TokenKind.LARGE,
        TokenKind.RANK,
        TokenKind.BEFORE,
        TokenKind.MORE,
    }
    return frozenset(kinds[kinds.index(TokenKind.YEAR_SIGN) :]) | more


def items_of(lexed: Lexed) -> list[Item]:
    """All of a text, in order: what is no word of time, number or mark is one item a run."""
    return items_within(lexed, 0, len(lexed.text), range(len(lexed.tokens)))


def items_within(lexed: Lexed, start: int, end: int, tokens: range) -> list[Item]:
    """The items of a stretch of the text that holds these of its tokens."""
    found: list[Item] = []
    at, done = tokens.start, start
    while at < tokens.stop:
        used, item = item_at(lexed, at)
        if done < item.start:
            found += marks_between(lexed.text, done, item.start)
        found.append(item)
        at, done = at + used, item.end
    return found + marks_between(lexed.text, done, end) if done < end else found


def item_at(lexed: Lexed, at: int) -> tuple[int, Item]:
    """The item that begins with a token, and of how many tokens it is."""
    tokens, token = lexed.tokens, lexed.tokens[at]
    if number := _number(lexed.text, tokens, at):
        end = tokens[at + number.tokens - 1].end
        words = token.words if number.tokens == 1 else ()
        kinds = _kinds_of_number(lexed.text[token.start : end], number)
        kinds = kinds | kinds_of(token) if words else kinds
        return number.tokens, Item(token.start, end, kinds, words, number.value, number.pair)
    kinds = _kinds_of_word(token.kinds, lexed.text[token.start : token.end])
    if "cut_day" in kinds:
        return 1, Item(token.start, token.start + 1, frozenset({"day_sign"}))
    return 1, Item(token.start, token.end, kinds, token.words)


def _number(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    if NUMBERS.isdisjoint(tokens[at].kinds):
        return None
    return _han_number(text, tokens, at) or _arabic(text, tokens, at) or number_in_words(text, tokens, at)


def kinds_of(token: Token) -> frozenset[str]:
    """The kinds that count for dates."""
    return token.kinds & date_kinds()


@lru_cache(maxsize=1 << 14)
def _kinds_of_word(kinds: frozenset[TokenKind], text: str) -> frozenset[str]:
    """The kinds of a word that is no number, which may be a mark too."""
    counted: frozenset[str] = kinds & date_kinds()
    if text in MARKS:
        return counted | {MARKS[text]}
    if text in OF_INSTANT:
        return counted | {OF_INSTANT[text], "other"}
    return counted or ONE_KIND["other" if text[-1].isascii() else "han"]


def _arabic(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """2025, 12th; a number with a size after it is another."""
    token = tokens[at]
    if not token.is_(TokenKind.ARABIC):
        return None
    raw, after = text[token.start : token.end], text[token.end : token.end + 1]
    if (
        DOTTED_START.fullmatch(raw)
        and (tail := DOTTED_END.match(text, token.end))
        and _ends(tokens, at, tail)
    ):
        return Number(2, -1)
    letter = text[token.start - 1 : token.start]
    glued = letter.isascii() and letter.isalpha() and (at == 0 or tokens[at - 1].end != token.start)
    if glued and letter == "T" and len(raw) == 2:
        glued = not text[token.start - 2 : token.start - 1].isdigit()  # the hour of an instant
    if glued or not raw.isdigit() or after in LARGE or (after in PLACES and after):
        return Number(1, -1)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.start == token.end and following.is_(TokenKind.TH):
        return Number(2, int(raw), nth=True)
    return Number(1, int(raw))


def _han_number(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """二十五, 二〇二五, 廿五; 二三 is a pair of neighbours."""
    stop = at
    while stop < len(tokens) and (stop == at or tokens[stop].start == tokens[stop - 1].end):
        if not (
            tokens[stop].is_(TokenKind.DIGIT)
            or tokens[stop].is_(TokenKind.PLACE)
            or tokens[stop].is_(TokenKind.SCALE)
        ):
            break
        stop += 1
    if stop == at:
        return None
    raw = text[tokens[at].start : tokens[stop - 1].end]
    if LARGE & set(raw):
        return Number(stop - at, -1)
    return Number(stop - at, _worth(raw), pair=_pair(raw))


def _pair(raw: str) -> tuple[int, int] | None:
    """四五, 两三: neighbours, of which one is meant."""
    if len(raw) != 2:
        return None
    values = [2 if one == TWO else DIGITS.find(one) for one in raw]
    return (values[0], values[1]) if 0 < values[0] == values[1] - 1 else None


def _worth(raw: str) -> int:
    if len(raw) > LONGEST:
        return 0
    if not set(raw) & (PLACES.keys() | TENS.keys()):
        return int("".join("2" if one == TWO else str(DIGITS.index(one)) for one in raw))
    total = digit = 0
    for one in raw:
        if one in PLACES:
            total, digit = total + (digit or 1) * PLACES[one], 0
        elif one in TENS:
            total, digit = total + TENS[one], 0
        else:
            digit = 2 if one == TWO else DIGITS.index(one)
    return total + digit


COMPACT = len("20200206")
ROC_DIGITS, ROC_YEARS = 3, (100, 199)  # read by digits: nothing else is so long
LONGEST = 20  # no date has a longer numeral
SIZES = ((0, "n0"), (12, "n12"), (24, "n24"), (31, "n31"), (59, "n59"), (99, "n99"), (199, "n199"))


@lru_cache(maxsize=1 << 14)
def _kinds_of_number(raw: str, number: Number) -> frozenset[str]:
    """A number by its size and by what it may be: a year, hours and minutes, a year written short."""
    value = number.value
    if value < 0:
        return frozenset(
            {"hour_point", "sized"}
            if HOUR_POINT.fullmatch(raw)
            else {"dotted" if DOTTED.fullmatch(raw) else "sized"}
        )
    kinds = {next((name for most, name in SIZES if value <= most), "large")}
    digits = len(raw) if raw.isdigit() or all(one in DIGITS for one in raw) else 0
    if digits == 4 or number.year:
        kinds |= {"year"} if 1500 <= value < 2200 else set()
        kinds |= {"hhmm"} if raw.isdigit() and value < 2400 and value % 100 < 60 else set()
    if THOUSAND in raw and 1500 <= value < 2200:
        kinds |= {"year"}
    if digits == 2:
        kinds |= {"short"} | ({"lead0"} if value < 10 else set()) | ({"old"} if value >= 70 else set())
    if digits == COMPACT and 1900 <= value // 10000 < 2100:
        kinds |= {"compact"} if 1 <= value // 100 % 100 <= 12 and 1 <= value % 100 <= 31 else set()
    if digits == ROC_DIGITS and not raw.isascii() and ROC_YEARS[0] <= value <= ROC_YEARS[1]:
        kinds |= {"roc_digits"}
    kinds |= {"tens"} if 10 <= value <= 90 and value % 10 == 0 else set()
    kinds |= {"nth"} if number.nth else set()
    kinds |= {"pair"} if number.pair else set()
    kinds |= {"arabic"} if raw[0].isdigit() and raw[0].isascii() else {"in_words"}
    return frozenset(kinds)


def marks_between(text: str, start: int, end: int) -> list[Item]:
    """What is between two tokens: marks one by one, spaces as one, the rest in runs."""
    if end - start == 1:
        return [Item(start, end, _kind_of(text[start]))]
    found = []
    for piece in _pieces().findall(text, start, end):
        end = start + len(piece)
        found.append(Item(start, end, _kind_of(piece)))
        start = end
    return found


def kinds_between(text: str, start: int, end: int) -> Iterator[frozenset[str]]:
    """The kinds of these, one after the other."""
    return (_kind_of(piece[0]) for piece in _pieces().finditer(text, start, end))


@cache
def _pieces() -> re.Pattern[str]:
    marks = re.escape("".join(sign for sign in MARKS if sign != " "))
    return re.compile(f" +|[{marks}]|[^ {marks}]+")


@lru_cache(maxsize=1 << 14)
def _kind_of(piece: str) -> frozenset[str]:
    kind = MARKS.get(piece[0])
    if kind == "space" and len(piece) > MOST_SPACES:
        return ONE_KIND["other"]
    if kind:
        return ONE_KIND[kind]
    if "FY" in piece and piece.strip() == "FY":
        return ONE_KIND["fiscal"]
    if piece in OF_INSTANT:
        return frozenset({OF_INSTANT[piece], "other"})
    return ONE_KIND["han" if is_han(piece[-1]) else "other"]


def _ends(tokens: Sequence[Token], at: int, tail: re.Match[str]) -> bool:
    """Whether the day of 2025.6.12 is the next token."""
    return at + 1 < len(tokens) and tokens[at + 1].end == tail.end()
