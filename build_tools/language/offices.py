"""Whether words speak of somebody taking an office, as a title beside a name does not."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from build_tools.text.mentions import named_in


@cache
def _verbs() -> tuple[str, ...]:
    raw = yaml.load((files(__package__) / "offices.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(raw["takes_office"])


def takes_office(text: str) -> bool:
    """Whether a clause has a verb of taking or holding an office.

    >>> takes_office("他将出任首席执行官"), takes_office("首席执行官将离职")
    (True, False)
    """
    return bool(named_in(text, _verbs()))
