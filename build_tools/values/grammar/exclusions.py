"""Numbers that are no figures: in names, versions, addresses and lists, or used as an article."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_tools.model import COUNTED_THINGS, Qualifier
from build_tools.values.grammar.compiled import pattern
from build_tools.values.grammar.lexicon import load_lexicon
from build_tools.values.grammar.numerals import CLOSED, is_only_one
from build_tools.values.grammar.phrases import Phrase
from build_tools.values.word_tables import EDGE

DISTRIBUTED = COUNTED_THINGS | {None}
ARTICLES = frozenset({"一", "a", "an", "A", "An"})
CALENDAR = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
POINTING = frozenset("这那每同某新有下上前第当哪首头几的另又整")
LONE_BEFORE = frozenset("是为于前")
LONE_AFTER = frozenset("这那不而却的和与或")
NOT_SIZES = "(?<![0-9](?i:bn|mn|tn)-)(?<!(?i: million| billion|trillion)-)"  # $1.2bn-1.4bn
TOUCHING = rf"(?:[A-Za-z_]{{2}}|(?<![0-9])[A-Za-z_])[-.]?\Z{NOT_SIZES}|[A-Za-z]{{2}}-?[0-9]+(?:[.][0-9]+)?-\Z"
LETTER = "[A-Za-z_]"
HAN_SIZES = "十百千万亿兆"  # 35万GPU
PER = (
    "(?:[0-9%]|(?i:thousand|[mbtr]illion|dollars|euros|pounds|yuan|hours|days|miles|kilomet(?:re|er)s"
    "|times|once|twice)|(?:(?<![0-9.,])[0-9][0-9,.]*|(?i:hundred|thousand|[mbtr]illion|half))"
    "(?: [a-z-]+){1,2}) \\Z"
)
NAME = "([A-Za-z][A-Za-z.-]*) ?\\Z"
# The Front 45 seats, the League 38.
LIST_OF_NAMES = (
    r"\b[Tt]he [A-Z][A-Za-z]* [0-9][0-9,.]*(?: [a-z]+)?"
    r"(?:, |,? and |; )(?:and )?the (?:[A-Z][A-Za-z]* ){1,2}\Z"
)
VERSION = " ?(?:版(?![块权面图税])|代(?![码表价理替])|系列|号(?!称|召))"
THOUSANDS = "[0-9]{1,3}(?:,[0-9]{3})+"
INDENT = 16
BLANK = r"[^\S\n]*"
ITEM = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
LISTED = rf"{BLANK}(?P<first>{ITEM})(?:[.] (?P<second>{ITEM}){BLANK}$|[|、:)]|[.](?![0-9])|{BLANK}$)"
BAR = " ?[|]"
LICENCE = 9
NEAR = 14
SHOPPING_DAYS = frozenset({"双11", "双12", "双十一", "双十二"})
RESOLUTION = " ?(?i:视频|电视|画质|超?高清|分辨率|屏|video|tv|display|resolution)"
CLOCKS = ("点", "时", "分", " ", "a", "p", "A", "P", "")
AFTER_DEGREE = ("", *"电的左右多半以之,。;、!?)\n")
TO_DEGREE = tuple("升降高低纬经差了约过下上")
STROKES = ("-", "—")
JOINTS = tuple(".:/·比xX×*-")
JOINED_AFTER = "[.:/·比xX×*][0-9]|[.](?:HK|S[HZSI]|BJ|TW|KS|[OTLN])(?![A-Za-z])|-for-[0-9]"
JOINED_BEFORE = "[0-9](?:[.:/·比xX×*]|-for-)\\Z"
SCORE = "(?<![0-9.,%-])([0-9]{1,3})[-—]([0-9]{1,3})(?![0-9%万亿-]|[.,][0-9])"
SCORE_LISTED = "(?<![0-9-])([0-9]{1,3})-([0-9]{1,3})(?=[、,;(])"
CODE_LENGTHS = range(4, 7)
IDENTIFIER = (
    "(?:邮编|编号|代码|证号|电话|热线|传真|手机|联系|拨打|致电|微信|QQ|版本|型号|航班|车牌|订单号|号码|批号|文号)"
    "[为是: ]{0,3}[A-Za-z]?\\Z"
)
NUMBERED = (
    rf"(?i:{EDGE}(?:versions?|release|chapter|section|page|article|number|issue|step|level|phase|grade"
    r"|vol\.|fiscal(?: year)?|fy)) ?\Z"
)
LABEL = (
    '后(?=[们的]|$|[^\\w])|强(?![烈度大化调震])|五?"?(?:规划|时期|期间)|大(?=报告|代表|以来|召开)|世纪'
    "|(?:[-—/][0-9]{2} ?)?财年|财季|学年|赛季"
)
CLOCK_AFTER = (
    f"[点时](?:[0-9]{{1,2}}分?|整|钟|半)|(?i: ?[ap][.]?m{EDGE})| (?:GMT|UTC|BST|CET|E[SD]T|P[SD]T){EDGE}"
)
MINUTES = "[0-9][点时]\\Z"
TIME_OF_DAY = "(?:上午|下午|凌晨|清晨|早上|早晨|晚上|晚间|中午|傍晚|时间|[早晚]) ?\\Z"
SOMETHING = r"\S"


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
        or text[numeral.start : numeral.end] not in ARTICLES
        or phrase.qualifier is not Qualifier.EXACT
        or text.endswith(load_lexicon().lists["only_before"], 0, numeral.start)
    ):
        return False
    if phrase.end - phrase.start == len(text):
        return False
    if phrase.unit.name in CALENDAR and pattern(PER).search(text[max(0, numeral.start - 30) : numeral.start]):
        return True
    if phrase.unit.name in CALENDAR and text[numeral.start] == "一":
        return numeral.start > 0 and text[numeral.start - 1] in POINTING
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
    return (
        text[start + 2 : start + 3] not in AFTER_DEGREE and text[max(0, start - 1) : start] not in TO_DEGREE
    )


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
    if single and (before in LONE_BEFORE or not before) and (not after.isalnum() or after in LONE_AFTER):
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
    after = end == phrase.end and text[end - 1] not in HAN_SIZES and pattern(LETTER).match(text, end)
    return bool(before or after)


def is_after_name(phrase: Phrase, text: str) -> bool:
    """Llama 4, Gemini 2.5, 文心4.5: a capitalised word or a product, and a number without a unit."""
    bare = not phrase.measured and phrase.qualifier is Qualifier.EXACT and phrase.numeral.scale == 1
    if not bare or phrase.precise or not text[phrase.numeral.start].isdigit():
        return False
    if pattern(THOUSANDS).fullmatch(text[phrase.numeral.start : phrase.numeral.end]):
        return False  # Brandt 8,900
    if pattern(LIST_OF_NAMES).search(text[max(0, phrase.start - 60) : phrase.start]):
        return False
    word = pattern(NAME).search(text, max(0, phrase.start - 24), phrase.start)
    lists = load_lexicon().lists
    if text[max(0, phrase.start - 6) : phrase.start].rstrip(" -").endswith(lists["products"]):
        return True
    return bool(word and word[1] != word[1].lower() and word[1].lower() not in lists["function_words"])


def is_version(phrase: Phrase, text: str) -> bool:
    """3.5版本, 第3代, and the 号 of a licence or a house."""
    lone = not phrase.measured and phrase.numeral.scale == 1
    if text[phrase.numeral.end - 1] == "K" and pattern(RESOLUTION).match(text, phrase.numeral.end):
        return True
    return lone and bool(pattern(VERSION).match(text, phrase.numeral.end))


def is_ordinal(phrase: Phrase, text: str) -> bool:
    """第3次, 第五代: which one, and not how many; a rank is read."""
    if not phrase.ordinal:
        return False
    word = text[phrase.numeral.end : phrase.end]
    lone = phrase.numeral.weak and text[phrase.numeral.end : phrase.numeral.end + 1].isalnum()
    return (
        phrase.ordinal
        and (
            phrase.numeral.place < 1
            or (
                lone
                if not word
                else word.strip() not in ("位", "名", "人", "place") or text.startswith("称", phrase.end)
            )
        )
        and not (phrase.numeral.scale > 1 and phrase.numeral.place >= 1)
    )


def is_list_number(phrase: Phrase, text: str) -> bool:
    """01| or 一、 at the beginning of a line, and a line that holds nothing but `1` or `1. 1`."""
    start = phrase.numeral.start
    if not phrase.measured and pattern(BAR).match(text, phrase.numeral.end):
        return True
    window = max(0, start - INDENT)
    line = text.rfind("\n", window, start) + 1
    listed = pattern(LISTED, re.MULTILINE).match(text, line) if line or not window else None
    if not listed or start not in (listed.start("first"), listed.start("second")):
        return False
    return bool(pattern(SOMETHING).search(text, listed.end()) or pattern(SOMETHING).search(text, 0, line))


def is_address(phrase: Phrase, text: str) -> bool:
    """Digits joined by points, slashes or a times sign into something else; a score; a number that names."""
    start, end = phrase.numeral.start, phrase.numeral.end
    joined = (text[end : end + 1] in JOINTS and pattern(JOINED_AFTER).match(text, end)) or (
        text[start - 1 : start] in JOINTS and pattern(JOINED_BEFORE).search(text[max(0, start - 6) : start])
    )
    if joined or text[max(0, start - 1) : end] in SHOPPING_DAYS:
        return True
    if phrase.measured or phrase.numeral.share or phrase.numeral.scale > 1:
        return False
    before = text[max(0, start - NEAR) : start]
    licence = end - start >= LICENCE and "号" in before[-6:] + text[start : end + 1]
    return licence or bool(
        pattern(IDENTIFIER).search(before)
        or pattern(NUMBERED).search(before)
        or pattern(LABEL).match(text, end)
    )


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
    pairs = (pair for pair in pattern(SCORE).finditer(around) if pair.start() <= at < pair.end())
    first = phrase.numeral.start - at
    return any(
        int(pair[1]) >= int(pair[2]) or _is_told_score(text, first + pair.start(), first + pair.end())
        for pair in pairs
    )


def _is_told_score(text: str, start: int, end: int) -> bool:
    """比分为25-22、23-25, 以1-3不敌, beat them 3-5; a fall beside it in a list tells of one too."""
    head, tail = text[max(0, start - 20) : start], text[end : end + 16]
    words = load_lexicon().lists["scores"]
    if head.endswith(words) or tail.lstrip(" 的").startswith(words) or "比分" in head:
        return True
    return any(int(pair[1]) > int(pair[2]) for pair in pattern(SCORE_LISTED).finditer(f"{head}#{tail}"))


def is_clock(phrase: Phrase, text: str) -> bool:
    """10点30分, 北京时间8时, 9 a.m.: a time of day belongs to its date."""
    start, end = phrase.numeral.start, phrase.numeral.end
    before = text[max(0, start - 6) : start]
    if text[end : end + 1] not in CLOCKS:
        return False
    if pattern(CLOCK_AFTER).match(text, end) or (
        pattern(MINUTES).search(before) and text[end : end + 1] in ("分", "")
    ):
        return True
    return text[end : end + 1] in ("点", "时") and bool(pattern(TIME_OF_DAY).search(before))


REASONS: tuple[Callable[[Phrase, str], bool], ...] = (
    is_article,
    is_part_of_word,
    is_in_name,
    is_after_name,
    is_version,
    is_ordinal,
    is_list_number,
    is_address,
    is_code,
    is_score,
    is_clock,
)
