"""Money in two parts: 五元三毛, 3 dollars 50 cents, 15 dollars and 50."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from build_tools.values.phrases import Phrase
from build_tools.values.words import EDGE, alternatives, load_words

WORDS = load_words()
LINK = re.compile(" and | |又| 又 |")
SMALL = re.compile(rf" ?(?P<word>(?i:{alternatives(WORDS.small_money)}))(?![A-Za-z分])")
ENDS = re.compile(rf"[.,;!?)]|$| more{EDGE}| and{EDGE}|[。,;!?]")
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def combine_money(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """The phrases, an amount with the small money after it put into one."""
    done: list[Phrase] = []
    for phrase in phrases:
        whole = _combined(done[-1], phrase, text) if done else None
        if whole:
            done.pop()
        done.append(whole or phrase)
    return done


def _combined(left: Phrase, right: Phrase, text: str) -> Phrase | None:
    amount, rest = left.numeral, right.numeral
    if not left.unit.money or amount.scale > 1 or amount.value is None or rest.value is None:
        return None
    if rest.scale > 1 or rest.value >= 100 or not LINK.fullmatch(text[left.end : rest.start]):
        return None
    small = SMALL.match(text, rest.end)
    if not small and not _is_cents(left, right, text):
        return None
    worth = WORDS.small_money[small["word"].lower()] if small else _after_whole(left, text)
    sum_ = replace(amount, value=amount.value + rest.value * worth, place=worth, coarse=worth)
    return replace(left, numeral=sum_, end=small.end() if small else rest.end)


def _after_whole(left: Phrase, text: str) -> Decimal:
    """In 3块5 the 5 is tenths, in 15 dollars 50 it is hundredths."""
    return TENTH if text[left.end - 1] == "块" else HUNDREDTH


def _is_cents(left: Phrase, right: Phrase, text: str) -> bool:
    """15 dollars 50: after an English currency, with nothing counted by it."""
    if text[left.end - 1] == "块":
        return right.numeral.end - right.numeral.start == 1 and not right.measured
    written = text[left.numeral.end : left.end].isascii() and left.end > left.numeral.end
    return written and bool(ENDS.match(text, right.numeral.end))
