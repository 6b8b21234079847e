"""Whether words say that somebody takes an office, or speak of a plan."""

from __future__ import annotations

from functools import cache

import yaml

from build_tools.data_files import read_data
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters
from build_tools.language.telling_apart import opens_verb_phrase
from build_tools.text.mentions import find_forms


@cache
def _words(name: str) -> tuple[str, ...]:
    raw = yaml.load(read_data(__package__, "offices.yaml"), yaml.CSafeLoader)
    return tuple(raw[name])


def takes_office(text: str) -> bool:
    """Whether a clause has a verb of taking or holding an office.

    >>> takes_office("他将出任首席执行官"), takes_office("首席执行官将离职")
    (True, False)
    """
    return bool(find_forms(text, _words("takes_office")))


def titles() -> tuple[str, ...]:
    """Chinese words for what somebody is, behind which a text names the person.

    >>> "市长" in titles()
    True
    """
    return _words("titles_zh")


def tells_of_plan(text: str) -> bool:
    """Whether a text has a noun or a verb of planning: a scheme, agreed.

    >>> tells_of_plan("公司昨日公布赔偿方案："), tells_of_plan("公司昨日公布业绩：")
    (True, False)
    """
    return bool(find_forms(text, _words("tells_of_plan")))


def is_still_to_be(words: str) -> bool:
    """Whether words tell of what is still to be, though none of them governs it.

    >>> is_still_to_be("每家可先获"), is_still_to_be("说周末会请人来修"), is_still_to_be("每家获")
    (True, True, False)
    """
    leveled = level_letters(words)
    return bool(worded("still_to_be").search(leveled) or worded("announced_payment").search(leveled))


def is_done_by_order(cue: str, rest: str) -> bool:
    """Whether a word of ordering and what is behind it tell the deed itself.

    >>> is_done_by_order("下令", "疏散居民"), is_done_by_order("下令", "全市冷库停业")
    (True, False)
    """
    return bool(worded("by_order").fullmatch(level_letters(cue))) and opens_verb_phrase(
        level_letters(rest), 0
    )
