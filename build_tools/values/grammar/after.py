"""The words behind a numeral: 多, its unit, a half more, 左右."""

from __future__ import annotations

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.values.grammar.behind import (
    HALF,
    After,
    append_token,
    read_behind_unit,
    token_after,
)
from build_tools.values.grammar.characters import COUNTING, PLACES
from build_tools.values.grammar.lengths import words_between
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.millions import are_millions
from build_tools.values.grammar.numeral import Numeral
from build_tools.values.grammar.tokens import Token, TokenKind, Word
from build_tools.values.grammar.unit_words import unit_word
from build_tools.values.grammar.within import within_behind

UNIT_GAPS = frozenset({"", " ", "  ", "   ", "    ", "-", " - ", " of ", " in "})
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
FAR = 16
ARABIC = "0123456789"


def read_after(lexed: Lexed, numeral: Numeral) -> After:
    """All that belongs to the numeral and is behind it."""
    after = After(numeral.end, numeral.end, numeral.stop)
    if _ends_here(lexed, numeral):
        return after
    _skip_letter(lexed, numeral, after)
    _more(lexed, after)
    if not _half_first(lexed, after):
        _unit(lexed, numeral, after)
    if after.unit:
        read_behind_unit(lexed, after)
    if not _within(lexed, numeral, after):
        _post(lexed, after)
    return after


def _ends_here(lexed: Lexed, numeral: Numeral) -> bool:
    """Whether no word of the tables follows soon."""
    behind = lexed.tokens[numeral.stop : numeral.stop + 1]
    near = behind and behind[0].start - numeral.end <= FAR
    return not near and not lexed.text.startswith(load_lexicon().lists["month_sign_han"], numeral.end)


def _skip_letter(lexed: Lexed, numeral: Numeral, after: After) -> None:
    """10m users: what is behind the letter says whether it is a size; without such it is a unit."""
    if not numeral.letter:
        return
    letter = lexed.tokens[numeral.stop]
    after.letter_end = letter.end
    behind = After(letter.end, letter.end, numeral.stop + 1)
    token = token_after(lexed, behind)
    counted = token and any(
        word.kind is TokenKind.CURRENCY_AFTER
        or (word.kind is TokenKind.UNIT and word.name in {"", "vote", *COUNTED_THINGS})
        for word in token.words
    )
    millions = numeral.letter == "m" and are_millions(lexed, numeral.start, letter.end)
    after.letter_counts = millions
    if counted or millions or numeral.letter == "b" or not letter.is_(TokenKind.UNIT):
        after.end = after.bare_end = letter.end
        after.stop = numeral.stop + 1


def _more(lexed: Lexed, after: After) -> None:
    token = token_after(lexed, after, frozenset({"", " ", "  "}))
    word = token.as_(TokenKind.MORE) if token else None
    if token and not word and lexed.text[token.start : token.end] == "-":
        word = _odd(lexed, after)
        token = lexed.tokens[after.stop] if word else token
    if not token or not word:
        if (
            token
            and lexed.text[token.start : token.end] == "+"
            and not lexed.text[token.end : token.end + 2].strip()[:1].isdigit()
        ):
            append_token(after, token)
            after.qualifier, after.bare_end = Qualifier.AT_LEAST, token.end
        return
    written, following = lexed.text[token.start : token.end], lexed.text[token.end : token.end + 1]
    lists = load_lexicon().lists
    if following.isascii() and following.isdigit():
        return  # 较前一周多9宗
    if (written in lists["more_rest"] and following in lists["not_after_yu"]) or (
        written in lists["more_about"] and following not in lists["before_lai"]
    ):
        return
    if written in lists["more_many"] and lexed.text.startswith(lists["not_after_duo"], token.end):
        return
    append_token(after, token)
    after.bare_end = token.end
    after.qualifier = Qualifier.OVER if word.name == "over" else Qualifier.ABOUT
    after.larger = word.name == "over"


def _odd(lexed: Lexed, after: After) -> Word | None:
    """Sixty-odd years: the word behind a stroke, if it says that it is more or about."""
    stroke, at = lexed.tokens[after.stop], after.stop + 1
    behind = lexed.tokens[at] if at < len(lexed.tokens) and lexed.tokens[at].start == stroke.end else None
    word = behind.as_(TokenKind.MORE) if behind and stroke.start == after.end else None
    after.stop += 1 if word else 0
    return word


def _half_first(lexed: Lexed, after: After) -> bool:
    """三个半小时: a half between the counting word and the unit."""
    tokens, at = lexed.tokens, after.stop
    for word in load_lexicon().lists["minute_half"]:
        if lexed.text.startswith(word, after.end):
            return _with_half_minute(lexed, after, len(word))
    if at + 2 >= len(tokens) or not lexed.text.startswith(load_lexicon().lists["piece_half"], after.end):
        return False
    unit = tokens[at + 2].as_(TokenKind.UNIT)
    written = lexed.text[tokens[at + 2].start : tokens[at + 2].end]
    if tokens[at + 2].start != after.end + 2 or (
        not unit and written not in load_lexicon().lists["month_sign_han"]
    ):
        return False
    after.unit, after.unit_at, after.more, after.more_place = unit, at + 2, HALF, HALF
    after.end, after.stop = tokens[at + 2].end, at + 3
    return True


