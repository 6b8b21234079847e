"""Series: figures that move in time, of which each claim is a step and not a side."""

from build_tools.evidence.series.clashes import Clashes, clashes_of
from build_tools.evidence.series.steps import Step, steps_of
from build_tools.evidence.series.withdrawing import withdrawals

__all__ = ["Clashes", "Step", "clashes_of", "steps_of", "withdrawals"]
