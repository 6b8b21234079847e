"""Numbers miscopied: a digit too high, two exchanged, one lost; in words, the next number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.attack.mistakable_words import folded, whole_word
from build_tools.values.grammar import characters
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.tokens import TokenKind

DIGITS = re.compile(r"\d[\d.,]*\d|\d")
SIZES = re.compile(f"[{characters.PLACES[:3]}{characters.SCALES[:2]}]")


def miscounted(text: str) -> list[str]:
    """The text with its number miscopied, in a few ways.

    >>> miscounted("143亿美元"), miscounted("five bombs"), miscounted("十多万")
    (['144亿美元', '243亿美元', '413亿美元', '14亿美元'], ['six bombs'], ['二十多万'])
    """
    found = DIGITS.search(text)
    if found:
        head, tail = text[: found.start()], text[found.end() :]
        return list(dict.fromkeys(f"{head}{digits}{tail}" for digits in _miscopied(found[0])))
    return list(_in_words(text))


def _miscopied(number: str) -> Iterator[str]:
    at = [place for place, sign in enumerate(number) if sign.isdigit()]
    yield raised(number, at[-1])
    yield raised(number, at[0])
    yield from _transposed(number, at)
    if len(at) > 1:
        yield number[: at[-1]].rstrip(".,")


def _transposed(number: str, at: Sequence[int]) -> Iterator[str]:
    """The first two digits that differ, exchanged; no number begins with a zero."""
    for one, two in pairwise(at):
        if number[one] != number[two] and (number[two] != "0" or one != at[0]):
            signs = list(number)
            signs[one], signs[two] = signs[two], signs[one]
            yield "".join(signs)
            return


def raised(number: str, at: int) -> str:
    """A number with one digit higher by one; a nine becomes an eight.

    >>> raised("14.3", 3), raised("1,950", 2)
    ('14.4', '1,850')
    """
    digit = int(number[at])
    return f"{number[:at]}{digit + 1 if digit < 9 else 8}{number[at + 1 :]}"


def _in_words(text: str) -> Iterator[str]:
    digits, english = _worth(TokenKind.DIGIT), _worth(TokenKind.ONE, TokenKind.TEEN, TokenKind.TENS)
    plain = folded(text).lower()
    by_digit = {number: word for word, number in digits.items() if word in characters.DIGITS[1:]}
    for at, sign in enumerate(plain):
        if digits.get(sign, 0) in range(1, 10):
            number = digits[sign]
            yield f"{text[:at]}{by_digit[number + 1 if number < 9 else 8]}{text[at + 1 :]}"
            return
    if place := SIZES.search(plain):
        yield f"{text[: place.start()]}{characters.DIGITS[2]}{text[place.start() :]}"
        return
    by_number = {number: word for word, number in english.items()}
    for word, number in sorted(english.items(), key=lambda pair: -len(pair[0])):
        if found := re.search(whole_word(word), plain):
            other = by_number.get(number + 1) or by_number.get(number - 1) or by_number.get(number - 10)
            if other:
                yield f"{text[: found.start()]}{other}{text[found.end() :]}"
            return


def _worth(*kinds: TokenKind) -> Mapping[str, int]:
    """Words that are numbers, each with its number."""
    lexicon = load_lexicon()
    return {text: int(word.number) for kind in kinds for text, word in lexicon.of(kind).items()}
