"""Which letters are Han or Latin, for every pattern that looks for them."""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # in the brackets of a pattern
KANA = "\u3005\u3041-\u3096\u30a1-\u30fa\u30fc"
HAN_LETTER = re.compile(f"[{HAN}]")
KANA_LETTER = re.compile(f"[{KANA}]")
HAN_RUN = re.compile(f"[{HAN}]+")
LATIN_RUN = re.compile("[A-Za-z]+")
DIGIT = re.compile(r"\d")

# With their punctuation, kana, and letters and marks of full width.
HAN_OR_MARK = f"{HAN}\u3001-\u30ff\uff01-\uff5e"
CHINESE = re.compile(f"[{HAN_OR_MARK}]")


def is_han(letter: str) -> bool:
    """Whether one character is Han; nothing is not.

    >>> [is_han(one) for one in ("人", "𠮷", "。", "a", "")]
    [True, True, False, False, False]
    """
    return HAN_LETTER.fullmatch(letter) is not None


def is_mostly_han(text: str) -> bool:
    """Whether a text has more Han characters than Latin words.

    >>> is_mostly_han("Meta 收购公司"), is_mostly_han("Meta buys 收购"), is_mostly_han("")
    (True, False, False)
    """
    return len(HAN_LETTER.findall(text)) > len(LATIN_RUN.findall(text))
