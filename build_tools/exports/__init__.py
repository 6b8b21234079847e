"""The data for other programs, one file a format; a new format is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from build_tools.exports.bibliography import export_bibtex, export_csl, export_ris
from build_tools.exports.claim_lines import export_claims, export_withdrawn
from build_tools.exports.conflict_lines import export_conflicts
from build_tools.exports.csv_tables import as_table, table_claims, table_events, table_figures
from build_tools.exports.database import export_database
from build_tools.exports.described import data_descriptions
from build_tools.exports.entity_lines import export_entities
from build_tools.exports.found_lines import export_findings
from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Record, json_line
from build_tools.exports.knowledge_bundle import export_bundle
from build_tools.exports.llms_text import export_llms_text
from build_tools.exports.proofs import export_proofs
from build_tools.exports.series_lines import export_series
from build_tools.exports.source_lines import export_sources
from build_tools.exports.statements import export_statements
from build_tools.exports.web_annotations import export_annotations
from build_tools.website.open_files import DataFile, data_file

JSON_LINES = "application/jsonl"
CSV = "text/csv"


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
    Export("sources", "data/sources.jsonl", JSON_LINES, as_lines(export_sources)),
    Export("claims", "data/claims.jsonl", JSON_LINES, as_lines(export_claims)),
    Export("conflicts", "data/conflicts.jsonl", JSON_LINES, as_lines(export_conflicts)),
    Export("entities", "data/entities.jsonl", JSON_LINES, as_lines(export_entities)),
    Export("series", "data/series.jsonl", JSON_LINES, as_lines(export_series)),
    Export("withdrawn", "data/withdrawn.jsonl", JSON_LINES, as_lines(export_withdrawn)),
    Export("findings", "data/findings.jsonl", JSON_LINES, as_lines(export_findings)),
    Export("sqlite", "data/dossier.sqlite", "application/vnd.sqlite3", export_database),
    Export("claims-csv", "data/claims.csv", CSV, as_table("claims", table_claims)),
    Export("figures-csv", "data/figures.csv", CSV, as_table("figures", table_figures)),
    Export("events-csv", "data/events.csv", CSV, as_table("events", table_events)),
    Export("sources-csv", "data/sources.csv", CSV, as_table("sources", export_sources)),
    Export("csl", "data/bibliography.json", "application/vnd.citationstyles.csl+json", export_csl),
    Export("bibtex", "data/bibliography.bib", "application/x-bibtex", export_bibtex),
    Export("ris", "data/bibliography.ris", "application/x-research-info-systems", export_ris),
    Export("annotations", "data/annotations.jsonld", "application/ld+json", export_annotations),
    Export("statements", "data/statements.jsonl", JSON_LINES, as_lines(export_statements)),
    Export("proofs", "data/proofs.jsonl", JSON_LINES, as_lines(export_proofs)),
    Export("okf", "data/okf.zip", "application/zip", export_bundle),
    Export("llms", "llms.txt", "text/plain", export_llms_text),
)


def data_files(given: GivenData) -> tuple[DataFile, ...]:
    """Every format as the site gives it, and what lies beside them: schemas, a licence, a script."""
    made = (data_file(one.name, one.file, one.media, one.make(given)) for one in EXPORTS)
    beside = (data_file("", path, "", [content]) for path, content in data_descriptions(given))
    return (*made, *beside)


__all__ = ["EXPORTS", "Export", "GivenData", "data_files"]
