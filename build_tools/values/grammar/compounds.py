"""Values in two parts: 五元三毛, 3 dollars 50 cents, 5 feet 2 inches, 十一年六个月, 14分30秒."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.values.grammar.behind import HALF, QUARTER
from build_tools.values.grammar.characters import DIGITS
from build_tools.values.grammar.compiled import pattern, worded
from build_tools.values.grammar.lexer import Lexed
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numeral import DIVISION, ONE
from build_tools.values.grammar.phrases import Phrase, Unit
from build_tools.values.grammar.tokens import TokenKind

ENDS = r"[.,;!?)]|$| more(?a:\b)| and(?a:\b)|[。,;!?]"
FAR, OF_A, SENTENCE = 6, " of a", 80
MOST_METRES = 10
TENTHS = "123456789"
ZERO = Decimal(0)
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")


SMALLER = {
    "century": ("year",), "year": ("month",), "month": (), "week": ("day",), "day": ("hour",),
    "hour": ("minute",), "minute": ("second",), "foot": ("inch",), "pound": ("ounce",), "stone": ("pound",),
    "jin": ("liang",),
}  # fmt: skip
KEPT = frozenset({"foot", "pound", "stone", "jin"})  # told in the larger unit


def combine_parts(phrases: Sequence[Phrase], lexed: Lexed) -> list[Phrase]:
    """The phrases, an amount with the smaller part after it put into one."""
    done: list[Phrase] = []
    for phrase in phrases:
        if done and phrase.start < done[-1].end:
            continue  # the 98 of 10秒98
        phrase = _of_unit(phrase, lexed)
        whole = (_combined(done[-1], phrase, lexed) or _in_parts(done[-1], phrase, lexed)) if done else None
        if whole:
            done.pop()
        done.append(
            whole or _with_tenth_of_degree(_with_decimetres(_with_hundredths(phrase, lexed), lexed), lexed)
        )
    return done


def _of_unit(phrase: Phrase, lexed: Lexed) -> Phrase:
    """Three-quarters of an inch, a quarter of a percentage point."""
    if points := _of_points(phrase, lexed):
        return points
    if not phrase.numeral.share or phrase.measured or not lexed.small.startswith(OF_A, phrase.end):
        return phrase
    at = bisect_left(lexed.tokens, phrase.end + len(OF_A), key=lambda token: token.start)
    token = lexed.tokens[at] if at < len(lexed.tokens) else None
    unit = token.as_(TokenKind.UNIT) if token and token.start <= phrase.end + len(OF_A) + 2 else None
    if not token or not unit or unit.name in COUNTED_THINGS or unit.name not in load_lexicon().units:
        return phrase
    numeral = phrase.numeral._replace(share=False)
    return phrase._replace(numeral=numeral, unit=Unit(unit.name), measured=True, end=token.end, stop=at + 1)


def _of_points(phrase: Phrase, lexed: Lexed) -> Phrase | None:
    """A quarter point, half-point: of a percentage point."""
    words = load_lexicon().lists["points_of_share"]
    part = phrase.numeral.share and phrase.numeral.value in (HALF, QUARTER, 3 * QUARTER)
    if phrase.measured or not (part or _follows_percent(phrase, lexed)):
        return None
    end = next((phrase.end + len(word) for word in words if lexed.small.startswith(word, phrase.end)), 0)
    if not end or lexed.small[end : end + 1].isalpha():
        return None
    stop = bisect_left(lexed.tokens, end, key=lambda token: token.start)
    numeral = phrase.numeral._replace(share=False)
    return phrase._replace(numeral=numeral, unit=Unit("percentage-point"), measured=True, end=end, stop=stop)


def _follows_percent(phrase: Phrase, lexed: Lexed) -> bool:
    """61.3 per cent, up 4.8 points: the points are those of the percentage before them."""
    lists, start = load_lexicon().lists, phrase.numeral.start
    head = lexed.small[max(0, start - SENTENCE) : start].rpartition(". ")[2]
    moved = head.endswith(lists["moves_points"]) or lexed.small.startswith(lists["behind_points"], phrase.end)
    return moved and any(word in head for word in lists["percent_words"])


def _with_hundredths(phrase: Phrase, lexed: Lexed) -> Phrase:
    """10秒98, 十秒九."""
    amount, end = phrase.numeral, phrase.end
    if phrase.unit.name != "second" or amount.value is None or amount.place != ONE:
        return phrase
    part, stop = _behind_second(lexed, end)
    if part is None:
        return phrase
    place = ONE.scaleb(end - stop)
    amount = amount._replace(value=amount.value + part, place=place, coarse=place)
    return phrase._replace(numeral=amount, end=stop)


def _with_decimetres(phrase: Phrase, lexed: Lexed) -> Phrase:
    """一米七五, 1米8: what is behind the metre is tenths, or hundredths."""
    amount, end = phrase.numeral, phrase.end
    whole = (
        amount.value is not None
        and amount.place == ONE
        and not amount.asserted
        and amount.value < MOST_METRES
    )
    if (
        phrase.unit.name != "meter"
        or not whole
        or not lexed.text.endswith(load_lexicon().lists["metre_signs"], 0, end)
    ):
        return phrase
    part = worded("decimetres").match(lexed.text, end)
    if not part or _is_counted(lexed, part.end()):
        return phrase
    digits = "".join(one if one.isascii() else str(DIGITS.index(one)) for one in part[0])
    place = ONE.scaleb(-len(digits))
    value = (amount.value or ZERO) + int(digits) * place
    whole_phrase = phrase._replace(
        numeral=amount._replace(value=value, place=place, coarse=place), end=part.end()
    )
    return _with_about(whole_phrase, lexed)


def _with_tenth_of_degree(phrase: Phrase, lexed: Lexed) -> Phrase:
    """38度5: what is behind the degree is a tenth of it."""
    amount, end = phrase.numeral, phrase.end
    signs, digit = load_lexicon().lists["degree_signs"], lexed.text[end : end + 1]
    whole = amount.value is not None and amount.place == ONE and not amount.asserted
    if phrase.unit.name != "celsius" or not whole or not lexed.text.endswith(signs, 0, end):
        return phrase
    if not (digit and digit in TENTHS + DIGITS[1:]) or _is_counted(lexed, end + 1):
        return phrase
    if lexed.text[end + 1 : end + 2].isdigit() or lexed.text[end + 1 : end + 2] in (".", *DIGITS):
        return phrase
    tenth = Decimal(digit) if digit in TENTHS else Decimal(DIGITS.index(digit))
    value = (amount.value or ZERO) + tenth * TENTH * (-1 if amount.value and amount.value < 0 else 1)
    return phrase._replace(numeral=amount._replace(value=value, place=TENTH, coarse=TENTH), end=end + 1)


def _with_about(phrase: Phrase, lexed: Lexed) -> Phrase:
    """一米六五左右."""
    index = bisect_left(lexed.tokens, phrase.end, key=lambda token: token.start)
    behind = lexed.tokens[index] if index < len(lexed.tokens) else None
    word = behind.as_(TokenKind.AFTER) if behind and behind.start == phrase.end else None
    if not behind or not word or phrase.qualifier is not Qualifier.EXACT:
        return phrase
    return phrase._replace(end=behind.end, stop=index + 1, qualifier=Qualifier(word.name))


def _is_counted(lexed: Lexed, at: int) -> bool:
    """Whether a unit is at a place, which is then that of the number before it: 1米8厘米."""
    index = bisect_left(lexed.tokens, at, key=lambda token: token.start)
    behind = lexed.tokens[index] if index < len(lexed.tokens) else None
    return (
        behind is not None
        and behind.start == at
        and not behind.is_(TokenKind.AFTER)
        and not behind.is_(TokenKind.BEFORE)
    )


def _behind_second(lexed: Lexed, end: int) -> tuple[Decimal | None, int]:
    """The 98 of 10秒98, the 7 of 52秒7, and where they end; 10秒3人 and 30秒5次 have none."""
    seconds = lexed.text[end - 1] in load_lexicon().lists["seconds"]
    part = worded("decimetres").match(lexed.text, end) if seconds else None
    if not part or _is_counted(lexed, part.end()):
        return None, end
    digits = "".join(one if one.isascii() else str(DIGITS.index(one)) for one in part[0])
    return int(digits) * ONE.scaleb(-len(digits)), part.end()


def _in_parts(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase | None:
    """27 years and three months, 5 feet 2 inches: whole units, and some of the next smaller."""
    if right.start - left.end > FAR or (left.unit.name not in SMALLER and right.unit.name != "second"):
        return None
    left, right = _minutes(left, right, lexed), _minutes_behind(left, right, lexed)
    right = _months_behind(left, right, lexed)
    if not _is_smaller(left, right) or not worded("between_parts").fullmatch(
        lexed.text[left.end : right.start]
    ):
        return None
    return _sum(left, right, lexed)


def _is_smaller(left: Phrase, right: Phrase) -> bool:
    amount, rest = left.numeral, right.numeral
    if (right.unit.name or "") not in SMALLER.get(left.unit.name or "", ()) or rest.asserted:
        return False
    if amount.value is None or rest.value is None or amount.value != int(amount.value):
        return False
    return rest.value < _ratio(left, right) and not right.negative and right.qualifier is Qualifier.EXACT


def _ratio(left: Phrase, right: Phrase) -> Decimal:
    units = load_lexicon().units
    return units[left.unit.name or ""].factor / units[right.unit.name or ""].factor


def _sum(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase:
    """The sum in the smaller unit, but for feet, pounds and stone."""
    amount, rest, ratio, end = left.numeral, right.numeral, _ratio(left, right), right.end
    whole, part = amount.value or ZERO, rest.value or ZERO
    if left.unit.name in KEPT:
        place = amount.place / ratio
        value = DIVISION.divide(whole * ratio + part, ratio)
        return left._replace(numeral=amount._replace(value=value, place=place, coarse=place), end=end)
    place, (more, stop) = ONE, _behind_second(lexed, end)
    if more is not None:
        part, place, end = part + more, ONE.scaleb(end - stop), stop
    total = rest._replace(
        value=whole * ratio + part, place=place, coarse=place, start=amount.start, weak=False
    )
    return left._replace(numeral=total, end=end, unit=right.unit)


MINUTE, MONTH = Unit("minute"), Unit("month")


def _minutes(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase:
    """14分30秒: 分 is a minute where seconds follow; and 30秒67 has hundredths."""
    if (
        right.unit.name != "second"
        or left.unit.name
        or lexed.text[left.end : right.start] not in load_lexicon().lists["minutes_between"]
    ):
        return left
    return left._replace(unit=MINUTE, measured=True, end=right.start)


def _minutes_behind(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase:
    """2小时15分."""
    end = right.numeral.end
    lists = load_lexicon().lists
    if left.unit.name != "hour" or right.unit.name or not lexed.text.startswith(lists["clock_minutes"], end):
        return right
    return (
        right
        if lexed.text.startswith(lists["share_mark"], end + 1)
        else right._replace(unit=MINUTE, measured=True, end=end + 1)
    )


def _months_behind(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase:
    """8年6月徒刑, 徒刑8年6月."""
    end, lists = right.numeral.end, load_lexicon().lists
    served = lexed.text.startswith(lists["month_sign_han"], end) and (
        lexed.text.startswith(lists["served"], end + 1)
        or lexed.text.endswith(lists["served_before"], 0, left.start)
    )
    if left.unit.name != "year" or right.unit.name or not served:
        return right
    return right._replace(unit=MONTH, measured=True, end=end + 1)


def _combined(left: Phrase, right: Phrase, lexed: Lexed) -> Phrase | None:
    text = lexed.text
    amount, rest = left.numeral, right.written or right.numeral
    if not left.unit.money or amount.scale > 1 or amount.value is None or rest.value is None:
        return None
    if rest.scale > 1 or rest.value >= 100 or not worded("link").fullmatch(text[left.end : rest.start]):
        return None
    token = lexed.tokens[rest.stop] if rest.stop < len(lexed.tokens) else None
    near = token and token.start - rest.end <= 1
    small = token.as_(TokenKind.SMALL_MONEY) if token and near else None
    if not small and not _is_cents(left, right, text):
        return None
    worth = small.number if small else _after_whole(left, text)
    sum_ = amount._replace(value=amount.value + rest.value * worth, place=worth, coarse=worth)
    return left._replace(numeral=sum_, end=token.end if token and small else rest.end)


def _after_whole(left: Phrase, text: str) -> Decimal:
    """In 3块5 the 5 is tenths, in 15 dollars 50 it is hundredths."""
    return TENTH if text[left.end - 1] in load_lexicon().lists["kuai"] else HUNDREDTH


def _is_cents(left: Phrase, right: Phrase, text: str) -> bool:
    """15 dollars 50: after an English currency, with nothing counted by it."""
    if text[left.end - 1] in load_lexicon().lists["kuai"]:
        return right.numeral.end - right.numeral.start == 1 and not right.measured
    written = text[left.numeral.end : left.end].isascii() and left.end > left.numeral.end
    return written and bool(pattern(ENDS).match(text, right.numeral.end))
