"""Series: figures that move in time, of which each claim is a step and not a side."""

from build_tools.evidence.stepping.clashes import Clashes, clashes_of
from build_tools.evidence.stepping.passing_on import is_outlet, withdrawals
from build_tools.evidence.stepping.steps import AT_ONCE, Step, in_part_of_day, steps_of

__all__ = [
    "AT_ONCE",
    "Clashes",
    "Step",
    "clashes_of",
    "in_part_of_day",
    "is_outlet",
    "steps_of",
    "withdrawals",
]
