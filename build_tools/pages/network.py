"""A picture of who is named with whom: the entity in the middle, its neighbours on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model import EntityId
from build_tools.pages.sheet import Sheet
from build_tools.website import markdown as md
from build_tools.website.addresses import relative_url
from build_tools.website.markdown import Markup

MOST = 10
WIDTH, ROW, EDGE = 640, 30, 214
LINE = 18  # the height of a line of words
THICKEST = 8
HALO = "paint-order:stroke;stroke:var(--md-default-bg-color);stroke-width:6px"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody named in the same sentences, and in how many."""

    entity: EntityId
    count: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a neighbour stands in the picture, and how thick the line to it is."""

    neighbour: Neighbour
    x: int
    y: int
    thickness: int


def network(sheet: Sheet, middle: EntityId, neighbours: Sequence[Neighbour]) -> Markup:
    """The picture; the list beside it says the same in words, so it is hidden from readers of those."""
    if len(neighbours) < 2:
        return md.EMPTY
    spots = layout(neighbours[:MOST])
    height = ROW * ((len(spots) + 1) // 2)
    lines = [_line(spot, height // 2) for spot in spots]
    names = [_name(sheet, spot) for spot in spots]
    label = md.text(sheet.view.label(middle))
    above = height // 2 - 10
    at = {"x": str(WIDTH // 2), "y": str(above), "text_anchor": "middle", "style": HALO}
    own = md.inline("text", label, **at)
    dot = md.inline("circle", md.EMPTY, cx=str(WIDTH // 2), cy=str(height // 2), r="4")
    drawn = md.join([*lines, dot, own, *names])
    top = min(0, above - LINE)
    size = f"0 {top} {WIDTH} {height - top}"
    picture = md.inline("svg", drawn, viewBox=size, fill="currentColor", font_size="14")
    return md.line("div", picture, class_="network", aria_hidden="true")


def layout(neighbours: Sequence[Neighbour]) -> tuple[Spot, ...]:
    """The most frequent first, left and right in turn, from the top down.

    >>> named = [Neighbour(EntityId("a"), 4), Neighbour(EntityId("b"), 1), Neighbour(EntityId("c"), 1)]
    >>> found = layout(named)
    >>> [(spot.neighbour.entity, spot.x, spot.y, spot.thickness) for spot in found]
    [('a', 214, 15, 8), ('b', 426, 15, 2), ('c', 214, 45, 2)]
    """
    most = max(each.count for each in neighbours)
    return tuple(
        Spot(
            each,
            EDGE if at % 2 == 0 else WIDTH - EDGE,
            ROW // 2 + ROW * (at // 2),
            max(1, THICKEST * each.count // most),
        )
        for at, each in enumerate(neighbours)
    )


def _line(spot: Spot, middle: int) -> Markup:
    return md.inline(
        "line",
        md.EMPTY,
        x1=str(WIDTH // 2),
        y1=str(middle),
        x2=str(spot.x),
        y2=str(spot.y),
        stroke="currentColor",
        stroke_width=str(spot.thickness),
        stroke_opacity="0.25",
    )


def _name(sheet: Sheet, spot: Spot) -> Markup:
    words, entity = sheet.view.label(spot.neighbour.entity), spot.neighbour.entity
    left = spot.x == EDGE
    label = _words(words, spot.x - 8 if left else spot.x + 8, spot.y + 5, "end" if left else "start")
    address = sheet.view.address(entity)
    href = relative_url(sheet.here, address) if address else ""
    # not `href`: the theme's preview of this page sets it, and fails on a link inside a picture
    return md.inline("a", label, **{"xlink:href": href, "tabindex": "-1"})


def _words(words: str, x: int, y: int, anchor: str) -> Markup:
    return md.inline("text", md.text(words), x=str(x), y=str(y), text_anchor=anchor)
