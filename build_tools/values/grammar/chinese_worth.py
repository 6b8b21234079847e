"""What the words of a Chinese numeral are worth together, and how finely they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.numeral import ONE
from build_tools.values.grammar.tokens import TokenKind

PARTS = (
    TokenKind.ARABIC,
    TokenKind.DIGIT,
    TokenKind.PLACE,
    TokenKind.SCALE,
    TokenKind.FEW,
    TokenKind.MORE,
    TokenKind.POINT,
)
PAIRS = frozenset(
    (Decimal(one), Decimal(two))
    for one, two in ((1, 2), (2, 3), (3, 4), (3, 5), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9))
)
ZERO, TEN, HUNDRED = Decimal(0), Decimal(10), Decimal(100)
BY_DIGITS = 3  # 二零二五: so many digits in a row are read one by one


class Part(NamedTuple):
    """A word of a numeral: its kind, and the least and the most that it is worth."""

    kind: TokenKind
    low: Decimal
    high: Decimal
    text: str


def has_point(parts: Sequence[Part]) -> bool:
    return any(part.kind is TokenKind.POINT for part in parts)


def is_pair(first: Part, second: Part) -> bool:
    return (first.low, second.low) in PAIRS and first.kind is second.kind is TokenKind.DIGIT


def with_pairs(parts: Sequence[Part]) -> list[Part]:
    """With two neighbouring digits as one part from the one to the other."""
    done: list[Part] = []
    pointed = False
    for part in parts:
        pointed = pointed or part.kind is TokenKind.POINT
        if done and not pointed and is_pair(done[-1], part) and done[-1].low == done[-1].high:
            first = done.pop()
            done.append(Part(TokenKind.DIGIT, first.low, part.low, first.text + part.text))
        else:
            done.append(part)
    return done


def worth_of(parts: Sequence[Part], side: int) -> Decimal:
    total = section = ZERO
    current: Decimal | None = None
    size, scale, pointed = ONE, ONE, False
    decimals = _decimals(parts)
    for part in parts:
        number = part.high if side else part.low
        match part.kind:
            case TokenKind.DIGIT | TokenKind.ARABIC if current is None and not pointed:
                current = number
                if part.kind is TokenKind.DIGIT and number == 0:
                    current, size = None, ONE
            case TokenKind.POINT:
                pointed = True
                tail = (
                    ZERO
                    if current is None
                    else current * size / TEN
                    if size >= HUNDRED and current < TEN
                    else current
                )
                decimal = next(decimals)
                if current is None and not section and total:
                    total += decimal  # 两千万点五: nothing counts it again
                else:
                    current = section + tail + decimal
                section = ZERO
            case TokenKind.PLACE:
                digit = ONE if current is None or number in (20, 30, 40) else current
                section, current, size = section + digit * number, None, min(number, HUNDRED * HUNDRED)
            case TokenKind.SCALE:
                lower = current is not None and ZERO < current < TEN <= HUNDRED <= size and section
                counted = current * size / TEN if current and lower else current or ZERO  # 千二万
                total, section, current = (
                    _scaled(total, section + counted, number, scale),
                    ZERO,
                    None,
                )
                size = scale = number
    return total + section + _tail(current, size, parts)


def _scaled(total: Decimal, amount: Decimal, number: Decimal, scale: Decimal) -> Decimal:
    """四十七亿八千万 adds, 一万五千亿 and 万亿 multiply."""
    if not amount:
        return (total or ONE) * number if number >= scale else total
    return total + amount * number if not total or number < scale else (total + amount) * number


def _tail(current: Decimal | None, size: Decimal, parts: Sequence[Part]) -> Decimal:
    """In 四百五 and 2万5 the last digit counts the next lower size."""
    if current is None:
        return ZERO
    last = parts[-1]
    single = last.kind in (TokenKind.DIGIT, TokenKind.ARABIC) and len(last.text) == 1 and current < TEN
    return current * size / TEN if single and size >= HUNDRED else current


def _decimals(parts: Sequence[Part]) -> Iterator[Decimal]:
    digits, after = "", False
    for part in parts:
        if part.kind is TokenKind.POINT:
            after = True
        elif after and part.kind is TokenKind.DIGIT:
            digits += str(part.low)
        elif after:
            break
    yield Decimal(f"0.{digits}") if digits else ZERO


def begins_another(parts: Sequence[Part], lexed: Lexed, index: int) -> bool:
    """Whether a number behind a space is one of its own: 3.14亿 2.5亿; but 1亿 2千万 is one."""
    last, token = (parts[-1] if parts else None), lexed.tokens[index]
    digits = token.as_(TokenKind.ARABIC) or token.as_(TokenKind.DIGIT)
    if last is None or not digits or last.kind not in (TokenKind.PLACE, TokenKind.SCALE):
        return False
    size, end = ZERO, token.end
    for behind in lexed.tokens[index + 1 : index + 4]:
        word = behind.as_(TokenKind.SCALE) or behind.as_(TokenKind.PLACE)
        if behind.start != end or not word:
            break
        size, end = max(size, word.number), behind.end
    decimal = any("." in part.text for part in parts)
    return decimal or size >= last.low or "." in digits.name


def closing_scale(parts: Sequence[Part]) -> Decimal:
    """The size that the numeral ends in: 143亿 is counted in 亿."""
    size = ONE
    for part in reversed(parts):
        if part.kind is not TokenKind.SCALE:
            break
        size *= part.low
    return size


def written_place(parts: Sequence[Part], size: Decimal) -> tuple[Decimal, bool]:
    """What one more in the last written digit would be worth, and whether decimals are written."""
    written = [part for part in parts if part.kind is TokenKind.ARABIC and "." in part.text]
    if written:
        return size.scaleb(-len(written[-1].text.rpartition(".")[2])), True
    if any(
        "," in part.text and len(part.text.rpartition(",")[2]) < BY_DIGITS
        for part in parts
        if part.kind is TokenKind.ARABIC
    ):
        comma = next(part.text for part in parts if "," in part.text)
        return size.scaleb(-len(comma.rpartition(",")[2])), True
    if has_point(parts):
        at = next(index for index, part in enumerate(parts) if part.kind is TokenKind.POINT)
        count = sum(len(part.text) for part in parts[at + 1 :] if part.kind is TokenKind.DIGIT)
        return size.scaleb(-count), True
    return size, False
