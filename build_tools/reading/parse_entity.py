"""The files of people, organisations, works, events and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from build_tools.model import Entity, EntityId, Event, Figure, Kind, MapPoint, Place, Series, SourceId
from build_tools.problem import Problem, Problems
from build_tools.reading.known_ids import KnownIds, itself
from build_tools.reading.located import Located, Node, place_of, whole_file
from build_tools.reading.prose import check_prose, local
from build_tools.reading.shapes import EntityShape, EventShape, FigureShape, PlaceShape
from build_tools.reading.texts_by_language import ByLanguage
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document
from build_tools.values import unit_named

SHAPES: dict[Kind, type[EntityShape]] = {
    Kind.PLACE: PlaceShape,
    Kind.EVENT: EventShape,
    Kind.FIGURE: FigureShape,
}


def parse_entity(document: Document, id: EntityId, kind: Kind, names: KnownIds) -> tuple[Entity, Problems]:
    """A person, an organisation, a work, an event or a figure; unknown references are left out."""
    key, label = (Located(text, document.path, 1, 1, 1) for text in ("label", id))
    least: dict[Located, Node] = {key: label}
    shape, problems = salvage(SHAPES.get(kind, EntityShape), document.data, whole_file(document.path), least)
    wrong = [*problems, *entity_references(shape, id, names)]
    whys = (why for _, why in reasons_apart(shape)) if isinstance(shape, FigureShape) else ()
    for text in (shape.summary, shape.note, *whys):
        wrong += check_prose(text, names, document.lines)
    made = with_common(parse_own(shape, id, kind, names), shape, names)
    return replace(made, origin=place_of(document.path, document.data)), tuple(wrong)


def with_common(made: Entity, shape: EntityShape, names: KnownIds) -> Entity:
    """What files of every kind hold."""
    return replace(
        made,
        aliases=tuple(alias.written for alias in shape.aliases),
        not_aliases=tuple(
            (SourceId(str(source)), tuple(map(str, forms)))
            for source, forms in shape.not_.items()
            if source in names.sources
        ),
        was=tuple(map(str, shape.was)),
        summary=local(shape.summary),
        note=local(shape.note),
        folder=names.folder_of(made.kind),
    )


def parse_own(shape: EntityShape, id: EntityId, kind: Kind, names: KnownIds) -> Entity:
    """What only files of this kind hold."""
    match shape:
        case PlaceShape():
            return parse_place(shape, id, names)
        case EventShape():
            return parse_event(shape, id, names)
        case FigureShape():
            return parse_figure(shape, id, names)
        case _:
            return Entity(id=id, kind=kind, label=local(shape.label))


def parse_place(shape: PlaceShape, id: EntityId, names: KnownIds) -> Place:
    return Place(
        id=id,
        kind=Kind.PLACE,
        label=local(shape.label),
        within=known(shape.within, Kind.PLACE, names),
        at=point(shape.at) if shape.at else None,
        outline=tuple(map(point, shape.outline)),
        course=tuple(map(point, shape.course)),
    )


def point(text: Located) -> MapPoint:
    """A point by its latitude and longitude.

    >>> point(Located("46.2, -6.15", "x.yaml", 1, 1, 1)).longitude
    Decimal('-6.15')
    """
    latitude, longitude = map(Decimal, text.split(","))
    return MapPoint(latitude, longitude)


def parse_event(shape: EventShape, id: EntityId, names: KnownIds) -> Event:
    return Event(
        id=id,
        kind=Kind.EVENT,
        label=local(shape.label),
        words=tuple(map(str, shape.words)),
        after=known(shape.after, Kind.EVENT, names),
        before=known(shape.before, Kind.EVENT, names),
    )


def parse_figure(shape: FigureShape, id: EntityId, names: KnownIds) -> Figure:
    of = shape.measures.of
    return Figure(
        id=id,
        kind=Kind.FIGURE,
        label=local(shape.label),
        of=EntityId(str(of)) if of in names.entities else None,
        unit=unit_named(str(shape.measures.unit)) if shape.measures.unit else None,
        no_currency=shape.measures.currency is not None,
        words=tuple(map(str, shape.words)),
        not_words=tuple(map(str, shape.not_words)),
        unlike=known(shape.unlike, Kind.FIGURE, names),
        why_unlike=tuple(
            (EntityId(str(id)), local(why))
            for id, why in reasons_apart(shape)
            if names.entities.get(id) is Kind.FIGURE
        ),
        sum_of=known(shape.sum_of, Kind.FIGURE, names),
        series=Series(str(shape.series)) if shape.series else None,
    )


def reasons_apart(shape: FigureShape) -> Iterable[tuple[Located, Located | ByLanguage]]:
    """Why a figure may not be compared with others, where the file says so."""
    return shape.unlike.items() if isinstance(shape.unlike, dict) else ()


def known(ids: Iterable[Located], kind: Kind, names: KnownIds) -> tuple[EntityId, ...]:
    return tuple(EntityId(str(id)) for id in ids if names.entities.get(id) is kind)


def entity_references(shape: EntityShape, id: EntityId, names: KnownIds) -> Iterator[Problem]:
    """The ids in a file that lead nowhere, to something of another kind, or back to it."""
    found = [names.source(source) for source in shape.not_]
    match shape:
        case PlaceShape():
            found += [names.entity(other, Kind.PLACE) for other in shape.within]
            found += itself(id, shape.within)
        case EventShape():
            found += [names.entity(other, Kind.EVENT) for other in (*shape.after, *shape.before)]
            found += itself(id, (*shape.after, *shape.before))
        case FigureShape():
            found += [names.entity(other, Kind.FIGURE) for other in (*shape.unlike, *shape.sum_of)]
            of = [shape.measures.of] if shape.measures.of else []
            found += [names.entity(other) for other in of]
            found += itself(id, (*of, *shape.unlike, *shape.sum_of))
    yield from (problem for problem in found if problem)
