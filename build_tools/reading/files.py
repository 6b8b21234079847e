"""Finds the files of a dossier, reads them and puts them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from build_tools.model import (
    Annotation,
    Entity,
    EntityId,
    Inputs,
    Kind,
    Source,
    SourceId,
)
from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.located import Located, Node
from build_tools.reading.names import FOLDERS, Names, bad_id
from build_tools.reading.parse_annotations import parse_annotations
from build_tools.reading.parse_entity import parse_entity
from build_tools.reading.parse_question import parse_question
from build_tools.reading.parse_settings import parse_settings
from build_tools.reading.parse_source import parse_source
from build_tools.reading.parse_vocabulary import parse_vocabulary
from build_tools.reading.yaml_nodes import Document, parse_yaml, uncollected


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that holds a dossier's files, and how their paths begin: `sources/` or nothing."""

    path: Path
    prefix: str

    def name(self, file: Path) -> str:
        """The path of a file as problems show it."""
        return self.prefix + file.relative_to(self.path).as_posix()


@dataclass(frozen=True, slots=True)
class Article:
    """The files of one source."""

    id: SourceId
    text: bytes
    about: Document
    annotations: Document
    sums: Mapping[str, str] = field(default_factory=dict)


def open_folder(root: Path) -> Folder:
    """The sources of a dossier: `root/sources`, or `root` itself."""
    if (root / "sources").is_dir():
        return Folder(root / "sources", "sources/")
    return Folder(root, "")


def read(root: Path) -> tuple[Inputs, Problems]:
    """Everything a dossier's files say, and everything wrong with them; nothing raises."""
    with uncollected():
        return read_folder(open_folder(root))


def read_folder(folder: Folder) -> tuple[Inputs, Problems]:
    problems: list[Problem] = []
    settings = read_yaml(folder, folder.path / "dossier.yaml", problems)
    words = read_yaml(folder, folder.path / "vocabulary.yaml", problems)
    documents = dict(entity_documents(folder, problems))
    articles = tuple(read_articles(folder, problems))
    vocabulary, wrong = parse_vocabulary(words)
    problems += wrong
    names = name_all(folder, documents, articles, replace(Names(), vocabulary=vocabulary))
    made, wrong = parse_settings(settings, names)
    problems += wrong
    entities: dict[EntityId, Entity] = {}
    for (id, kind), document in documents.items():
        entity, wrong = (
            parse_question(document, id, names)
            if kind is Kind.QUESTION
            else parse_entity(document, id, kind, names)
        )
        entities[id] = entity
        problems += wrong
    sources: dict[SourceId, Source] = {}
    annotations: list[Annotation] = []
    for article in articles:
        sources[article.id], wrong = parse_source(
            article.about, article.id, article.text, names, article.sums
        )
        problems += wrong
        found, wrong = parse_annotations(article.annotations, article.id, names)
        annotations += found
        problems += wrong
    return Inputs(made, vocabulary, sources, entities, tuple(annotations)), tuple(sorted(problems))


def read_bytes(folder: Folder, file: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file; a file that cannot be read is a problem."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(Origin(folder.name(file)), "missing-file", "this file is missing"))
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        problems.append(Problem(Origin(folder.name(file)), "unreadable-file", message))
    return None


def read_yaml(folder: Folder, file: Path, problems: list[Problem]) -> Document:
    """The document in a file; what cannot be read is an empty one."""
    path = folder.name(file)
    data = read_bytes(folder, file, problems)
    if data is None:
        return Document(path, (), None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(not_utf8(path, data, error.start))
        return Document(path, (), None)
    document, wrong = parse_yaml(text, path)
    problems += wrong
    return document


def not_utf8(path: str, data: bytes, start: int) -> Problem:
    """Bytes that are not UTF-8."""
    line = data.count(b"\n", 0, start) + 1
    return Problem(Origin(path, line), "not-utf8", "this line is not UTF-8", "save the file as UTF-8")


def entity_documents(
    folder: Folder, problems: list[Problem]
) -> Iterator[tuple[tuple[EntityId, Kind], Document]]:
    """The files of entities; the name of each is its id, and no two have the same."""
    seen: dict[str, str] = {}
    for kind, name in FOLDERS.items():
        for file in sorted((folder.path / name).rglob("*.yaml")):
            path, id = folder.name(file), file.stem
            found = bad_id(id, Origin(path))
            if found:
                problems.append(found)
            elif id in seen:
                message = f"`{id}` is already the id of {seen[id]}"
                problems.append(Problem(Origin(path), "duplicate-id", message, "rename one of the two"))
            else:
                seen[id] = path
                yield (EntityId(id), kind), read_yaml(folder, file, problems)


def read_articles(folder: Folder, problems: list[Problem]) -> Iterator[Article]:
    """The folders of articles with the files in them."""
    articles = folder.path / "articles"
    for place in sorted(articles.iterdir()) if articles.is_dir() else ():
        if not place.is_dir():
            continue
        found = bad_id(place.name, Origin(folder.name(place / "source.yaml")))
        if found:
            problems.append(found)
            continue
        text = read_bytes(folder, place / "article.txt", problems) or b""
        about = read_yaml(folder, place / "source.yaml", problems)
        notes = place / "annotations.yaml"
        empty = Document(folder.name(notes), (), None)
        annotations = read_yaml(folder, notes, problems) if notes.exists() else empty
        yield Article(SourceId(place.name), text, about, annotations, sums_of(place))


def sums_of(place: Path) -> dict[str, str]:
    """The SHA-256 of each file kept beside an article: the page or text from which it was made."""
    kept = (file for file in place.iterdir() if file.is_file() and file.stem == "received")
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in kept}


def name_all(
    folder: Folder,
    documents: Mapping[tuple[EntityId, Kind], Document],
    articles: Iterable[Article],
    names: Names,
) -> Names:
    """Every id that the files of a dossier give."""
    return replace(
        names,
        entities=dict(documents.keys()),
        sources=frozenset(article.id for article in articles),
        answers={id: frozenset(under(doc.data, "answers")) for (id, kind), doc in documents.items()},
        annotations={article.id: frozenset(ids(article.annotations.data)) for article in articles},
        renamed={str(old): id for (id, _), doc in documents.items() for old in under(doc.data, "was")},
        paths={id: doc.path for (id, _), doc in documents.items()},
        prefix=folder.prefix,
    )


def under(node: Node | None, name: str) -> Iterator[Located]:
    """The texts, or the keys, under a key of a mapping."""
    found = next((value for key, value in node.items() if key == name), ()) if isinstance(node, dict) else ()
    for each in found if not isinstance(found, Located) else ():
        if isinstance(each, Located):
            yield each


def ids(node: Node | None) -> Iterator[str]:
    """The ids of annotations."""
    for item in node if isinstance(node, list) else ():
        for key, value in item.items() if isinstance(item, dict) else ():
            if key == "id" and isinstance(value, Located):
                yield str(value)
