"""Understands the files of a dossier: those that are of no article together, each article by itself.

Every id is known before any file is understood. Given the ids, no article bears on the reading of another,
so what one says may be kept from an earlier run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from build_tools.model import (
    Annotation,
    Entity,
    EntityId,
    Kind,
    Settings,
    Source,
    Theme,
    Vocabulary,
    languages_of,
)
from build_tools.problem import Problem, Problems
from build_tools.reading.assembling import ArticleRead, RestRead
from build_tools.reading.files import AnnotationIds, ArticleFiles, EntityFile, Files
from build_tools.reading.folders import SCORES
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import under, whole_file
from build_tools.reading.naming_ids import name_all
from build_tools.reading.parse_annotations import parse_annotations
from build_tools.reading.parse_entity import parse_entity
from build_tools.reading.parse_overviews import parse_comparison, parse_theme
from build_tools.reading.parse_question import parse_question
from build_tools.reading.parse_scores import parse_scores
from build_tools.reading.parse_settings import parse_settings
from build_tools.reading.parse_source import parse_source
from build_tools.reading.parse_vocabulary import parse_vocabulary
from build_tools.reading.unread_annotations import unread_annotations
from build_tools.reading.yaml_file import YamlFile
from build_tools.reading.yaml_nodes import Document

OF_WHOLE_FILES = ("missing-key", "wrong-shape")


@dataclass(frozen=True)
class Understanding:
    """The files that are of no article, understood; `annotated` are ids that are known from before."""

    files: Files
    annotated: AnnotationIds | None = None

    @property
    def names(self) -> KnownIds:
        """Every id."""
        return self._named[0]

    @cached_property
    def rest(self) -> RestRead:
        """What is of no article."""
        files, names = self.files, self.names
        vocabulary, wrong = self._vocabulary
        settings, unset = self._settings
        entities, unclear = parse_entities(files, names)
        scores, damaged = parse_scores(files.scores, files.prefix + SCORES)
        themes, adrift = parse_themes(files, names)
        compared, uncited = parse_comparison(files.comparison.document, names)
        found = (*wrong, *self._named[1], *unset, *unclear, *damaged, *adrift, *uncited)
        given = tuple(files.of_no_article)
        problems = (*without_echoes(found, given), *chain(*(file.problems for file in given)))
        unsound = is_unsound(files.vocabulary.document, found)
        return RestRead(settings, vocabulary, entities, scores, themes, compared, problems, unsound)

    @cached_property
    def _vocabulary(self) -> tuple[Vocabulary, Problems]:
        languages = languages_of(under(self.files.settings.document.data, "editions"))
        return parse_vocabulary(self.files.vocabulary.document, languages)

    @cached_property
    def _named(self) -> tuple[KnownIds, Problems]:
        return name_all(self.files, self._vocabulary[0], self.annotated)

    @cached_property
    def _settings(self) -> tuple[Settings, Problems]:
        return parse_settings(self.files.settings.document, self.names, self.files.locales)


def understand_article(files: ArticleFiles, names: KnownIds, settings: Settings) -> ArticleRead:
    """What is of one article; without its text it has no annotations."""
    about, notes = files.about.document, files.annotations.document
    source, unknown = parse_source(about, files.article, names, settings.time_zone)
    found, wrong = parse_annotations(notes, files.id, names)
    written = found if files.article.text is not None else ()
    unread = unread_annotations(written, settings.must_be_read)
    annotations, earlier, unversioned = by_version(written, source)
    unclear = (*unknown, *wrong, *unread, *unversioned)
    problems = (*without_echoes(unclear, (files.about, files.annotations)), *files.problems)
    return ArticleRead(source, annotations, earlier, problems)


def parse_entities(files: Files, names: KnownIds) -> tuple[dict[EntityId, Entity], Problems]:
    """The entities and the questions; of two files with one id the first counts."""
    made: dict[EntityId, Entity] = {}
    problems: list[Problem] = []
    for file in files.entities:
        if names.paths[file.id] == file.file.path:
            made[file.id], wrong = parse_file(file, names)
            problems += wrong
    return made, tuple(problems)


def parse_file(file: EntityFile, names: KnownIds) -> tuple[Entity, Problems]:
    if file.kind is Kind.QUESTION:
        return parse_question(file.file.document, file.id, names)
    return parse_entity(file.file.document, file.id, file.kind, names)


def parse_themes(files: Files, names: KnownIds) -> tuple[tuple[Theme, ...], Problems]:
    """The themes, in the order that they give; of two files with one id the first counts."""
    made: dict[str, Theme] = {}
    problems: list[Problem] = []
    for file in files.themes:
        theme, wrong = parse_theme(file.file.document, file.id, names)
        if made.setdefault(file.id, theme) is not theme:
            message = f"`{file.id}` is already the id of {made[file.id].origin.path}"
            hint = "choose another: ids are unique"
            wrong = (Problem(whole_file(file.file.path), "duplicate-id", message, hint),)
        problems += wrong
    return tuple(sorted(made.values(), key=lambda each: (each.order, each.id))), tuple(problems)


def by_version(
    annotations: Iterable[Annotation], source: Source
) -> tuple[tuple[Annotation, ...], tuple[Annotation, ...], Problems]:
    """The annotations of an article's newest text, those of earlier ones, and those of unknown ones."""
    days = [version.day for version in source.versions]
    known = [one for one in annotations if not one.version or one.version in days]
    return (
        tuple(one for one in known if not one.version),
        tuple(one for one in known if one.version),
        tuple(unknown_version(one, days) for one in annotations if one.version and one.version not in days),
    )


def unknown_version(annotation: Annotation, days: Sequence[str]) -> Problem:
    """A day on which no text of the article was received that has been replaced since."""
    message = f"the article has no earlier version of `{annotation.version}`"
    listed = ", ".join(f"`{day}`" for day in days)
    hint = (
        f"its earlier versions are those of {listed}" if days else "it has not changed: take `version:` out"
    )
    return Problem(annotation.origin, "unknown-version", message, hint)


def is_unsound(vocabulary: Document, problems: Iterable[Problem]) -> bool:
    """Whether something is wrong with the vocabulary, from which problems elsewhere follow."""
    here = (problem.origin.path == vocabulary.path for problem in problems)
    return bool(vocabulary.slips) or not vocabulary.whole or any(here)


def without_echoes(problems: Iterable[Problem], files: Iterable[YamlFile]) -> Iterator[Problem]:
    """The problems that do not merely follow from another in the same file, which is reported too."""
    documents = {file.path: file.document for file in files}
    return (one for one in problems if not is_echo(one, documents.get(one.origin.path)))


def is_echo(problem: Problem, document: Document | None) -> bool:
    """Whether a problem follows from a slip on the same line, or from an entry that was left out."""
    if document is None:
        return False
    missing = not document.whole and problem.code in OF_WHOLE_FILES
    return missing or problem.origin.line in document.slips
