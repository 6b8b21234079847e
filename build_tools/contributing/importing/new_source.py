"""A saved page or a text becomes a source: the received file, the article, and its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_tools.contributing.importing.facts import Facts, original_address
from build_tools.contributing.importing.languages import declared_language, detected_language
from build_tools.contributing.importing.reducing import Form, Reduced, reduce
from build_tools.contributing.importing.refusing import (
    ImportRefusedError,
    refuse_an_id,
    refuse_what_is_misgiven,
    refuse_what_is_no_text,
    refuse_what_is_there,
    refusing_what_cannot_be_read,
)
from build_tools.contributing.importing.source_ids import NO_NAME, host, propose_id
from build_tools.contributing.schema_heads import with_head
from build_tools.contributing.yaml_text import scalar
from build_tools.model import UNKNOWN, Inputs, SourceId
from build_tools.reading.charsets import python_name
from build_tools.safe_files import make_folder, remove_folder, write_own
from build_tools.text.letters import HAN_LETTER

ENDINGS: Mapping[str, str] = {"html": "html", "markdown": "md", "text": "txt", "pdf": "pdf"}

UNDETERMINED = "und"  # of a language that nobody has named, in BCP 47


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person says of the file."""

    name: str = ""
    form: Form | None = None
    id: str = ""
    retrieved: str = ""
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Imported:
    """A new source: its files by name, and what the person should know of it."""

    id: SourceId
    files: Mapping[str, bytes]
    facts: Facts
    language: str
    remarks: tuple[str, ...]


def import_article(received: bytes, given: ImportOptions, inputs: Inputs) -> Imported:
    """What was received, as a source of this dossier; nothing is written.

    Raises ImportRefusedError where it is no text, cannot be read, or where the source is already there.
    """
    refuse_what_is_no_text(received)
    with refusing_what_cannot_be_read():
        reduced = reduce(received, given.name, given.form, inputs.settings.limits.article)
    refuse_what_is_misgiven(given.facts)
    refuse_what_is_there(reduced.text, inputs)
    known = given.facts.or_else(reduced.facts)
    facts = known.or_else(Facts(publisher=host(Facts(url=original_address(known.url)))))
    id = given.id or propose_id(facts, inputs.entities.values(), inputs.sources, given.name)
    refuse_an_id(id, inputs)
    language = detected_language(reduced.text) or declared_language(reduced.decoded.text)
    files = files_of(received, reduced)
    unknown = "zh-Hans" if HAN_LETTER.search(reduced.text) else UNDETERMINED
    about = source_yaml(facts, files, reduced, language or unknown, given)
    files |= {"source.yaml": about.encode(), "annotations.yaml": annotations_yaml(id).encode()}
    remarks = tuple(remarks_on(reduced, facts, language, "" if given.id else id))
    return Imported(SourceId(id), files, facts, language, remarks)


def write_source(root: Path, folder: Path, imported: Imported) -> tuple[Path, ...]:
    """Write a source into `articles/<id>/` of the dossier's folder; it must not be there yet."""
    place = folder / "articles" / imported.id
    try:
        make_folder(root, place, new=True)
    except FileExistsError:
        raise ImportRefusedError(f"{place} is already there: nothing is overwritten") from None
    try:
        for name, content in imported.files.items():
            path = place / name
            write_own(root, path, headed(content, PurePosixPath(path.relative_to(root))))
    except BaseException:
        remove_folder(place)  # half a source is none
        raise
    return tuple(place / name for name in imported.files)


def headed(content: bytes, path: PurePosixPath) -> bytes:
    """A YAML file with the comment that names its schema; any other file as it is."""
    return with_head(content.decode(), path).encode() if path.suffix == ".yaml" else content


def files_of(received: bytes, reduced: Reduced) -> dict[str, bytes]:
    """The article, and what was received where the two are not the same bytes."""
    article = reduced.text.encode()
    if article == received:
        return {"article.txt": received}
    return {"article.txt": article, f"received.{ENDINGS[reduced.form]}": received}


def source_yaml(
    facts: Facts, files: Mapping[str, bytes], reduced: Reduced, language: str, given: ImportOptions
) -> str:
    """`source.yaml`, with `unknown` where only a person can know."""
    return "".join(f"{line}\n" for line in source_lines(facts, files, reduced, language, given))


def source_lines(
    facts: Facts, files: Mapping[str, bytes], reduced: Reduced, language: str, given: ImportOptions
) -> Iterator[str]:
    """Its lines, one by one."""
    yield f"title: {scalar(facts.title or UNKNOWN)}"
    yield f"author: {scalar(facts.author)}" if facts.author else "# author: not found"
    yield f"publisher: {scalar(facts.publisher or UNKNOWN)}"
    yield f"url: {scalar(facts.url or UNKNOWN)}"
    yield f"published: {facts.published or UNKNOWN}  # `2025-06-21`, `2025-06`, or `2025-12~`: about then"
    known_by = "given on import" if given.facts.published else "given by the page itself"
    yield f"published_why: {known_by if facts.published else 'not yet known'}"
    yield f"language: {language}  # a tag such as en, zh-Hans, zh-Hant, fr"
    yield f"sha256: {sha256(files['article.txt']).hexdigest()}"
    yield from received_lines(files, reduced)
    if given.retrieved:
        yield f"retrieved: {given.retrieved}"
    yield "reliability:"
    yield "  grade: F  # A to E once you can say; F: cannot be judged"
    yield "  why: not yet judged"
    yield "# relays: [ids of the outlets or sources whose reports it passes on]"
    yield "# omit: lines of article.txt that are not the article, and why"
    yield "#   1-2: advertisement"
    yield "publish: excerpts"


def received_lines(files: Mapping[str, bytes], reduced: Reduced) -> Iterator[str]:
    """What the article was made from, where it is not the same bytes."""
    for name in files:
        if name.startswith("received"):
            yield "received:"
            yield f"  file: {name}"
            yield f"  sha256: {sha256(files[name]).hexdigest()}"
            if reduced.decoded.charset:
                yield f"  charset: {reduced.decoded.charset}"
            if reduced.pages:
                yield f"  pages: [{', '.join(map(str, reduced.pages))}]  # their first lines in article.txt"


def annotations_yaml(id: str) -> str:
    """An `annotations.yaml` that says how it is filled."""
    return f"# Quotes and the claims in them, in the order of the article: dossier suggest {id}\n"


def remarks_on(reduced: Reduced, facts: Facts, language: str, proposed: str) -> Iterator[str]:
    """What the person should know: what was not found, and what was not as declared."""
    yield from reduced.remarks
    decoded = reduced.decoded
    if decoded.lost:
        yield f"{decoded.lost} characters could not be read as {decoded.charset}: look for � in article.txt"
    yield from charset_remark(decoded.declared, decoded.charset, decoded.text.isascii())
    missing = [
        name for name in ("title", "author", "publisher", "published", "url") if not getattr(facts, name)
    ]
    if missing:
        yield f"not found, to be filled in source.yaml: {', '.join(missing)}"
    if proposed.startswith(NO_NAME):
        yield f"nothing in it suggests an id, so it is called `{proposed}`: rename the folder, or give --id"
    if not language:
        yield "the language could not be detected: look at `language:` in source.yaml"


def charset_remark(declared: str, charset: str, ascii_only: bool) -> Iterator[str]:
    """A page that declares a charset in which its bytes make no sense."""
    if declared and not ascii_only and python_name(declared) != charset:
        yield f"it declares the charset {declared}, but is read as {charset}"
