"""Wrong hours: a time of day moved by an hour or some minutes, or given from elsewhere in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.attack.days import dated_qualifiers, dated_values
from build_tools.attack.scene import AttackedAnnotation
from build_tools.attack.truths import is_same_time
from build_tools.attack.variants import Variant
from build_tools.values import parse_date

CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?P<sign>\s*[:：.点點时時]\s*)(?P<minute>\d{1,2})?|(?P<noon>\d{1,2})(?=\s*[ap]\.?m\b)",
    re.IGNORECASE,
)
MINUTES = 10


def hours_moved(scene: AttackedAnnotation) -> Iterator[Variant]:
    """The time of day of a claim moved by an hour or some minutes, or another hour of the sentence."""
    for dated in (*dated_values(scene), *dated_qualifiers(scene, ("as_of", "period", "from_", "until"))):
        if dated.value.clock is None:
            continue
        published = scene.passage.article.source.published
        moved = [(text, parse_date(text, published)) for text in moved_clocks(dated.written.text)]
        others = [one for one in scene.dates if one.clock and not is_same_time(dated.value, one)]
        yield from dated.variants([*moved, *((one.raw, one) for one in others)])


def moved_clocks(text: str) -> Iterator[str]:
    """The words with the hour one later or earlier, and with other minutes where they give any.

    >>> list(moved_clocks("7:05 p.m.")), list(moved_clocks("18日8时"))
    (['8:05 p.m.', '7:15 p.m.'], ['18日9时'])
    """
    found = CLOCK.search(text)
    if found is None:
        return
    group = "hour" if found["hour"] else "noon"
    hour = int(found[group])
    other = hour + 1 if hour not in (11, 12, 23, 24) else hour - 1
    yield _with(text, found.span(group), str(other), found[group])
    if found["minute"]:
        minute = (int(found["minute"]) + MINUTES) % 60
        yield _with(text, found.span("minute"), f"{minute:02}", found["minute"])


def _with(text: str, place: tuple[int, int], number: str, was: str) -> str:
    return f"{text[: place[0]]}{number.zfill(len(was))}{text[place[1] :]}"
