"""Where a place is: what it is in, its coordinates, and its outline where the dossier gives one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import cos, hypot, radians

from build_tools.model import MapPoint, Place
from build_tools.pages.parts.page_context import Context, name
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

LEAST = 3  # points that have an area between them
FEWEST = 2  # points that have a line between them
BROADEST = 3  # how many times as long as broad a picture of a line is
HALF, MARGIN = 0.012, 0.03  # of the longer side: half the width of a line, and the paper around it


def whereabouts(context: Context, place: Place) -> Markup:
    """What the place is in, what is in it, and where on the earth it is."""
    view = context.view
    all = (each for each in view.of_kind(place.kind) if isinstance(each, Place))
    inside = [each.id for each in all if place.id in each.within]
    within = [name(context, id) for id in place.within]
    lines = [
        context.fill("In {places}", places=context.listed(within)) if within else md.EMPTY,
        context.fill("In it: {places}", places=context.listed(name(context, id) for id in inside))
        if inside
        else md.EMPTY,
        context.say("Coordinates: {point}", point=in_degrees(place.at)) if place.at else md.EMPTY,
    ]
    return md.blocks(
        md.bullets([line for line in lines if line]), outline(context, place), course(context, place)
    )


def in_degrees(point: MapPoint) -> str:
    """A point as maps write it.

    >>> in_degrees(MapPoint(Decimal("46.2"), Decimal("-6.15")))
    '46.2° N, 6.15° W'
    """
    north, east = "N" if point.latitude >= 0 else "S", "E" if point.longitude >= 0 else "W"
    return f"{abs(point.latitude):f}° {north}, {abs(point.longitude):f}° {east}"


def outline(context: Context, place: Place) -> Markup:
    """The shape that the points of the dossier make, as broad as it is long on the ground; north is up."""
    if len(place.outline) < LEAST:
        return md.EMPTY
    said = "The outline of {name}, from the points in the dossier; north is up."
    return _drawn(context, place, said, *flattened(place.outline))


def course(context: Context, place: Place) -> Markup:
    """The line that the points of the dossier make; north is up."""
    if len(set(place.course)) < FEWEST:
        return md.EMPTY
    said = "The course of {name}, from the points in the dossier; north is up."
    return _drawn(context, place, said, *ribbon(place.course))


def _drawn(
    context: Context, place: Place, message: str, ratio: float, corners: Sequence[tuple[float, float]]
) -> Markup:
    shape = ", ".join(f"{x:.1f}% {y:.1f}%" for x, y in corners)
    style = f"--shape: polygon({shape}); --ratio: {ratio:.3f}"
    said = context.edition.say(message, name=context.view.label(place.id))
    drawn = md.inline("span", md.EMPTY, class_="outline", style=style, role="img", aria_label=said)
    return md.block(
        "div", md.blocks(drawn, md.inline("span", md.text(said), class_="caption")), class_="place"
    )


def flattened(points: Sequence[MapPoint]) -> tuple[float, tuple[tuple[float, float], ...]]:
    """How broad a shape is for its height, and each point in hundredths from its left and its top.

    >>> square = [MapPoint(Decimal(a), Decimal(b)) for a, b in ((0, 0), (0, 2), (1, 2), (1, 0))]
    >>> ratio, corners = flattened(square)
    >>> round(ratio, 2), corners[2]
    (2.0, (100.0, 0.0))
    """
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    height, width = (north - south) or Decimal(1), (east - west) or Decimal(1)
    corners = tuple(
        (float(100 * (p.longitude - west) / width), float(100 * (north - p.latitude) / height))
        for p in points
    )
    return float(width / height) * cos(radians(float(north + south) / 2)), corners


def ribbon(points: Sequence[MapPoint]) -> tuple[float, tuple[tuple[float, float], ...]]:
    """A line as a narrow shape: there along one side of it and back along the other, in hundredths.

    >>> ratio, corners = ribbon([MapPoint(Decimal(0), Decimal(at)) for at in (0, 3)])
    >>> round(ratio, 2), len(corners), [round(y) for x, y in corners]
    (2.69, 4, [47, 47, 53, 53])
    """
    middle = float(sum(p.latitude for p in points)) / len(points)
    flat = [(float(p.longitude) * cos(radians(middle)), -float(p.latitude)) for p in points]
    low = [min(p[axis] for p in flat) for axis in (0, 1)]
    high = [max(p[axis] for p in flat) for axis in (0, 1)]
    longest = max(high[0] - low[0], high[1] - low[1])
    sides = [max(high[axis] - low[axis], longest / BROADEST) + 2 * MARGIN * longest for axis in (0, 1)]
    starts = [(low[axis] + high[axis] - sides[axis]) / 2 for axis in (0, 1)]
    left, right = zip(*_beside(flat, HALF * longest), strict=True)
    corners = (
        (100 * (x - starts[0]) / sides[0], 100 * (y - starts[1]) / sides[1]) for x, y in (*left, *right[::-1])
    )
    return sides[0] / sides[1], tuple(corners)


def _beside(line: Sequence[tuple[float, float]], off: float) -> Iterator[tuple[tuple[float, float], ...]]:
    """The two points beside each point of a line, to the left and the right of its way."""
    for at, (x, y) in enumerate(line):
        before, behind = line[max(at - 1, 0)], line[min(at + 1, len(line) - 1)]
        east, south = behind[0] - before[0], behind[1] - before[1]
        far = hypot(east, south) or 1.0
        yield (x + south / far * off, y - east / far * off), (x - south / far * off, y + east / far * off)
