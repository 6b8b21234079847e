"""Whatever people write comes back from every format as it was written, and no program takes it for more."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from build_tools.exports import GivenData, data_files
from build_tools.exports.csv_tables import FORMULA
from build_tools.findings import survey
from build_tools.pipeline import check
from tests.hostile import PAYLOADS, rotated, write_hostile
from tests.pages.test_citing import printed

SITE = "https://example.org/"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HARMLESS = {"paragraph", "heading", "bullet_list", "list_item", "inline", "text", "link", "softbreak"}
ADDRESS = re.compile(r"\w://|\bwww\.|\w@\w", re.IGNORECASE)  # what some renderers make a link of
TARGET = re.compile(r"\]\([^()\s]*\)")


@dataclass(frozen=True)
class Given:
    """The files of a dossier of such texts, and the text of each field."""

    folder: Path
    texts: Mapping[str, str]

    @cached_property
    def files(self) -> dict[str, bytes]:
        given = GivenData(survey(check(self.folder).dossier), SITE)
        return {one.path: one.content for one in data_files(given)}

    def records(self, name: str) -> dict[str, dict[str, Any]]:
        """The records of a format of JSON lines, as a program that knows little of lines reads them."""
        read = map(json.loads, self.files[f"data/{name}.jsonl"].decode().splitlines())
        return {str(one.get("id") or one["finding"] + one["claims"][0]): one for one in read}

    def table(self, name: str) -> list[dict[str, str]]:
        written = self.files[f"data/{name}.csv"].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(written, newline="")))

    def bundle(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """The files of the bundle: the path, the front matter and the Markdown of each."""
        with zipfile.ZipFile(io.BytesIO(self.files["data/okf.zip"])) as archive:
            for name in archive.namelist():
                _, head, body = archive.read(name).decode().split("---\n", 2)
                yield name, yaml.safe_load(head), body


@pytest.fixture(
    scope="module",
    params=[
        *range(2),
        *(pytest.param(at, marks=pytest.mark.soak) for at in range(2, len(PAYLOADS))),
    ],
)
def given(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A dossier in which each field has another of the texts; the next one in the next."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = rotated(request.param)
    write_hostile(folder, texts.__getitem__)
    return Given(folder, texts)


def one_line(text: str) -> str:
    """A text whose runs of white space are spaces, as formats of lines have it."""
    return " ".join(text.split())


def shown(text: str) -> str:
    """A text as a reader of Markdown sees it, which has no NUL."""
    return one_line(text).replace("\0", "\ufffd")


def unguarded(cell: str) -> str:
    """What a cell holds without the apostrophe that keeps a spreadsheet from running it."""
    rest = cell[1:].lstrip(" '")
    return cell[1:] if cell.startswith("'") and rest.startswith(FORMULA) else cell


def test_records_hold_the_texts(given: Given) -> None:
    texts = given.texts
    sources = given.records("sources")
    for id in ("bad", "worse"):
        for field in ("title", "author", "publisher"):
            assert sources[id][field] == texts[f"{id}-{field}"]
        assert sources[id]["reliability_why"] == texts[f"{id}-grade"]
        claims = [one for one in given.records("claims").values() if one["source"] == id]
        assert len(claims) == 5
        for claim in claims:
            assert sources[id]["text"].startswith(claim["quote"])
            assert claim["translation"].endswith(texts[f"{id}-translation"])
        (price,) = (one for one in claims if one["subject"] == "price")
        assert price["note"] == texts[f"{id}-claim-note"]
        (account,) = (one for one in claims if one["property"] == "account")
        assert account["value"] == {"en": texts[f"{id}-account"], "zh": texts[f"{id}-account-zh"]}
        (answer,) = (one for one in claims if one["subject"] == "asked")
        assert answer["inferred"] == texts[f"{id}-inferred"]
    entities = given.records("entities")
    assert entities["hostile-co"]["label"] == {"en": texts["organisation"], "zh": texts["organisation-zh"]}
    assert entities["price"]["label"] == texts["figure"]
    reasons = {one["reason"] for one in given.records("conflicts").values()}
    assert reasons == {None, texts["reason"]}


def test_tables_hold_what_records_hold_and_nothing_that_runs(given: Given) -> None:
    records = given.records("claims")
    rows = given.table("claims")
    assert [row["id"] for row in rows] == list(records)
    for row in rows:
        record = records[row["id"]]
        for column in ("quote", "translation", "raw", "stance", "address"):
            assert unguarded(row[column]) == (record[column] or "")
    sources = given.records("sources")
    for row in given.table("sources"):
        for column in ("title", "author", "publisher", "url"):
            assert unguarded(row[column]) == sources[row["id"]][column]
    every = (
        cell
        for name in ("claims", "figures", "sources")
        for row in given.table(name)
        for cell in row.values()
    )
    assert not [cell for cell in every if cell.lstrip(" ").startswith(FORMULA)]


def test_the_database_holds_the_texts(given: Given) -> None:
    records = given.records("claims")
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(given.files["data/dossier.sqlite"])
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        rows = connection.execute("select id, quote, translation, note from claim").fetchall()
        titles = dict(connection.execute("select id, title from source"))
    assert len(rows) == 10
    for id, *found in rows:
        assert found == [records[id][name] for name in ("quote", "translation", "note")]
    assert titles == {id: given.texts[f"{id}-title"] for id in ("bad", "worse")}


def test_a_bibliography_holds_one_entry_an_article(given: Given) -> None:
    wanted = {
        id: [one_line(given.texts[f"{id}-{field}"]) for field in ("author", "title", "publisher")]
        for id in ("bad", "worse")
    }
    entries = parse_string(given.files["data/bibliography.bib"].decode(), "bibtex").entries
    assert list(entries) == list(wanted)
    for id, entry in entries.items():
        (author,) = entry.persons["author"]
        assert [
            printed(str(author)),
            printed(entry.fields["title"]),
            printed(entry.fields["journal"]),
        ] == wanted[id]
    items = {one["id"]: one for one in json.loads(given.files["data/bibliography.json"])}
    for id, item in items.items():
        assert [item["author"][0]["literal"], item["title"], item["container-title"]] == wanted[id]


def test_a_line_of_ris_is_a_tag_and_its_value(given: Given) -> None:
    written = given.files["data/bibliography.ris"].decode()
    found = [line.split("  - ", 1) for line in written.splitlines() if line]
    tags = ["TY", "ID", "AU", "TI", "T2", "PY", "DA", "UR", "LA", "ER"]
    assert [tag for tag, _ in found] == tags * 2
    values = [value for tag, value in found if tag in ("TI", "T2")]
    assert values == [
        one_line(given.texts[f"{id}-{of}"]) for id in ("bad", "worse") for of in ("title", "publisher")
    ]


def test_selectors_and_proofs_find_their_words(given: Given) -> None:
    collection = json.loads(given.files["data/annotations.jsonld"])
    sources = given.records("sources")
    for item, id in zip(collection["first"]["items"], ("bad", "worse"), strict=True):
        quote, place = item["target"][0]["selector"]
        assert sources[id]["text"][place["start"] : place["end"]] == quote["exact"]
    for name in ("verify.py", "proofs.jsonl"):
        (given.folder / name).write_bytes(given.files[f"data/{name}"])
    articles = [f"sources/articles/{id}/article.txt" for id in ("bad", "worse")]
    call = [sys.executable, "-I", "verify.py", "proofs.jsonl", *articles]
    done = subprocess.run(call, cwd=given.folder, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "10 holds, 0 fails, 0 no article\n"), done.stderr


def test_statements_hold_the_texts(given: Given) -> None:
    values = [one["value"] for one in given.records("statements").values()]
    for field in ("bad-title", "bad-publisher", "bad-author", "person", "event", "organisation"):
        assert one_line(given.texts[field]) in values, field


def test_the_bundle_says_the_texts_and_nothing_in_it_is_markup(given: Given) -> None:
    texts = given.texts
    titles = {"sources/bad.md": "bad-title", "people/someone.md": "person", "conflicts/asked.md": "question"}
    heads = {name: head for name, head, _ in given.bundle()}
    for name, field in titles.items():
        assert heads[name]["title"] == one_line(texts[field])
    for name, _, body in given.bundle():
        assert kinds(MARKDOWN.parse(body)) <= HARMLESS, name
        assert not ADDRESS.search(TARGET.sub("", body)), name
    shown_titles = {name: words(MARKDOWN.parse(body)).split("\n")[0] for name, _, body in given.bundle()}
    assert {name: shown_titles[name] for name in titles} == {
        name: shown(texts[field]) for name, field in titles.items()
    }


def test_the_page_for_programs_is_plain_lines(given: Given) -> None:
    tokens = MARKDOWN.parse(given.files["llms.txt"].decode())
    assert kinds(tokens) <= HARMLESS | {"blockquote"}
    assert words(tokens).split("\n")[0] == shown(given.texts["title"])
    assert not ADDRESS.search(TARGET.sub("", given.files["llms.txt"].decode()))
    targets = [
        str(one.attrs["href"]) for each in tokens for one in each.children or () if one.type == "link_open"
    ]
    assert targets
    assert all(target.startswith(SITE) for target in targets)


def kinds(tokens: Any) -> set[str]:
    """The kinds of elements in a text, without their ends."""
    inside = [child for token in tokens for child in token.children or ()]
    return {one.type.removesuffix("_open").removesuffix("_close") for one in (*tokens, *inside)}


def words(tokens: Any) -> str:
    """What is read of a text: a line a block."""
    return "\n".join(
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    )
