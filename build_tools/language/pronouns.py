"""Pronouns, and what kind of thing each can refer to."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import yaml

from build_tools.data_files import read_data
from build_tools.text.folding import fold_plain
from build_tools.text.mentions import find_forms


class Referent(StrEnum):
    """What a pronoun can refer to."""

    PERSON = "person"
    THING = "thing"
    SPEAKER = "speaker"


@cache
def _tables() -> dict[str, list[str]]:
    text = read_data(__package__, "pronouns.yaml")
    raw: dict[str, list[str]] = yaml.load(text, yaml.CSafeLoader)
    return {kind: [fold_plain(word).lower() for word in words] for kind, words in raw.items()}


@cache
def _pronouns() -> dict[str, Referent]:
    tables = _tables()
    return {word: kind for kind in Referent for word in tables[kind]}


def points(phrase: str) -> bool:
    """Whether a phrase points back to something named before.

    >>> points("這次投資"), points("收購"), points("the plan")
    (True, False, True)
    """
    folded = fold_plain(phrase).lower()
    return any(_begins(folded, word) for word in _tables()["pointing"])


def includes(text: str) -> bool:
    """Whether a text says that what follows is a member of what came before.

    >>> includes("流失了数十名研究人员,包括首席营收官"), includes(", and later")
    (True, False)
    """
    return bool(find_forms(text, tuple(_tables()["including"])))


def _begins(phrase: str, word: str) -> bool:
    rest = phrase.removeprefix(word)
    return rest != phrase and (not word.isascii() or not rest[:1].isalnum())


def is_object(word: str) -> bool:
    """Whether a pronoun is never the subject, nor whose something is.

    >>> is_object("him"), is_object("her")
    (True, False)
    """
    return fold_plain(word).lower() in _tables()["object"]


def is_owner(word: str) -> bool:
    """Whether a pronoun only says whose something is.

    >>> is_owner("His"), is_owner("her")
    (True, False)
    """
    return fold_plain(word).lower() in _tables()["owner"]


def referent_of(word: str) -> Referent | None:
    """What a word refers to if it is a pronoun.

    >>> referent_of("他"), referent_of("the company"), referent_of("Meta")
    (<Referent.PERSON: 'person'>, <Referent.THING: 'thing'>, None)
    """
    return _pronouns().get(fold_plain(word).lower())
