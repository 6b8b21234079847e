"""Parts in English words: three-quarters of a million, two and a half, a fifth of, one over twenty."""

from __future__ import annotations

from decimal import Decimal

from build_tools.text.letters import is_han
from build_tools.values.grammar.cardinals import (
    HUNDRED,
    LINKS,
    MILLION,
    TEN,
    Cardinal,
    behind_stroke,
    cardinal_at,
    joined_token,
    word_as,
)
from build_tools.values.grammar.lengths import are_of_year
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import (
    DIVISION,
    ONE,
    SHARE_PLACE,
    Numeral,
    share_of,
)
from build_tools.values.grammar.tokens import TokenKind

HALVES = Decimal("0.5")
ONCE = frozenset({"percentage-point", "year", "month", "week", "day", "hour", "mile", "minute", "century"})
HALVED = frozenset({"length", "area", "volume", "mass", "data"})
NO_PART_AFTER = frozenset({"time", "life", "party", "year", "hearted", "way"})


def fraction_of(lexed: Lexed, at: int, cardinal: Cardinal, index: int) -> Numeral | None:
    """Two thirds, twenty-three fifths, fifty-four hundredths."""
    tokens = lexed.tokens
    below, stop = _denominator(lexed, index, cardinal)
    if below is None:
        return None
    start, end = tokens[at].start, tokens[stop - 1].end
    above = cardinal.value
    text = lexed.small[start:end]
    if text.endswith(" quarters") and are_of_year(lexed, start, end, above):
        return None
    if not text.endswith("s") and above != 1 and not _is_plain_share(lexed, at, stop):
        return None
    if not text.endswith("s") and not _closes(lexed, stop, above):
        return None
    return _sized(lexed, share_of(Numeral(start, end, above, first=at, stop=stop), below, start, end), stop)


def _is_plain_share(lexed: Lexed, at: int, stop: int) -> bool:
    """Three quarter million; half alone is no plural."""
    return lexed.small[lexed.tokens[stop - 1].start : lexed.tokens[stop - 1].end] in ("half", "quarter")


CLOSES = (".", ",", ";", ":", "!", "?", ")", "", "\n", '"', "。", "，")


def _closes(lexed: Lexed, stop: int, above: Decimal) -> bool:
    """A third person is no share: what follows says that it is one."""
    end = lexed.tokens[stop - 1].end
    word = lexed.small[lexed.tokens[stop - 1].start : end]
    rest = lexed.small[end : end + 12]
    if word == "half":
        return not rest[1:].startswith(("-time", "time"))
    if rest[:1] in CLOSES or is_han(rest[:1]):
        return True
    if rest.startswith(" of") and not rest[3:4].isascii():
        return True
    return rest.startswith(
        (" of ", " and ", "-of-", " less", " more", " fewer", " lower", " higher", " to ", " as ", " in ")
    )


def _denominator(
    lexed: Lexed, index: int, cardinal: Cardinal, first: bool = False
) -> tuple[Decimal | None, int]:
    """The ordinal below the line: thirds, twenty-firsts, hundred fifths are of tens and ones.

    One that comes `first` need not join the word before it: the union has half a million.
    """
    token, found = (lexed.tokens[index], index) if first else behind_stroke(lexed, index)
    tens = word_as(token, TokenKind.TENS)
    if tens:
        following, after = behind_stroke(lexed, found + 1)
        part = word_as(following, TokenKind.PART)
        if (
            part
            and part.number < TEN
            and following
            and not lexed.small.startswith("quarter", following.start)
        ):
            return tens.number + part.number, after + 1
        return None, index
    part = word_as(token, TokenKind.PART)
    if not part:
        return None, index
    if part.name in ("second", "seconds", "first", "firsts"):
        return None, index
    return part.number, found + 1


