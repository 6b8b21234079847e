"""Escapes data: the reader sees it as written, and nothing in it runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NewType

Markup = NewType("Markup", str)

EMPTY = Markup("")
SPACE = Markup(" ")
BREAK = Markup("<br>")
NEWLINES = re.compile(r"[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
SURROGATE = re.compile("[\ud800-\udfff]")
ACTIVE = re.compile(r"[&<>\"'\\`*_{}\[\]#|~^=]|(?<=\S):(?=//)")
OPENING = re.compile(r" *(?:[^\w\s():,;%/$@\u0080-\U0010ffff]|\d+[.)](?=\s|$))")
MOST_SET_ASIDE = 500
PLACE = re.compile(r"\{(\w+)\}")
UNSAFE_ID = re.compile(r"[^\w.-]+")


def clean(data: str) -> str:
    """One line, in which an invisible character is named.

    >>> clean("pay \\u202e 41\\n per day")
    'pay [U+202E] 41 per day'
    """
    line = NEWLINES.sub(" ", SURROGATE.sub("\ufffd", data))
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", line)


def text(data: str) -> Markup:
    """Data as the reader shall see it: nothing in it is Markdown, HTML or a template.

    >>> text("<b> 1 * 2")
    '&#60;b&#62; 1 &#42; 2'
    >>> text("1. first")
    '1&#46; first'
    """
    return _text(data)


@lru_cache(maxsize=1 << 14)
def _text(data: str) -> Markup:
    """The same names and messages are on many pages."""
    line = clean(data)
    opening = OPENING.match(line)
    if opening and not ACTIVE.match(line):
        at = opening.end() - 1
        return Markup(entities(line[:at]) + entity(line[at]) + entities(line[at + 1 :]))
    return Markup(entities(line))


def entity(character: str) -> str:
    """A character that means nothing but itself."""
    return f"&#{ord(character)};"


def entities(line: str) -> str:
    """A line in which no character means anything but itself, a mark at its beginning aside.

    The renderer sets each entity aside that it knows, and copies the whole line for it. Where they are very
    many they are written with a capital X, as browsers know them and the renderer does not.

    >>> entities("2*3"), entities("*" * 501)[:12]
    ('2&#42;3', '&#X2A;&#X2A;')
    """
    made, count = ACTIVE.subn(lambda found: entity(found[0]), line)
    return made if count <= MOST_SET_ASIDE else ACTIVE.sub(lambda found: f"&#X{ord(found[0]):X};", line)


def fill(template: str, **values: Markup) -> Markup:
    """A message with markup in its places.

    >>> fill("{who} & others", who=text("A*"))
    'A&#42; &#38; others'
    """
    literals = PLACE.split(template)
    parts = [values[part] if at % 2 else text(part) for at, part in enumerate(literals)]
    return join(parts)


def join(parts: Iterable[Markup], separator: Markup = EMPTY) -> Markup:
    """Inline parts in a row; empty ones leave no separator behind."""
    return Markup(separator.join(part for part in parts if part))


def blocks(*parts: Markup) -> Markup:
    """Blocks under each other; empty ones leave no gap."""
    return Markup("\n\n".join(part.strip(" \n") for part in parts if part))


@lru_cache(maxsize=1 << 16)
def identifier(name: str) -> str:
    """A name as an `id` may be written: letters, digits, dots and hyphens.

    >>> identifier("scale ai/49%")
    'scale-ai-49-'
    """
    return UNSAFE_ID.sub("-", name)
