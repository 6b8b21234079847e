"""Every format as another program reads it, on a dossier with every rule and on the first one."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest
import yaml
from pybtex.database import parse_string

from build_tools.exports import EXPORTS, GivenData, data_files
from build_tools.exports.described import record_fields, record_schema
from build_tools.exports.given_data import one_text
from build_tools.exports.research_crate import newest_day
from build_tools.text.paragraphs import body, sentences_touching
from tests.checked import surveyed

ROOT = Path(__file__).parents[2]
DOSSIERS = {"first": ROOT, "disaster": ROOT / "tests" / "dossiers" / "disaster"}
SITE = "https://example.org/"


@pytest.fixture(scope="module", params=DOSSIERS)
def given(request: pytest.FixtureRequest) -> GivenData:
    return GivenData(surveyed(DOSSIERS[request.param]), SITE)


@pytest.fixture(scope="module")
def files(given: GivenData) -> dict[str, bytes]:
    return {one.path: one.content for one in data_files(given)}


def lines(files: dict[str, bytes], name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]


@pytest.mark.parametrize("name", record_fields())
def test_each_record_is_as_its_schema_says(files: dict[str, bytes], name: str) -> None:
    schema = jsonschema.Draft202012Validator(record_schema(name, record_fields()[name]))
    for record in lines(files, name):
        schema.validate(record)
        assert list(record) == list(record_fields()[name])


def test_the_same_dossier_gives_the_same_bytes(given: GivenData, files: dict[str, bytes]) -> None:
    assert {one.path: one.content for one in data_files(given)} == files


def test_nothing_is_given_that_the_site_does_not_publish(given: GivenData, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["data/okf.zip"])) as archive:
        bundle = b"\n".join(map(archive.read, archive.namelist()))
    texts = b"\n".join([*files.values(), bundle]).decode("utf-8", "replace").replace("\\n", "\n")
    sources = given.findings.index.sources
    given_texts = (
        source.text[span.start : span.end] for source in sources for span in given.given_spans[source.id]
    )
    shown = "\n".join([*given_texts, *(one_text(source.title) for source in sources)])
    withheld = 0
    for source in given.findings.index.sources:
        for sentence in (s for span in body(source) for s in sentences_touching(source.text, span)):
            words = source.text[sentence.start : sentence.end]
            if len(words) > 12 and words not in shown:
                withheld += 1
                assert words not in texts, words
    assert withheld


def test_private_exports_give_the_whole_text(given: GivenData) -> None:
    (export,) = (one for one in EXPORTS if one.name == "sources")
    whole = GivenData(given.findings, private=True)
    records = [json.loads(line) for line in export.make(whole)]
    assert {record["id"]: record["text"] for record in records} == {
        source.id: source.text for source in given.findings.index.sources
    }


def test_the_context_of_a_quote_is_the_text_around_it(given: GivenData, files: dict[str, bytes]) -> None:
    for record in lines(files, "claims"):
        text = given.findings.dossier.inputs.sources[record["source"]].text  # type: ignore[index]
        before, after, start, end = (record[name] for name in ("before", "after", "start", "end"))
        assert isinstance(before, str)
        assert isinstance(after, str)
        assert text[int(str(start)) - len(before) : int(str(start))] == before
        assert text[int(str(end)) : int(str(end)) + len(after)] == after
        assert max(len(before), len(after)) <= 32


def test_the_database_answers_its_questions(files: dict[str, bytes]) -> None:
    metadata = json.loads(files["data/metadata.json"])
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(files["data/dossier.sqlite"])
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        claims = len(lines(files, "claims"))
        assert connection.execute("select count(*) from claim").fetchone() == (claims,)
        conflicts = {row["id"] for row in lines(files, "conflicts")}
        asked = metadata["databases"]["dossier"]["queries"]
        answers = {name: connection.execute(query["sql"], {"words": "the"}) for name, query in asked.items()}
        assert {row[0] for row in answers["disagreements"]} == conflicts
        denied = [row for row in lines(files, "claims") if row["stance"] == "denies"]
        assert len(answers["denials"].fetchall()) == len(denied)


def test_the_tables_hold_every_record_and_nothing_that_runs(files: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["data/claims.csv"].decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [row["id"] for row in lines(files, "claims")]
    for row in rows:
        assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in row.values())


def test_the_bibliography_is_read_by_bibtex(given: GivenData, files: dict[str, bytes]) -> None:
    entries = parse_string(files["data/bibliography.bib"].decode(), "bibtex").entries
    assert list(entries) == [source.id for source in given.findings.index.sources]


def test_selectors_find_their_words_again(given: GivenData, files: dict[str, bytes]) -> None:
    collection = json.loads(files["data/annotations.jsonld"])
    texts = {source.url or f"urn:article:{source.id}": source.text for source in given.findings.index.sources}
    assert collection["total"] == len(collection["first"]["items"]) > 0
    for item in collection["first"]["items"]:
        for target in item["target"]:
            quote, place = target["selector"]
            text = texts[target["source"]]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])


def test_the_script_beside_the_proofs_checks_them(
    files: dict[str, bytes], given: GivenData, tmp_path: Path
) -> None:
    for name in ("verify.py", "proofs.jsonl"):
        (tmp_path / name).write_bytes(files[f"data/{name}"])
    first, *_ = given.findings.index.sources
    (tmp_path / "article.txt").write_text(first.text, encoding="utf-8")
    claims = [row for row in lines(files, "claims") if row["source"] == first.id]
    others = len(lines(files, "claims")) - len(claims)
    assert verified(tmp_path) == (0, f"{len(claims)} holds, 0 fails, {others} no article")


def test_the_script_finds_altered_words(files: dict[str, bytes], given: GivenData, tmp_path: Path) -> None:
    first, *_ = given.findings.index.sources
    own = [row for row in lines(files, "proofs") if row["article"]["id"] == first.id]  # type: ignore[index]
    own[0]["quote"][0]["words"] += "!"  # type: ignore[index]
    (tmp_path / "verify.py").write_bytes(files["data/verify.py"])
    (tmp_path / "proofs.jsonl").write_text("\n".join(map(json.dumps, own)), encoding="utf-8")
    (tmp_path / "article.txt").write_text(first.text, encoding="utf-8")
    assert verified(tmp_path) == (1, f"{len(own) - 1} holds, 1 fails, 0 no article")


def verified(folder: Path) -> tuple[int, str]:
    """The exit code of the script and its last line."""
    call = [sys.executable, "-I", "verify.py", "proofs.jsonl", "article.txt"]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout.splitlines()[-1]


def test_the_crate_describes_every_file_beside_it(files: dict[str, bytes]) -> None:
    graph = json.loads(files["data/ro-crate-metadata.json"])["@graph"]
    entities = {one["@id"]: one for one in graph}
    assert len(entities) == len(graph)
    beside = {path.removeprefix("data/"): len(content) for path, content in files.items() if "data/" in path}
    del beside["ro-crate-metadata.json"]
    sizes = {name: str(size) for name, size in beside.items()}
    parts = [one["@id"] for one in entities["./"]["hasPart"]]
    assert {name: entities[name]["contentSize"] for name in parts} == sizes
    assert entities["proofs.jsonl"]["conformsTo"]["@id"] in entities


def test_the_crate_is_of_the_last_day_of_the_newest_article() -> None:
    findings = surveyed(DOSSIERS["first"])  # of which two are of December 2025, without a day
    assert newest_day(GivenData(findings)) == "2025-12-31"


def test_a_line_of_the_bundle_with_one_side_names_the_others(
    files: dict[str, bytes], given: GivenData
) -> None:
    with zipfile.ZipFile(io.BytesIO(files["data/okf.zip"])) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, text in texts.items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert head.get("type") or name == "index.md"
    written = "\n".join(texts.values()).replace("\\", "").splitlines()
    for found in given.findings.conflicts:
        name = found.question.id if found.question else found.id
        cited = [line for line in written if f"/conflicts/{name}.md)" in line]
        assert len(cited) > len(found.sides)
        for line in cited:
            assert all(f"{side.label} (" in line for side in found.sides), line
