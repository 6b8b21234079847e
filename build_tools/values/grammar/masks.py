"""Addresses and telephone numbers: blotted out before a text is read."""

from __future__ import annotations

import re
from functools import cache

from build_tools.text.letters import HAN
from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.word_tables import alternatives

TELEPHONE = (
    r"\+\d[\d /-]{6,30}|(?<![\d.-])(?:1-)?\d{3,4}-\d{3,4}-\d{4}\b"
    r"|\b(?:0\d{2,3}|[48]00)-\d{7,8}\b|\(\d{3}\) ?\d{3}-\d{4}\b"
    r"|(?<![$€£¥.,-])\b1[3-9]\d{9}\b(?<!000)"
)
# 555-1234, where 500-1000 and 555-1234人 are ranges.
SHORT_TELEPHONE = rf"(?<![$€£¥.,-])\b[2-9]\d\d-\d{{3}}[1-9]\b(?![.,]\d|-| ?[A-Za-z%{HAN}])"
SIGN = (
    r"[./@](?:(?P<whole>(?<=://)|(?<=www\.))|(?P<mail>(?<=[\w.+-]@)[\w-]{1,64}\.)"
    r"|(?<=[\w-]\.)(?:com|org|net|cn|io|ai|gov|edu)\b)"
)
LONGEST = 300
OF_HEAD = frozenset("htpsw:/")
OF_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    led = f"{alternatives(load_lexicon().lists['telephones'])}{worded.source('telephone_led')}"
    whole = f"{TELEPHONE}(?!{worded.source('no_telephone')})"
    telephone = re.compile(f"{whole}|{led}|{SHORT_TELEPHONE}", re.ASCII)
    return telephone, re.compile(SIGN, re.ASCII), re.compile("(?:/[!-~]*)?")


def mask_addresses(text: str) -> str:
    """The text with all of these blotted out, at the same length.

    >>> mask_addresses("见a.cn的3个").count(chr(0)), mask_addresses("3个").count(chr(0))
    (4, 0)
    """
    text = _without_telephones(text)
    if "." not in text and "://" not in text:
        return text
    return _without_addresses(text)


def _without_telephones(text: str) -> str:
    telephone, *_ = _patterns()
    pieces, done = [], 0
    for run in _digits().finditer(text):
        found = telephone.search(text, max(done, run.start() - 8), run.end() + 24)
        if found:
            pieces += [text[done : found.start()], "\0" * len(found[0])]
            done = found.end()
    return "".join([*pieces, text[done:]]) if done else text


@cache
def _digits() -> re.Pattern[str]:
    """Digits enough for a telephone number."""
    return re.compile("[0-9(+][0-9 )-]{6,40}")


def _without_addresses(text: str) -> str:
    _, sign, path = _patterns()
    pieces, done = [], 0
    for found in sign.finditer(text):
        if found.start() < done:
            continue
        start, end = _whole(text, found, done, path)
        pieces += [text[done:start], "\0" * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def _whole(text: str, found: re.Match[str], done: int, path: re.Pattern[str]) -> tuple[int, int]:
    """From where an address begins to where it ends."""
    start, end = found.start(), found.end()
    if found["whole"]:
        while start > done and text[start - 1] in OF_HEAD:
            start -= 1
        while end < len(text) and "!" <= text[end] <= "~":
            end += 1
        return start, end
    while start > done and start > found.start() - LONGEST and text[start - 1] in OF_ADDRESS:
        start -= 1
    while found["mail"] and end < len(text) and text[end] in OF_ADDRESS:
        end += 1
    tail = path.match(text, end)
    return start, tail.end() if tail else end
