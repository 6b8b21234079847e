"""The words before a numeral, read."""

from __future__ import annotations

import re
from functools import cache

from build_tools.model import Qualifier
from build_tools.values.grammar.before import Before
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.minus_signs import is_minus
from build_tools.values.grammar.numeral import Numeral
from build_tools.values.grammar.over_words import is_difference
from build_tools.values.grammar.tokens import Token, TokenKind, Word

SCALED = re.compile(r"\bmagnitude(?: |-| of )$")
MOST_FILLERS = 3
WIDEST = 40  # between a bound and its number stand few words


@cache
def _fill() -> re.Pattern[str]:
    """What may be between a bound and its number: 至少曾有三次, at least an estimated 20."""
    verbs = "|".join(load_lexicon().lists["fillers"])
    return re.compile(
        f'["\' ]{{0,2}}(?:"|{verbs}){{0,3}}[" ]{{0,2}}'
        "| {1,2}(?:(?:the|a|an|some|another|as many as|in|at|of) ){0,2}"
        "|, [a-z]+ (?:says?|said),? "
    )


def read_before(lexed: Lexed, numeral: Numeral, stop: int, done: int) -> Before:
    """All that belongs to the numeral and is before it, behind the token `stop`."""
    before = Before(numeral.start)
    index = numeral.first - 1
    if _stands_alone(lexed, numeral, index):
        return before
    index = _rank(lexed, before, index, stop, done)
    index = _magnitude(lexed, before, index, stop, done)
    index = _minus(lexed, before, index, stop, done)
    index = _currency(lexed, before, index, stop, done)
    if before.money:
        index = _minus(lexed, before, index, stop, done)
    index = _bound(lexed, before, index, stop, done, numeral)
    if not before.bound:
        index = _bound_of_part(lexed, before, index, stop, done, numeral)
    if not before.money:
        index = _currency(lexed, before, index, stop, done)
    _compared(lexed, before, numeral)
    _per(lexed, before, index, stop)
    return before


@cache
def _leads(part: bool) -> frozenset[str]:
    """What may be directly before a number that a word in front of it belongs to."""
    lists = load_lexicon().lists
    verbs = {verb[-1] for verb in lists["fillers"]}
    return frozenset(" \"',") | {*lists["verb_ends"], *verbs, *(lists["of_han"] if part else ())}


def _stands_alone(lexed: Lexed, numeral: Numeral, index: int) -> bool:
    """Whether what is directly before is no word of the tables, and none that may be between."""
    if not numeral.start or index < 0:
        than = load_lexicon().lists["than_han"]
        return not any(word in lexed.text[max(0, numeral.start - 3) : numeral.start] for word in than)
    part = _is_part(lexed, numeral) or _is_multiple(lexed, numeral)
    return lexed.tokens[index].end < numeral.start and lexed.text[numeral.start - 1] not in _leads(part)


def _at(lexed: Lexed, index: int, stop: int, done: int) -> Token | None:
    if index < stop or index < 0:
        return None
    token = lexed.tokens[index]
    return token if token.start >= done else None


def _rank(lexed: Lexed, before: Before, index: int, stop: int, done: int) -> int:
    token = _at(lexed, index, stop, done)
    if not token or not token.is_(TokenKind.RANK) or lexed.text[token.end : before.start] not in ("", " "):
        return index
    before.start, before.ordinal = token.start, True
    for word in load_lexicon().lists["from_last_before"]:
        if lexed.text.endswith(word, 0, token.start):
            before.start, before.from_last = token.start - len(word), True
    return index - 1


def _magnitude(lexed: Lexed, before: Before, index: int, stop: int, done: int) -> int:
    """Up to magnitude 5: the word belongs to the number, and the bound stands before it."""
    found = SCALED.search(lexed.small, max(done, before.start - WIDEST), before.start)
    if not found:
        return index
    before.start = found.start()
    while index >= stop and lexed.tokens[index].end > before.start:
        index -= 1
    return index


def _minus(lexed: Lexed, before: Before, index: int, stop: int, done: int) -> int:
    """-5%, 负3.9%, minus five; but a stroke after a number or a letter joins, and 正负3 has no sign."""
    token = _at(lexed, index, stop, done)
    if (
        not token
        or not token.is_(TokenKind.MINUS)
        or lexed.small.endswith(load_lexicon().lists["either_sign"], 0, token.start)
    ):
        return index
    left = before.left()
    gap, written = lexed.text[token.end : left], lexed.text[token.start : token.end]
    if written != "-":
        if gap.strip(" ") or (written.isascii() and not gap):
            return index
    elif gap not in ("", " ") or not is_minus(lexed.text, token.start, bool(gap)):
        return index
    before.start, before.negative = min(before.start, token.start), True
    if before.money_at >= 0:
        before.money_at = min(before.money_at, token.start)
    return index - 1


def _currency(lexed: Lexed, before: Before, index: int, stop: int, done: int) -> int:
    token = _at(lexed, index, stop, done)
    word = token.as_(TokenKind.CURRENCY_BEFORE) if token else None
    if not token or not word:
        return index
    gap = lexed.text[token.end : before.left()]
    if len(gap) > 3 or gap.strip(" "):
        return index
    if (
        token.start
        and lexed.text[token.start].isalpha()
        and lexed.text[token.start].isascii()
        and _touches(lexed.text, token.start)
    ):
        return index
    before.money, before.money_at = word, token.start
    return index - 1


