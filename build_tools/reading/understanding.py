"""Parses the files of a dossier together: every id is known before any file is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.model import (
    Annotation,
    Entity,
    EntityId,
    Inputs,
    Kind,
    Source,
    SourceId,
    Theme,
    Vocabulary,
    languages_of,
)
from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.files import EntityFile, Files
from build_tools.reading.folders import SCORES
from build_tools.reading.ids import folders_of
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located, Node, whole_file
from build_tools.reading.parse_annotations import parse_annotations
from build_tools.reading.parse_entity import parse_entity
from build_tools.reading.parse_overviews import parse_comparison, parse_theme
from build_tools.reading.parse_question import parse_question
from build_tools.reading.parse_scores import parse_scores
from build_tools.reading.parse_settings import parse_settings
from build_tools.reading.parse_source import parse_source
from build_tools.reading.parse_vocabulary import parse_vocabulary
from build_tools.reading.unknown import NewFiles
from build_tools.reading.unread_annotations import unread_annotations
from build_tools.reading.yaml_nodes import Document

OF_WHOLE_FILES = ("missing-key", "wrong-shape")
OF_VOCABULARY = ("unknown-property", "unknown-term", "property-not-of-kind")


def understand(files: Files) -> tuple[Inputs, Problems]:
    """What the files say; whatever in them refers to nothing is left out and reported."""
    languages = languages_of(under(files.settings.data, "editions"))
    vocabulary, wrong = parse_vocabulary(files.vocabulary, languages)
    names, repeated = name_all(files, vocabulary)
    settings, unset = parse_settings(files.settings, names, files.locales)
    entities, unclear = parse_entities(files, names)
    sources, unknown = parse_sources(files, names, settings.time_zone)
    written, wrong_annotations = parse_all_annotations(files, names)
    unread = unread_annotations(written, settings.must_be_read)
    annotations, earlier, unversioned = by_version(written, sources)
    scores, damaged = parse_scores(files.scores, files.prefix + SCORES)
    themes, adrift = parse_themes(files, names)
    compared, uncited = parse_comparison(files.comparison, names)
    problems = (
        *wrong,
        *repeated,
        *unset,
        *unclear,
        *unknown,
        *wrong_annotations,
        *unread,
        *unversioned,
        *damaged,
        *adrift,
        *uncited,
    )
    inputs = Inputs(
        settings,
        vocabulary,
        sources,
        entities,
        annotations,
        scores,
        earlier=earlier,
        themes=themes,
        side_by_side=compared,
    )
    return inputs, tuple(without_echoes(problems, files))


def parse_entities(files: Files, names: KnownIds) -> tuple[dict[EntityId, Entity], Problems]:
    """The entities and the questions; of two files with one id the first counts."""
    made: dict[EntityId, Entity] = {}
    problems: list[Problem] = []
    for file in files.entities:
        if names.paths[file.id] == file.document.path:
            made[file.id], wrong = parse_file(file, names)
            problems += wrong
    return made, tuple(problems)


def parse_file(file: EntityFile, names: KnownIds) -> tuple[Entity, Problems]:
    if file.kind is Kind.QUESTION:
        return parse_question(file.document, file.id, names)
    return parse_entity(file.document, file.id, file.kind, names)


def parse_themes(files: Files, names: KnownIds) -> tuple[tuple[Theme, ...], Problems]:
    """The themes, in the order that they give; of two files with one id the first counts."""
    made: dict[str, Theme] = {}
    problems: list[Problem] = []
    for file in files.themes:
        theme, wrong = parse_theme(file.document, file.id, names)
        if made.setdefault(file.id, theme) is not theme:
            message = f"`{file.id}` is already the id of {made[file.id].origin.path}"
            hint = "choose another: ids are unique"
            wrong = (Problem(whole_file(file.document.path), "duplicate-id", message, hint),)
        problems += wrong
    return tuple(sorted(made.values(), key=lambda each: (each.order, each.id))), tuple(problems)


def parse_sources(files: Files, names: KnownIds, zone: str | None) -> tuple[dict[SourceId, Source], Problems]:
    """The sources with their texts; `zone` is that of their clock times, where they say none."""
    made: dict[SourceId, Source] = {}
    problems: list[Problem] = []
    for found in files.articles:
        made[found.id], wrong = parse_source(found.about, found.article, names, zone)
        problems += wrong
    return made, tuple(problems)


def parse_all_annotations(files: Files, names: KnownIds) -> tuple[tuple[Annotation, ...], Problems]:
    """The annotations of all sources, in the order of sources and files; none without an article."""
    made: list[Annotation] = []
    problems: list[Problem] = []
    for article in files.articles:
        found, wrong = parse_annotations(article.annotations, article.id, names)
        made += found if article.article.text is not None else ()
        problems += wrong
    return tuple(made), tuple(problems)


def by_version(
    annotations: Iterable[Annotation], sources: Mapping[SourceId, Source]
) -> tuple[tuple[Annotation, ...], tuple[Annotation, ...], Problems]:
    """The annotations of the newest texts, those of earlier ones, and those of texts that are not there."""
    newest: list[Annotation] = []
    earlier: list[Annotation] = []
    problems: list[Problem] = []
    for one in annotations:
        days = [version.day for version in sources[one.source].versions]
        if not one.version:
            newest.append(one)
        elif one.version in days:
            earlier.append(one)
        else:
            problems.append(unknown_version(one, days))
    return tuple(newest), tuple(earlier), tuple(problems)


def unknown_version(annotation: Annotation, days: Sequence[str]) -> Problem:
    """A day on which no text of the article was received that has been replaced since."""
    message = f"the article has no earlier version of `{annotation.version}`"
    listed = ", ".join(f"`{day}`" for day in days)
    hint = (
        f"its earlier versions are those of {listed}" if days else "it has not changed: take `version:` out"
    )
    return Problem(annotation.origin, "unknown-version", message, hint)


def name_all(files: Files, vocabulary: Vocabulary) -> tuple[KnownIds, Problems]:
    """Every id that the files give, and those that are given twice."""
    paths: dict[str, str] = {}
    problems: list[Problem] = []
    for id, origin in every_id(files, vocabulary):
        if id not in paths:
            paths[id] = origin.path
        else:
            message = f"`{id}` is already the id of {paths[id]}"
            problems.append(Problem(origin, "duplicate-id", message, "choose another: ids are unique"))
    questions = [file for file in files.entities if file.kind is Kind.QUESTION]
    names = KnownIds(
        entities={file.id: file.kind for file in files.entities if paths[file.id] == file.document.path},
        sources=frozenset(article.id for article in files.articles),
        vocabulary=vocabulary,
        answers={file.id: frozenset(under(file.document.data, "answers")) for file in questions},
        annotations={
            article.id: frozenset(annotation_ids(article.annotations.data))
            for article in files.articles
            if article.annotations.whole
        },
        called=dict(names_and_ids(files.entities)),
        renamed={old: file.id for file in files.entities for old in under(file.document.data, "was")},
        paths=paths,
        place=NewFiles(
            files.prefix,
            languages_of(under(files.settings.data, "editions")),
            folders_of(vocabulary.kinds),
        ),
    )
    return names, tuple(problems)


def names_and_ids(entities: Iterable[EntityFile]) -> Iterator[tuple[str, str]]:
    """What each entity is called, with its id: its label in every language and its aliases."""
    for file in entities:
        for name in (*under(file.document.data, "aliases"), *texts(file.document.data, "label")):
            yield str(name), file.id


def every_id(files: Files, vocabulary: Vocabulary) -> Iterator[tuple[str, Origin]]:
    """Every id with the file that gives it: entities first, then sources, terms and earlier ids."""
    for file in files.entities:
        yield file.id, whole_file(file.document.path)
    for article in files.articles:
        yield article.id, whole_file(article.about.path)
    for id, term in vocabulary.terms.items():
        yield id, term.origin
    for file in files.entities:
        for old in under(file.document.data, "was"):
            yield str(old), old.origin


def value_of_key(node: Node | None, name: str) -> Node | None:
    """The value of a key, or nothing."""
    return (
        next((value for key, value in node.items() if key == name), None) if isinstance(node, dict) else None
    )


def under(node: Node | None, name: str) -> Iterator[Located]:
    """The texts of a list, or the keys of a mapping, under a key."""
    found = value_of_key(node, name)
    if isinstance(found, list | dict):
        yield from (each for each in found if isinstance(each, Located))


def texts(node: Node | None, name: str) -> Iterator[Located]:
    """The text under a key, in every language that it is given in."""
    found = value_of_key(node, name)
    each_language = found.values() if isinstance(found, dict) else (found,)
    yield from (each for each in each_language if isinstance(each, Located))


def annotation_ids(node: Node | None) -> Iterator[str]:
    """The ids of annotations that have one."""
    for item in node if isinstance(node, list) else ():
        for key, value in item.items() if isinstance(item, dict) else ():
            if key == "id" and isinstance(value, Located):
                yield str(value)


def without_echoes(problems: Iterable[Problem], files: Files) -> Iterator[Problem]:
    """The problems that do not merely follow from another, which is reported too."""
    found = tuple(problems)
    documents = {document.path: document for document in files.documents}
    path = files.vocabulary.path
    vocabulary = documents[path]
    undefined = vocabulary.slips or not vocabulary.whole or any(one.origin.path == path for one in found)
    for problem in found:
        elsewhere = problem.origin.path != path and problem.code in OF_VOCABULARY
        if not (undefined and elsewhere) and not is_echo(problem, documents.get(problem.origin.path)):
            yield problem


def is_echo(problem: Problem, document: Document | None) -> bool:
    """Whether a problem follows from a slip on the same line, or from an entry that was left out."""
    if document is None:
        return False
    missing = not document.whole and problem.code in OF_WHOLE_FILES
    return missing or problem.origin.line in document.slips
