"""What `dossier import --again` prints: what became of each annotation, and of conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Prefix
from rich.cells import cell_len, chop_cells

from build_tools.contributing.importing.again import ReceivedAgain
from build_tools.contributing.importing.fates import Fate, Followed, counted_fates

WIDTH = 79
BEFORE = 30  # characters shown before the place where two texts part


def report_again(found: ReceivedAgain) -> Iterator[str]:
    """What became of each annotation whose words are not where they were, and of conflicts."""
    yield f"{found.id}: the text of {found.day} is kept; {counted_fates(found.followed)}"
    for (fate, _), group in groupby(found.followed, key=_fate_and_shift):
        yield from _of_fate(fate, tuple(group))
    yield from (f"  opens the conflict {id}" for id in found.opened)
    yield from (f"  closes the conflict {id}" for id in found.closed)
    yield from (f"  is no longer in the conflict {id}" for id in found.left)


def _fate_and_shift(one: Followed) -> tuple[Fate, int]:
    """What became of an annotation, and by how many lines it moved."""
    return one.fate, one.now - one.was if one.fate is Fate.MOVED and one.now else 0


def _of_fate(fate: Fate, group: Sequence[Followed]) -> Iterator[str]:
    first, last = group[0], group[-1]
    if fate is Fate.MOVED and len(group) > 1 and first.now and last.now:
        whole = f"line {first.was} to {first.now}"
        if first.was != last.was:
            whole = f"lines {first.was}-{last.was} to {first.now}-{last.now}"
        yield f"  moved, {whole}: {len(group)} annotations"
        return
    for one in group:
        match fate:
            case Fate.MOVED:
                yield short(f"  moved, line {one.was} to {one.now}: ", one.quote)
            case Fate.CHANGED:
                alike = Prefix.similarity(one.quote, one.instead)
                yield short(f"  changed, line {one.was}: ", one.quote, alike)
                yield short(f"    line {one.now} now: ", one.instead, alike)
            case Fate.BACK:
                yield short(f"  back, line {one.now}: ", one.quote)
            case Fate.VANISHED:
                yield short(f"  vanished, line {one.was}: ", one.quote)


def short(label: str, words: str, alike: int = 0) -> str:
    """A label and some words on one line: the first, or those around the place up to which they are `alike`.

    >>> words = "The toll rose to eleven on Tuesday evening, the health department of Kessin said."
    >>> short("  now: ", words, alike=58)
    '  now: …uesday evening, the health department of Kessin said.'
    """
    line, room = " ".join(words.split()), WIDTH - cell_len(label) - 2
    start = max(alike - BEFORE, 0) if cell_len(line) > room else 0
    rest = line[start:].lstrip()
    shown = next(iter(chop_cells(rest, room)), "")
    return f"{label}{'…' if start else ''}{shown.rstrip()}{'…' if len(shown) < len(rest) else ''}"
