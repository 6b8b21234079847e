"""Tables for spreadsheets: claims, figures, events and sources, as CSV that no spreadsheet runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from build_tools.exports.claim_lines import claim_record
from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record
from build_tools.exports.source_lines import export_sources
from build_tools.exports.value_fields import value_fields
from build_tools.findings.passages import GAP
from build_tools.model import Claim, DateValue, Kind
from build_tools.values.printing import plain_number

BOM = "\ufeff"  # spreadsheets take a file without it for one in the charset of the machine
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the last for spreadsheets in Chinese
WHERE = ("source", "publisher", "published", "line", "quote", "translation", "address")
HOW = ("stance", "modality", "said_by", "via", "as_of", "period", "at")
COLUMNS: dict[str, tuple[str, ...]] = {
    "claims": (
        *("id", "subject", "subject_label", "property", "type", "raw", "value", "low", "high", "unit"),
        *("qualifier", "edtf", "earliest", "latest", *HOW, *WHERE),
    ),
    "figures": (  # the value of a figure in each article
        *("id", "subject", "subject_label", "raw", "value", "low", "high", "unit", "qualifier"),
        *(*HOW, *WHERE),
    ),
    "events": ("id", "subject", "subject_label", "raw", "edtf", "earliest", "latest", *HOW, *WHERE),
    "sources": (
        *("id", "title", "author", "publisher", "published", "url", "language", "reliability"),
        *("sha256", "annotated_percent", "published_percent", "address"),
    ),
}


def as_table(
    name: str, records: Callable[[GivenData], Iterable[Record]]
) -> Callable[[GivenData], Iterator[bytes]]:
    """What makes the bytes of a table of some columns, a row a record."""

    def make(given: GivenData) -> Iterator[bytes]:
        columns = COLUMNS[name]
        yield (BOM + row(columns)).encode()
        for record in records(given):
            yield row([cell(record.get(column)) for column in columns]).encode()

    return make


def row(cells: Sequence[str]) -> str:
    """One line of a table, every cell in quotation marks that needs them.

    >>> row(["a;b", 'c"d', "e"])
    '"a;b","c""d","e"\\r\\n'
    """
    quoted = '","'.join([one.replace('"', '""') for one in cells])
    return f'"{quoted}"\r\n'


def cell(value: Json) -> str:
    """A value as a cell shows it; what a spreadsheet would run begins with an apostrophe more.

    >>> [cell(one) for one in ("=1+2", "'=1+2", Decimal("-3.50"), ["a", "=b"], {"en": "x", "zh": "y"}, None)]
    ["'=1+2", "''=1+2", '-3.5', 'a […] =b', 'x', '']
    """
    shown = shown_value(value)
    if not shown or shown[0].isalnum():  # as nearly all do, and known at once
        return shown
    harmless = isinstance(value, Decimal) or not shown.lstrip(" '").startswith(FORMULA)
    return shown if harmless else f"'{shown}"


def shown_value(value: Json) -> str:
    """A value in words: a text in English where it is in several languages, a list in one line."""
    match value:
        case None:
            return ""
        case str() | bool() | int():  # first: most are, and a mapping takes long to be told
            return str(value)
        case Decimal():
            return plain_number(value) or ""
        case Mapping():
            return shown_value(value.get("en") or next(iter(value.values()), None))
        case _:
            return GAP.join(map(shown_value, value))


def table_claims(given: GivenData) -> Iterator[Record]:
    """Every claim with the label of its subject and the publisher and day of its article."""
    return _table(given, given.findings.dossier.claims)


def _table(given: GivenData, claims: Iterable[Claim]) -> Iterator[Record]:
    inputs = given.findings.dossier.inputs
    labels = {id: given.label(id) for id in inputs.entities}
    published = {str(record["id"]): record for record in export_sources(given)}
    for claim in claims:
        source = published[claim.citation.source]
        yield {
            **claim_record(claim, given),
            "subject_label": labels[claim.subject],
            "publisher": source["publisher"],
            "published": source["published"],
        }


def table_figures(given: GivenData) -> Iterator[Record]:
    """The claims that give a figure a value."""
    return _table(given, (one for one in _of_kind(given, Kind.FIGURE) if value_fields(one.value)["value"]))


def table_events(given: GivenData) -> Iterator[Record]:
    """The claims that date an event."""
    return _table(given, (one for one in _of_kind(given, Kind.EVENT) if isinstance(one.value, DateValue)))


def _of_kind(given: GivenData, kind: Kind) -> Iterator[Claim]:
    entities = given.findings.dossier.inputs.entities
    return (one for one in given.findings.dossier.claims if entities[one.subject].kind is kind)
