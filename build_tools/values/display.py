"""Quantities as readers of each edition write them: US$14.3 billion, 143亿美元, 143億美元."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache

from build_tools.model import Qualifier, Quantity
from build_tools.values.grammar.numeral import DIVISION
from build_tools.values.plain_text import EXACT
from build_tools.values.printing import plain_number
from build_tools.values.units import in_short_tons, is_known_unit
from build_tools.values.word_tables import DisplayWords, babel_locale, load_display_words

LONGEST_FRACTION = 4
LEAST_SCALE, LEAST_FRACTION = 10**4, 2  # digits of tens of thousands are read as they are
LONGEST = 20
LARGEST_PART = 100
CODE = 3  # letters of a currency
BARE_TON = "bare-ton"  # of words that leave open which ton it is
TENTHS, CENTS = re.compile(r"[.,]\d$"), re.compile(r"\.\d0(?!\d)")


def show_quantity(quantity: Quantity, locale: str) -> str:
    """A quantity in the words of an edition: en, zh-Hans or zh-Hant.

    >>> from build_tools.values.quantities import parse_quantity
    >>> quantity = parse_quantity("超过143亿美元")
    >>> [show_quantity(quantity, locale) for locale in ("en", "zh-Hans", "zh-Hant")] if quantity else []
    ['over US$14.3 billion', '超过143亿美元', '超過143億美元']
    """
    words = load_display_words(locale)
    if quantity.value is not None and quantity.qualifier is not Qualifier.SEVERAL:
        show = _digits if quantity.unit == "rank" and words.ordinals else show_number
        amount = _measured(show(quantity.value, locale), quantity, locale)
        return words.qualifiers.get(quantity.qualifier, "{}").format(amount)
    low, high = quantity.tight.low, quantity.tight.high
    if low is None or high is None:
        return _one_end(quantity, locale)
    if quantity.qualifier is Qualifier.SEVERAL and (vague := _vague(low, high, quantity.unit, locale)):
        return _measured(vague, quantity, locale)
    return _range(low, high, quantity, locale)


@lru_cache(maxsize=1 << 14)
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
    for size, word in load_display_words(locale).scales.items():
        if abs(number) >= size and _is_short(number / size, size):
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


def _is_short(number: Decimal, size: int) -> bool:
    """Whether few decimals say it: 1.4万 but 48,176, which 4.8176万 would only veil."""
    exponent = number.normalize().as_tuple().exponent
    longest = LONGEST_FRACTION if size > LEAST_SCALE else LEAST_FRACTION
    return isinstance(exponent, int) and exponent >= -longest


def _digits(number: Decimal, locale: str) -> str:
    from babel.numbers import format_decimal

    pattern, babel = load_display_words(locale).number, babel_locale(locale)
    with localcontext(EXACT):
        return format_decimal(number, format=pattern, locale=babel, decimal_quantization=False)


def _measured(number: str, quantity: Quantity, locale: str) -> str:
    """The number with its unit where the edition puts it; tons that may be American ones are only tons."""
    words = load_display_words(locale)
    unit = BARE_TON if BARE_TON in words.units and in_short_tons(quantity) else quantity.unit
    if unit is None:
        return number
    if unit == "rank":
        return words.rank.format(_ordinal(number, words))
    if number == "1" and unit in words.one:
        return words.one[unit].format(number)
    if unit in words.units:
        return words.units[unit].format(number)
    if unit.isupper() and len(unit) == CODE:
        return _money(_to_the_cent(number, quantity.raw), unit, quantity.assumed, locale)
    pattern = _pattern(unit, "one" if number == "1" else "other", locale)
    return pattern.format(number) if pattern else f"{number} {unit}" if is_known_unit(unit) else number


def _to_the_cent(number: str, raw: str) -> str:
    """A sum with both of its decimals, where it was written so.

    >>> _to_the_cent("1.7", "$1.70"), _to_the_cent("1.7", "1.7元"), _to_the_cent("1.7 billion", "$1.70bn")
    ('1.70', '1.7', '1.7 billion')
    """
    return f"{number}0" if TENTHS.search(number) and CENTS.search(raw) else number


@cache
def _pattern(unit: str, number: str, locale: str) -> str:
    """How CLDR writes a unit, where it has the unit in this language."""
    from babel.units import UnknownUnitError, format_unit

    one = "1" if number == "one" else "2"
    try:
        written = format_unit(int(one), unit, "long", locale=babel_locale(locale))
    except UnknownUnitError:
        return ""
    return "" if "[" in written else written.replace(one, "{}", 1)


def _ordinal(number: str, words: DisplayWords) -> str:
    """A place in English: 1st, 22nd, 13th; elsewhere the number."""
    if not number[-1:].isdigit() or not words.ordinals:
        return number
    teen = number[-2:-1] == "1"
    return number + words.ordinals.get("" if teen else number[-1], words.ordinals["other"])


def _money(number: str, unit: str, assumed: bool, locale: str) -> str:
    words = load_display_words(locale)
    short = words.assumed.get(unit) if assumed else None
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    if "{name}" in words.money or digits[:1].isalpha():
        pattern = words.money if "{name}" in words.money else words.vague_money
        name = short if short and "{name}" in words.money else _currency_name(unit, locale)
        return pattern.format(number=number, name=name)
    symbol = short or _currency_symbol(unit, locale)
    spaced = f"{symbol} " if symbol[-1].isalpha() and words.money.startswith("{symbol}") else symbol
    return sign + words.money.format(symbol=spaced, number=digits)


@cache
def _currency_symbol(unit: str, locale: str) -> str:
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(unit, babel_locale(locale))


@cache
def _currency_name(unit: str, locale: str) -> str:
    from babel.numbers import get_currency_name

    return get_currency_name(unit, count=2, locale=babel_locale(locale))


def _vague(low: Decimal, high: Decimal, unit: str | None, locale: str) -> str:
    """Tens of billions, 数百亿: where the interval is what such a word says."""
    words = load_display_words(locale)
    if low == 2 and high == 10:
        return words.few
    vague = words.several.get(int(low), "") if high == low * 10 else ""
    return words.vague_of.format(vague) if vague and unit else vague


def _range(low: Decimal, high: Decimal, quantity: Quantity, locale: str) -> str:
    first, last = show_number(low, locale), show_number(high, locale)
    words = load_display_words(locale)
    if words.range_repeats and quantity.unit and (quantity.unit == "%" or quantity.unit.isupper()):
        first = _measured(first, quantity, locale)
    return words.range.format(first, _measured(last, quantity, locale))


def _one_end(quantity: Quantity, locale: str) -> str:
    """A vague count with a bound: over hundreds of millions."""
    end = quantity.tight.low if quantity.tight.low is not None else quantity.tight.high
    if end is None:
        return _measured("?", quantity, locale)
    amount = _measured(show_number(end, locale), quantity, locale)
    return load_display_words(locale).qualifiers.get(quantity.qualifier, "{}").format(amount)
