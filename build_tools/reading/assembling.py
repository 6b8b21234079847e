"""Puts together what the files of a dossier say: those that are of no article, and each article.

What is kept from an earlier run is put together in the same way, and then nothing that validates is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from build_tools.model import (
    Annotation,
    Entity,
    EntityId,
    Inputs,
    Score,
    Settings,
    SideBySide,
    Source,
    SourceId,
    Theme,
    Vocabulary,
)
from build_tools.problem import Problems
from build_tools.reading.files import Files

OF_VOCABULARY = ("unknown-property", "unknown-term", "property-not-of-kind")


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """What the files of one article say: of itself, what is annotated in it, and in its earlier texts."""

    source: Source
    annotations: tuple[Annotation, ...]
    earlier: tuple[Annotation, ...]
    problems: Problems


@dataclass(frozen=True, slots=True)
class RestRead:
    """What the files say that are of no article; `unsound`: something is wrong with the vocabulary."""

    settings: Settings
    vocabulary: Vocabulary
    entities: Mapping[EntityId, Entity]
    scores: Mapping[SourceId, Score]
    themes: tuple[Theme, ...]
    side_by_side: SideBySide
    problems: Problems
    unsound: bool


Reader = Callable[[Files], tuple[RestRead, Iterable[ArticleRead]]]


def read_here(files: Files) -> tuple[RestRead, Iterable[ArticleRead]]:
    """All of it, in this process."""
    from build_tools.reading.understanding import Understanding, understand_article  # with all that validates

    whole = Understanding(files)
    names, settings = whole.names, whole.rest.settings
    return whole.rest, (understand_article(one, names, settings) for one in files.articles)


def understand(files: Files, reader: Reader = read_here) -> tuple[Inputs, Problems]:
    """What the files say; whatever in them refers to nothing is left out and reported."""
    rest, each = reader(files)
    articles = tuple(each)
    inputs = Inputs(
        rest.settings,
        rest.vocabulary,
        {one.source.id: one.source for one in articles},
        rest.entities,
        tuple(annotation for one in articles for annotation in one.annotations),
        rest.scores,
        earlier=tuple(annotation for one in articles for annotation in one.earlier),
        themes=rest.themes,
        side_by_side=rest.side_by_side,
    )
    found = chain(rest.problems, *(one.problems for one in articles))
    path = files.vocabulary.path
    follows = OF_VOCABULARY if rest.unsound else ()
    return inputs, tuple(one for one in found if one.code not in follows or one.origin.path == path)
