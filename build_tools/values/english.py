"""English numerals in words: what one looks like, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal

from build_tools.values.words import alternatives, load_words

WORDS = load_words()
GAP = "(?:-| {1,3})"
AND = "(?:,? {1,3}and {1,3}|, {1,3}|-| {1,3})"
ONES = alternatives(word for word, number in WORDS.english.items() if number < 10)
TEENS = alternatives(word for word, number in WORDS.english.items() if 10 <= number < 20)
TENS = alternatives(word for word, number in WORDS.english.items() if number >= 20)
BELOW = rf"(?:{TENS}(?:{GAP}{ONES})?|{TEENS}|{ONES})\b"
LARGE = alternatives(word for word, size in WORDS.english_scales.items() if size > 100)
ARTICLE = rf"an?(?= (?:hundred|dozen|{LARGE})\b)"
HUNDREDS = rf"(?:{BELOW}(?:{GAP}hundred\b(?:{AND}{BELOW})?)?|{ARTICLE} hundred\b(?:{AND}{BELOW})?|{ARTICLE})"
DOZEN = rf"(?:half an? |{BELOW} |an? )?dozen\b(?!s)"
FRACTION = alternatives(WORDS.english_fractions)
PART = rf"(?:(?:an?|one|two|three|four|five|seven) ?-? ?)?{FRACTION}\b"
PART_OF = rf"(?:{BELOW} and )?{PART}(?: an?| of an?)?[ -]{LARGE}\b"
WHOLE = (
    rf"(?:{HUNDREDS}{GAP}{LARGE}\b(?:{AND}(?=(?:{BELOW}|\d))|\b))*"
    rf"(?:{HUNDREDS}(?:{GAP}{LARGE})?(?:{GAP}{LARGE})?\b)"
)
ONE = Decimal(1)
TOKEN = re.compile(r"[a-z]+")


def worth(run: str) -> Decimal:
    """What number words are worth.

    >>> [str(worth(run)) for run in ("two hundred", "three thousand nine hundred and sixty five", "a dozen")]
    ['200', '3965', '12']
    """
    total, current = Decimal(0), Decimal(0)
    for word in TOKEN.findall(run.lower()):
        if word in WORDS.english:
            current += WORDS.english[word]
        elif word == "hundred":
            current = (current or ONE) * 100
        elif word == "dozen":
            current = (Decimal("0.5") if "half" in run.lower() else current or ONE) * 12
        elif word in WORDS.english_scales:
            total, current = total + (current or ONE) * WORDS.english_scales[word], Decimal(0)
    return total + current
