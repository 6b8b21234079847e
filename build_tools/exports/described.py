"""What lies beside the data: a schema a format, the columns of tables, first questions, a licence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

import yaml

from build_tools.data_files import read_data
from build_tools.exports.csv_tables import COLUMNS
from build_tools.exports.given_data import GivenData, one_text

Schema = dict[str, object]
Fields: TypeAlias = "Mapping[str, str | Fields]"
TYPES: Mapping[str, Schema] = {
    "string": {"type": "string"},
    "number": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "text": {
        "anyOf": [
            {"type": "string"},
            {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
        ]
    },
    "any": {},
}
QUESTIONS = {
    "figures": ("Every value of every figure, by article", "select * from figures_by_source"),
    "disagreements": ("Every side of every disagreement", "select * from disagreements"),
    "denials": (
        "What is denied, and by whom",
        "select subject, property, quote, said_by, source, address from claim where stance = 'denies'",
    ),
    "unproven": (
        "Claims with a part that the words do not say",
        "select id, subject, property, quote, proof, address from claim where proof like '%inferred%'",
    ),
    "words": (
        "Claims whose words hold a text; Han characters two by two",
        "select claim.id, claim.subject, claim.quote, claim.address from claim_search"
        " join claim using (id) where claim_search match :words order by rank",
    ),
}
LICENCE = """\
{title}

Our sentences, translations and judgements may be reused under CC BY 4.0:
https://creativecommons.org/licenses/by/4.0/

The quotations are from the articles that data/sources.jsonl lists and belong to their publishers. They are
quoted with attribution; nothing of an article is given here that the site does not publish.
"""


def data_descriptions(given: GivenData) -> Iterator[tuple[str, bytes]]:
    """The files beside the data, by their paths on the site."""
    title = one_text(given.findings.dossier.inputs.settings.title)
    yield "data/LICENCE.txt", LICENCE.format(title=title).encode()
    yield "data/verify.py", read_data(__package__, "verify.py").encode()
    yield "data/metadata.json", _written(datasette_metadata(title))
    for name, fields in record_fields().items():
        yield f"data/schemas/{name}.schema.json", _written(record_schema(name, fields))
    for name, columns in COLUMNS.items():
        yield f"data/{name}.csv-metadata.json", _written(table_metadata(name, columns))


def _written(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


@cache
def record_fields() -> Mapping[str, Mapping[str, str]]:
    """The fields of each format, each with its type and what it is."""
    formats = yaml.safe_load(read_data(__package__, "records.yaml"))["formats"]
    return {name: dict(_spread(fields)) for name, fields in formats.items()}


def _spread(fields: Fields) -> Iterator[tuple[str, str]]:
    """The fields in order, with those of a list that several formats share in its place."""
    for name, described in fields.items():
        yield from [(name, described)] if isinstance(described, str) else _spread(described)


def record_schema(name: str, fields: Mapping[str, str]) -> Schema:
    """The JSON Schema of a record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "type": "object",
        "properties": {field: field_schema(described) for field, described in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def field_schema(described: str) -> Schema:
    """The JSON Schema of a field.

    >>> field_schema("integer? - of a PDF, from 1")
    {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'of a PDF, from 1'}
    """
    kind, _, words = described.partition(" - ")
    plain = TYPES[kind.removesuffix("?")]
    found: Schema = {"anyOf": [plain, {"type": "null"}]} if kind.endswith("?") and plain else dict(plain)
    return {**found, "description": words} if words else found


def table_metadata(name: str, columns: tuple[str, ...]) -> Schema:
    """The columns of a table as CSV on the Web describes them."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv",
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "dc:license": "LICENCE.txt",
        "tableSchema": {
            "columns": [{"name": column, "titles": column, "datatype": "string"} for column in columns],
            "primaryKey": "id",
        },
    }


def datasette_metadata(title: str) -> Schema:
    """Names and questions for Datasette: `datasette dossier.sqlite -m metadata.json`."""
    asked = {name: {"title": what, "sql": sql} for name, (what, sql) in QUESTIONS.items()}
    licence = {"license": "CC BY 4.0", "license_url": "https://creativecommons.org/licenses/by/4.0/"}
    return {"title": title, **licence, "databases": {"dossier": {"queries": asked}}}
