"""A line of a file with its fault underlined, and text wrapped to the columns of a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

from build_tools.problem import Problem

MARGIN = "     | "
BLANKS = "\t\u3000\xa0"
UNSEEN = ("Cc", "Cf", "Zl", "Zp")
MOST_SEEN = 1000  # characters on each side of a fault: no terminal is as wide
BREAKABLE = re.compile(r"\s+|[ -~]+?(?=\s|$|[^ -~])|.")


def underlined(problem: Problem, line: str, width: int) -> Iterator[str]:
    """The source line, cropped around the fault, and the carets under it with the message."""
    start = min(problem.origin.column - 1, len(line))
    end = start + min(max(1, problem.origin.width), MOST_SEEN)
    first = max(start - MOST_SEEN, 0)
    shown = visible(line[first : end + MOST_SEEN])
    before, marked, after = crop(shown, start - first, end - first, width - len(MARGIN))
    yield f"{problem.origin.line:>4} | {before}{marked}{after}"
    carets = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    message = visible(problem.message)
    if len(MARGIN) + len(carets) + 1 + cell_len(message) <= width:
        yield f"{MARGIN}{carets} {message}"
    else:
        yield f"{MARGIN}{carets}"
        yield from wrapped(message, MARGIN, MARGIN, width)


def crop(line: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """The parts of a line before, in and after the fault, cut to the room there is.

    >>> crop("0123456789", 4, 6, 10), crop("0123456789", 4, 6, 6)
    (('0123', '45', '6789'), ('…3', '45', '6…'))
    """
    before, marked, after = line[:start], line[start:end], line[end:]
    if cell_len(line) <= room:
        return before, marked, after
    if cell_len(marked) > room - 2:
        marked, after = f"{fitting(marked, room - 3)}…", ""
    rest = room - cell_len(marked)
    left = max(rest - cell_len(after), rest - rest // 2)
    if cell_len(before) > left:
        before = f"…{fitting(before[::-1], left - 1)[::-1]}"
    rest -= cell_len(before)
    if cell_len(after) > rest:
        after = f"{fitting(after, rest - 1)}…" if rest else ""
    return before, marked, after


def fitting(text: str, room: int) -> str:
    """As much of a text, from its beginning, as fits; nothing where there is no room."""
    while text and cell_len(text) > room:
        text = text[: min(len(text) - 1, max(room, 0))]
    return text


def visible(text: str) -> str:
    """A line whose control and direction marks are seen and do nothing.

    >>> visible("a\\tb\\x1b[31m\\u202e")
    'a b�[31m�'
    """
    return text if text.isprintable() else "".join(map(visible_sign, text))


def visible_sign(sign: str) -> str:
    """A sign that takes its place and does nothing else."""
    if sign in BLANKS:
        return " "
    return "�" if unicodedata.category(sign) in UNSEEN else sign


def wrapped(text: str, first: str, later: str, width: int) -> Iterator[str]:
    """A text broken at spaces and between Han characters."""
    line, lead = "", first
    for part in BREAKABLE.findall(text):
        if line and cell_len(lead + line + part.rstrip()) > width:
            yield lead + line.rstrip()
            line, lead = part.lstrip(), later
        else:
            line += part
    yield lead + line.rstrip()