def _sized(lexed: Lexed, share: Numeral, stop: int) -> Numeral:
    """Of a million, million: a share of a size is a number."""
    index = stop
    text = lexed.small
    token = joined_token(lexed, index, LINKS | {" of ", " of"})
    if token and lexed.text[token.start : token.end] == "-":
        token, index = behind_stroke(lexed, index)
    if token and token.is_(TokenKind.ARTICLE):
        token, index = joined_token(lexed, index + 1), index + 1
    large = word_as(token, TokenKind.HUNDRED, TokenKind.LARGE, TokenKind.DOZEN)
    if not large or not token or (text[token.start : token.end].endswith("s")):
        return share._replace(stop=stop)
    value = share.value or ONE
    whole = DIVISION.multiply(value, large.number)
    if large.kind is TokenKind.DOZEN:
        return Numeral(share.start, token.end, whole, first=share.first, stop=index + 1)
    place = large.number / HUNDRED
    return Numeral(
        share.start,
        token.end,
        whole,
        place,
        large.number / TEN,
        large.number,
        first=share.first,
        stop=index + 1,
    )


def part_at(lexed: Lexed, at: int) -> Numeral | None:
    """Half, a quarter of, an eighth; half a million, a half-dozen, quarter million."""
    tokens = lexed.tokens
    index = at
    article = word_as(tokens[at], TokenKind.ARTICLE)
    if article and article.name == "the":
        return None
    if article:
        token, index = behind_stroke(lexed, at + 1)
        if hundred := word_as(token, TokenKind.HUNDRED):
            return _hundredth(lexed, at, index, hundred.number)
        if dozen := word_as(token, TokenKind.DOZEN):
            if dozen.name == "score":
                return None
            return Numeral(tokens[at].start, tokens[index].end, dozen.number, first=at, stop=index + 1)
    else:
        token = tokens[at]
    part, stop = (
        _denominator(lexed, index, Cardinal(ONE, index), first=not article) if token else (None, index)
    )
    if part is None or token is None:
        return None
    word = lexed.small[tokens[stop - 1].start : tokens[stop - 1].end]
    share = share_of(
        Numeral(tokens[at].start, tokens[stop - 1].end, ONE, first=at, stop=stop),
        part,
        tokens[at].start,
        tokens[stop - 1].end,
    )
    if word == "half" and not article and (halved := _halved(lexed, at, stop)):
        return halved
    sized = _sized(lexed, share, stop)
    if not sized.share or sized.stop > stop:
        return sized if word in ("half", "quarter", "third", "fifth", "tenth") else None
    return share if _is_share(lexed, at, word, bool(article), stop) else None


def _halved(lexed: Lexed, at: int, stop: int) -> Numeral | None:
    """Half a year, half an hour."""
    token = joined_token(lexed, stop)
    behind = joined_token(lexed, stop + 1)
    unit = behind.as_(TokenKind.UNIT) if behind else None
    if not token or not token.is_(TokenKind.ARTICLE) or not unit or not _is_halved(unit.name):
        return None
    fine, coarse = Decimal("0.01"), Decimal("0.1")
    return Numeral(
        lexed.tokens[at].start, token.end, HALVES, fine, coarse, weak=True, first=at, stop=stop + 1
    )


def _is_halved(name: str) -> bool:
    row = load_lexicon().units.get(name)
    return name in ONCE or (row is not None and row.of in HALVED)


def _hundredth(lexed: Lexed, at: int, index: int, size: Decimal) -> Numeral | None:
    """A hundred trillionths."""
    part, stop = _denominator(lexed, index + 1, Cardinal(size, index))
    token, _ = behind_stroke(lexed, index + 1)
    if part is None and (large := word_as(token, TokenKind.LARGE)):
        part, stop = _denominator(lexed, index + 2, Cardinal(size, index))
        size *= large.number
    if part is None or not lexed.small.endswith("ths", 0, lexed.tokens[stop - 1].end):
        return None
    tokens = lexed.tokens
    return share_of(
        Numeral(0, 0, size, first=at, stop=stop), part, tokens[at].start, tokens[stop - 1].end
    )._replace(stop=stop)


