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
from build_tools.exports.research_crate import CRATE, CRATE_IS_FOR, research_crate
from build_tools.exports.series_lines import export_series
from build_tools.exports.source_lines import export_sources
from build_tools.exports.statements import export_statements
from build_tools.exports.web_annotations import export_annotations
from build_tools.website.open_files import DataFile, data_file

JSON_LINES = "application/jsonl"
CSV = "text/csv"
LINKED_DATA = "application/ld+json"


def as_lines(records: Callable[[GivenData], Iterable[Record]]) -> Callable[[GivenData], Iterator[bytes]]:
    """What makes the bytes of a file of records, a line each."""

    def make(given: GivenData) -> Iterator[bytes]:
        return (f"{json_line(record)}\n".encode() for record in records(given))

    return make


class Export(NamedTuple):
    """A format: its name, its file on the site, its media type, what it is for, what makes its bytes."""

    name: str
    file: str
    media: str
    what: str
    make: Callable[[GivenData], Iterator[bytes]]


EXPORTS: tuple[Export, ...] = (
    Export(
        "sources",
        "data/sources.jsonl",
        JSON_LINES,
        "the articles, their grades, and how much of each is read",
        as_lines(export_sources),
    ),
    Export(
        "claims",
        "data/claims.jsonl",
        JSON_LINES,
        "every claim with its quote, its place and how each part is known",
        as_lines(export_claims),
    ),
    Export(
        "conflicts",
        "data/conflicts.jsonl",
        JSON_LINES,
        "every disagreement with all its sides",
        as_lines(export_conflicts),
    ),
    Export(
        "entities",
        "data/entities.jsonl",
        JSON_LINES,
        "who and what is named, and where",
        as_lines(export_entities),
    ),
    Export(
        "series", "data/series.jsonl", JSON_LINES, "the steps of figures that move", as_lines(export_series)
    ),
    Export(
        "withdrawn",
        "data/withdrawn.jsonl",
        JSON_LINES,
        "what articles said before they were changed",
        as_lines(export_withdrawn),
    ),
    Export(
        "findings",
        "data/findings.jsonl",
        JSON_LINES,
        "what several articles say, what one alone says, what is doubtful",
        as_lines(export_findings),
    ),
    Export(
        "sqlite",
        "data/dossier.sqlite",
        "application/vnd.sqlite3",
        "all of it as one database, with full-text search; Datasette opens it",
        export_database,
    ),
    Export("claims-csv", "data/claims.csv", CSV, "the claims as a table", as_table("claims", table_claims)),
    Export(
        "figures-csv",
        "data/figures.csv",
        CSV,
        "the values of figures as a table",
        as_table("figures", table_figures),
    ),
    Export(
        "events-csv",
        "data/events.csv",
        CSV,
        "the dates of events as a table",
        as_table("events", table_events),
    ),
    Export(
        "sources-csv", "data/sources.csv", CSV, "the articles as a table", as_table("sources", export_sources)
    ),
    Export(
        "csl",
        "data/bibliography.json",
        "application/vnd.citationstyles.csl+json",
        "the articles as a bibliography for Zotero and Pandoc",
        export_csl,
    ),
    Export(
        "bibtex",
        "data/bibliography.bib",
        "application/x-bibtex",
        "the articles as a bibliography for LaTeX",
        export_bibtex,
    ),
    Export(
        "ris",
        "data/bibliography.ris",
        "application/x-research-info-systems",
        "the articles as a bibliography for EndNote",
        export_ris,
    ),
    Export(
        "annotations",
        "data/annotations.jsonld",
        LINKED_DATA,
        "the quotes as Web Annotations of the W3C",
        export_annotations,
    ),
    Export(
        "statements",
        "data/statements.jsonl",
        JSON_LINES,
        "statements for FollowTheMoney",
        as_lines(export_statements),
    ),
    Export(
        "proofs",
        "data/proofs.jsonl",
        JSON_LINES,
        "each claim as a proof that a script checks against the article alone",
        as_lines(export_proofs),
    ),
    Export(
        "okf",
        "data/okf.zip",
        "application/zip",
        "a Markdown file for each subject, for programs that answer questions",
        export_bundle,
    ),
    Export("llms", "llms.txt", "text/plain", "the whole in one page, for language models", export_llms_text),
)


def data_files(given: GivenData) -> tuple[DataFile, ...]:
    """Every format as the site gives it, and what lies beside them: schemas, a licence, a script, a crate."""
    made = [data_file(one.name, one.file, one.media, one.make(given), one.what) for one in EXPORTS]
    beside = [data_file("", path, "", [content]) for path, content in data_descriptions(given)]
    crate = data_file("crate", CRATE, LINKED_DATA, [research_crate(given, (*made, *beside))], CRATE_IS_FOR)
    return (*made, *beside, crate)


__all__ = ["EXPORTS", "Export", "GivenData", "data_files"]
