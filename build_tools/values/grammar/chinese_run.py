"""Which tokens go on with a Chinese numeral."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from build_tools.model import Qualifier
from build_tools.values.grammar.characters import TWO
from build_tools.values.grammar.chinese_worth import (
    BY_DIGITS,
    HUNDRED,
    PAIRS,
    PARTS,
    TEN,
    ZERO,
    Part,
    begins_another,
    has_point,
    is_pair,
)
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import ONE
from build_tools.values.grammar.tokens import Token, TokenKind

MOST = 40  # words of one numeral
WIDEST = 4  # spaces inside a number
MORE = {"over": Qualifier.OVER, "about": Qualifier.ABOUT}


@dataclass(slots=True)
class Run:
    """The words of one numeral, as far as they are read."""

    parts: list[Part] = field(default_factory=list)
    stop: int = 0
    end: int = 0
    more: Qualifier = Qualifier.EXACT
    few: Decimal | None = None  # what one of the open place is worth: 十几 is below ten more
    few_at: int = -2
    before_few: int = 0  # parts that are before it


def gathered(lexed: Lexed, at: int) -> Run:
    run, tokens, text = Run(stop=at), lexed.tokens, lexed.text
    index = at
    while index < len(tokens) and len(run.parts) < MOST:
        token = tokens[index]
        if index > at and not _is_near(text, tokens[index - 1].end, token.start):
            break
        if index > at and token.start > tokens[index - 1].end and begins_another(run.parts, lexed, index):
            break
        if not _takes(run, lexed, index):
            # 两个亿: a scale may be counted itself
            if not (run.parts and _is_counted_scale(lexed, index)):
                break
            index += 1
            continue
        run.stop, run.end = index + 1, token.end
        index += 1
    return _trimmed(run, lexed)


def _is_near(text: str, end: int, start: int) -> bool:
    return end == start or (start - end <= WIDEST and not text[end:start].strip(" "))


def _is_counted_scale(lexed: Lexed, index: int) -> bool:
    token = lexed.tokens[index]
    following = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
    return bool(
        lexed.text.startswith(load_lexicon().lists["hundred_million_pieces"], token.start)
        and following
        and following.start == token.end
    )


def _takes(run: Run, lexed: Lexed, index: int) -> bool:
    """Whether the token goes on with the numeral; if so it is put to it."""
    token = lexed.tokens[index]
    part = _part(token, lexed.text)
    if part is None:
        return False
    last = run.parts[-1] if run.parts else None
    match part.kind:
        case TokenKind.DIGIT:
            apart = bool(run.end) and token.start > run.end
            taken = _takes_digit(run, last, part, lexed, index) and not (
                apart and last and last.kind is TokenKind.DIGIT
            )
        case TokenKind.ARABIC:
            taken = _takes_arabic(run, last, part, lexed, index)
        case TokenKind.PLACE | TokenKind.SCALE:
            if part.kind is TokenKind.PLACE and last and run.few_at == index - 1:
                return part.low < _least_size(run.parts)  # the place that is left open: 三百几十
            taken = _takes_size(run, last, part)
        case TokenKind.MORE:
            return _takes_more(run, last, lexed, index, part)
        case TokenKind.FEW:
            few = _takes_few(run, last, part, lexed, index)
            if few:
                run.few_at, run.before_few = index, len(run.parts)
            return few
        case _:
            taken = _takes_point(run, last, lexed, index)
    if taken:
        run.parts.append(part)
    return taken


def _part(token: Token, text: str) -> Part | None:
    for word in token.words:
        if word.kind in PARTS:
            return Part(word.kind, word.number, word.number, text[token.start : token.end])
    return None


def _takes_digit(run: Run, last: Part | None, part: Part, lexed: Lexed, index: int) -> bool:
    if last is None or last.kind in (TokenKind.PLACE, TokenKind.SCALE, TokenKind.POINT):
        return run.few is None and (last is None or part.text != TWO or _is_sized(lexed, index))
    if last.kind is not TokenKind.DIGIT:
        return False
    return not _has_size(run.parts) or last.low == 0 or (last.low, part.low) in PAIRS or has_point(run.parts)


def _is_sized(lexed: Lexed, index: int) -> bool:
    """两 within a number counts a size: 三千两百, where 三十两 is a weight."""
    behind = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
    return bool(behind and (behind.is_(TokenKind.PLACE) or behind.is_(TokenKind.SCALE)))


def _takes_arabic(run: Run, last: Part | None, part: Part, lexed: Lexed, index: int) -> bool:
    """2亿3千, 2万5, 1亿5000: lower digits after a size."""
    if last is None:
        return True
    if last.kind is TokenKind.DIGIT and last.low == 0 and len(run.parts) > 1:
        return "." not in part.text and part.low < run.parts[-2].low
    if last.kind not in (TokenKind.PLACE, TokenKind.SCALE) or run.few is not None or "." in part.text:
        token = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
        return bool(
            last.kind is TokenKind.SCALE
            and run.few is None
            and token
            and token.is_(TokenKind.SCALE)
            and token.start == lexed.tokens[index].end
            and part.low * _number(token, TokenKind.SCALE) < last.low
        )
    if part.low >= last.low:
        return False
    following = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
    if (
        following
        and following.start == lexed.tokens[index].end
        and (following.is_(TokenKind.PLACE) or following.is_(TokenKind.SCALE))
    ):
        return True
    if lexed.text[lexed.tokens[index].start - 1] == " ":
        return False
    after = lexed.text[lexed.tokens[index].end : lexed.tokens[index].end + 1]
    return (
        (len(part.text) == 1 or len(part.text) >= BY_DIGITS)
        and after not in load_lexicon().lists["after_tail"]
    ) or (not after and len(part.text) != 2)


def _number(token: Token, kind: TokenKind) -> Decimal:
    word = token.as_(kind)
    return word.number if word else ONE


def _takes_size(run: Run, last: Part | None, part: Part) -> bool:
    if part.kind is TokenKind.SCALE or last is None:
        return last is None or last.kind is not TokenKind.POINT
    if part.low in (20, 30, 40):  # 廿 holds its digit
        return last.kind in (TokenKind.PLACE, TokenKind.SCALE)
    if last.kind is TokenKind.SCALE:
        return part.low == TEN  # 一万十 is none, 一万零十五 is
    if last.kind is TokenKind.PLACE and len(run.parts) == 1 and last.low == HUNDRED and part.low == TEN:
        return True  # 百十来人
    if last.kind is TokenKind.PLACE or (last.kind is TokenKind.DIGIT and last.low == 0 and part.low != TEN):
        return False
    return part.low < _least_size(run.parts) or _is_only_arabic(run.parts)


def _is_only_arabic(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and parts[0].kind is TokenKind.ARABIC


def _least_size(parts: Sequence[Part]) -> Decimal:
    """The size that the next one must be below, within one section."""
    for part in reversed(parts):
        if part.kind is TokenKind.SCALE:
            return part.low * TEN
        if part.kind is TokenKind.PLACE:
            return part.low
    return Decimal("Infinity")


def _takes_more(run: Run, last: Part | None, lexed: Lexed, index: int, part: Part) -> bool:
    """十多万, 八千余万: more inside a number, where a size follows."""
    following = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
    if last is None or last.kind not in (TokenKind.PLACE, TokenKind.SCALE, TokenKind.ARABIC) or not following:
        return False
    size = following.is_(TokenKind.SCALE) or (
        following.is_(TokenKind.PLACE) and last.kind is TokenKind.ARABIC
    )
    if not size or not _is_near(lexed.text, lexed.tokens[index].end, following.start):
        return False
    word = lexed.tokens[index].as_(TokenKind.MORE)
    run.more = MORE[word.name] if word else run.more
    return True


def _takes_few(run: Run, last: Part | None, part: Part, lexed: Lexed, index: int) -> bool:
    """数百亿, 十几, 三百几十, 一亿几千万."""
    following = lexed.tokens[index + 1] if index + 1 < len(lexed.tokens) else None
    near = following and _is_near(lexed.text, lexed.tokens[index].end, following.start)
    size = following.as_(TokenKind.PLACE) if following and near else None
    size = size or (following.as_(TokenKind.SCALE) if following and near else None)
    if last is None:
        if not size:
            return False
        run.few = ZERO
        return True
    zero = last.kind is TokenKind.DIGIT and last.low == 0
    digits = last.kind is TokenKind.ARABIC and part.text in load_lexicon().lists["few_open"]
    if last.kind not in (TokenKind.PLACE, TokenKind.SCALE) and not digits and not zero:
        return False
    tens = last.kind is TokenKind.PLACE and last.low == TEN  # 十数万
    if (part.text not in load_lexicon().lists["few_open"] and not tens) or run.few is not None:
        return False
    least = _least_size(run.parts) if last.kind is not TokenKind.ARABIC else _trailing(last.text)
    own = size.number if size and size.kind is TokenKind.PLACE and size.number < least else ONE
    run.few = own * (TEN if own > 1 or last.kind is not TokenKind.ARABIC else least)
    if own == ONE and last.kind is TokenKind.SCALE:
        return False
    if own == ONE and last.kind is TokenKind.PLACE:
        run.few = last.low
    if own == ONE and last.kind is TokenKind.DIGIT:
        run.few = TEN
    return True


def _trailing(digits: str) -> Decimal:
    return TEN ** (len(digits) - len(digits.rstrip("0")))


def _takes_point(run: Run, last: Part | None, lexed: Lexed, index: int) -> bool:
    """三点五: not a time of day, 三点五十分."""
    if (
        last is None
        or last.kind not in (TokenKind.DIGIT, TokenKind.PLACE, TokenKind.SCALE)
        or has_point(run.parts)
        or run.few is not None
    ):
        return False
    tokens, at = lexed.tokens, index + 1
    if lexed.text[tokens[index].start : tokens[index].end] not in load_lexicon().lists["point_han"]:
        return False
    while (
        at < len(tokens)
        and tokens[at].is_(TokenKind.DIGIT)
        and _is_near(lexed.text, tokens[at - 1].end, tokens[at].start)
    ):
        at += 1
    if at == index + 1 or lexed.text[tokens[index + 1].start] == TWO:
        return False
    after = tokens[at] if at < len(tokens) and tokens[at].start - tokens[at - 1].end <= WIDEST else None
    words = lexed.text[tokens[at - 1].end : tokens[at - 1].end + 1]
    return (
        not (
            after
            and (after.is_(TokenKind.PLACE) or (last.kind is TokenKind.SCALE and after.is_(TokenKind.SCALE)))
        )
        and words not in load_lexicon().lists["after_point"]
    )


def _has_size(parts: Sequence[Part]) -> bool:
    return any(part.kind in (TokenKind.PLACE, TokenKind.SCALE) for part in parts)


def _trimmed(run: Run, lexed: Lexed) -> Run:
    """Two digits that are no pair are two numbers."""
    parts = run.parts
    alone = all(part.kind is TokenKind.DIGIT for part in parts)
    if alone and len(parts) == 2 and not is_pair(*parts) and parts[1].low != 0:
        run.stop -= 1
        run.end = lexed.tokens[run.stop - 1].end
        run.parts = parts[:1]
    return run
