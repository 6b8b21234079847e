"""`themes/<id>.yaml` and `comparison.yaml`: the ways in that editors write."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Cell, ComparedPoint, EntityId, SideBySide, SourceId, Theme, ThemeId, ThenAndNow
from build_tools.problem import Problem, Problems
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located, Node, place_of, whole_file
from build_tools.reading.overview_shapes import ComparisonShape, ThemeShape
from build_tools.reading.prose import check_prose, local
from build_tools.reading.texts_by_language import ByLanguage
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document
from build_tools.text.marks import MARK

LAST = "999"


def parse_theme(document: Document, id: str, names: KnownIds) -> tuple[Theme, Problems]:
    """A theme; what it names that does not exist is left out."""
    start = whole_file(document.path)
    words = {"title": id, "order": LAST}
    least: dict[Located, Node] = {_at(document, key): _at(document, word) for key, word in words.items()}
    shape, problems = salvage(ThemeShape, document.data, start, least)
    theme = Theme(
        id=ThemeId(id),
        title=local(shape.title),
        order=int(shape.order),
        about=tuple(EntityId(str(each)) for each in dict.fromkeys(shape.about) if each in names.entities),
        origin=place_of(document.path, document.data),
    )
    astray = (names.entity(each) for each in shape.about)
    return theme, (*problems, *(found for found in astray if found))


def _at(document: Document, text: str) -> Located:
    return Located(text, document.path, 1, 1, 1)


def parse_comparison(document: Document, names: KnownIds) -> tuple[SideBySide, Problems]:
    """The articles side by side; nothing where there is no such file."""
    if document.data is None:
        return SideBySide(), ()
    shape, problems = salvage(ComparisonShape, document.data, whole_file(document.path), {})
    points = tuple(
        ComparedPoint(
            local(point.label),
            tuple(
                Cell(SourceId(str(source)), local(text))
                for source, text in point.articles.items()
                if source in names.sources
            ),
        )
        for point in shape.points
    )
    changes = tuple(
        ThenAndNow(local(each.label), local(each.then), local(each.now)) for each in shape.then_and_now
    )
    compared = SideBySide(points, changes, place_of(document.path, document.data))
    return compared, (*problems, *_astray(shape, names, document.lines))


def _astray(shape: ComparisonShape, names: KnownIds, lines: tuple[str, ...]) -> Iterator[Problem]:
    """Articles that do not exist, links that lead nowhere, sentences that cite nothing."""
    for point in shape.points:
        for source, text in point.articles.items():
            if found := names.source(source):
                yield found
            else:
                yield from check_prose(text, names, lines)
                yield from _uncited(text, source)
    for change in shape.then_and_now:
        for text in (change.then, change.now):
            yield from check_prose(text, names, lines)
            yield from _uncited(text)


def _uncited(text: Located | ByLanguage, source: str = "") -> Iterator[Problem]:
    """A sentence that cites no passage, or none of the article that it is about."""
    match text:
        case ByLanguage():
            for _, each in text.texts():
                yield from _uncited(each, source)
        case _:
            cited = {mark["source"] for mark in MARK.finditer(text) if mark["annotation"]}
            if not (source in cited if source else cited):
                of = f" of `{source}`" if source else ""
                hint = f"cite the annotation that it rests on: `[@{source or 'source'}/annotation]`"
                yield Problem(text.origin, "not-cited", f"this sentence cites no passage{of}", hint)
