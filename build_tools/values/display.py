"""Quantities as readers of each edition write them: US$14.3 billion, 143亿美元, 143億美元."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from build_tools.model import Qualifier, Quantity
from build_tools.values.grammar.numeral import DIVISION
from build_tools.values.plain_text import EXACT
from build_tools.values.printing import plain_number
from build_tools.values.units import is_known_unit
from build_tools.values.word_tables import load_display_words

BABEL = {"en": "en_GB", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
SCALES = {
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
    "zh-Hans": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "zh-Hant": ((10**12, "萬億"), (10**8, "億"), (10**4, "萬")),
}
ASSUMED = {"en": {"USD": "$"}, "zh": {"CNY": "元"}}
ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
LONGEST_FRACTION = 4
LONGEST = 20
LARGEST_PART = 100
CODE = 3  # letters of a currency


def show_quantity(quantity: Quantity, locale: str) -> str:
    """A quantity in the words of an edition: en, zh-Hans or zh-Hant.

    >>> from build_tools.values.quantities import parse_quantity
    >>> quantity = parse_quantity("超过143亿美元")
    >>> [show_quantity(quantity, locale) for locale in ("en", "zh-Hans", "zh-Hant")] if quantity else []
    ['over US$14.3 billion', '超过143亿美元', '超過143億美元']
    """
    words = load_display_words(locale)
    if quantity.value is not None and quantity.qualifier is not Qualifier.SEVERAL:
        show = _digits if quantity.unit == "rank" and locale == "en" else show_number
        amount = _measured(show(quantity.value, locale), quantity, locale)
        return words.qualifiers.get(quantity.qualifier, "{}").format(amount)
    low, high = quantity.tight.low, quantity.tight.high
    if low is None or high is None:
        return _one_end(quantity, locale)
    if quantity.qualifier is Qualifier.SEVERAL and (vague := _vague(low, high, quantity.unit, locale)):
        return _measured(vague, quantity, locale)
    return _range(low, high, quantity, locale)


def show_number(number: Decimal, locale: str) -> str:
    """A number with the word for its size; an immense one in plain digits.

    >>> show_number(Decimal(12520000000), "zh-Hant"), show_number(Decimal("1430"), "en")
    ('125.2億', '1,430')
    >>> show_number(Decimal("33.333333333333333333"), "en")
    '33 1/3'
    """
    if number.adjusted() > LONGEST or number.adjusted() < -LONGEST:
        return plain_number(number) or ""
    if share := _endless_share(number):
        return _mixed(share)
    for size, word in SCALES[locale]:
        if abs(number) >= size and _is_short(number / size):
            return f"{_digits(number / size, locale)}{word}"
    return _digits(number, locale)


def _endless_share(number: Decimal) -> Fraction | None:
    """The third or the sixth that 0.3333… and 0.1666… stand for, and the 33 1/3 of a hundred."""
    if abs(number) >= LARGEST_PART or len(number.as_tuple().digits) < DIVISION.prec:
        return None
    share = Fraction(number).limit_denominator(LARGEST_PART)
    return share if DIVISION.divide(share.numerator, share.denominator) == number else None


def _mixed(share: Fraction) -> str:
    """33 1/3, and a third alone as 1/3."""
    whole, part = divmod(abs(share.numerator), share.denominator)
    sign = "-" if share < 0 else ""
    return f"{sign}{f'{whole} ' if whole else ''}{part}/{share.denominator}"


def _is_short(number: Decimal) -> bool:
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -LONGEST_FRACTION


def _digits(number: Decimal, locale: str) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0.####################" if locale == "en" else "0.####################"
    with localcontext(EXACT):
        return format_decimal(number, format=pattern, locale=BABEL[locale], decimal_quantization=False)


def _measured(number: str, quantity: Quantity, locale: str) -> str:
    """The number with its unit where the edition puts it."""
    words = load_display_words(locale)
    unit = quantity.unit
    if unit is None:
        return number
    if unit == "rank":
        return words.rank.format(_ordinal(number) if locale == "en" else number)
    if number == "1" and unit in words.one:
        return words.one[unit].format(number)
    if unit in words.units:
        return words.units[unit].format(number)
    if unit.isupper() and len(unit) == CODE:
        return _money(number, unit, quantity.assumed, locale)
    pattern = _pattern(unit, "one" if number == "1" else "other", locale)
    return pattern.format(number) if pattern else f"{number} {unit}" if is_known_unit(unit) else number


@cache
def _pattern(unit: str, number: str, locale: str) -> str:
    """How CLDR writes a unit, where it has the unit in this language."""
    from babel.units import UnknownUnitError, format_unit

    one = "1" if number == "one" else "2"
    try:
        written = format_unit(int(one), unit, "long", locale=BABEL[locale])
    except UnknownUnitError:
        return ""
    return "" if "[" in written else written.replace(one, "{}", 1)


def _ordinal(number: str) -> str:
    """A place in English: 1st, 22nd, 13th."""
    if not number[-1:].isdigit():
        return number
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else ORDINALS.get(number[-1], "th"))


def _money(number: str, unit: str, assumed: bool, locale: str) -> str:
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    if locale != "en":
        name = ASSUMED["zh"].get(unit) if assumed else None
        return f"{number}{name or _currency_name(unit, locale)}"
    if digits[:1].isalpha():
        return f"{number} {_currency_name(unit, locale)}"
    from babel.numbers import get_currency_symbol

    symbol = ASSUMED["en"].get(unit) if assumed else None
    symbol = symbol or get_currency_symbol(unit, BABEL[locale])
    return f"{sign}{symbol}{' ' if symbol[-1].isalpha() else ''}{digits}"


def _currency_name(unit: str, locale: str) -> str:
    from babel.numbers import get_currency_name

    return get_currency_name(unit, count=2, locale=BABEL[locale])


def _vague(low: Decimal, high: Decimal, unit: str | None, locale: str) -> str:
    """Tens of billions, 数百亿: where the interval is what such a word says."""
    words = load_display_words(locale)
    if low == 2 and high == 10:
        return words.few
    vague = words.several.get(int(low), "") if high == low * 10 else ""
    return f"{vague} of" if vague and locale == "en" and unit else vague


def _range(low: Decimal, high: Decimal, quantity: Quantity, locale: str) -> str:
    first, last = show_number(low, locale), show_number(high, locale)
    if locale == "en" and quantity.unit and (quantity.unit == "%" or quantity.unit.isupper()):
        first = _measured(first, quantity, locale)
    return load_display_words(locale).range.format(first, _measured(last, quantity, locale))


def _one_end(quantity: Quantity, locale: str) -> str:
    """A vague count with a bound: over hundreds of millions."""
    end = quantity.tight.low if quantity.tight.low is not None else quantity.tight.high
    if end is None:
        return _measured("?", quantity, locale)
    amount = _measured(show_number(end, locale), quantity, locale)
    return load_display_words(locale).qualifiers.get(quantity.qualifier, "{}").format(amount)
