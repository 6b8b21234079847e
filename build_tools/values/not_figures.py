"""Numbers that are no figures: names, versions, addresses, list numbers, articles in disguise."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_tools.values.phrases import Phrase
from build_tools.values.words import load_words

ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|cn|io|ai|gov|edu)\b(?:/[!-~]*)?"
    r"|[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){3,}",
    re.ASCII,
)
POINTING = "这那每同某新有下前第当哪首头几"
DISTRIBUTED = frozenset({None, "person", "count", "device"})
CALENDAR = frozenset({"year", "month", "week", "day", "hour"})
FUNCTION_WORDS = load_words().function_words
WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.-]*) ?$")
LETTER = re.compile("[A-Za-z_]")
VERSION_AFTER = re.compile(" ?(?:版|代[^码表价理替]|系列|模型|号[^称召]?|号$)")
LIST_NUMBER = re.compile(r"[ \t]*\d{1,2}(?:[|｜.、:)]|\s*\|| *$)", re.MULTILINE)


def mask_addresses(text: str) -> str:
    """The text with web and mail addresses blotted out, at the same length.

    >>> mask_addresses("见 https://a.cn/16e7 3个")
    '见 \\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00 3个'
    """
    return ADDRESS.sub(lambda found: "\0" * len(found[0]), text)


def is_figure(phrase: Phrase, text: str) -> bool:
    """Whether the number is a figure; `REASONS` lists why it may not be."""
    return not any(reason(phrase, text) for reason in REASONS)


def is_article(phrase: Phrase, text: str) -> bool:
    """一个, 一直, 这一年: an article or part of a word."""
    numeral = phrase.numeral
    if text[numeral.start : numeral.end] != "一" or phrase.qualifier.value != "exact":
        return False
    if phrase.unit.name in CALENDAR:
        return text[numeral.start - 1 : numeral.start] in set(POINTING)
    return phrase.unit.name in DISTRIBUTED


def is_part_of_word(phrase: Phrase, text: str) -> bool:
    """四川, 五脏六腑, 十分: a lone Chinese numeral needs a unit, or nothing around it."""
    if not phrase.numeral.weak or phrase.measured:
        return False
    before = text[phrase.numeral.start - 1 : phrase.numeral.start]
    after = text[phrase.numeral.end : phrase.numeral.end + 1]
    return before.isalnum() or after.isalnum() or after == "、"


def is_in_name(phrase: Phrase, text: str) -> bool:
    """V3, GPT-4, 16e785c7: letters touch the number."""
    start, end = phrase.numeral.start, phrase.numeral.end
    if phrase.unit.money and phrase.start < start:
        return False
    touching = re.search("[A-Za-z_][-.]?$", text[max(0, phrase.start - 2) : phrase.start])
    return bool(touching or (end == phrase.end and LETTER.match(text, end)))


def is_after_name(phrase: Phrase, text: str) -> bool:
    """Llama 4, Gemini 2.5: a capitalised word and a number without a unit."""
    if phrase.measured or phrase.qualifier.value != "exact" or phrase.numeral.scale > 1:
        return False
    word = WORD_BEFORE.search(text, max(0, phrase.start - 24), phrase.start)
    return bool(word and word[1][0].isupper() and word[1].lower() not in FUNCTION_WORDS)


def is_version(phrase: Phrase, text: str) -> bool:
    """3.5版本, 号 of a licence or an address."""
    return (
        not phrase.measured
        and bool(VERSION_AFTER.match(text, phrase.numeral.end))
        and text[phrase.numeral.end - 1].isdigit()
    )


def is_list_number(phrase: Phrase, text: str) -> bool:
    """01| at the beginning of a line, or a line that holds nothing else."""
    line = text.rfind("\n", 0, phrase.start) + 1
    alone = "\n" in text or phrase.end < len(text.rstrip())
    return alone and not text[line : phrase.start].strip() and bool(LIST_NUMBER.match(text, line))


def is_address(phrase: Phrase, text: str) -> bool:
    """Digits joined by points, colons or slashes into something else."""
    return bool(
        re.match(r"[.:/]\d", text[phrase.numeral.end : phrase.numeral.end + 2])
        or re.search(r"\d[.:/]$", text[max(0, phrase.numeral.start - 2) : phrase.numeral.start])
    )


REASONS: tuple[Callable[[Phrase, str], bool], ...] = (
    is_article,
    is_part_of_word,
    is_in_name,
    is_after_name,
    is_version,
    is_list_number,
    is_address,
)
