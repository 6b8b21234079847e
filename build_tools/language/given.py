"""Whether a sentence takes something as given: "at a conference", "of its 40 jobs"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters, one_of, words_of
from build_tools.text.folding import NUMERAL
from build_tools.text.letters import HAN

DEFINITE = re.compile(r"(?i)\w the [\d$€£]")


def is_given(before: str) -> bool:
    """Whether the words before a name or a figure take it as given.

    >>> is_given(" €310 million at a "), is_given(" cut 300 of its "), is_given(" cut ")
    (True, True, False)
    """
    return bool(_pattern().search(level_letters(before)))


def is_done(before: str) -> bool:
    """Whether the words between a negation and a figure say that something was done with it before.

    >>> is_done("要求退还已支付的"), is_done("支付")
    (True, False)
    """
    return bool(worded("done").search(level_letters(before)))


def is_length_of_time(before: str) -> bool:
    """Whether a length of time behind these words says for how long something is so, or is not so.

    >>> is_length_of_time(" been cleaned for "), is_length_of_time(" last ")
    (True, False)
    """
    return bool(worded("for_so_long").search(level_letters(before)))


def is_compared_with(before: str) -> bool:
    """Whether the words before a date or a figure compare something with it.

    >>> is_compared_with(",还不如"), is_compared_with(", up from €6 million in "), is_compared_with(" in ")
    (True, True, False)
    """
    return bool(_comparing().search(level_letters(before)))


def tells_when_reported(before: str, after: str) -> bool:
    """Whether a date between two stretches says when a thing was reported, not when it was.

    >>> tells_when_reported("not €2 as it had reported in ", "."), tells_when_reported("lost €2 in ", ".")
    (True, False)
    >>> tells_when_reported("而非《晨报》", "报道的4亿元"), tells_when_reported("公司", "亏损4亿元")
    (True, False)
    """
    return bool(_reported().search(level_letters(before)) or _reporting().match(level_letters(after)))


def is_time_of_saying(before: str) -> bool:
    """Whether a date behind these words says when somebody said a thing.

    >>> is_time_of_saying("The bank said on "), is_time_of_saying("The bank fell on ")
    (True, False)
    """
    return bool(_saying().search(level_letters(before)))


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of('telling_en')}\s(?:(?:late|early|earlier)\s)?(?:(?:on|in|at)\s)?$")


def ends_with_comparing(before: str) -> bool:
    """Whether the words before a figure make it one that another is compared with.

    >>> ends_with_comparing(" from "), ends_with_comparing(", compared with "), ends_with_comparing(" and ")
    (True, True, False)
    """
    return bool(_against().search(level_letters(before)))


@cache
def _against() -> re.Pattern[str]:
    return re.compile(rf"(?:\bfrom|{one_of('comparing_en')})\s(?:(?:the|a|an)\s)?$")


@cache
def _reported() -> re.Pattern[str]:
    clause = rf"\bas\s(?:(?!as\b)[\w'’.-]+\s){{1,7}}?{one_of('reporting_en')}"
    return re.compile(rf"{clause}\s(?:[\w'’-]+\s){{0,4}}?(?:(?:in|on|last|at|earlier)\s)?$")


@cache
def _reporting() -> re.Pattern[str]:
    behind = worded.source("reported_behind")
    return re.compile(rf"[\u3400-\u9fff《》]{{0,8}}?{one_of('reporting_zh')}{behind}")


def is_definite(words: str) -> bool:
    """Whether the words of a figure set a known one beside another, and bound nothing.

    >>> is_definite("below the 20%"), is_definite("below 20%")
    (True, False)
    """
    return bool(DEFINITE.search(words))


def is_estimate(words: str) -> bool:
    """Whether the words of a figure say that it is estimated.

    >>> is_estimate("估计为六百万元"), is_estimate("约六百万元")
    (True, False)
    """
    return bool(_estimating().search(level_letters(words)))


@cache
def _estimating() -> re.Pattern[str]:
    return re.compile(one_of("estimating"))


def is_supposed(words: str) -> bool:
    """Whether words before a claim make it uncertain or put it ahead, though they govern no clause.

    >>> is_supposed("全线最快后天才能"), is_supposed("全线昨天")
    (True, False)
    """
    return bool(_supposing().search(level_letters(words)))


@cache
def _supposing() -> re.Pattern[str]:
    return re.compile(one_of("supposing"))


def is_permitted(before: str, cue: str) -> bool:
    """Whether a word that may suppose permits: under the deal, boats may catch 24,000 tonnes.

    >>> is_permitted("Under the deal, boats ", "may"), is_permitted("Boats ", "may")
    (True, False)
    """
    return cue.lower() in words_of("permitted_en") and bool(_permitting().search(level_letters(before)))


@cache
def _permitting() -> re.Pattern[str]:
    return re.compile(rf"\bunder\s(?:[\w'’-]+\s){{1,3}}?{one_of('permitting_en')}")


def takes_part(behind: str) -> bool:
    """Whether the words behind a figure name a part of it: 8家工厂中的3家 takes the 8 as given.

    >>> takes_part("工厂中的3家"), takes_part("工厂")
    (True, False)
    """
    return bool(_part().match(level_letters(behind)))


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]{{0,6}}?{one_of('out_of_zh')}{worded.source('de')}?(?=[\d{NUMERAL}])")


def past_acts(sentence: str) -> Iterator[tuple[int, int]]:
    """Where asides say what was done before with the thing that they follow.

    >>> list(past_acts("A ban, first proposed in 2038, came")), list(past_acts("A match, held in May, drew"))
    ([(5, 30)], [])
    """
    return (found.span() for found in _past_act().finditer(level_letters(sentence)))


@cache
def _past_act() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{one_of('past_acts_lead_en')}\s)?{one_of('past_acts_en')}\s[^,;.]*,")


def is_of_whole(before: str) -> bool:
    """Whether a figure behind these words is that of which a part is taken: all but 7 of the 58 midwives.

    >>> is_of_whole("all but 7 of the "), is_of_whole("at the end of the ")
    (True, False)
    """
    return bool(worded("of_whole").search(level_letters(before)))


def is_defined(behind: str) -> bool:
    """Whether what a figure counts is said to have been before: 4,300 tenants whom it had charged.

    >>> is_defined(" tenants whom it had charged"), is_defined(" tenants who will move")
    (True, False)
    """
    return bool(worded("defined_before").match(level_letters(behind)))


def is_start(before: str, behind: str) -> bool:
    """Whether a figure is that from which another is reached: 将由2公里增至13公里.

    >>> is_start("由", "增至13公里"), is_start(" rise from ", " to 13 km"), is_start("增至", "")
    (True, True, False)
    """
    opened = _changing_from().search(level_letters(before))
    reached = re.compile(
        rf"(?:[{HAN}]{{0,6}}{one_of('changing_to_zh')}|\s(?:percent\s)?to\s(?:\w+\s){{0,3}}?)[$€£]?[\d{NUMERAL}]"
    )
    return bool(opened and reached.match(level_letters(behind)))


def is_changed(before: str, between: str) -> bool:
    """Whether the words before a figure and those up to the next say that the one becomes the other.

    >>> is_changed("将税率由", "下调至"), is_changed("cut it from ", " to "), is_changed("between ", " and ")
    (True, True, False)
    """
    opened = _changing_from().search(level_letters(before))
    return bool(opened and _changing_to().fullmatch(level_letters(between)))


@cache
def _changing_from() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('changing_from_zh')}|\bfrom\s(?:\w+\s)?)[^\d,，。；;]{{0,8}}$")


@cache
def _changing_to() -> re.Pattern[str]:
    return re.compile(
        rf"[{HAN}]{{0,6}}{one_of('changing_to_zh')}[{HAN}]{{0,1}}|\s(?:percent\s)?to\s(?:\w+\s)?"
    )


def is_passed_on(before: str) -> bool:
    """Whether the words before something make it what others report, whoever denies the report.

    >>> is_passed_on("Oates dismissed a report that the bank had "), is_passed_on("Oates said that ")
    (True, False)
    """
    return bool(worded("report_that").search(level_letters(before)))


def is_leak(words: str) -> bool:
    """Whether words credit what follows to people who are not named.

    >>> is_leak("知情人士透露,"), is_leak("发言人透露,")
    (True, False)
    """
    return bool(_leaking().search(level_letters(words)))


@cache
def _leaking() -> re.Pattern[str]:
    return re.compile(one_of("unnamed"))


def calls_off(text: str) -> bool:
    """Whether a text says that something planned does not take place.

    >>> calls_off("原定昨日举行的游行取消"), calls_off("游行昨日举行")
    (True, False)
    """
    return bool(_calling_off().search(level_letters(text)))


@cache
def _calling_off() -> re.Pattern[str]:
    chinese = one_of("calling_off_zh") + worded.source("no_calling_off")
    return re.compile(f"{chinese}|{one_of('calling_off_en')}")


def comes_into_force(text: str) -> bool:
    """Whether a text says from when a rule applies, which is settled before it does.

    >>> comes_into_force("新规自8月1日起施行"), comes_into_force("the strike begins on 1 August")
    (True, False)
    """
    return bool(_in_force().search(level_letters(text)))


@cache
def _in_force() -> re.Pattern[str]:
    return re.compile(one_of("in_force"))


@cache
def _comparing() -> re.Pattern[str]:
    english = rf"{one_of('comparing_en')}\s+(?:the\s+|that\s+of\s+)?(?:[\w€$£.,]+\s+){{0,3}}?(?:in\s+|of\s+)?"
    return re.compile(rf"(?:{one_of('comparing_zh')}{worded.source('compared_behind')}|{english})$")


@cache
def _pattern() -> re.Pattern[str]:
    setting = rf"{one_of('setting_en')}\s+(?:\w+['’]?s?\s+){{0,2}}"
    whole = rf"{one_of('whole_en')}\s+(?:of\s+)?(?:\w+\s+)?"
    return re.compile(rf"(?:{setting}|{whole}|{one_of('whole_zh')})$")
