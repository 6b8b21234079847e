"""The nearest known word, for hints only: it is offered and never accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from build_tools.effort import Effort

NEAR = 75
MOST_COMPARED = 10_000_000  # pairs of words, for all the hints that share an effort
TOO_MANY = "too many unknown words to suggest one for each: correct those above first"
SHOWN = 20


class Known:
    """Words that one may have meant: made once, and asked for each word that is none of them.

    Those who share an effort stop looking when it is used up.
    """

    def __init__(self, words: Iterable[str], effort: Effort | None = None) -> None:
        self.words = tuple(words)
        self.effort = effort or Effort(MOST_COMPARED)

    def nearest(self, text: str) -> str | None:
        """The word most like this one, or the only one that holds all its parts.

        >>> Known(["scale-ai", "meta"]).nearest("scale"), Known(["alexandr-wang", "meta"]).nearest("wang")
        ('scale-ai', 'alexandr-wang')
        >>> Known(["C", "D"]).nearest("d")
        'D'
        >>> Known(["mark-zuckerberg-age"]).nearest("zuckerberg-ai-bet") is None
        True
        """
        from rapidfuzz import fuzz, process  # only a fault needs it

        if same := self._by_letters.get(text.casefold()):
            return same
        found = process.extractOne(str(text), self.words, scorer=fuzz.ratio, score_cutoff=NEAR)
        if found:
            return found[0]
        parts = sorted((self._by_part.get(part, ()) for part in set(text.split("-"))), key=len)
        holding = set(parts[0]).intersection(*parts[1:])
        return holding.pop() if len(holding) == 1 else None

    def did_you_mean(self, text: str) -> str:
        """The nearest word as a hint, or nothing.

        >>> Known(["stance", "modality"]).did_you_mean("modalty")
        'did you mean `modality`?'
        """
        if not self.effort.spend(len(self.words)):
            return TOO_MANY
        found = self.nearest(text)
        return f"did you mean `{found}`?" if found else ""

    @cached_property
    def _by_letters(self) -> Mapping[str, str]:
        return {word.casefold(): word for word in reversed(self.words)}

    @cached_property
    def _by_part(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            for part in set(word.split("-")):
                found.setdefault(part, []).append(word)
        return found


def nearest_word(text: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, where it is asked only once."""
    return Known(known).nearest(text)


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The nearest known word as a hint, or nothing, where it is asked only once."""
    return Known(known).did_you_mean(text)


def nearest_or_all(text: str, known: Iterable[str]) -> str:
    """The nearest known word as a hint, or all that are known.

    >>> nearest_or_all("paid", ["price", "age"]), nearest_or_all("paid", [])
    ('known: age, price', 'known: none')
    """
    words = tuple(known)
    return did_you_mean(text, words) or f"known: {some_of(sorted(words)) or 'none'}"


def some_of(words: Iterable[str], most: int = SHOWN) -> str:
    """Words in a row, and how many more there are.

    >>> some_of("abc"), some_of("abcde", most=3)
    ('a, b, c', 'a, b, c and 2 more')
    """
    all = tuple(words)
    more = f" and {len(all) - most} more" if len(all) > most else ""
    return f"{', '.join(all[:most])}{more}"
