"""The data for other programs, one file a format; a new format is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_tools.exports.claim_lines import export_claims
from build_tools.exports.conflict_lines import export_conflicts
from build_tools.exports.entity_lines import export_entities
from build_tools.exports.series_lines import export_series
from build_tools.model import Findings


class Export(NamedTuple):
    """A format by its name, and what makes its lines."""

    name: str
    lines: Callable[[Findings], Iterable[str]]


EXPORTS: tuple[Export, ...] = (
    Export("claims", export_claims),
    Export("conflicts", export_conflicts),
    Export("entities", export_entities),
    Export("series", export_series),
)

__all__ = ["EXPORTS", "Export"]
