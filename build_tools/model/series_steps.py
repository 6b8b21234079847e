"""Types of a figure that moves in time: its steps, and which of them leads."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.claims import Claim
from build_tools.model.entities import Series
from build_tools.model.values import DateValue, Interval, Value
from build_tools.model.written import EntityId


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """One value at one time, and all who give it.

    `within` is its time in minutes of Greenwich; `assumed` says that it is only that of publication.
    `withdrawn` are the claims that take it back, `updates` the places of the steps that it may update:
    values that differ and of which nothing says that one came first.
    """

    value: Value
    claims: tuple[Claim, ...]
    time: DateValue
    within: Interval
    assumed: bool
    withdrawn: tuple[Claim, ...] = ()
    updates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesFinding:
    """The steps of a figure, oldest first; `lead` are the places of the newest, two if they conflict."""

    figure: EntityId
    kind: Series
    steps: tuple[SeriesStep, ...]
    lead: tuple[int, ...]

    @property
    def newest(self) -> tuple[SeriesStep, ...]:
        """The steps that lead."""
        return tuple(self.steps[at] for at in self.lead)

    @property
    def earlier(self) -> tuple[SeriesStep, ...]:
        """The steps before those that lead, oldest first; a value that was taken back is not among them."""
        before = self.steps[: max(self.lead, default=0)]
        return tuple(step for at, step in enumerate(before) if at not in self.lead and not step.withdrawn)
