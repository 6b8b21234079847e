"""The words behind a numeral: 多, its unit, a half more, 左右."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from build_tools.model import Qualifier
from build_tools.values.grammar.lengths import words_between
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.numeral import Numeral
from build_tools.values.grammar.tokens import Kind, Token, Word
from build_tools.values.grammar.unit_words import unit_word

HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
UNIT_GAPS = frozenset({"", " ", "  ", "   ", "    ", "-", " - ", " of ", " in "})
SHORT_GAPS = frozenset({"", " ", "  ", "-"})
NOT_AFTER_YU = "下额地生"
BEFORE_LAI = "个名人位岁年天"
NOT_AFTER_LATE = "次位名个家种元数样年项方国亿万"
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
FAR = 16
SMALL_SIZES = frozenset({"thousand", "million", "billion", "trillion"})
PLAIN_DIGITS = "0123456789一二两三四五六七八九十半"


@dataclass(slots=True)
class After:
    """What is read behind a numeral, and how far it goes."""

    end: int
    bare_end: int
    stop: int
    unit: Word | None = None
    unit_at: int = -1
    money: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    factor: Decimal = Decimal(1)
    more: Decimal = Decimal(0)
    more_place: Decimal = Decimal(1)
    per: str = ""
    letter_is_unit: bool = False
    letter_end: int = 0


def read_after(lexed: Lexed, numeral: Numeral) -> After:
    """All that belongs to the numeral and stands behind it."""
    after = After(numeral.end, numeral.end, numeral.stop)
    if _ends_here(lexed, numeral):
        return after
    _skip_letter(lexed, numeral, after)
    _more(lexed, after)
    if not _half_first(lexed, after):
        _unit(lexed, numeral, after)
    if after.unit:
        _half_behind(lexed, after)
        _part_behind(lexed, after)
        _size_behind(lexed, after)
        _late(lexed, after)
    _post(lexed, after)
    return after


def _ends_here(lexed: Lexed, numeral: Numeral) -> bool:
    """Whether no word of the tables follows soon."""
    behind = lexed.tokens[numeral.stop : numeral.stop + 1]
    near = behind and behind[0].start - numeral.end <= FAR
    return not near and lexed.text[numeral.end : numeral.end + 1] != "月"


def _at(lexed: Lexed, after: After, gaps: frozenset[str] = SHORT_GAPS) -> Token | None:
    if after.stop >= len(lexed.tokens):
        return None
    token = lexed.tokens[after.stop]
    return token if lexed.text[after.end : token.start] in gaps else None


def _skip_letter(lexed: Lexed, numeral: Numeral, after: After) -> None:
    """10m users: what stands behind the letter says whether it is a size; without such it is a unit."""
    if not numeral.letter:
        return
    letter = lexed.tokens[numeral.stop]
    after.letter_end = letter.end
    behind = After(letter.end, letter.end, numeral.stop + 1)
    token = _at(lexed, behind)
    counted = token and any(
        word.kind is Kind.CURRENCY_AFTER
        or (word.kind is Kind.UNIT and word.name in ("", "person", "device", "count", "vote"))
        for word in token.words
    )
    if counted or numeral.letter == "b" or not letter.is_(Kind.UNIT):
        after.end = after.bare_end = letter.end
        after.stop = numeral.stop + 1


def _more(lexed: Lexed, after: After) -> None:
    token = _at(lexed, after, frozenset({"", " ", "  "}))
    word = token.as_(Kind.MORE) if token else None
    if not token or not word:
        if (
            token
            and lexed.text[token.start : token.end] == "+"
            and not lexed.text[token.end : token.end + 2].strip()[:1].isdigit()
        ):
            _take(after, token)
            after.qualifier, after.bare_end = Qualifier.AT_LEAST, token.end
        return
    written, following = lexed.text[token.start : token.end], lexed.text[token.end : token.end + 1]
    if (written == "余" and following in tuple(NOT_AFTER_YU)) or (
        written == "来" and following not in tuple(BEFORE_LAI)
    ):
        return
    if written == "多" and (
        following in ("次", "样", "数", "元")
        and lexed.text[token.end : token.end + 2] in ("元化", "数的", "样化", "样性")
    ):
        return
    _take(after, token)
    after.bare_end = token.end
    after.qualifier = Qualifier.OVER if word.name == "over" else Qualifier.ABOUT


def _take(after: After, token: Token) -> None:
    after.end, after.stop = token.end, after.stop + 1


def _half_first(lexed: Lexed, after: After) -> bool:
    """三个半小时: a half between the counting word and the unit."""
    tokens, at = lexed.tokens, after.stop
    if at + 2 >= len(tokens) or lexed.text[after.end : after.end + 2] != "个半":
        return False
    unit = tokens[at + 2].as_(Kind.UNIT)
    written = lexed.text[tokens[at + 2].start : tokens[at + 2].end]
    if tokens[at + 2].start != after.end + 2 or (not unit and written != "月"):
        return False
    after.unit, after.unit_at, after.more, after.more_place = unit, at + 2, HALF, HALF
    after.end, after.stop = tokens[at + 2].end, at + 3
    return True


def _unit(lexed: Lexed, numeral: Numeral, after: After) -> None:
    token = _at(lexed, after, UNIT_GAPS) or _at(lexed, after, words_between())
    if (
        token
        and lexed.text[token.start : token.end] == "-"
        and lexed.text[after.end : token.start] in ("", " ")
    ):
        index = after.stop + 1
        behind = lexed.tokens[index] if index < len(lexed.tokens) else None
        if (
            not behind
            or behind.start - token.end > 1
            or (not behind.is_(Kind.UNIT) and not behind.is_(Kind.CURRENCY_AFTER))
        ):
            return
        if behind.start > token.end and token.start == after.end:
            return
        after.stop, token = index, behind
    closing = ""
    if token and lexed.text[token.start : token.end] == "in" and lexed.text[after.end] == " ":
        behind = lexed.tokens[after.stop + 1] if after.stop + 1 < len(lexed.tokens) else None
        if not behind or behind.start - token.end != 1 or not behind.is_(Kind.CURRENCY_AFTER):
            return
        after.stop, token = after.stop + 1, behind
    if not token:
        token, closing = _bracketed(lexed, after)
    if (
        not token
        and numeral.value is None
        and lexed.text[after.end - 1] == "数"
        and _is_month(lexed, after.end)
    ):
        after.unit, after.unit_at, after.end = Word(Kind.UNIT, "month"), numeral.first, after.end + 1
        return
    if token and lexed.text[token.start : token.end] == "级" and lexed.text[numeral.end - 1] in "万亿兆":
        after.qualifier, after.end = Qualifier.ABOUT, token.end
        after.bare_end, after.stop = token.end, after.stop + 1
        return
    word = unit_word(lexed, token, numeral, lexed.text[after.end : token.start]) if token else None
    if not token or not word:
        return
    after.unit, after.unit_at, after.money = word, after.stop, word.kind is Kind.CURRENCY_AFTER
    after.factor = word.number
    noun = word.kind is Kind.UNIT and not word.name and lexed.text[token.start].isascii()
    after.stop += 0 if noun else 1
    after.end = after.end if noun else token.end + len(closing)


def _is_month(lexed: Lexed, at: int) -> bool:
    """数月, where 三月 is a date."""
    return lexed.text[at : at + 1] == "月" and lexed.text[at + 1 : at + 2] not in tuple("薪饼球亮")


def _bracketed(lexed: Lexed, after: After) -> tuple[Token | None, str]:
    """20 (kg)."""
    if after.stop >= len(lexed.tokens):
        return None, ""
    token = lexed.tokens[after.stop]
    gap = lexed.text[after.end : token.start].lstrip(" ")
    closing = BRACKETS.get(gap, "")
    fits = closing and lexed.text[token.end : token.end + 1] == closing and token.is_(Kind.UNIT)
    return (token, closing) if fits else (None, "")


def _half_behind(lexed: Lexed, after: After) -> None:
    """两年半, 一吨半."""
    token = _at(lexed, after, frozenset({""}))
    word = token.as_(Kind.HALF) if token else None
    if token and word and word.name == "half":
        _take(after, token)
        after.more = after.more_place = HALF


def _part_behind(lexed: Lexed, after: After) -> None:
    """An hour and a half, three hours and three-quarters."""
    rest = lexed.small[after.end : after.end + 24]
    if not rest.startswith(" and "):
        return
    for written, part in (
        (" and a half", HALF),
        (" and a quarter", QUARTER),
        (" and half", HALF),
        (" and three quarters", 3 * QUARTER),
        (" and three-quarters", 3 * QUARTER),
    ):
        end = after.end + len(written)
        if (
            rest.startswith(written)
            and not rest[len(written) :][:1].isalpha()
            and not lexed.small.startswith((" of ", " dozen", " million", " billion"), end)
        ):
            after.more, after.more_place, after.end = part, QUARTER, end
            while after.stop < len(lexed.tokens) and lexed.tokens[after.stop].start < end:
                after.stop += 1
            return


def _size_behind(lexed: Lexed, after: After) -> None:
    """75 USD million."""
    token = _at(lexed, after, frozenset({" "})) if after.money else None
    large = token.as_(Kind.LARGE) if token else None
    if token and large and large.name in SMALL_SIZES:
        _take(after, token)
        after.factor = large.number


def _late(lexed: Lexed, after: After) -> None:
    """两年多, but in 4年多次 the word belongs to what follows."""
    token = _at(lexed, after, frozenset({""}))
    word = token.as_(Kind.MORE) if token else None
    written = lexed.text[token.start : token.end] if token else ""
    unit = lexed.tokens[after.unit_at]
    if "个多" in lexed.text[unit.start : unit.end]:
        after.qualifier = Qualifier.OVER
    if not token or not word or written == "来":
        return
    following = lexed.text[token.end : token.end + 1]
    if following == "出":
        return  # 一百人多出五人
    if (
        following in tuple(NOT_AFTER_LATE if written == "多" else NOT_AFTER_YU)
        or lexed.text[after.end - 1] == "个"
    ):
        return
    _take(after, token)
    after.qualifier = Qualifier.OVER


def _post(lexed: Lexed, after: After) -> None:
    """左右, 以上, or more; but in 10,不到一年 the word belongs to the next number."""
    token, at = _at(lexed, after, frozenset({"", " ", "  ", ", ", ","})), after.stop
    if token and lexed.text[token.start : token.end] == "-" and token.start == after.end:
        at += 1
        token = lexed.tokens[at] if at < len(lexed.tokens) and lexed.tokens[at].start == token.end else None
    word = token.as_(Kind.AFTER) if token else None
    if not token or not word:
        return
    gap = lexed.text[after.end : token.start]
    written = lexed.small[token.start : token.end]
    rest = lexed.small[token.end : token.end + 10]
    if gap.startswith(",") and not (gap == ", " and written in ("or more", "at most", "or less", "or fewer")):
        return
    if gap == "-" and written not in ("odd", "plus", "+"):
        return
    if written == "不到" and rest[:1] in tuple(PLAIN_DIGITS):
        return
    if written.isascii() and (
        rest.startswith(" than") or (rest.lstrip(" to").startswith(tuple("0123456789")) and rest[:1] == " ")
    ):
        return
    if written == "plus" and rest[:1] == " " and gap == " ":
        return
    if written == "+" and (after.unit or rest.lstrip(" ")[:1].isdigit()):
        return
    if written == "起" and rest[:1] and rest[0] in "来身诉码飞步点":
        return
    after.end, after.stop = token.end, at + 1
    after.bare_end = after.end if not after.unit else after.bare_end
    if after.qualifier is Qualifier.EXACT or word.name != "about":
        after.qualifier = Qualifier(word.name) if after.qualifier is Qualifier.EXACT else after.qualifier
