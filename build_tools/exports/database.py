"""The whole as one SQLite file: tables, a full-text index over folded words, and two views to begin with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.data_files import read_data
from build_tools.exports.claim_lines import export_claims
from build_tools.exports.conflict_lines import export_conflicts
from build_tools.exports.entity_lines import export_entities
from build_tools.exports.given_data import GivenData
from build_tools.exports.json_lines import Json, Record, json_line
from build_tools.exports.source_lines import export_sources
from build_tools.text.folding import fold
from build_tools.text.letters import HAN_RUN
from build_tools.values.printing import plain_number

TABLES = {
    "source": ("id", "title", "author", "publisher", "published", "url", "language", "reliability", "sha256"),
    "entity": ("id", "kind", "label", "aliases"),
    "claim": (
        *("id", "source", "subject", "property", "type", "raw", "value", "low", "high", "unit", "qualifier"),
        *("edtf", "earliest", "latest", "stance", "modality", "said_by", "via", "as_of", "period", "at"),
        *("quote", "line", "start", "end", "before", "after", "translation", "note", "proof", "address"),
    ),
    "conflict": ("id", "rule", "question", "subject", "property", "status", "in_words", "reason"),
    "side": ("conflict", "place", "label", "stance", "articles", "publishers", "witnesses"),
    "side_claim": ("conflict", "side", "claim"),
}
UNGUARDED = "pragma journal_mode = off; pragma synchronous = off;\n"  # nobody else ever opens this file
PIECE = 1 << 20
SEARCHED = ("quote", "raw", "translation", "note")


def export_database(given: GivenData) -> Iterator[bytes]:
    """The bytes of the file, the same for the same dossier and the same SQLite."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(UNGUARDED + read_data(__package__, "database.sql"))
            fill_tables(connection, given)
            connection.commit()
        with path.open("rb") as file:
            yield from iter(lambda: file.read(PIECE), b"")


def fill_tables(connection: sqlite3.Connection, given: GivenData) -> None:
    """Put every record into its table, and the words of every claim into the index."""
    conflicts = list(export_conflicts(given))
    insert(connection, "source", export_sources(given))
    insert(connection, "entity", export_entities(given))
    insert(connection, "claim", searchable(connection, export_claims(given)))
    insert(connection, "conflict", conflicts)
    insert(connection, "side", sides(conflicts))
    insert(connection, "side_claim", claims_of_sides(conflicts))


def searchable(connection: sqlite3.Connection, records: Iterable[Record]) -> Iterator[Record]:
    """The records as they come, after their words are in the index."""
    for record in records:
        row = (record["id"], folded_words(_words(record)))
        connection.execute("insert into claim_search (id, words) values (?, ?)", row)
        yield record


def insert(connection: sqlite3.Connection, table: str, records: Iterable[Record]) -> None:
    """Write the columns of a table from records that may hold more."""
    columns = TABLES[table]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    rows = (list(map(stored, map(record.get, columns))) for record in records)
    connection.executemany(f"insert into {table} ({names}) values ({marks})", rows)


def sides(conflicts: Iterable[Record]) -> Iterator[Record]:
    """The sides of each conflict, by their places."""
    for conflict in conflicts:
        for place, side in enumerate(_records(conflict["sides"])):
            yield {"conflict": conflict["id"], "place": place, **side}


def claims_of_sides(conflicts: Iterable[Record]) -> Iterator[Record]:
    """The claims of each side of each conflict."""
    for side in sides(conflicts):
        claims = side["claims"]
        for claim in claims if isinstance(claims, Sequence) else ():
            yield {"conflict": side["conflict"], "side": side["place"], "claim": claim}


def _records(value: Json) -> Iterator[Record]:
    held = value if isinstance(value, Sequence) else ()
    return (one for one in held if isinstance(one, dict))


def stored(value: Json) -> str | int | None:
    """A value as SQLite holds it: numbers exact, as text; lists and records as JSON."""
    match value:
        case None | str() | int():
            return value
        case Decimal():
            return plain_number(value)
        case _:
            return json_line({"": value})[len(json.dumps({"": 0})) - 2 : -1]


def _words(record: Record) -> str:
    return "\n".join(str(stored(record[name])) for name in SEARCHED if record[name])


def folded_words(text: str) -> str:
    """What a text is found by: folded, its Han characters in pairs, words of other scripts whole.

    >>> folded_words("收购了143億美元 Meta")
    '收购 购了 143 亿美 美元 meta'
    """
    folded = fold(text).text.lower()
    return " ".join(HAN_RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", folded).split())


def _pairs(run: str) -> list[str]:
    return [one + other for one, other in pairwise(run)] or [run]