def _is_share(lexed: Lexed, at: int, word: str, article: bool, stop: int) -> bool:
    before = lexed.small[max(0, lexed.tokens[at].start - 12) : lexed.tokens[at].start].rstrip()
    end = lexed.tokens[stop - 1].end
    rest = lexed.small[end : end + 12]
    if word == "half":
        return not before.endswith(("first", "second", "other", "the")) and not rest.lstrip(" -").startswith(
            tuple(NO_PART_AFTER)
        )
    if not article:
        return False
    lists = load_lexicon().lists
    beside = f" {before}".endswith(lists["before_part"]) or rest.startswith(lists["behind_part"])
    return beside or _closes(lexed, stop, ONE)


def mixed_number(lexed: Lexed, at: int, cardinal: Cardinal) -> Numeral | None:
    """Two and a half, five and a quarter million, one million and a half."""
    tokens = lexed.tokens
    found = _and_at(lexed, cardinal.stop)
    if found is None:
        return None
    index = found + 1
    token, index = behind_stroke(lexed, index)
    if not token:
        return None
    above = ONE
    if word_as(token, TokenKind.ARTICLE):
        if lexed.small[token.start : token.end] == "the":
            return None
        index += 1
    elif count := cardinal_at(lexed, index):
        above, index = count.value, count.stop
    below, stop = _denominator(lexed, index, cardinal)
    if below is None:
        return None
    rest = lexed.small[tokens[stop - 1].end : tokens[stop - 1].end + 8]
    if rest.startswith(" the ") or (rest.startswith(" of ") and not rest.startswith(" of a")):
        return None
    share = DIVISION.divide(above, below)
    large = word_as(joined_token(lexed, stop), TokenKind.LARGE)
    start, end = tokens[at].start, tokens[stop - 1].end
    if large:
        end, stop = tokens[stop].end, stop + 1
        if cardinal.size > large.number:  # one billion and a half million
            value = cardinal.value + share * large.number
        else:
            value = (cardinal.value + share) * large.number
        place = large.number / HUNDRED
        return Numeral(start, end, value, place, large.number / TEN, large.number, first=at, stop=stop)
    if cardinal.size >= MILLION:
        value = cardinal.value + share * cardinal.size
        place = cardinal.size / HUNDRED
        return Numeral(start, end, value, place, cardinal.size / TEN, cardinal.size, first=at, stop=stop)
    return Numeral(
        start,
        end,
        cardinal.value + share,
        SHARE_PLACE,
        max(SHARE_PLACE, DIVISION.divide(ONE, below * 5)),
        share=True,
        first=at,
        stop=stop,
    )


def _and_at(lexed: Lexed, index: int) -> int | None:
    """The place of an `and` that may be joined by strokes."""
    token, found = behind_stroke(lexed, index)
    return found if token and token.is_(TokenKind.AND) else None


def one_over(lexed: Lexed, at: int, cardinal: Cardinal) -> Numeral | None:
    """One over twenty, written in words."""
    tokens = lexed.tokens
    if cardinal.stop >= len(tokens) or not lexed.small.startswith(" over ", tokens[cardinal.stop - 1].end):
        return None
    index = cardinal.stop
    if lexed.small[tokens[index].start : tokens[index].end] == "over":
        index += 1
    below = cardinal_at(lexed, index) if index < len(tokens) else None
    if (
        not below
        or not below.value
        or cardinal.value > 1
        or tokens[index].start - tokens[cardinal.stop - 1].end > 6
    ):
        return None
    start, end = tokens[at].start, tokens[below.stop - 1].end
    if lexed.small[end : end + 2].strip(" .,;?!"):
        return None
    return share_of(
        Numeral(start, end, cardinal.value, first=at, stop=below.stop), below.value, start, end
    )._replace(stop=below.stop)
