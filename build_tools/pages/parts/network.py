"""A picture of who is named with whom: the entity in the middle, its neighbours on both sides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from build_tools.model import EntityId
from build_tools.pages.parts.page_context import Context
from build_tools.website import markdown as md
from build_tools.website.addresses import relative_url
from build_tools.website.markdown import Markup

MOST = 10
ROW = 30
EDGE, BETWEEN = 214, 212  # the room for names at both sides and in the middle; longer names get more
GAP, ABOVE = 8, 10  # from the end of a line to a name, and from the middle up to its own
LINE, CELL = 18, 8.2  # the height of a line of words; the width of a Latin letter, half a Chinese character
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


def network(context: Context, middle: EntityId, neighbours: Sequence[Neighbour]) -> Markup:
    """The picture; the list beside it says the same in words, so it is hidden from readers of those."""
    if len(neighbours) < 2:
        return md.EMPTY
    own, shown = context.view.label(middle), neighbours[:MOST]
    left = max(EDGE, *(breadth(context.view.label(each.entity)) + 2 * GAP for each in shown))
    right = left + max(BETWEEN, breadth(own) + 2 * GAP)
    spots = layout(shown, left, right)
    x, y = (left + right) // 2, ROW * ((len(spots) + 1) // 2) // 2
    lines = [_line(spot, x, y) for spot in spots]
    dot = md.inline("circle", md.EMPTY, cx=str(x), cy=str(y), r="4")
    top = min(0, y - ABOVE - LINE)
    size = f"0 {top} {left + right} {2 * y - top}"
    drawn = md.join([*lines, dot, _own(own, x, y), *(_name(context, spot, x) for spot in spots)])
    picture = md.inline("svg", drawn, viewBox=size, fill="currentColor", font_size="14")
    return md.line("div", picture, class_="network", aria_hidden="true")


def breadth(words: str) -> int:
    """How many units of the picture a name takes up, at most.

    >>> breadth("Meta"), breadth("扎克伯格")
    (33, 66)
    """
    return math.ceil(CELL * cell_len(words))


def layout(neighbours: Sequence[Neighbour], left: int, right: int) -> tuple[Spot, ...]:
    """The most frequent first, left and right in turn, from the top down.

    >>> named = [Neighbour(EntityId("a"), 4), Neighbour(EntityId("b"), 1), Neighbour(EntityId("c"), 1)]
    >>> found = layout(named, 214, 426)
    >>> [(spot.neighbour.entity, spot.x, spot.y, spot.thickness) for spot in found]
    [('a', 214, 15, 8), ('b', 426, 15, 2), ('c', 214, 45, 2)]
    """
    most = max(each.count for each in neighbours)
    return tuple(
        Spot(
            each,
            left if at % 2 == 0 else right,
            ROW // 2 + ROW * (at // 2),
            max(1, THICKEST * each.count // most),
        )
        for at, each in enumerate(neighbours)
    )


def _line(spot: Spot, x: int, y: int) -> Markup:
    return md.inline(
        "line",
        md.EMPTY,
        x1=str(x),
        y1=str(y),
        x2=str(spot.x),
        y2=str(spot.y),
        stroke="currentColor",
        stroke_width=str(spot.thickness),
        stroke_opacity="0.25",
    )


def _own(words: str, x: int, y: int) -> Markup:
    at = {"x": str(x), "y": str(y - ABOVE), "text_anchor": "middle", "style": HALO}
    return md.inline("text", md.text(words), **at)


def _name(context: Context, spot: Spot, middle: int) -> Markup:
    words, entity = context.view.label(spot.neighbour.entity), spot.neighbour.entity
    left = spot.x < middle
    x, anchor = (spot.x - GAP, "end") if left else (spot.x + GAP, "start")
    label = _words(words, x, spot.y + 5, anchor)
    address = context.view.address(entity)
    href = relative_url(context.here, address) if address else ""
    # not `href`: the theme's preview of this page sets it, and fails on a link inside a picture
    return md.inline("a", label, **{"xlink:href": href, "tabindex": "-1"})


def _words(words: str, x: int, y: int, anchor: str) -> Markup:
    return md.inline("text", md.text(words), x=str(x), y=str(y), text_anchor=anchor)
