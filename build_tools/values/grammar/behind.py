"""What is read behind a numeral, and what may be behind its unit: a half more, a size, 多."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from build_tools.model import Qualifier
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.tokens import Token, TokenKind, Word

HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
SHORT_GAPS = frozenset({"", " ", "  ", "-"})
SMALL_SIZES = frozenset({"thousand", "million", "billion", "trillion"})


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
    letter_counts: bool = False  # what is behind says that the letter is a size
    letter_end: int = 0
    larger: bool = False  # 多 behind it says that it is more, of what is below zero too


def token_after(lexed: Lexed, after: After, gaps: frozenset[str] = SHORT_GAPS) -> Token | None:
    """The token that follows, if nothing but such a gap is before it."""
    if after.stop >= len(lexed.tokens):
        return None
    token = lexed.tokens[after.stop]
    return token if lexed.text[after.end : token.start] in gaps else None


def append_token(after: After, token: Token) -> None:
    """The token belongs to the numeral."""
    after.end, after.stop = token.end, after.stop + 1


def read_behind_unit(lexed: Lexed, after: After) -> None:
    """All that belongs to the numeral behind its unit."""
    _half_behind(lexed, after)
    _part_behind(lexed, after)
    _size_behind(lexed, after)
    _late(lexed, after)


def _half_behind(lexed: Lexed, after: After) -> None:
    """两年半, 一吨半."""
    token = token_after(lexed, after, frozenset({""}))
    word = token.as_(TokenKind.HALF) if token else None
    if token and word and word.name == "half":
        append_token(after, token)
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
    token = token_after(lexed, after, frozenset({" "})) if after.money else None
    large = token.as_(TokenKind.LARGE) if token else None
    if token and large and large.name in SMALL_SIZES:
        append_token(after, token)
        after.factor = large.number


def _late(lexed: Lexed, after: After) -> None:
    """两年多, but in 4年多次 the word belongs to what follows."""
    token = token_after(lexed, after, frozenset({""}))
    word = token.as_(TokenKind.MORE) if token else None
    written = lexed.text[token.start : token.end] if token else ""
    unit = lexed.tokens[after.unit_at]
    lists = load_lexicon().lists
    if any(more in lexed.text[unit.start : unit.end] for more in lists["piece_more"]):
        after.qualifier = Qualifier.OVER
    if not token or not word or written in lists["more_about"]:
        return
    following = lexed.text[token.end : token.end + 1]
    if following in lists["spills"] or (following.isascii() and following.isdigit()):
        return  # 一百人多出五人, 较前一周多9宗
    if (
        following in lists["not_after_late" if written in lists["more_many"] else "not_after_yu"]
        or lexed.text[after.end - 1] in lists["piece"]
    ):
        return
    append_token(after, token)
    after.qualifier, after.larger = Qualifier.OVER, True
