"""Every id that the files of a dossier give, found before any of them is understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Kind, Vocabulary, languages_of
from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.files import AnnotationIds, EntityFile, Files
from build_tools.reading.ids import folders_of
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import texts, under, whole_file
from build_tools.reading.unknown import NewFiles


def name_all(
    files: Files, vocabulary: Vocabulary, annotated: AnnotationIds | None = None
) -> tuple[KnownIds, Problems]:
    """Every id that the files give, and those that are given twice.

    `annotated` are the ids of annotations, where they are known from before.
    """
    annotated = annotated or {one.id: one.annotation_ids for one in files.articles}
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
        entities={one.id: one.kind for one in files.entities if paths[one.id] == one.file.path},
        sources=frozenset(article.id for article in files.articles),
        vocabulary=vocabulary,
        answers={one.id: frozenset(map(str, under(one.file.document.data, "answers"))) for one in questions},
        annotations={id: ids for id, ids in annotated.items() if ids is not None},
        called=dict(names_and_ids(files.entities)),
        renamed={str(old): one.id for one in files.entities for old in under(one.file.document.data, "was")},
        paths=paths,
        place=NewFiles(
            files.prefix,
            languages_of(under(files.settings.document.data, "editions")),
            folders_of(vocabulary.kinds),
        ),
    )
    return names, tuple(problems)


def names_and_ids(entities: Iterable[EntityFile]) -> Iterator[tuple[str, str]]:
    """What each entity is called, with its id: its label in every language and its aliases."""
    for file in entities:
        for name in (*under(file.file.document.data, "aliases"), *texts(file.file.document.data, "label")):
            yield str(name), file.id


def every_id(files: Files, vocabulary: Vocabulary) -> Iterator[tuple[str, Origin]]:
    """Every id with the file that gives it: entities first, then sources, terms and earlier ids."""
    for file in files.entities:
        yield file.id, whole_file(file.file.path)
    for article in files.articles:
        yield article.id, whole_file(article.about.path)
    for id, term in vocabulary.terms.items():
        yield id, term.origin
    for file in files.entities:
        for old in under(file.file.document.data, "was"):
            yield str(old), old.origin
