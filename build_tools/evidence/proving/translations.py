"""Translations: there for every quotation that needs one, and with the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.evidence.proving.passages import Passage
from build_tools.evidence.proving.retelling import (
    names_added,
    persons_lost,
    persons_swapped,
    words_added,
    words_lost,
)
from build_tools.evidence.proving.wording import listed, named, or_accept
from build_tools.evidence.support import may_share_unit
from build_tools.model import Anchored, Qualifier, Quantity, Reading
from build_tools.problem import Problem, Severity
from build_tools.values import differing_values, read_quantities

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]+")
BOUNDS = {
    Qualifier.OVER: "from below",
    Qualifier.AT_LEAST: "from below",
    Qualifier.UNDER: "from above",
    Qualifier.AT_MOST: "from above",
    Qualifier.NEARLY: "from above",
}


def check_translation(anchored: Anchored, passage: Passage) -> Iterator[Problem]:
    """A quotation in Chinese has an English translation, and no figure is lost or rounded in it."""
    annotation = anchored.annotation
    english = annotation.translation.en or annotation.translation.every
    if annotation.skip or not HAN.search(passage.words):
        return
    if not english:
        message, hint = "the quote has no English translation", "add `translation: …`"
        yield Problem(annotation.origin, "translation-missing", message, hint, Severity.WARNING)
        return
    if len(HAN.findall(english)) > len(LATIN.findall(english)):
        message, hint = "the translation is in Chinese, not in English", "translate the quote into English"
        origin = annotation.translation.origin
        yield Problem(origin, "translation-missing", message, hint, Severity.WARNING)
        return
    published = passage.article.source.published
    plain = passage.article.lexicon.without_numbered
    differing = differing_values(plain(passage.text), plain(english), published)
    message = said(*differing) or unbound(passage.quantities, english)
    if message:
        hint = "translate the figures as the quote gives them, neither rounded nor left out"
        yield Problem(annotation.translation.origin, "translation-differs", message, hint)
    for message in _retold(english, passage):
        hint = or_accept("translate what the quote says", "this does", "translation-differs")
        origin = annotation.translation.origin
        yield Problem(origin, "translation-differs", message, hint, Severity.WARNING)


def _retold(english: str, passage: Passage) -> Iterator[str]:
    """What a translation changes of the people, the negations and the hedges of its quote."""
    if added := names_added(english, passage):
        yield f"the translation names {named(added)}, the quote does not"
    if lost := persons_lost(english, passage):
        yield f"the translation leaves out {named(lost)}"
    if persons_swapped(english, passage):
        yield "the translation names the people in another order than the quote"
    yield from (f"the translation leaves out `{word}`" for word in words_lost(english, passage))
    yield from (f"the translation adds `{word}`" for word in words_added(english, passage))


def said(lost: Sequence[Reading], added: Sequence[Reading]) -> str:
    """What a translation loses or adds, in words; nothing where the figures are the same."""
    left_out, put_in = listed(one.raw for one in lost), listed(one.raw for one in added)
    if left_out and put_in:
        return f"the quote gives {left_out}, the translation {put_in}"
    if left_out:
        return f"the translation leaves out {left_out}"
    return f"the translation gives {put_in}, which the quote does not" if put_in else ""


def unbound(given: Sequence[Quantity], english: str) -> str:
    """The first figure that has another bound in the translation: 超过140亿 is not "$14 billion"."""
    told = read_quantities(english)
    for one in given:
        if one.value is None:
            continue
        same = [other for other in told if one.value == other.value and may_share_unit(one, other)]
        if same and not any(_as_firm(one, other) for other in same):
            return f"the quote gives {one.raw}, the translation {listed(other.raw for other in same)}"
    return ""


def _as_firm(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are bound alike; 高达 is no bound, and "as much as" may stand for it."""
    if {one.qualifier, other.qualifier} == {Qualifier.EXACT, Qualifier.AT_MOST}:
        return True
    return BOUNDS.get(one.qualifier) == BOUNDS.get(other.qualifier)
