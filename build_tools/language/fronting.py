"""A sentence that begins with its object, which another language puts last."""

from __future__ import annotations

import re
from functools import cache

from build_tools.language.tables import level_letters, one_of


def is_fronted(text: str) -> bool:
    """Whether a text begins with what somebody is then said to answer, deny or not to know.

    >>> is_fronted("巴雷拉会否留任，卓依娜没有回答"), is_fronted("卓依娜没有回答巴雷拉会否留任")
    (True, False)
    >>> is_fronted("As for the charge, Wang said nothing"), is_fronted("Wang said nothing of it, and left")
    (True, False)
    """
    return bool(_pattern().search(level_letters(text)))


@cache
def _pattern() -> re.Pattern[str]:
    begins, topic = r"(?:^|[。;!?.\n])\s*", r"[^,。;.]+,"
    resumed = rf"(?!\s*{one_of('pronouns_zh', 'pronouns_en')})"  # as for Wang, he left; Li stayed
    asked = rf"(?:{one_of('fronting_zh')}|[^,。;]*{one_of('asking_zh')})"
    chinese = rf"{asked}{topic}[^,。;]*{one_of('answering_zh')}"
    return re.compile(rf"{begins}(?:{chinese}|{one_of('fronting_en')}\s{topic}{resumed})")
