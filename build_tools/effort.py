"""A budget of work for hints, so that many hints together stay cheap."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Effort:
    """How much work is left for hints of one kind; what counts as a unit is up to who spends it.

    >>> effort = Effort(3)
    >>> [effort.spend(2), effort.spend(2), effort.spend(2)]
    [True, True, False]
    """

    left: int

    def spend(self, work: int) -> bool:
        """Whether there is anything left for this piece of work, which may use up more than that."""
        worth = self.left > 0
        self.left -= work
        return worth
