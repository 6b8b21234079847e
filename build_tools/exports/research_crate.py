"""The open data as an RO-Crate: what each file is, how it is written, and under which licence.

The terms are those of RO-Crate 1.2, https://w3id.org/ro/crate/1.2. The crate is the folder `data/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from build_tools.exports.given_data import GivenData, one_text
from build_tools.exports.json_lines import Json
from build_tools.website.open_files import DataFile

Entity = Mapping[str, Json]
FOLDER = "data/"
CRATE = "data/ro-crate-metadata.json"
CRATE_IS_FOR = "what each file is, for archives of data, as RO-Crate"
VERSION = "https://w3id.org/ro/crate/1.2"
LICENCE: Entity = {
    "@id": "https://creativecommons.org/licenses/by/4.0/",
    "@type": "CreativeWork",
    "name": "Creative Commons Attribution 4.0 International",
    "description": "For our sentences, translations and judgements; the articles belong to their publishers.",
}
MEDIA_BESIDE = {".txt": "text/plain", ".py": "text/x-python", ".json": "application/json"}
BESIDE = {
    "LICENCE.txt": "Under which terms the data may be used: CC BY 4.0, but for what the articles say.",
    "verify.py": "Checks a proof in proofs.jsonl against its article, without a network.",
    "metadata.json": "First questions to dossier.sqlite, for Datasette.",
}


def research_crate(given: GivenData, files: Sequence[DataFile]) -> bytes:
    """The JSON-LD of the crate, with an entity for each file in the folder."""
    within = [one for one in files if one.path.startswith(FOLDER)]
    parts = [*_root(given, within), *(_part(one, within) for one in within), LICENCE]
    made = {"@context": f"{VERSION}/context", "@graph": parts}
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _root(given: GivenData, within: Iterable[DataFile]) -> Iterator[Entity]:
    """The crate itself, and the file that describes it."""
    settings = given.findings.dossier.inputs.settings
    yield {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": VERSION},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": one_text(settings.title),
        "description": one_text(settings.description) or one_text(settings.title),
        "datePublished": newest_day(given),
        "license": {"@id": LICENCE["@id"]},
        "hasPart": [{"@id": _name(one)} for one in within],
        "mainEntity": {"@id": "proofs.jsonl"},
    }


def newest_day(given: GivenData) -> str:
    """The last day on which the newest article may have appeared: equal input gives an equal day."""
    latest = (source.published.latest for source in given.findings.index.sources)
    return max((day for day in latest if day), default=date.min).isoformat()


def _part(one: DataFile, within: Iterable[DataFile]) -> Entity:
    """A file: how it is written, its bytes, what it is for, and the schema of its records if it has one."""
    name = _name(one)
    described = one.what or BESIDE.get(name, f"Describes {name.rpartition('/')[2].partition('.')[0]}.")
    schema = f"schemas/{one.name}.schema.json"
    return {
        "@id": name,
        "@type": ["File", "SoftwareSourceCode" if name.endswith(".py") else "CreativeWork"],
        "name": name,
        "description": described,
        "encodingFormat": one.media or MEDIA_BESIDE[name[name.rindex(".") :]],
        "contentSize": str(one.size),
        **({"conformsTo": {"@id": schema}} if any(_name(other) == schema for other in within) else {}),
    }


def _name(one: DataFile) -> str:
    return one.path.removeprefix(FOLDER)
