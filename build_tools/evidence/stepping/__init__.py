"""Series: figures that move in time, of which each claim is a step and not a side."""

from build_tools.evidence.stepping.clashes import Clashes, clashes_of
from build_tools.evidence.stepping.steps import AT_ONCE, Step, steps_of
from build_tools.evidence.stepping.withdrawing import withdrawals

__all__ = ["AT_ONCE", "Clashes", "Step", "clashes_of", "steps_of", "withdrawals"]
