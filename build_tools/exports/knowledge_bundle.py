"""An Open Knowledge Format bundle: a Markdown file an entity, a disagreement and an article, in one archive.

Whoever reads a line that has one side of a disagreement reads the others in the same line, with how many
articles say each: a program cuts such files into pieces and may see one line alone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from build_tools.exports.given_data import GivenData, escape_markdown, one_text
from build_tools.exports.json_lines import json_text
from build_tools.findings.passages import GAP
from build_tools.model import Claim, ConflictFinding, Entity, Kind, SideFinding, Source, Stance
from build_tools.website import markdown as md
from build_tools.website.addresses import FOLDERS, conflict_address, page_of_entity, source_address

VERSION = "0.2"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day that a ZIP archive can hold
TYPES = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organisation",
    Kind.WORK: "Work",
    Kind.EVENT: "Event",
    Kind.FIGURE: "Figure",
}
Files = Iterator[tuple[str, str]]


def export_bundle(given: GivenData) -> Iterator[bytes]:
    """The archive, whose files have no times and one order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(bundle_files(given)):
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    yield written.getvalue()


def bundle_files(given: GivenData) -> Files:
    """Each file by its path in the bundle."""
    yield "index.md", _index(given)
    entities = given.findings.dossier.inputs.entities
    types = _types(given)
    for entity in entities.values():
        if entity.kind in types:
            yield page_of_entity(entity), _entity(entity, given)
    for found in given.findings.conflicts:
        yield f"conflicts/{md.identifier(_name(found))}.md", _conflict(found, given)
    for source in given.findings.index.sources:
        yield f"sources/{md.identifier(source.id)}.md", _source(source, given)


def _types(given: GivenData) -> dict[Kind, str]:
    """The kinds in the bundle, in words; places, and kinds of the dossier, where it has any of them."""
    own = (kind for kind in given.findings.dossier.inputs.vocabulary.kinds if kind.kind not in TYPES)
    there = given.findings.foremost
    return TYPES | {kind.kind: one_text(kind.label) for kind in own if kind.kind in there}


def _folders(given: GivenData) -> list[str]:
    own = {kind.kind: kind.folder for kind in given.findings.dossier.inputs.vocabulary.kinds}
    return [(FOLDERS | own)[kind] for kind in _types(given)]


def _name(found: ConflictFinding) -> str:
    return found.question.id if found.question else found.id


def _index(given: GivenData) -> str:
    settings = given.findings.dossier.inputs.settings
    folders = [*_folders(given), "conflicts", "sources"]
    lines = [f"* [{folder}]({folder}/)" for folder in folders]
    return "\n".join(
        [_head({"okf_version": VERSION}), f"# {escape_markdown(one_text(settings.title))}", "", *lines, ""]
    )


def _head(fields: Mapping[str, object]) -> str:
    """Front matter; every value is JSON, which YAML reads as it is."""
    lines = (f"{name}: {json_text(value)}" for name, value in fields.items() if value)
    return "\n".join(["---", *lines, "---", ""])


def _cited(sources: Iterable[Source], given: GivenData) -> list[dict[str, str]]:
    """The articles that a file rests on, in the order of the dossier."""
    cited = {source.id for source in sources}
    found = (source for source in given.findings.index.sources if source.id in cited)
    return [
        {
            "id": source.id,
            "resource": source.url or given.address(source_address(source.id)),
            "title": one_text(source.title),
            **({"author": one_text(source.author)} if one_text(source.author) else {}),
        }
        for source in found
    ]


def _notes(sources: Iterable[Source]) -> list[str]:
    return [
        f"[^{each.id}]: {escape_markdown(one_text(each.publisher))}, {escape_markdown(one_text(each.title))}"
        for each in sources
    ]


def _sources_of(claims: Iterable[Claim], given: GivenData) -> list[Source]:
    order, sources = given.findings.index.order_of_sources, given.findings.dossier.inputs.sources
    ids = {claim.citation.source for claim in claims}
    return [sources[id] for id in sorted(ids, key=order.__getitem__)]


