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
    if not quantity.assumed or unit is None:
        return False
    raw = small_ascii_letters(plain_text(quantity.raw))
    lists = load_lexicon().lists
    return any(
        unit in lists[name] for name in lists if name.startswith(OPEN) and name.removeprefix(OPEN) in raw
    )


def same_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are in one unit, or in currencies of which one may be the other."""
    return a.unit == b.unit or may_be(a, b.unit) or may_be(b, a.unit)
