"""The name of a unit, however it is written."""

from __future__ import annotations

from build_tools.values.words import fold_characters, load_words


def unit_named(words: str) -> str:
    """The unit that a word or a sign stands for; the word itself where it stands for none.

    >>> unit_named("USD"), unit_named("公頃"), unit_named("people"), unit_named("£"), unit_named("bushel")
    ('USD', 'ha', 'person', 'GBP', 'bushel')
    >>> unit_named("times")
    'times'
    """
    known = {**load_words().units_before, **load_words().units_after}
    if any(unit.name == words for unit in known.values()):
        return words
    unit = known.get(fold_characters(words.strip()).lower())
    return unit.name if unit and unit.name and unit.factor == 1 else words