def _entity(entity: Entity, given: GivenData) -> str:
    """What the articles say of it: disagreements first, then each statement that none contradicts."""
    claims = given.findings.index.claims_on.get(entity.id, ())
    disputed = given.findings.disputes.get(entity.id, ())
    free = [claim for claim in claims if claim.id not in given.on_sides]
    cited = _sources_of([*free, *_claims(disputed)], given)
    head = {
        "type": _types(given)[entity.kind],
        "title": given.label(entity.id),
        "description": _count(claims),
        "resource": given.address(page_of_entity(entity)),
        "sources": _cited(cited, given),
    }
    lines = [_head(head), f"# {escape_markdown(given.label(entity.id))}", ""]
    if disputed:
        lines += ["# Disagreements", "", *(f"* {_sides(found, given)}" for found in disputed), ""]
    if free:
        lines += ["# Statements", "", *(f"* {_said(claim, given)}" for claim in free), ""]
    return "\n".join([*lines, *_notes(cited), ""])


def _claims(conflicts: Iterable[ConflictFinding]) -> Iterator[Claim]:
    return (claim for found in conflicts for side in found.sides for claim in side.claims)


def _count(claims: Iterable[Claim]) -> str:
    held = list(claims)
    articles = len({claim.citation.source for claim in held})
    return f"{len(held)} statements of {articles} articles"


def _said(claim: Claim, given: GivenData) -> str:
    """A statement on one line: of what, what, how firmly, in which words, and of which article."""
    given_as = [claim.property or "", claim.raw]
    if claim.qualifiers.stance is Stance.DENIES:
        given_as.insert(0, "denied:")
    if claim.qualifiers.said_by:
        given_as.append(f"(said by {claim.qualifiers.said_by})")
    said = " ".join(part for part in (*given_as, str(claim.qualifiers.modality)) if part)
    quote = GAP.join(claim.citation.quote)
    return f"{escape_markdown(said)}: {escape_markdown(f'“{quote}”')} [^{claim.citation.source}]"


def _sides(found: ConflictFinding, given: GivenData) -> str:
    """Every side of a disagreement on one line, with how many articles and publishers say each."""
    sides = "; ".join(_side(side) for side in found.sides)
    address = f"/conflicts/{md.identifier(_name(found))}.md"
    return f"[{escape_markdown(disagreement_title(found, given))}]({address}), {found.status}: {sides}"


def _side(side: SideFinding) -> str:
    marks = "".join(f"[^{id}]" for id in dict.fromkeys(claim.citation.source for claim in side.claims))
    return f"{escape_markdown(side_with_count(side))} {marks}"


def side_with_count(side: SideFinding) -> str:
    """What a side says, and how many articles say it."""
    articles = len({claim.citation.source for claim in side.claims})
    return f"{side.label} ({articles} {'article' if articles == 1 else 'articles'})"


def disagreement_title(found: ConflictFinding, given: GivenData) -> str:
    """A disagreement by its question, else by its subject and its property."""
    asked = one_text(found.question.label) if found.question else ""
    return asked or f"{given.label(found.subject)}: {found.property or 'whether it is so'}"


def _conflict(found: ConflictFinding, given: GivenData) -> str:
    """A disagreement: all its sides on one line, then the words of each with all sides named again."""
    cited = _sources_of(_claims([found]), given)
    head = {
        "type": "Disagreement",
        "title": disagreement_title(found, given),
        "description": f"{len(found.sides)} sides, {len(cited)} articles, {found.status}",
        "resource": given.address(conflict_address(found)),
        "sources": _cited(cited, given),
    }
    sides = _sides(found, given)
    quotes = [f"* {_said(claim, given)} One side of: {sides}" for claim in _claims([found])]
    lines = [
        _head(head),
        f"# {escape_markdown(disagreement_title(found, given))}",
        "",
        sides,
        "",
        "# In their words",
        "",
        *quotes,
        "",
    ]
    return "\n".join([*lines, *_notes(cited), ""])


def _source(source: Source, given: GivenData) -> str:
    title = one_text(source.title)
    described = f"{one_text(source.publisher)}, {source.published.edtf or source.published.raw}"
    head = {
        "type": "Article",
        "title": title,
        "description": described,
        "resource": given.address(source_address(source.id)),
        "sources": _cited([source], given),
    }
    return "\n".join([_head(head), f"# {escape_markdown(title)}", "", escape_markdown(described), ""])
