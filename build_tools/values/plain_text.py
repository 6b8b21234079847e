"""A text made ready to be read: lexed, its numerals dressed in their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, localcontext
from functools import cached_property, lru_cache

from build_tools.model import Qualifier
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.dated_sentences import items_with_dates
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.lexer import Lexed, lex, lex_again
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.phrases import Phrase, find_phrases
from build_tools.values.grammar.tokens import TokenKind

EXACT = Context(prec=150)
RATE = {TokenKind.PER, TokenKind.UNIT}


@dataclass(frozen=True)
class PlainText:
    """A text as given and its tokens; what they come to is found when it is first asked for."""

    given: str
    lexed: Lexed

    @property
    def text(self) -> str:
        """The text in plain characters at the same places."""
        return self.lexed.text

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its numerals in their words."""
        with localcontext(EXACT):
            return tuple(find_phrases(self.lexed))

    @cached_property
    def _phrases_by_start(self) -> Mapping[int, Phrase]:
        return {phrase.numeral.start: phrase for phrase in self.phrases}

    def phrase_at(self, start: int) -> Phrase | None:
        """The phrase whose numeral begins at a place."""
        return self._phrases_by_start.get(start)

    @cached_property
    def items(self) -> list[Item]:
        """The text as the grammar of dates sees it."""
        return items_with_dates(lex_again(self.lexed, load_date_lexicon()))


def make_plain(given: str) -> PlainText:
    """The text made ready.

    >>> make_plain("兩千億美元").text
    '两千亿美元'
    """
    return PlainText(given, lex(given))


@lru_cache(maxsize=1 << 8)
def ready(given: str) -> PlainText:
    """The same of a text that is soon asked for again, perhaps with another date of publication."""
    return make_plain(given)


def without_rate(text: str, raw: str) -> str:
    """The text without the words before a value that say what it is counted by, which its unit has: 每秒24米.

    >>> without_rate("每秒24米", "24米"), without_rate("风速24米", "24米")
    ('24米', '风速24米')
    """
    lead = lex(text.strip().removesuffix(raw))
    kinds = [token.kinds for token in lead.tokens]
    covered = sum(token.end - token.start for token in lead.tokens) == len(lead.text.strip())
    return (
        raw if kinds and covered and TokenKind.PER in kinds[0] and all(one & RATE for one in kinds) else text
    )


def is_whole(text: str, raw: str) -> bool:
    """Whether a value's words are all of a text, but for words that assert nothing: 高达, 短短, only.

    >>> is_whole("短短8天后", "8天后"), is_whole("上任8天后", "8天后")
    (True, False)
    """
    text = text.strip()
    if not text.endswith(raw):
        return False
    rest = text.removesuffix(raw).strip().lower()
    word = load_lexicon().of(TokenKind.BEFORE).get(rest)
    return not rest or (word is not None and word.name == Qualifier.EXACT)
