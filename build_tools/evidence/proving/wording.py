"""Finding a word in a quote, and the phrases that problems share."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.text.mentions import find_forms

OR_INFERRED = "or add `inferred: <why>`"
OR_CONTEXT = "or add `context:` with a passage"


def stands_in(word: str, text: str) -> bool:
    """Whether a word is in a text, script and case aside; Latin words and numbers only whole.

    >>> stands_in("ceo", "其CEOAlexandr Wang"), stands_in("AI", "OpenAI")
    (True, False)
    """
    return bool(find_forms(text, (word,)))


def listed(words: Iterable[str], most: int = 4) -> str:
    """Words as a list in a sentence, each once.

    >>> listed(["143亿美元", "49%", "49%"]), listed("abc", most=3), listed("abcdefg", most=3)
    ('143亿美元 and 49%', 'a, b and c', 'a, b, c and 4 more')
    """
    shown = list(dict.fromkeys(words))
    if len(shown) > most:
        shown = [*shown[:most], f"{len(shown) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def listed_ids(ids: Iterable[str]) -> str:
    """Ids as a list in a sentence.

    >>> listed_ids(["meta", "scale-ai"])
    '`meta` and `scale-ai`'
    """
    return listed(f"`{id}`" for id in ids)


def or_accept(way: str, when: str, code: str) -> str:
    """A hint for what may be wrong or right: what to do, and how to say that it is right."""
    return f"{way}; or, if {when}, add\n  accept:\n    {code}: <why>"
