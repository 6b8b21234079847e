"""How a problem is printed: its place, the line with the fault underlined, its words, its hint."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from build_tools.problem import Problem, Problems, Severity
from build_tools.safe_files import read_own

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


WIDTH = 80
LINE_END = re.compile(r"\r\n|\r|\n")
# Only what reads on a light terminal and on a dark one.
STYLES = {
    r"(?m)^\S.*: error\[.*\]$": "bold red",
    r"(?m)^\S.*: warning\[.*\]$": "bold magenta",
    r"(?m)^     \| +\^+": "red",
    r"(?m)^   hint:": "bold",
}


def print_problems(problems: Problems, root: Path, form: str = "text", width: int = WIDTH) -> str:
    """The problems of the dossier in `root`, in one of the forms `text`, `github` or `json`."""
    return show_problems(problems, read_lines(problems, root), form, width)


def echo_problems(problems: Problems, root: Path, form: str, console: Console) -> None:
    """Print the problems as wide as the terminal is, in colour where there is any."""
    console.width = console.width or WIDTH  # a terminal that does not know its width says 0
    shown = Text(print_problems(problems, root, form, console.width), end="")
    if form == "text":
        for pattern, style in STYLES.items():
            shown.highlight_regex(pattern, style)
    console.print(shown, soft_wrap=True, end="")


def read_lines(problems: Problems, root: Path) -> dict[str, tuple[str, ...]]:
    """The lines of every file with a problem in one of them; a file that cannot be read has none."""
    found: dict[str, tuple[str, ...]] = {}
    places = {problem.origin for problem in problems if problem.origin.path and problem.origin.width}
    for path in sorted({origin.path for origin in places}):
        try:
            text = read_own(root, root / path).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            text = ""
        found[path] = tuple(LINE_END.split(text))
    return found


def show_problems(
    problems: Problems, lines: Mapping[str, tuple[str, ...]], form: str = "text", width: int = WIDTH
) -> str:
    """The problems sorted by place, as text that ends with a line break."""
    ordered = sorted(dict.fromkeys(problems))
    match form:
        case "github":
            return "".join(f"{github(problem)}\n" for problem in ordered)
        case "json":
            return f"{json.dumps([as_json(problem) for problem in ordered], ensure_ascii=False, indent=2)}\n"
        case _:
            shown = [terminal(problem, lines.get(problem.origin.path, ()), width) for problem in ordered]
            return "\n".join([*shown, f"{count_of_problems(ordered)}\n"])


def count_of_problems(problems: Iterable[Problem]) -> str:
    """How many there are of each severity.

    >>> from build_tools.problem import Origin
    >>> count_of_problems([Problem(Origin("a.yaml"), "bad-id", "…")] * 2)
    '2 errors'
    >>> count_of_problems([])
    'no problems'
    """
    found = Counter(problem.severity for problem in problems)
    parts = [f"{found[kind]} {kind}{'s' if found[kind] > 1 else ''}" for kind in Severity if found[kind]]
    return ", ".join(parts) or "no problems"


def terminal(problem: Problem, lines: tuple[str, ...], width: int) -> str:
    """Place and code, the line with the fault underlined, the message and the hint."""
    origin = problem.origin
    head = place(problem)
    made = [f"{head}{problem.severity}[{problem.code}]"]
    line = lines[origin.line - 1] if 0 < origin.line <= len(lines) else ""
    if line.strip() and origin.width:
        made += underlined(problem, line, width)
    else:
        made += wrapped(problem.message, "   ", "   ", width)
    if problem.hint:
        made += hint(problem.hint, width)
    return "".join(f"{each.rstrip()}\n" for each in made)


def place(problem: Problem) -> str:
    """Path, line and column; a fault of a whole file has its path alone."""
    origin = problem.origin
    where = f":{origin.line}:{origin.column}" if origin.width else ""
    return f"{visible(origin.path)}{where}: " if origin.path else ""


def hint(text: str, width: int) -> Iterator[str]:
    """A hint; its lines that begin with two spaces are YAML to copy, and are not broken."""
    lead = "   hint: "
    for line in text.split("\n"):
        if line.startswith("  "):
            yield f"      {visible(line)}"
        else:
            yield from wrapped(visible(line), lead, "         ", width)
        lead = "         "


def github(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line.

    >>> from build_tools.problem import Origin
    >>> github(Problem(Origin("a,b.yaml", 3, 7, 2), "bad-id", "100%\\nwrong"))
    '::error file=a%2Cb.yaml,line=3,col=7,endColumn=9,title=bad-id::100%25%0Awrong'
    """
    origin = problem.origin
    place = f"file={escaped(origin.path)},line={origin.line},col={origin.column}"
    end = f"endColumn={origin.column + origin.width}"
    text = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    message = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{problem.severity} {place},{end},title={escaped(problem.code)}::{message}"


def escaped(text: str) -> str:
    """A text as the value of a workflow command's parameter."""
    for sign in "%\r\n:,":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_json(problem: Problem) -> dict[str, str | int]:
    """A problem for tools."""
    return {
        **asdict(problem.origin),
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
