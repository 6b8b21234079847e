"""Every step of every figure that moves in time, a line each, oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record
from build_tools.exports.value_fields import value_fields
from build_tools.model import SeriesFinding
from build_tools.values.printing import ends

TIMES = ("edtf", "earliest", "latest")


def export_series(given: GivenData) -> Iterator[Record]:
    """The steps by figure and time."""
    for _, found in sorted(given.findings.series.items()):
        for at in range(len(found.steps)):
            yield _record(found, at)


def _record(found: SeriesFinding, at: int) -> dict[str, Json]:
    """A step: its value, when it was so (`assumed`: when published), who gives it, who took it back."""
    step = found.steps[at]
    earliest, latest = ends(step.time)
    return {
        "figure": found.figure,
        "series": found.kind,
        **{key: value for key, value in value_fields(step.value).items() if key not in TIMES},
        "as_of": step.time.edtf,
        "earliest": earliest,
        "latest": latest,
        "assumed": step.assumed,
        "leads": at in found.lead,
        "claims": [claim.id for claim in step.claims],
        "withdrawn_by": [claim.id for claim in step.withdrawn],
        "may_update": [claim.id for one in step.updates for claim in found.steps[one].claims],
    }
