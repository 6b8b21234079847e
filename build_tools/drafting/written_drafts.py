"""Writes what is proven into an `annotations.yaml`: in the article's order, with who drafted it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.contributing.fixing import split
from build_tools.contributing.schema_heads import with_head
from build_tools.contributing.yaml_text import (
    below,
    in_flow,
    in_quotation_marks,
    scalar,
    unbroken,
    with_its_ends,
)
from build_tools.drafting.sorted_draft import SIGNED, SortedCandidate
from build_tools.drafting.sorting import Sort
from build_tools.model import Dossier, SourceId
from build_tools.reading.folders import open_folder
from build_tools.reading.located import Located, Node
from build_tools.reading.sizes import limit_for, read_within
from build_tools.reading.slips import ODD
from build_tools.safe_files import in_bounds, write_own

STEP = "  "
FIRST = ("quote", "id", "prefix", "suffix", "translation", "means", "context", "drafted_by")


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry of an `annotations.yaml`, and where its quote begins in the article."""

    start: int
    text: str


def write_drafts(
    root: Path, dossier: Dossier, id: SourceId, made: Iterable[SortedCandidate], by: str
) -> tuple[Path, int]:
    """Add the proven candidates to the annotations of a source; the file, and how many there are."""
    path = open_folder(root).path / "articles" / id / "annotations.yaml"
    limit = limit_for(path, dossier.inputs.settings.limits)
    data = read_within(in_bounds(root, path), limit) if path.exists() else b""
    text = data.decode("utf-8", "surrogateescape")
    entries = [entry_of(one, by) for one in made if one.sort is Sort.PROVEN]
    own = [one for one in dossier.anchored if one.citation.source == id]
    starts = {one.annotation.origin.line: one.citation.start for one in own}
    name = PurePosixPath(path.relative_to(root).as_posix()) if (root / "schemas").is_dir() else None
    whole = with_its_ends(text, lambda lines: with_entries(lines, entries, starts, name))
    if entries:
        write_own(root, path, whole.encode("utf-8", "surrogateescape"))
    return path, len(entries)


def entry_of(one: SortedCandidate, by: str) -> PlacedEntry:
    """A proven candidate as an entry, in the article's own words, with the name of its drafter."""
    if one.anchored is None:
        raise ValueError("a candidate that is not anchored cannot be written")
    node: dict[str, Node] = {
        str(key): value for key, value in one.drafted.node.items() if key not in (*SIGNED, "quote")
    }
    start = next(iter(one.drafted.node))
    quote = [Located(words, start.path, start.line, start.column, 1) for words in one.anchored.citation.quote]
    node["quote"] = quote[0] if len(quote) == 1 else list(quote)
    node["drafted_by"] = Located(by, start.path, start.line, start.column, 1)
    order = sorted(node, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    return PlacedEntry(one.anchored.citation.start, as_item({key: node[key] for key in order}))


def as_item(node: dict[str, Node]) -> str:
    """A mapping as an item of a list."""
    first, *others = "".join(_mapping(node)).splitlines()
    return "".join(
        f"{line}\n" for line in (f"- {first}", *(f"{STEP}{line}" if line else "" for line in others))
    )


def _mapping(node: dict[str, Node]) -> Iterator[str]:
    for key, value in node.items():
        name = in_flow(key)
        match value:
            case Located():
                yield f"{name}: {_text(value)}\n"
            case dict() if not value:
                yield f"{name}: {{}}\n"
            case dict():
                yield f"{name}:\n"
                yield _indented(_mapping({str(each): one for each, one in value.items()}))
            case list():
                yield f"{name}:\n"
                yield _indented(map(_item, value))


def _item(node: Node) -> str:
    match node:
        case Located():
            return f"- {_text(node)}\n"
        case dict() if node:
            return as_item({str(key): value for key, value in node.items()})
        case dict():
            return "- {}\n"
        case list():
            return "- []\n"


def _text(words: str) -> str:
    """A text as the value of an entry: on one line where it has one, else below its key."""
    line = unbroken(words)
    if ODD.search(line) or not line.strip():
        return in_quotation_marks(line)
    return below(line) if "\n" in line or line != " ".join(line.split()) else scalar(line)


def _indented(parts: Iterable[str]) -> str:
    return "".join(f"{STEP}{line}\n" if line else "\n" for line in "".join(parts).splitlines())


def with_entries(
    text: str, entries: Sequence[PlacedEntry], starts: dict[int, int], name: PurePosixPath | None
) -> str:
    """A file with new entries, each before the first that is from later in the article; others stay as is.

    `starts` gives the place of the quote on a line of the file.
    """
    if text.strip() == "[]":
        text = ""
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    head, old = split(whole)
    placed = list(_placed(head, old, starts))
    apart = "\n" if len(old) < 2 or any(entry.endswith("\n\n") for entry in old) else ""
    for new in sorted(entries, key=lambda one: one.start):
        before = next((at for at, one in enumerate(placed) if one.start > new.start), len(placed))
        placed[before:before] = [PlacedEntry(new.start, f"{new.text}{apart}")]
    parts = [one.text for one in placed]
    spaced = [
        f"{part.rstrip(chr(10))}\n{apart}" if at < len(parts) - 1 else part for at, part in enumerate(parts)
    ]
    made = head + "".join(spaced)
    return with_head(made.rstrip("\n") + "\n", name) if name else made.rstrip("\n") + "\n"


def _placed(head: str, old: Sequence[str], starts: dict[int, int]) -> Iterator[PlacedEntry]:
    """The entries that are there, each with its place; one that is not anchored goes with the one above."""
    line, above = head.count("\n") + 1, -1
    for entry in old:
        lines = range(line, line + max(entry.count("\n"), 1))
        above = next((starts[at] for at in lines if at in starts), above)
        line += entry.count("\n")
        yield PlacedEntry(above, entry)
