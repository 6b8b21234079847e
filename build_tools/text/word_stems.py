"""English words without their endings, so that forms of one word are the same: ruled, rules, rule."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.text.folding import fold_plain

ENDINGS = re.compile(r"(?:ies|es|s|ed|ing|d)$")
DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
LEAST = 3


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """A word in small letters without its ending; a Chinese one as it is.

    >>> [stem_of(one) for one in ("Ruled", "rule", "planned", "plan", "is", "预计")]
    ['rul', 'rul', 'plan', 'plan', 'is', '预计']
    """
    plain = fold_plain(word).lower()
    cut = DOUBLED.sub(r"\1", ENDINGS.sub("", plain)).removesuffix("e")
    return cut if len(cut) >= LEAST else plain