def _touches(text: str, at: int) -> bool:
    return text[at - 1].isascii() and text[at - 1].isalnum()


def _bound(lexed: Lexed, before: Before, index: int, stop: int, done: int, numeral: Numeral) -> int:
    left, at = before.left(), index
    for _ in range(MOST_FILLERS):  # a filler may be a word of the tables too
        token = _at(lexed, at, stop, done)
        if not token or left - token.end > WIDEST:
            return index
        gap = lexed.small[token.end : left]
        word = token.as_(TokenKind.BEFORE) or token.as_(TokenKind.PRECISELY)
        if word and (not gap or _fill().fullmatch(gap)) and not is_difference(lexed, at, numeral.end):
            return _take_bound(lexed, before, at, word, gap, numeral)
        if each := _each(lexed, at, left):
            left, at, before.per = lexed.tokens[at - 1].start, at - 2, each
            continue
        if not _is_filler(token) and not _fill().fullmatch(lexed.small[token.start : left]):
            break
        at -= 1
    before.per = ""
    return index


def _each(lexed: Lexed, at: int, left: int) -> str:
    """The unit of 突破每盎司5000美元, by which the number counts."""
    unit, each = lexed.tokens[at].as_(TokenKind.UNIT), lexed.tokens[at - 1] if at else None
    led = each is not None and each.is_(TokenKind.PER) and each.end == lexed.tokens[at].start
    return unit.name if unit and led and lexed.tokens[at].end == left and unit.name else ""


def _bound_of_part(lexed: Lexed, before: Before, index: int, stop: int, done: int, numeral: Numeral) -> int:
    """The bound of a part that the whole is between: 不到正常水平的四成, 超过床位总数的一半."""
    multiple = _is_multiple(lexed, numeral)
    if multiple and worded("almost_times").search(lexed.text, max(0, numeral.start - WIDEST), numeral.start):
        before.qualifier = Qualifier.NEARLY
        return index
    part = _is_part(lexed, numeral) or multiple
    for at in range(index, stop - 1, -1) if part else ():
        token = _at(lexed, at, stop, done)
        if not token or numeral.start - token.end > WIDEST:
            break
        word, gap = token.as_(TokenKind.BEFORE), lexed.text[token.end : numeral.start]
        short = lexed.small[token.start : token.end] in load_lexicon().lists["falls_short"]
        whole = "whole_of_share" if numeral.share or short or multiple else "whole_of_percent"
        if word and worded(whole).fullmatch(gap):
            return _take_bound(lexed, before, at, word, gap, numeral)
    return index


def _is_part(lexed: Lexed, numeral: Numeral) -> bool:
    """四成, 2%: a part of a whole."""
    return numeral.share or numeral.unit == "%" or lexed.text.startswith("%", numeral.end)


def _is_multiple(lexed: Lexed, numeral: Numeral) -> bool:
    return worded("times_sign").match(lexed.text, numeral.end) is not None


def _compared(lexed: Lexed, before: Before, numeral: Numeral) -> None:
    """比10大 is over 10; but what is 比180人多出52人 is not over 180."""
    start, lists = numeral.start, load_lexicon().lists
    words = lexed.text[max(0, start - 3) : start].rstrip(" ")
    word = next((word for word in lists["than_han"] if words.endswith(word)), "")
    than = worded("larger_than").match(lexed.text, numeral.end) if word else None
    if than:
        before.qualifier = Qualifier.OVER if than["over"] else Qualifier.UNDER
        before.bound, before.end = word, than.end()
        before.bound_at = lexed.text.rindex(word, 0, start)


def _is_filler(token: Token) -> bool:
    """An article, and 有 and the like, which are words of no other kind."""
    return token.is_(TokenKind.ARTICLE) or token.is_(TokenKind.CUE)


def _take_bound(lexed: Lexed, before: Before, at: int, word: Word, gap: str, numeral: Numeral) -> int:
    token = lexed.tokens[at]
    written = lexed.small[token.start : token.end]
    precise = word.kind is TokenKind.PRECISELY
    said = Qualifier.EXACT if precise else Qualifier(word.name)
    if written in load_lexicon().lists["within_before"] and numeral.qualifier is Qualifier.SEVERAL:
        return at  # within a few days
    if "the" in gap.split() and (said is Qualifier.ABOUT or written in load_lexicon().lists["short_of_the"]):
        return at  # what is about the thirty who died is not about thirty; short of the 5% that others told
    before.qualifier, before.precise = said, precise
    lead = len(written) - len(written.removeprefix("or ").removeprefix("and "))
    before.bound, before.bound_at, before.bound_end = written[lead:], token.start + lead, token.end
    return at - 1


def _per(lexed: Lexed, before: Before, index: int, stop: int) -> None:
    """每秒24米, 时速120公里."""
    tokens, left = lexed.tokens, before.left()
    if index < 0 or index < stop - 1 or index >= len(tokens):
        return
    token = tokens[index]
    if lexed.text[token.end : left].strip(f" {''.join(load_lexicon().lists['after_per'])}"):
        return
    per = token.as_(TokenKind.PER)
    if per and per.name != "each":
        before.per = per.name
        return
    unit = token.as_(TokenKind.UNIT)
    each = tokens[index - 1] if index else None
    if unit and unit.name and each and each.is_(TokenKind.PER) and each.end == token.start:
        before.per = unit.name
