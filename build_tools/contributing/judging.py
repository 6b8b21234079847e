"""Writes into a question's file which sides the editors have before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from build_tools.contributing.yaml_text import flow, scalar

SEEN = re.compile(r"^seen:.*\n(?:[ #].*\n|\n(?=[ ]))*", re.MULTILINE)
JUDGEMENT = re.compile(r"^(?:reason|by|decided):", re.MULTILINE)


def with_seen(text: str, seen: Mapping[str, Sequence[str]]) -> str:
    """A question's file with `seen:` as it is now; every other line stays as it was.

    >>> print(with_seen("status: open\\nreason: unclear\\n", {"143亿美元": ("sina",)}), end="")
    status: open
    seen:
      143亿美元: [sina]
    reason: unclear
    """
    block = "".join(["seen:\n", *(f"  {scalar(side)}: {flow(tuple(ids))}\n" for side, ids in seen.items())])
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    if SEEN.search(whole):
        return SEEN.sub(lambda _: block, whole, count=1)
    place = JUDGEMENT.search(whole)
    cut = place.start() if place else len(whole)
    return whole[:cut] + block + whole[cut:]
