"""Numbers that are no figures: in names, versions, addresses and lists, or used as an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.values.grammar.compiled import pattern, worded
from build_tools.values.grammar.left_out_verbs import leaves_out_verb
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.named_numbers import is_house, is_stage
from build_tools.values.grammar.numerals import CLOSED, is_only_one
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.word_tables import EDGE, alternatives

DISTRIBUTED = COUNTED_THINGS | {None}
CALENDAR = frozenset({"year", "month", "week", "day", "night", "hour", "minute", "second"})
NOT_SIZES = "(?<![0-9](?i:bn|mn|tn)-)(?<!(?i: million| billion|trillion)-)"  # $1.2bn-1.4bn
TOUCHING = rf"(?:[A-Za-z_]{{2}}|(?<![0-9])[A-Za-z_])[-.]?\Z{NOT_SIZES}|[A-Za-z]{{2}}-?[0-9]+(?:[.][0-9]+)?-\Z"
LETTER = "[A-Za-z_]"
NAME = "([A-Za-z][A-Za-z.-]*) ?\\Z"
THOUSANDS = "[0-9]{1,3}(?:,[0-9]{3})+"
INDENT = 16
BAR = " ?[|]"
LICENCE = 9
NEAR = 14
CLOCKS = (" ", "a", "p", "A", "P", "")
STROKES = ("-", "—")
JOINTS = tuple(".:/·xX×*-")
SCORE_LISTED = "(?<![0-9-])([0-9]{1,3})-([0-9]{1,3})(?=[、,;(])"
CODE_LENGTHS = range(4, 7)
SOMETHING = r"\S"


@cache
def _of_pictures() -> re.Pattern[str]:
    """4K视频."""
    return re.compile(f" ?(?i:{alternatives(load_lexicon().lists['pictures'])})")


@cache
def _naming() -> re.Pattern[str]:
    """What is before a number that names something: 邮编是100000, chapter 3."""
    lists = load_lexicon().lists
    things = f"(?i:{EDGE}{alternatives(lists['numbered_things'])}) ?"
    return re.compile(f"(?:{alternatives(lists['identifiers'])}{worded.source('named_by')}|{things})\\Z")


def is_figure(phrase: Phrase, text: str) -> bool:
    """Whether the number is a figure; `REASONS` lists why it may not be."""
    return all(not reason(phrase, text) for reason in REASONS)


def is_article(phrase: Phrase, text: str) -> bool:
    """一个, 一位, 这一年, 80 hours a week: an article."""
    numeral = phrase.numeral
    if (
        phrase.ordinal
        or phrase.precise
        or text.startswith(load_lexicon().lists["one_person"], numeral.start)
        or _is_counted_alone(phrase, text)
        or (phrase.unit.name == "count" and is_only_one(text, numeral.start))
        or text[numeral.start : numeral.end] not in load_lexicon().lists["one_or_article"]
        or phrase.qualifier is not Qualifier.EXACT
        or text.endswith(load_lexicon().lists["only_before"], 0, numeral.start)
    ):
        return False
    if phrase.end - phrase.start == len(text):
        return False
    if text.endswith(load_lexicon().lists["priced"], 0, numeral.start) and not numeral.start < 1:
        return phrase.measured and not phrase.unit.money  # 三毛钱一斤
    rate = phrase.unit.name in CALENDAR and not text.endswith(
        load_lexicon().lists["how_long"], 0, numeral.start
    )
    if rate and worded("amount_per").search(text[max(0, numeral.start - 30) : numeral.start]):
        return True
    if phrase.unit.name in CALENDAR and not text[numeral.start].isascii():
        lasts = worded("length_behind").match(text, phrase.end)
        return not lasts and numeral.start > 0 and text[numeral.start - 1] in load_lexicon().lists["pointing"]
    return phrase.measured and phrase.unit.name in DISTRIBUTED


def _is_counted_alone(phrase: Phrase, text: str) -> bool:
    """一支 with nothing behind it."""
    alone = text[phrase.end : phrase.end + 1] in CLOSED
    return alone and text.startswith(load_lexicon().lists["one_counted"], phrase.numeral.start)


def _is_adverb(phrase: Phrase, text: str) -> bool:
    """一度突破 is for a time, where 升高一度 is a degree."""
    start = phrase.numeral.start
    if not text.startswith(load_lexicon().lists["adverbs"], start):
        return False
    lists, behind = load_lexicon().lists, text[start + 2 : start + 3]
    return behind != "" and behind not in lists["after_degree"] and text[start - 1] not in lists["to_degree"]


def is_part_of_word(phrase: Phrase, text: str) -> bool:
    """四川, 五脏六腑, 十分: a lone Chinese numeral needs a unit, or nothing around it."""
    numeral = phrase.numeral
    if _is_adverb(phrase, text):
        return True
    if not numeral.weak or phrase.measured or phrase.negative or phrase.ordinal:
        return False
    if text[numeral.start].isascii() and text[numeral.start].isalpha():
        return text.strip() != text[numeral.start : numeral.end]
    before = text[numeral.start - 1] if numeral.start else ""
    after = text[numeral.end] if numeral.end < len(text) else ""
    single = numeral.end - numeral.start == 1
    lists = load_lexicon().lists
    led, free = (
        before in lists["lone_after"] or not before,
        not after.isalnum() or after in lists["counts_digit"],
    )
    if single and led and free:
        return False
    return before.isalnum() or after.isalnum()


def is_in_name(phrase: Phrase, text: str) -> bool:
    """V3, GPT-4, 4o, 16e785c7: letters touch the number."""
    start, end = phrase.numeral.start, phrase.numeral.end
    before = (
        phrase.start == start
        and phrase.unit.name != "magnitude"
        and text[start].isascii()
        and pattern(TOUCHING).search(text[max(0, start - INDENT) : start])
    )
    after = (
        end == phrase.end
        and text[end - 1] not in load_lexicon().lists["sizes"]
        and pattern(LETTER).match(text, end)
    )
    return bool(before or after)


def is_after_name(phrase: Phrase, text: str) -> bool:
    """Llama 4, Gemini 2.5, 文心4.5: a capitalised word or a product, and a number without a unit."""
    bare = not phrase.measured and phrase.qualifier is Qualifier.EXACT and phrase.numeral.scale == 1
    if not bare or phrase.precise or not text[phrase.numeral.start].isdigit():
        return False
    if pattern(THOUSANDS).fullmatch(text[phrase.numeral.start : phrase.numeral.end]):
        return False  # Brandt 8,900
    if leaves_out_verb(text, phrase.start, phrase.end):
        return False
    word = pattern(NAME).search(text, max(0, phrase.start - 24), phrase.start)
    lists = load_lexicon().lists
    if text[max(0, phrase.start - 6) : phrase.start].rstrip(" -").endswith(lists["products"]):
        return True
    return bool(word and word[1] != word[1].lower() and word[1].lower() not in lists["function_words"])


def is_version(phrase: Phrase, text: str) -> bool:
    """3.5版本, 第3代, and the 号 of a licence or a house."""
    lone = not phrase.measured and phrase.numeral.scale == 1
    if text[phrase.numeral.end - 1] == "K" and _of_pictures().match(text, phrase.numeral.end):
        return True
    return lone and bool(worded("version").match(text, phrase.numeral.end))


def is_ordinal(phrase: Phrase, text: str) -> bool:
    """第3次, 第五代: which one, and not how many; a rank is read."""
    if not phrase.ordinal:
        return False
    numeral, lists = phrase.numeral, load_lexicon().lists
    if numeral.scale > 1 and numeral.place >= 1:
        return False
    if numeral.place < 1:
        return True
    if word := text[numeral.end : phrase.end].strip():
        return word not in lists["ranked_by"] or text.startswith(lists["not_ranked_by"], phrase.end)
    if text.startswith(lists["ranked_largest"], numeral.end):
        return text.startswith(lists["not_largest"], numeral.end)
    return numeral.weak and text[numeral.end : numeral.end + 1].isalnum()


def is_list_number(phrase: Phrase, text: str) -> bool:
    """01| or 一、 at the beginning of a line, and a line that holds nothing but `1` or `1. 1`."""
    start = phrase.numeral.start
    if not phrase.measured and pattern(BAR).match(text, phrase.numeral.end):
        return True
    window = max(0, start - INDENT)
    line = text.rfind("\n", window, start) + 1
    listed = worded("listed").match(text, line) if line or not window else None
    if not listed or start not in (listed.start("first"), listed.start("second")):
        return False
    return bool(pattern(SOMETHING).search(text, listed.end()) or pattern(SOMETHING).search(text, 0, line))


def is_address(phrase: Phrase, text: str) -> bool:
    """Digits joined by points, slashes or a times sign into something else; a score; a number that names."""
    start, end = phrase.numeral.start, phrase.numeral.end
    joined = (_joins(text[end : end + 1]) and worded("joined_after").match(text, end)) or (
        _joins(text[start - 1 : start]) and worded("joined_before").search(text[max(0, start - 6) : start])
    )
    if joined or text[max(0, start - 1) : end] in load_lexicon().lists["shopping_days"]:
        return True
    if phrase.measured or phrase.numeral.share or phrase.numeral.scale > 1:
        return False
    before = text[max(0, start - NEAR) : start]
    licence = end - start >= LICENCE and any(
        word in before[-6:] + text[start : end + 1] for word in load_lexicon().lists["licence"]
    )
    return licence or bool(_naming().search(before) or worded("label").match(text, end))


def _joins(sign: str) -> bool:
    return sign in JOINTS or sign in load_lexicon().lists["against"]


def is_code(phrase: Phrase, text: str) -> bool:
    """00后, 007, 腾讯(00700), 台积电(2330): a zero before other digits, or the code of a share."""
    start, end = phrase.numeral.start, phrase.numeral.end
    if phrase.measured or not text[start:end].isdigit():
        return False
    lone = end - start in CODE_LENGTHS and text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return lone or (text[start] == "0" and end - start > 1)


def is_score(phrase: Phrase, text: str) -> bool:
    """A 4-1 vote, a 50-50 chance: two numbers that do not rise; and any two where the words tell a score."""
    if phrase.measured or (
        (text[phrase.numeral.end : phrase.numeral.end + 1] not in STROKES)
        and (text[phrase.numeral.start - 1 : phrase.numeral.start] not in STROKES)
    ):
        return False
    at = min(phrase.numeral.start, 5)
    around = text[phrase.numeral.start - at : phrase.numeral.end + 7]
    pairs = (pair for pair in worded("score").finditer(around) if pair.start() <= at < pair.end())
    first = phrase.numeral.start - at
    return any(
        int(pair[1]) >= int(pair[2]) or _is_told_score(text, first + pair.start(), first + pair.end())
        for pair in pairs
    )


def _is_told_score(text: str, start: int, end: int) -> bool:
    """比分为25-22、23-25, 以1-3不敌, beat them 3-5; a fall beside it in a list tells of one too."""
    head, tail = text[max(0, start - 20) : start], text[end : end + 16]
    words = load_lexicon().lists["scores"]
    if head.endswith(words) or tail.lstrip("".join((" ", *load_lexicon().lists["of_han"]))).startswith(words):
        return True
    if any(word in head for word in load_lexicon().lists["score_named"]):
        return True
    return any(int(pair[1]) > int(pair[2]) for pair in pattern(SCORE_LISTED).finditer(f"{head}#{tail}"))


def is_clock(phrase: Phrase, text: str) -> bool:
    """10点30分, 北京时间8时, 9 a.m.: a time of day belongs to its date."""
    start, end = phrase.numeral.start, phrase.numeral.end
    before = text[max(0, start - 6) : start]
    lists, behind = load_lexicon().lists, text[end : end + 1]
    if behind not in CLOCKS and behind not in lists["clock_signs"]:
        return False
    if worded("clock_after").match(text, end) or (
        worded("minutes").search(before) and (not behind or behind in lists["clock_minutes"])
    ):
        return True
    return behind in lists["clock_hours"] and before.rstrip(" ").endswith(lists["times_of_day"])


REASONS: tuple[Callable[[Phrase, str], bool], ...] = (
    is_article,
    is_part_of_word,
    is_in_name,
    is_after_name,
    is_version,
    is_ordinal,
    is_list_number,
    is_address,
    is_house,
    is_stage,
    is_code,
    is_score,
    is_clock,
)
