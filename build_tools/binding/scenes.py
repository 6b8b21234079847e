"""A sentence with one sign for each name in it, and one for the word that is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.binding.connecting_words import Words, any_case, any_of, fold_places
from build_tools.model import Span
from build_tools.text.letters import HAN
from build_tools.text.paragraphs import sentence_around

FIRST, ASKED = 0xF0000, "\U000ffffd"  # a pattern compiles ten times faster with signs above 0xFFFF
MOST = ord(ASKED) - FIRST
NAME = "[\U000f0000-\U000ffffc]"
FILL = "[^\U000f0000-\U000ffffd,;:。!?\n]{0,60}?"  # words of one clause, with no name
HAN_OR_SPACE = rf"(?-i:[{HAN}\s])"  # in which a pattern looks for no capitals
TOGETHER = any_of(Words.TOGETHER)
LIST_AND = any_of(Words.LIST_AND)
LIST = rf"(?:,\s+{NAME})+,?\s+{LIST_AND}\s+{NAME}"
RUN = rf"(?P<run>{NAME}(?:{LIST}|{HAN_OR_SPACE}{{0,3}}?\s*{TOGETHER}\s*{NAME})*)"
OWNER = any_of(Words.POSSESSIVE, Words.DE)
BRACKETS = re.compile(r"\s*\([^()]*\)")
NOT_THIS_ONE = rf",?\s*{any_of(Words.CORRECTED)}\s*(?:{any_of(Words.ARTICLES)}\s*)?{NAME}"


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence, and the word asked about; `names` says which name each sign is.

    `aliases` are the names in brackets behind another, of the same one; `elsewhere` those of other sentences.
    """

    text: str
    asked: str
    names: tuple[int, ...]
    aliases: tuple[tuple[int, ...], ...]
    elsewhere: tuple[int, ...] = ()

    def named(self, text: str) -> tuple[int, ...]:
        """The names whose signs a text holds, with those in brackets behind them."""
        places = (ord(sign) - FIRST for sign in signs(text))
        return tuple(sorted(one for at in places for one in (self.names[at], *self.aliases[at])))

    def all(self) -> tuple[int, ...]:
        """Every name, those of other sentences too."""
        return tuple(sorted((*self.named(self.text), *self.elsewhere)))

    def find(self, *sources: str) -> re.Match[str] | None:
        """The first match of the first pattern that has one."""
        return next((found for one in sources if (found := any_case(one).search(self.text))), None)

    @property
    def before(self) -> str:
        """What is before the word."""
        return self.text.partition(ASKED)[0]

    @property
    def behind(self) -> str:
        """What is behind it."""
        return self.text.partition(ASKED)[2]


def signs(text: str) -> list[str]:
    """The signs of names in a text, in order."""
    return re.findall(NAME, text)


def scene(text: str, asked: Span, names: Sequence[Span]) -> Scene:
    """The sentence of a word, with a sign for the word and for each name that does not touch it."""
    sentence = sentence_around(text, asked)
    kept = list(_apart(sentence, asked, names))[:MOST]
    marked = [(asked, ASKED), *((names[at], chr(FIRST + place)) for place, at in enumerate(kept))]
    signed = _signed(fold_places(text), sentence, sorted(marked, key=lambda one: one[0].start))
    elsewhere = tuple(at for at, span in enumerate(names) if not span.touches([sentence]))
    aliases = tuple(tuple(kept[ord(sign) - FIRST] for sign in one) for one in _aliases(signed, len(kept)))
    plain = BRACKETS.sub(lambda found: found[0] if ASKED in found[0] else "", signed)
    plain = any_case(NOT_THIS_ONE).sub("", plain)
    return Scene(plain, text[asked.start : asked.end], tuple(kept), aliases, elsewhere)


def _apart(sentence: Span, asked: Span, names: Sequence[Span]) -> Iterator[int]:
    """The names of a sentence in order, none of which touches another."""
    end = sentence.start
    for at in sorted(range(len(names)), key=lambda at: (names[at].start, -names[at].end)):
        span = names[at]
        if span.start >= end and span.end <= sentence.end and not span.touches([asked]):
            yield at
            end = span.end


def _signed(text: str, sentence: Span, marked: Sequence[tuple[Span, str]]) -> str:
    pieces, done = [], sentence.start
    for span, sign in marked:
        pieces += [text[done : span.start], sign]
        done = span.end
    return "".join([*pieces, text[done : sentence.end]])


def _aliases(text: str, count: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(count)]
    for match in BRACKETS.finditer(text):
        if owner := signs(text[match.start() - 1 : match.start()] if match.start() else ""):
            found[ord(owner[0]) - FIRST] = signs(match[0])
    return found
