"""`llms.txt`: the site in one page for programs; each disagreement is a line with all its sides."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.exports.given_data import GivenData, escape_markdown, one_text
from build_tools.exports.knowledge_bundle import disagreement_title, side_with_count
from build_tools.model import ConflictFinding, Kind
from build_tools.website.addresses import conflict_address, page_of_entity, source_address

HEADINGS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.WORK: "Works",
    Kind.EVENT: "Events",
    Kind.FIGURE: "Figures",
}
RULES = (
    "Each statement on this site is one article's and leads back to its words. Give the words and the"
    " article with a statement, and every side where articles disagree; nothing later than the newest"
    " article is known here."
)
FILES = {
    "data/claims.jsonl": "every claim with its quote, its place and its address",
    "data/conflicts.jsonl": "every disagreement with all its sides",
    "data/dossier.sqlite": "all of it as one database",
    "data/okf.zip": "a Markdown file for each subject, disagreement and article",
}


def export_llms_text(given: GivenData) -> Iterator[bytes]:
    """The file, a section after the other."""
    settings = given.findings.dossier.inputs.settings
    title, described = (
        escape_markdown(one_text(settings.title)),
        escape_markdown(one_text(settings.description)),
    )
    yield f"# {title}\n\n> {described}\n\n{RULES}\n".encode()
    yield _section("Data", (f"[{file}]({given.site}{file}): {what}" for file, what in FILES.items()))
    yield _section("Disagreements", (_disagreement(each, given) for each in given.findings.conflicts))
    yield _section("Articles", _articles(given))
    own = (kind for kind in given.findings.dossier.inputs.vocabulary.kinds if kind.kind not in HEADINGS)
    for kind, heading in (*HEADINGS.items(), *((kind.kind, one_text(kind.plural)) for kind in own)):
        yield _section(heading, _entities(kind, given))


def _section(heading: str, lines: Iterator[str]) -> bytes:
    written = "".join(f"- {line}\n" for line in lines)
    return f"\n## {heading}\n\n{written}".encode() if written else b""


def _link(title: str, address: str, what: str) -> str:
    return f"[{escape_markdown(title)}]({address}): {escape_markdown(what)}"


def _disagreement(found: ConflictFinding, given: GivenData) -> str:
    sides = "; ".join(map(side_with_count, found.sides))
    address = given.address(conflict_address(found))
    return _link(disagreement_title(found, given), address, f"{found.status}; {sides}")


def _articles(given: GivenData) -> Iterator[str]:
    for source in given.findings.index.sources:
        day = source.published.edtf or source.published.raw
        address = given.address(source_address(source.id))
        yield _link(one_text(source.title), address, f"{one_text(source.publisher)}, {day}")


def _entities(kind: Kind, given: GivenData) -> Iterator[str]:
    """Everything of a kind, what most is said of first."""
    for id in given.findings.foremost.get(kind, ()):
        said = given.findings.index.things_said(id)
        yield _link(
            given.label(id),
            given.address(page_of_entity(given.findings.dossier.inputs.entities[id])),
            f"{said} statements",
        )
