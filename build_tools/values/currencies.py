"""The currencies that an ambiguous word may mean: 元 in Beijing, in Taipei, in Hong Kong."""

from __future__ import annotations

from build_tools.model import Quantity
from build_tools.values.grammar.characters import plain_text, small_ascii_letters
from build_tools.values.grammar.lexicon import load_lexicon

OPEN = "open "  # before the word, in the name of its list


def may_be(quantity: Quantity, unit: str | None) -> bool:
    """Whether a sum whose currency is assumed may be in this one.

    >>> from build_tools.values.quantities import parse_quantity
    >>> [may_be(sum_, "TWD") for text in ("1.2億元", "1.2億美元") if (sum_ := parse_quantity(text))]
    [True, False]
    """
    return unit is not None and unit in _choices(quantity)


def may_both_be(one: Quantity, other: Quantity) -> bool:
    """Whether two sums whose currencies are assumed may be in one, neither of the guesses: 元, dollars.

    >>> from build_tools.values.quantities import parse_quantity
    >>> yuan, dollars, yen = map(parse_quantity, ("4億元", "400 million dollars", "400 million yen"))
    >>> yuan and dollars and yen and (may_both_be(yuan, dollars), may_both_be(yuan, yen))
    (True, False)
    """
    return not _choices(one).isdisjoint(_choices(other))


def _choices(quantity: Quantity) -> frozenset[str]:
    """The currencies beside the guess in which a sum may be, whose currency is assumed."""
    if not quantity.assumed:
        return frozenset()
    raw = small_ascii_letters(plain_text(quantity.raw))
    lists = load_lexicon().lists
    names = (name for name in lists if name.startswith(OPEN) and name.removeprefix(OPEN) in raw)
    return frozenset(unit for name in names for unit in lists[name])


def same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are in one unit, or in currencies of which one may be the other."""
    return a.unit == b.unit or may_be(a, b.unit) or may_be(b, a.unit)


def is_small_money_of(unit: str | None, currency: str | None) -> bool:
    """Whether a unit is a hundredth of a currency: the cents of euros, the pence of pounds.

    >>> is_small_money_of("cent", "EUR"), is_small_money_of("penny", "GBP"), is_small_money_of("cent", "JPY")
    (True, True, False)
    """
    return currency is not None and currency in load_lexicon().lists.get(f"hundredths {unit}", ())
