"""The likely mistake of a contributor, from an error of the YAML parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from build_tools.problem import Origin, Problem
from build_tools.reading.block_style import block_entries, block_text
from build_tools.reading.slips import COLON, COMMENT, PROSE, SPECIAL, colon_not_seen, special_start
from build_tools.reading.yaml_tree import DEEPEST, NestedError

KEYS = PROSE | {"claims", "means", "id", "skip", "said_by", "via", "url", "published", "language", "aliases"}
NEAR = 3
ENTRY = re.compile(r"^(?P<lead> *(?:- +)*)(?:(?P<key>[\w.-]+):(?: +|$))?(?P<text>.*)$")
WIDE_BRACKETS = {"｛": "｝", "［": "］", "【": "】"}
WIDE_COMMA = re.compile(r"[，、]\s*(?=[a-z][a-z0-9_-]*[:：])")
NO_DASH = re.compile(r" *(?:-(?=[a-z])|[‐-―−－•·・＊*] *|\d+[.)] +)(?P<entry>(?P<key>[a-z_]+):(?: .*)?)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """The line that YAML stumbled over, taken apart: `number` and `column` count from 0."""

    path: str
    lines: tuple[str, ...]
    number: int
    column: int
    key: str | None
    text: str
    error: str

    @property
    def line(self) -> str:
        return self.lines[self.number]

    @property
    def at_key(self) -> bool:
        """Whether YAML refuses the entry itself, not something inside its value."""
        key = self.key if self.key and self.key.isascii() else None
        ends = self.line.find(f"{key}:") + len(key) if key else -1
        return self.error.startswith("mapping values") and self.column == ends

    def at(self, column: int, width: int = 1) -> Origin:
        """A place in the line."""
        return Origin(self.path, self.number + 1, column + 1, max(1, width))


Explanation: TypeAlias = Callable[[Fault], Problem | None]


def diagnose(error: yaml.MarkedYAMLError, path: str, lines: tuple[str, ...]) -> Problem:
    """The first explanation that fits."""
    fault = locate(error, path, lines)
    if isinstance(error, NestedError):
        return nested(fault)
    inside: tuple[Explanation, ...] = (bracket, wide_bracket, first_character, comment, colon)
    for explain in (
        tab,
        wide_hash,
        unseen_item,
        unseen_colon,
        *(() if fault.at_key else inside),
        indentation,
    ):
        if problem := explain(fault):
            return problem
    message = f"this cannot be read as YAML: {fault.error}"
    return Problem(fault.at(fault.column), "yaml-syntax", message, block_text(fault.key, fault.text))


def locate(error: yaml.MarkedYAMLError, path: str, lines: tuple[str, ...]) -> Fault:
    """The line where the fault lies: where a bracket or a quotation was opened, or else where it showed."""
    opened = error.context_mark and re.search("flow|quoted|alias|anchor|tag", error.context or "")
    mark = error.context_mark if opened else error.problem_mark
    number = min(mark.line, len(lines) - 1) if mark else 0
    while number and not lines[number].strip() and "\t" not in lines[number]:
        number -= 1
    entry = ENTRY.match(lines[number])
    key, text = (entry["key"], entry["text"].rstrip()) if entry else (None, lines[number].strip())
    return Fault(path, lines, number, mark.column if mark else 0, key, text, error.problem or "")


def nested(fault: Fault) -> Problem:
    """Brackets or items inside each other beyond all use."""
    message = f"lists and entries are nested more than {DEEPEST} deep here"
    hint = "delete the brackets or the `-` that begin nothing"
    return Problem(fault.at(fault.column), "nested-too-deep", message, hint)


def tab(fault: Fault) -> Problem | None:
    """A tab where spaces indent."""
    found = re.match(r"[ -]*\t", fault.line)
    if not found and ("tab" not in fault.error or "\t" not in fault.line):
        return None
    origin = fault.at(fault.line.find("\t"))
    if not fault.line.strip():
        hint = "delete it; most editors do not show it"
        return Problem(origin, "tab", "this line holds only a tab", hint)
    return Problem(
        origin, "tab", "a tab cannot be used for indentation", "indent with spaces, two for each level"
    )


def nearby_line(fault: Fault) -> Iterator[tuple[Origin, str]]:
    """The line at fault and those just above it, each with its place."""
    for number in range(fault.number, max(fault.number - NEAR, -1), -1):
        line = fault.lines[number].rstrip()
        column = len(line) - len(line.lstrip())
        yield Origin(fault.path, number + 1, column + 1, max(1, len(line) - column)), line


def wide_hash(fault: Fault) -> Problem | None:
    """A comment behind a sign in full width."""
    for origin, line in nearby_line(fault):
        if line.lstrip().startswith("＃"):
            hint = f"write `# {line.lstrip(' ＃')}`"
            return Problem(
                origin, "yaml-syntax", "a comment begins with `#`, not with a full-width `＃`", hint
            )
    return None


def unseen_item(fault: Fault) -> Problem | None:
    """An item of a list behind another sign than a hyphen, or with no space after it."""
    for origin, line in nearby_line(fault):
        found = NO_DASH.match(line)
        if found and found["key"] in KEYS:
            hint = f"a list item begins with a hyphen and a space: `- {found['entry']}`"
            return Problem(origin, "yaml-syntax", "this does not begin a list item", hint)
    return None


def unseen_colon(fault: Fault) -> Problem | None:
    """A key on this line or one just above whose colon is in full width, or has no space after it."""
    for number in range(fault.number, max(fault.number - NEAR, -1), -1):
        text = fault.lines[number].lstrip(" -")
        hint = colon_not_seen(text)
        if hint and re.split("[:：]", text)[0].strip() in KEYS:
            column = fault.lines[number].index(text)
            origin = Origin(fault.path, number + 1, column + 1, max(1, len(text.rstrip())))
            return Problem(origin, "yaml-syntax", "this is not an entry `key: …`", hint)
    return None


def bracket(fault: Fault) -> Problem | None:
    """A `{…}` or `[…]` that is not closed, or holds what it cannot."""
    opened = fault.text[:1]
    if opened not in ("{", "[") or (fault.key in PROSE and opened == "["):
        return None
    origin = fault.at(fault.line.find(fault.text), len(fault.text))
    inside = fault.text[1:].rstrip("]}")
    if not fault.text.endswith(("}", "]")):
        message = f"this `{opened}` is not closed on its line"
        return Problem(origin, "yaml-syntax", message, block_entries(inside, fault.key))
    if WIDE_COMMA.search(inside):
        right = block_entries(WIDE_COMMA.sub(", ", inside), fault.key)
        return Problem(origin, "yaml-syntax", "a full-width comma does not separate entries", right)
    code = "colon-in-text" if len(re.findall(r": ", inside)) > inside.count(", ") + 1 else "yaml-syntax"
    message = COLON if code == "colon-in-text" else f"this `{opened}…` cannot be read"
    return Problem(origin, code, message, block_entries(inside, fault.key))


def wide_bracket(fault: Fault) -> Problem | None:
    """Entries between braces in full width."""
    if fault.text[:1] not in WIDE_BRACKETS:
        return None
    message = f"`{fault.text[0]}` is full-width and does not begin entries"
    inside = WIDE_COMMA.sub(", ", fault.text[1:].rstrip("".join(WIDE_BRACKETS.values())))
    origin = fault.at(fault.line.find(fault.text), len(fault.text))
    return Problem(origin, "yaml-syntax", message, block_entries(inside, fault.key))


def first_character(fault: Fault) -> Problem | None:
    """A text whose first character means something to YAML."""
    if fault.text[:1] not in SPECIAL:
        return None
    origin = fault.at(fault.line.find(fault.text), len(fault.text))
    return special_start(origin, fault.text, fault.key)


def comment(fault: Fault) -> Problem | None:
    """A text of several lines that a ` #` has cut."""
    above = fault.lines[fault.number - 1] if fault.number else ""
    entry = ENTRY.match(above)
    if " #" not in above or not entry or fault.key or "expected" not in fault.error:
        return None
    cut = above.index(" #") + 1
    origin = Origin(fault.path, fault.number, cut + 1, len(above) - cut)
    return Problem(
        origin,
        "comment-cuts-text",
        COMMENT,
        block_text(entry["key"], f"{entry['text'].rstrip()} {fault.text}"),
    )


def colon(fault: Fault) -> Problem | None:
    """A text that holds `: `, on its first line or on a later one."""
    found = re.search(r":(\s|$)", fault.text)
    if found:
        column = fault.line.find(fault.text) + found.start()
        return Problem(fault.at(column), "colon-in-text", COLON, block_text(fault.key, fault.text))
    if fault.key is None or fault.key.isascii() or "mapping values" not in fault.error:
        return None
    text = fault.line.strip()
    return Problem(fault.at(fault.line.index(":")), "colon-in-text", COLON, block_text("…", text))


def indentation(fault: Fault) -> Problem | None:
    """An entry that is in order itself, but not in line with its neighbours."""
    if not fault.key and not fault.line.lstrip().startswith("- "):
        return None
    column = len(fault.line) - len(fault.line.lstrip())
    message = "this does not line up with the entries above it"
    hint = "entries of one list or mapping begin in the same column"
    return Problem(fault.at(column, len(fault.line) - column), "indentation", message, hint)
