"""Tells a cue from a word that looks like one: a noun, a name, the 将 that marks an object."""

from __future__ import annotations

import re
from functools import cache

from build_tools.language.cue_kinds import Force, Only
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import CuePart, one_of, words_of
from build_tools.model import Span

NAMES = frozenset({"will", "may"})
BEFORE_A_MONTH = re.compile(
    r"(?:\d|\b(?:in|of|on|since|by|until|till|from|to|last|early|late|mid|this|next|before|after|through|every|and|between))[\s-]*$"
)
LONG_WORD = re.compile(r"\b[A-Za-z]{4,}")
SENTENCE_START = re.compile(r"(?:^|[.!?。！？:：;\n“\"「(（])\s*[“\"「]?$")
AROUND = 80
STOP = re.compile(r"[.!?\n。]")
INTRODUCES = re.compile(r"\s*[,:]")
GERUND = re.compile(r"\s+\w{2,}ing\b")


def is_cue(text: str, leveled: str, span: Span, part: CuePart) -> bool:
    """Whether a word that may be a cue is one in its place."""
    only = part.only
    if only is Only.BEFORE_VERB:
        if leveled[span.start : span.end].isascii():
            return bool(GERUND.match(leveled, span.end))
        if leveled[span.start : span.end] in words_of("plain_future"):
            return _is_future(leveled, span)
        opens = opens_verb_phrase(leveled, span.end) or _is_dated(leveled, span)
        return opens and not _is_compound(leveled, span)
    if only is Only.IF_VERB:
        speaks = part.force is Force.SPEECH or leveled[span.start : span.end] in words_of("estimating")
        return _is_verb(leveled, span, speaks=speaks)
    if only is Only.IF_STATEMENT:
        return bool(_statement().match(leveled, span.end))
    if only is Only.AT_END:
        return bool(worded("clause_end").match(leveled, span.end))
    if only is Only.AT_START:
        return bool(worded("clause_start").search(leveled[max(span.start - 2, 0) : span.start]))
    word = leveled[span.start : span.end]
    if word[0] in words_of("either"):
        return word[1] not in leveled[max(span.start - 8, 0) : span.start]
    return not (word in NAMES and _is_name(text, span)) and not (
        word in words_of("bare_not") and _asks(leveled, span)
    )


def _asks(leveled: str, span: Span) -> bool:
    """Whether 不 is between two of one word: 愿不愿意."""
    return leveled[span.start - 1 : span.start] == leveled[span.end : span.end + 1] != ""


def _is_verb(leveled: str, span: Span, speaks: bool) -> bool:
    """Whether 要求 or 警告 is a verb there; a comma may follow a verb of speech: 专家警告，…."""
    before = leveled[max(span.start - 20, 0) : span.start]
    if speaks and worded("passive").search(before):
        return True
    if worded("noun_before").search(before) or _light_verb().search(before):
        return False
    introduces = speaks and INTRODUCES.match(leveled, span.end) and not worded("unsaid").search(before)
    return bool(introduces) or not worded("noun_after").match(leveled, span.end)


def opens_verb_phrase(leveled: str, at: int) -> bool:
    """Whether a verb phrase begins here: a verb, or an adverb or preposition before one.

    >>> opens_verb_phrase("将于明年发布", 1), opens_verb_phrase("将对手击败", 1)
    (True, False)
    """
    while leveled[at : at + 1] == " ":
        at += 1
    others, openers = _not_verbs(), _openers()
    longest = max((n for n in range(1, 7) if leveled[at : at + n] in others), default=0)
    return any(leveled[at : at + n] in openers for n in range(longest + 1, 7))


def holds_verb(leveled: str) -> bool:
    """Whether there is a verb of two letters anywhere in it.

    >>> holds_verb("于明年发布"), holds_verb("在公司")
    (True, False)
    """
    return any(leveled[at : at + 2] in _verbs_of_two() for at in range(len(leveled) - 1))


def _is_future(leveled: str, span: Span) -> bool:
    """Whether 将 says what will be, and marks no object: 将上映, but 已将预算削减, 将补贴由3元提高到4元."""
    if worded("marks_object").search(leveled[max(span.start - 4, 0) : span.start]):
        return False
    moved = worded("disposes").match(leveled, span.end)
    if moved and moved["object"] not in words_of("adverbs"):
        return False
    rest = worded("short").match(leveled, span.end) or worded("in_parts").match(leveled, span.end)
    return opens_verb_phrase(leveled, span.end) or bool(rest)


def _is_dated(leveled: str, span: Span) -> bool:
    """Whether a number follows, as in 计划2027年斥资, 拟8亿美元收购."""
    return bool(worded("digit").match(leveled, span.end))


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w'’-]+\s+){{0,4}}?{one_of('statements_en')}")


@cache
def _openers() -> frozenset[str]:
    return frozenset((*words_of("verbs"), *words_of("adverbs"), *words_of("prepositions")))


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(words_of("not_verbs"))


def _is_compound(leveled: str, span: Span) -> bool:
    """Whether the word is a noun with the words before it: 收购计划, 公司的要求, 一项要求."""
    if span.end - span.start < 2:
        return False
    before = leveled[max(span.start - 8, 0) : span.start]
    if worded("noun_before").search(before):
        return True
    return before[-2:] in _verbs_of_two() and not _speaks().search(before)


@cache
def _verbs_of_two() -> frozenset[str]:
    return frozenset(word for word in words_of("verbs") if len(word) == 2)


@cache
def _light_verb() -> re.Pattern[str]:
    return re.compile(rf"{one_of('light_verbs')}$")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(rf"{one_of('announcing')}$")


def _is_name(text: str, span: Span) -> bool:
    """Whether Will or May is a name or the month, not the verb: its capital letter says so."""
    word = text[span.start : span.end]
    before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
    if word[0].islower():
        return False
    if word[0] == "M" and (BEFORE_A_MONTH.search(before[-12:].lower()) or re.match(r"[\s,]*\d", after)):
        return True
    if SENTENCE_START.search(before[-4:]):
        return bool(re.match(r"\s+[A-Z]", after)) and "?" not in after
    return not _is_headline(STOP.split(before)[-1] + word + STOP.split(after)[0])


def _is_headline(line: str) -> bool:
    """Whether every longer word begins with a capital, so that capitals say nothing."""
    words = LONG_WORD.findall(line)
    return len(words) > 1 and all(word[0].isupper() for word in words)
