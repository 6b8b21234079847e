"""Each export read by its own community's tool: `python validate.py FOLDER`, in an environment with them.

`make test-formats` makes the environment and the folder. Every check prints a line; a tool that is not
installed is a line too, and never passes for one that agreed.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

DATA = Path(sys.argv[1] if len(sys.argv) > 1 else "build/exports") / "data"


def lines(name: str) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def json_schema() -> str:
    """Each record is as the JSON Schema beside its file says."""
    from jsonschema import Draft202012Validator

    count = 0
    for schema in sorted(DATA.glob("schemas/*.schema.json")):
        check = Draft202012Validator(json.loads(schema.read_text("utf-8")))
        for record in lines(f"{schema.name.removesuffix('.schema.json')}.jsonl"):
            check.validate(record)
            count += 1
    assert count
    return f"{count} records"


def datasette() -> str:
    """The documented questions get the documented kinds of answers, over HTTP as Datasette gives them."""
    import asyncio

    from datasette.app import Datasette

    metadata = json.loads((DATA / "metadata.json").read_text("utf-8"))
    served = Datasette([str(DATA / "dossier.sqlite")], metadata=metadata)
    questions = metadata["databases"]["dossier"]["queries"]

    async def ask() -> dict[str, int]:
        answers = {}
        for name in questions:
            found = await served.client.get(
                f"/dossier/{name}.json?_shape=array&words=%22%E4%BA%BF%E7%BE%8E%22"
            )
            assert found.status_code == 200, (name, found.text)
            answers[name] = len(found.json())
        return answers

    answers = asyncio.run(ask())
    empty = sorted(name for name, count in answers.items() if not count)
    return f"{len(answers)} questions, without an answer here: {', '.join(empty) or 'none'}"


def foreign_keys() -> str:
    """Every reference in the database leads somewhere."""
    with sqlite3.connect(DATA / "dossier.sqlite") as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        (count,) = connection.execute("select count(*) from claim").fetchone()
    assert count == len(lines("claims.jsonl"))
    return f"{count} claims"


def tables() -> str:
    """The CSV files read as CSVW says: the same columns, no cell that a spreadsheet would run."""
    count = 0
    for metadata in sorted(DATA.glob("*.csv-metadata.json")):
        described = json.loads(metadata.read_text("utf-8"))
        with (DATA / described["url"]).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == [column["name"] for column in described["tableSchema"]["columns"]]
        for row in rows:
            assert len(row) == len(rows[0])
            for cell in row:
                number = re.fullmatch(r"-?[0-9.]+", cell)
                assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
        count += len(rows) - 1
    assert count
    return f"{count} rows"


def citeproc() -> str:
    """Each article is set as a reference in Harvard's manner."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads((DATA / "bibliography.json").read_text("utf-8"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    printed = [str(item) for item in bibliography.bibliography()]
    assert len(printed) == len(items)
    for item in items:
        assert any(item["title"] in line for line in printed), item["title"]
    return f"{len(printed)} references"


def pybtex() -> str:
    """BibTeX is parsed, and each author is one person with one name."""
    from pybtex.database import parse_file

    entries = parse_file(str(DATA / "bibliography.bib")).entries
    for entry in entries.values():
        assert len(entry.persons.get("author", [None])) == 1
    assert len(entries) == len(lines("sources.jsonl"))
    return f"{len(entries)} entries"


def ris() -> str:
    """Each reference of the RIS file is whole."""
    import rispy

    with (DATA / "bibliography.ris").open(encoding="utf-8") as file:
        found = rispy.load(file)
    assert [one["id"] for one in found] == [one["id"] for one in lines("sources.jsonl")]
    return f"{len(found)} references"


def web_annotations() -> str:
    """The context resolves without a network, and every annotation has selectors in the model's terms."""
    from pyld import jsonld

    def refuse(url: str, _options: object) -> object:
        raise AssertionError(f"fetches {url}")

    jsonld.set_document_loader(refuse)
    (collection,) = jsonld.expand(
        json.loads((DATA / "annotations.jsonld").read_text("utf-8")), {"base": "https://example.org/"}
    )
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    oa = "http://www.w3.org/ns/oa#"
    for item in items:
        for target in item[f"{oa}hasTarget"]:
            kinds = {selector["@type"][0] for selector in target[f"{oa}hasSelector"]}
            assert kinds == {f"{oa}TextQuoteSelector", f"{oa}TextPositionSelector"}
    assert items
    return f"{len(items)} annotations"


def followthemoney() -> str:
    """Every statement is valid, and the statements of an entity make one."""
    from followthemoney import model
    from followthemoney.statement import Statement

    found = [Statement.from_dict(record) for record in lines("statements.jsonl")]
    for record, one in zip(lines("statements.jsonl"), found, strict=True):
        assert one.generate_key() == record["id"], record
        schema = model.get(one.schema)
        assert schema is not None
        if one.prop != "id":
            prop = schema.get(one.prop)
            assert prop is not None, record
            assert prop.type.validate(one.value), record
    return f"{len(found)} statements of {len({one.entity_id for one in found})} entities"


def knowledge_bundle() -> str:
    """Each file of the bundle has front matter with a type; a line with one side names the others."""
    import yaml

    conflicts = lines("conflicts.jsonl")
    with zipfile.ZipFile(DATA / "okf.zip") as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, text in texts.items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert head["okf_version"] == "0.2" if name == "index.md" else head["type"]
    whole = "\n".join(texts.values()).replace("\\", "")
    for conflict in conflicts:
        labels = [side["label"] for side in conflict["sides"]]
        title = conflict["question"] or conflict["id"]
        cited = [line for line in whole.splitlines() if f"/{title}.md)" in line]
        assert cited, title
        for line in cited:
            assert all(label in line for label in labels), line
            assert line.count(" article") >= len(labels), line
    return f"{len(texts)} files, {len(conflicts)} disagreements"


def research_crate() -> str:
    """The crate is read by RO-Crate's library, and describes every file that lies in the folder."""
    from rocrate.rocrate import ROCrate

    crate = ROCrate(str(DATA))
    described = {one.id for one in crate.data_entities}
    found = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
    assert described | {"ro-crate-metadata.json"} == found
    assert crate.mainEntity.id == "proofs.jsonl"
    return f"{len(described)} files"


def page_heads() -> str:
    """The JSON-LD in the head of each page is what extruct reads, and gives no verdict on a claim."""
    from extruct import extract

    count = 0
    for page in sorted((DATA.parent / "en").rglob("index.html")):
        found = extract(page.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
        for one in found:
            assert one["@context"] == "https://schema.org", page
            assert one["name"], page
            assert "ClaimReview" not in json.dumps(one), page
        count += len(found)
    assert count
    return f"{count} pages"


CHECKS: tuple[Callable[[], str], ...] = (
    json_schema,
    datasette,
    foreign_keys,
    tables,
    citeproc,
    pybtex,
    ris,
    web_annotations,
    followthemoney,
    knowledge_bundle,
    research_crate,
    page_heads,
)


def results() -> Iterator[tuple[str, str]]:
    """What each check says: `ok`, `not installed` or how it failed."""
    for check in CHECKS:
        try:
            yield check.__name__, f"ok, {check()}"
        except ModuleNotFoundError as missing:
            yield check.__name__, f"not installed: {missing.name}"
        except Exception as fault:
            yield check.__name__, f"FAILED: {type(fault).__name__}: {str(fault)[:300]}"


def main() -> int:
    """Print a line a check; 1 where one failed."""
    failed = 0
    for name, result in results():
        print(f"{name}: {result}")
        failed += result.startswith("FAILED")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
