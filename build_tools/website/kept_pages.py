"""What is known of the pages that were rendered: those that would be the same again keep their HTML."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from build_tools.safe_files import put_file

Links = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One rendered page: digests of its Markdown and its HTML, its anchors, and those that it leads to.

    `links` are by the page that they lead to, then by the anchor: the link as it is written.
    """

    source: str
    html: str
    anchors: tuple[str, ...] = ()
    links: Links = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """All pages of an edition by their paths, the files that were beside them, and what shaped them all."""

    frame: str = ""
    files: frozenset[str] = frozenset()
    pages: Mapping[str, KeptPage] = field(default_factory=dict)


NOTHING = Rendered()


def digest(content: bytes) -> str:
    """What tells bytes from others."""
    return sha256(content).hexdigest()


def read_rendered(record: Path) -> Rendered:
    """What was rendered, by its record; nothing where that is missing, damaged, or of another make."""
    try:
        known = json.loads(read_record(record))
        pages = {path: KeptPage(**page) for path, page in known["pages"].items()}
        return Rendered(known["frame"], frozenset(known["files"]), pages)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return NOTHING


def write_rendered(record: Path, rendered: Rendered) -> None:
    """Write what was rendered."""
    known = {
        "frame": rendered.frame,
        "files": sorted(rendered.files),
        "pages": {path: _fields(page) for path, page in rendered.pages.items()},
    }
    write_record(record, json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _fields(page: KeptPage) -> Mapping[str, object]:
    """The fields of a page; `asdict` copies all that they hold, which takes longer than all else."""
    return {each.name: getattr(page, each.name) for each in fields(page)}


def read_record(record: Path) -> bytes:
    """What a record holds; raises OSError, or ValueError where it is damaged."""
    checked, _, written = record.read_bytes().partition(b"\n")
    if checked.decode("ascii") != digest(written):
        raise ValueError(f"{record} is damaged")
    return written


def write_record(record: Path, written: bytes) -> None:
    """Write a record, with its digest before it."""
    put_file(record, f"{digest(written)}\n".encode() + written)


def same_again(
    before: Rendered, frame: str, sources: Mapping[str, bytes], files: Set[str]
) -> dict[str, KeptPage]:
    """The pages that would be rendered as they were: nothing that shapes them has changed.

    A link is rendered by whether its page is there: those that name a file which came or went have changed.
    """
    if before.frame != frame:
        return {}
    names = {PurePosixPath(path).name for path in files ^ before.files}
    moved = {form.encode() for name in names for form in (name, quote(name))}
    return {
        path: known
        for path, content in sources.items()
        if (known := before.pages.get(path))
        and known.source == digest(content)
        and not any(name in content for name in moved)
    }


def keep(known: KeptPage, old: Path, new: Path) -> bool:
    """Give a page its earlier HTML at its new place; whether that is still there, and unchanged."""
    with suppress(OSError):
        if old.is_symlink() or digest(old.read_bytes()) != known.html:
            return False
        if old != new:
            new.parent.mkdir(parents=True, exist_ok=True)
            put_beside(old, new)
        return True
    return False


def put_beside(old: Path, new: Path) -> None:
    """One file at two places, where the file system can; otherwise a copy."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
