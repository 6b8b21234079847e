"""The YAML files of an article that was received once more, changed line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_tools.contributing.yaml_text import scalar
from build_tools.model import LocalText, Omission

BLOCK = r"^{}:.*\n(?:[ \t].*\n|#.*\n(?=[ \t])|\n(?=[ \t]))*"
OF_VERSION = re.compile(r"[ -]*version:")
ITEM = re.compile(r"^(?P<indent> *)-(?P<space> +)(?=\S)")


def block_of(text: str, key: str) -> str:
    r"""The lines of a key at the top of a file.

    >>> block_of("a: 1\nomit:\n  1: furniture\nb: 2\n", "omit")
    'omit:\n  1: furniture\n'
    """
    found = re.search(BLOCK.format(key), text, re.MULTILINE)
    return found[0] if found else ""


def with_block(text: str, key: str, block: str, before: str) -> str:
    r"""A file with other lines for a key; new ones stand before those of another key, or at the end.

    >>> with_block("a: 1\nb: 2\n", "c", "c: 3\n", before="b")
    'a: 1\nc: 3\nb: 2\n'
    """
    old = block_of(text, key)
    if old:
        return text.replace(old, block, 1)
    next_ = block_of(text, before)
    return text.replace(next_, block + next_, 1) if next_ else text + block


def indented(block: str) -> str:
    """Lines four deeper, as a version has what the article had."""
    return "".join(f"    {line}" if line.strip() else line for line in block.splitlines(keepends=True))


def version_entry(text: str, day: str) -> str:
    """What `source.yaml` says of the text that it describes, as an entry of `versions:`."""
    kept = (block_of(text, key) for key in ("sha256", "received", "omit"))
    return f"  {day}:\n" + "".join(map(indented, kept))


@dataclass(frozen=True, slots=True)
class NewText:
    """What is new in `source.yaml`: the checksum, the day, and the blocks `received:` and `omit:`."""

    sha256: str
    retrieved: str
    received: str
    omit: str


def source_after(text: str, day: str, new: NewText) -> str:
    """`source.yaml` of the new text, which remembers the old one under its day."""
    text = text if text.endswith("\n") else f"{text}\n"
    versions = (block_of(text, "versions") or "versions:\n") + version_entry(text, day)
    text = with_block(text, "sha256", f"sha256: {new.sha256}\n", "reliability")
    text = with_block(text, "received", new.received, "reliability")
    text = with_block(text, "retrieved", f"retrieved: {new.retrieved}\n", "reliability")
    text = with_block(text, "omit", new.omit, "publish")
    return with_block(text, "versions", versions, "reliability")


def omissions_after(
    omit: Sequence[Omission], before: str, after: str
) -> tuple[tuple[Omission, ...], tuple[Omission, ...]]:
    """The lines to leave out as they are numbered in the new text, and those that are not there whole."""
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    line_now = {
        one + at + 1: other + at + 1
        for one, other, size in matcher.get_matching_blocks()
        for at in range(size)
    }
    kept: list[Omission] = []
    lost: list[Omission] = []
    for each in omit:
        lines = [line_now.get(line, 0) for line in range(each.first, each.last + 1)]
        if lines and lines[0] and lines == list(range(lines[0], lines[0] + len(lines))):
            kept.append(Omission(lines[0], lines[-1], each.why))
        else:
            lost.append(each)
    return tuple(kept), tuple(lost)


def omit_block(omit: Sequence[Omission]) -> str:
    """`omit:` of a source."""
    entries = "".join(_omission(each.first, each.last, each.why) for each in omit)
    return f"omit:\n{entries}" if entries else ""


def _omission(first: int, last: int, why: LocalText) -> str:
    key = str(first) if first == last else f"{first}-{last}"
    if why.every:
        return f"  {key}: {scalar(why.every)}\n"
    words = (f"    {language}: {scalar(text)}\n" for language, text in why.by_language)
    return f"  {key}:\n{''.join(words)}"


def with_versions(text: str, lines: Iterable[int], day: str, back: Iterable[int] = ()) -> str:
    r"""Annotations of which those at some lines name the day of the text from which they were made.

    Those at the lines that are `back` are of the newest text again.

    >>> with_versions("- quote: a\n  skip: version\n- quote: b\n", [3], "2031-11-18")
    '- quote: a\n  skip: version\n- version: 2031-11-18\n  quote: b\n'
    >>> with_versions("- version: 2031-11-18\n  quote: a\n- quote: b\n", [3], "2031-11-19", back=[2])
    '- quote: a\n- version: 2031-11-19\n  quote: b\n'
    """
    rows = text.split("\n")
    depths = [found["indent"] for row in rows if (found := ITEM.match(row))]
    indent = min(depths, key=len, default="")
    lost, again = ({_item_at(rows, line, indent) for line in each} for each in (lines, back))
    for at in sorted(lost | again, reverse=True):
        if at in again:
            _take_version_out(rows, at)
        else:
            rows[at] = ITEM.sub(rf"\g<0>version: {day}\n\g<indent> \g<space>", rows[at], count=1)
    return "\n".join(rows)


def _take_version_out(rows: list[str], at: int) -> None:
    """Delete the line of an entry that names its version; the entry then begins with the next."""
    named = next(row for row in range(at, len(rows)) if OF_VERSION.match(rows[row]))
    head = ITEM.match(rows[at])
    if named == at and head and at + 1 < len(rows):
        rows[at + 1] = head[0] + rows[at + 1][len(head[0]) :]
    del rows[named]


def _item_at(rows: Sequence[str], line: int, indent: str) -> int:
    """Where the entry begins that holds a line."""
    at = min(line, len(rows)) - 1
    while not ((found := ITEM.match(rows[at])) and found["indent"] == indent):
        at -= 1
    return at
