"""How closely names are tied to another name: as its owner, its maker, its whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from build_tools.binding.connecting_words import Words, any_case, any_of
from build_tools.binding.modifiers import QUOTES
from build_tools.binding.scenes import ASKED, FILL, NAME, OWNER, Scene, scene
from build_tools.language.telling_apart import holds_verb
from build_tools.model import Span
from build_tools.text.letters import HAN

BREAK = r"[,;:。!?—]"
JOINS = rf"(?-i:[{HAN}]){{0,4}}\s*,?\s*{any_of(Words.TOGETHER)}\s*"
IN_LIST = rf"(?:(?:{JOINS}|,\s+){NAME})*{JOINS}|[^,;:。!?]*、[^,;:。!?]*"
GIVES_OWNER = any_of(Words.DONE_BY, Words.OF, Words.UNDERTAKEN_BY)
ARTICLE = any_of(Words.ARTICLES)
A_UNIT = rf"[,(]\s*{ARTICLE}\s+(?:[a-z-]+\s+){{0,3}}?{any_of(Words.UNITS)}"
MADE_BY = rf"{QUOTES}(?:{A_UNIT}|[,(]?\s*(?:[a-z]+ed|built|made)?)\s*{GIVES_OWNER}\s*(?:{ARTICLE}\s+)?"
NO_OWNER = any_of(Words.PREPOSITIONS, Words.COMPARED, Words.COORDINATORS, Words.VERBS, Words.RELATIVES)
COMPARING = rf"{any_of(Words.COMPARED)}{FILL}\Z"
MOST_NOUN = 14
WITH_HAN = re.compile(rf"[\s\"“”「」（）()A-Za-z0-9]*[{HAN}][\s\"“”「」A-Za-z0-9{HAN}]*")


class Closeness(IntEnum):
    """How a name is tied to another, the closest first."""

    OWNER = 0  # Google's DeepMind, DeepMind of Google, 谷歌DeepMind
    CLAUSE = 1  # Google launched DeepMind
    CROSSED = 2  # in one clause, with another name between
    SENTENCE = 3
    COMPARED = 4  # it belongs to another name, or is only set beside something: 与谷歌相比
    LISTED = 5  # one of the same list: DeepMind and Google
    ELSEWHERE = 6


def bind_relation(text: str, asked: Span, names: Sequence[Span]) -> tuple[Closeness, ...]:
    """How closely each name is tied to the one that is asked about.

    >>> text = "OpenAI and Meta's Llama"
    >>> [one.name for one in bind_relation(text, Span(18, 23), [Span(0, 6), Span(11, 15)])]
    ['CROSSED', 'OWNER']
    """
    seen = scene(text, asked, names)
    found = dict.fromkeys(range(len(names)), Closeness.ELSEWHERE)
    found |= {at: Closeness.OWNER for at, span in enumerate(names) if span.touches([asked])}
    for match in any_case(NAME).finditer(seen.text):
        for at in seen.named(match[0]):
            found[at] = _closeness(seen, match.start())
    return tuple(found[at] for at in range(len(names)))


def _closeness(seen: Scene, place: int) -> Closeness:
    asked = seen.text.index(ASKED)
    before = place < asked
    gap = seen.text[place + 1 : asked] if before else seen.text[asked + 1 : place]
    if any_case(IN_LIST).fullmatch(gap):
        return Closeness.LISTED
    if _is_owner(gap, before):
        return Closeness.OWNER
    if _is_of_another(seen, place):
        return Closeness.COMPARED
    if any_case(BREAK).search(gap):
        return Closeness.SENTENCE
    return Closeness.CROSSED if any_case(NAME).search(gap) else Closeness.CLAUSE


def _is_owner(gap: str, before: bool) -> bool:
    """Whether nothing but a noun is between a name and the one behind it, or words such as "made by"."""
    if any_case(NAME).search(gap):
        return False
    if not before:
        return bool(any_case(MADE_BY).fullmatch(gap))
    if any_case(rf"{QUOTES}{OWNER}?{QUOTES}").fullmatch(gap):
        return True
    is_noun = not any_case(rf"{BREAK}|、|{NO_OWNER}|\b[a-z]+ed\b").search(gap) and not holds_verb(gap)
    owned = any_case(rf"{QUOTES}{OWNER}").match(gap)
    return is_noun and bool(owned or (len(gap) <= MOST_NOUN and WITH_HAN.fullmatch(gap)))


def _is_of_another(seen: Scene, place: int) -> bool:
    """Whether a name modifies another name than the one asked about, or is something to compare with."""
    own = any_case(rf"{QUOTES}{OWNER}?{QUOTES}{NAME}").match(seen.text[place + 1 :])
    return bool(own or any_case(COMPARING).search(seen.text[:place]))