def _with_half_minute(lexed: Lexed, after: After, length: int) -> bool:
    """三分半钟."""
    after.unit, after.unit_at, after.more, after.more_place = (
        Word(TokenKind.UNIT, "minute"),
        after.stop,
        HALF,
        HALF,
    )
    after.end += length
    while after.stop < len(lexed.tokens) and lexed.tokens[after.stop].start < after.end:
        after.stop += 1
    return True


def _unit(lexed: Lexed, numeral: Numeral, after: After) -> None:
    token = token_after(lexed, after, UNIT_GAPS) or token_after(lexed, after, words_between())
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
            or (not behind.is_(TokenKind.UNIT) and not behind.is_(TokenKind.CURRENCY_AFTER))
        ):
            return
        if behind.start > token.end and token.start == after.end:
            return
        after.stop, token = index, behind
    closing = ""
    if token and lexed.text[token.start : token.end] == "in" and lexed.text[after.end] == " ":
        behind = lexed.tokens[after.stop + 1] if after.stop + 1 < len(lexed.tokens) else None
        if not behind or behind.start - token.end != 1 or not behind.is_(TokenKind.CURRENCY_AFTER):
            return
        after.stop, token = after.stop + 1, behind
    if not token:
        token, closing = _bracketed(lexed, after)
    if (
        not token
        and numeral.value is None
        and lexed.text[after.end - 1] in load_lexicon().lists["few_number"]
        and _is_month(lexed, after.end)
    ):
        after.unit, after.unit_at, after.end = Word(TokenKind.UNIT, "month"), numeral.first, after.end + 1
        return
    if token and _is_size(lexed, token, numeral):
        after.qualifier, after.end = Qualifier.ABOUT, token.end
        after.bare_end, after.stop = token.end, after.stop + 1
        return
    word = unit_word(lexed, token, numeral, lexed.text[after.end : token.start]) if token else None
    if not token or not word:
        return
    after.unit, after.unit_at, after.money = word, after.stop, word.kind is TokenKind.CURRENCY_AFTER
    after.factor = word.number
    noun = word.kind is TokenKind.UNIT and not word.name and lexed.text[token.start].isascii()
    after.stop += 0 if noun else 1
    after.end = after.end if noun else token.end + len(closing)


def _is_size(lexed: Lexed, token: Token, numeral: Numeral) -> bool:
    """万亿级."""
    lists, written = load_lexicon().lists, lexed.text[token.start : token.end]
    return written in lists["level"] and lexed.text[numeral.end - 1] in lists["scale_signs"]


def _is_month(lexed: Lexed, at: int) -> bool:
    """数月, where 三月 is a date."""
    lists = load_lexicon().lists
    return (
        lexed.text.startswith(lists["month_sign_han"], at)
        and lexed.text[at + 1 : at + 2] not in lists["not_month"]
    )


def _bracketed(lexed: Lexed, after: After) -> tuple[Token | None, str]:
    """20 (kg)."""
    if after.stop >= len(lexed.tokens):
        return None, ""
    token = lexed.tokens[after.stop]
    gap = lexed.text[after.end : token.start].lstrip(" ")
    closing = BRACKETS.get(gap, "")
    fits = closing and lexed.text[token.end : token.end + 1] == closing and token.is_(TokenKind.UNIT)
    return (token, closing) if fits else (None, "")


def _within(lexed: Lexed, numeral: Numeral, after: After) -> bool:
    """三天内; but 几天内 says no more than 几天."""
    vague = numeral.qualifier is Qualifier.SEVERAL or after.qualifier is not Qualifier.EXACT
    end = (
        after.end
        if vague or not after.unit
        else within_behind(lexed, numeral.start, after.end, after.unit.name)
    )
    if end == after.end:
        return False
    after.end, after.qualifier = end, Qualifier.AT_MOST
    while after.stop < len(lexed.tokens) and lexed.tokens[after.stop].start < end:
        after.stop += 1
    return True


def _post(lexed: Lexed, after: After) -> None:
    """左右, 以上, or more; but in 10,不到一年 the word belongs to the next number."""
    token, at = token_after(lexed, after, frozenset({"", " ", "  ", ", ", ","})), after.stop
    if token and lexed.text[token.start : token.end] == "-" and token.start == after.end:
        at += 1
        token = lexed.tokens[at] if at < len(lexed.tokens) and lexed.tokens[at].start == token.end else None
    word = token.as_(TokenKind.AFTER) if token else None
    if not token or not word:
        return
    gap = lexed.text[after.end : token.start]
    written = lexed.small[token.start : token.end]
    rest = lexed.small[token.end : token.end + 10]
    if gap.startswith(",") and not (gap == ", " and written in ("or more", "at most", "or less", "or fewer")):
        return
    if gap == "-" and written not in ("odd", "plus", "+"):
        return
    lists = load_lexicon().lists
    if written in lists["not_to"] and rest[:1] in (*ARABIC, *COUNTING, PLACES[0], *lists["half_han"]):
        return
    if written.isascii() and (
        rest.startswith(" than") or (rest.lstrip(" to").startswith(tuple(ARABIC)) and rest[:1] == " ")
    ):
        return
    if written == "plus" and rest[:1] == " " and gap == " ":
        return
    if written == "+" and (after.unit or rest.lstrip(" ")[:1].isdigit()):
        return
    if written in lists["from_on"] and rest[:1] in lists["not_after_qi"]:
        return
    after.end, after.stop = token.end, at + 1
    after.bare_end = after.end if not after.unit else after.bare_end
    if after.qualifier is Qualifier.EXACT or word.name != "about":
        after.qualifier = Qualifier(word.name) if after.qualifier is Qualifier.EXACT else after.qualifier
