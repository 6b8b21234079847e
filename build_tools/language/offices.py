"""Whether words say that somebody takes an office, or speak of a plan."""

from __future__ import annotations

from functools import cache

import yaml

from build_tools.data_files import read_data
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
