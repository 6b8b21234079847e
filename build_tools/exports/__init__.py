"""The data for other programs, one file a format; a new format is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from build_tools.exports.claim_lines import export_claims
from build_tools.exports.conflict_lines import export_conflicts
from build_tools.exports.entity_lines import export_entities
from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Record, json_line
from build_tools.exports.series_lines import export_series

JSON_LINES = "application/jsonl"


def as_lines(records: Callable[[GivenData], Iterable[Record]]) -> Callable[[GivenData], Iterator[bytes]]:
    """What makes the bytes of a file of records, a line each."""

    def make(given: GivenData) -> Iterator[bytes]:
        return (f"{json_line(record)}\n".encode() for record in records(given))

    return make


class Export(NamedTuple):
    """A format by its name, its file on the site, its media type, and what makes its bytes."""

    name: str
    file: str
    media: str
    make: Callable[[GivenData], Iterator[bytes]]


EXPORTS: tuple[Export, ...] = (
    Export("claims", "claims.jsonl", JSON_LINES, as_lines(export_claims)),
    Export("conflicts", "conflicts.jsonl", JSON_LINES, as_lines(export_conflicts)),
    Export("entities", "entities.jsonl", JSON_LINES, as_lines(export_entities)),
    Export("series", "series.jsonl", JSON_LINES, as_lines(export_series)),
)

__all__ = ["EXPORTS", "Export", "GivenData"]
