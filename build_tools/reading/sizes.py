"""Limits to the size of files, and their bytes; a larger file is not read."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from build_tools.model import Limits
from build_tools.problem import Origin, Problem
from build_tools.reading.folders import SETTINGS
from build_tools.reading.located import Located, Node

ARTICLE = "article.txt"
SIZE_FORM = r"[1-9]\d?(\.\d+)? ?MB|[1-9]\d{0,4} ?kB"
ENTRY = 50  # bytes; an entry of an annotation has about twenty
UNITS = {"kB": 1_000, "MB": 1_000_000}


class TooLargeError(OSError):
    """A file is larger than it may be; `strerror` says how large both are."""


def read_within(file: Path, limit: int) -> bytes:
    """The bytes of an ordinary file; raises TooLargeError where there are more, and reads no more."""
    found = file.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise OSError(errno.EINVAL, "not an ordinary file", str(file))
    if found.st_size > limit:
        raise too_large(file, size(found.st_size), limit)
    with file.open("rb") as opened:
        data = opened.read(found.st_size + 1)
        if len(data) > found.st_size:  # it has grown, or says nothing of its size
            data += opened.read(limit + 1 - len(data))
    if len(data) > limit:
        raise too_large(file, f"more than {size(limit)}", limit)
    return data


def too_large(file: Path, found: str, limit: int) -> TooLargeError:
    """What is raised of a file that has more bytes than it may."""
    return TooLargeError(errno.EFBIG, f"this file has {found}; the limit is {size(limit)}", str(file))


def size(count: int) -> str:
    """A number of bytes as people write it.

    >>> size(5_000_000), size(6_240_000), size(1_500), size(12)
    ('5 MB', '6.2 MB', '1.5 kB', '12 bytes')
    """
    for unit, factor in reversed(UNITS.items()):
        if count >= factor:
            return f"{count / factor:.1f}".removesuffix(".0") + f" {unit}"
    return f"{count} bytes"


def bytes_in(written: str) -> int | None:
    """The number of bytes that a setting allows; None where it has another form.

    >>> bytes_in("5 MB"), bytes_in("2.5MB"), bytes_in("much")
    (5000000, 2500000, None)
    """
    if not re.fullmatch(SIZE_FORM, written):
        return None
    return round(float(written[:-2]) * UNITS[written[-2:]])


def limits_of(settings: Node | None) -> Limits:
    """What `dossier.yaml` allows; what it does not say, or not as a size, stays as it is without it."""
    entries = settings.items() if isinstance(settings, dict) else ()
    texts = {str(key): value for key, value in entries if isinstance(value, Located)}
    default = Limits()
    return Limits(
        bytes_in(texts.get("article_limit", "")) or default.article,
        bytes_in(texts.get("yaml_limit", "")) or default.yaml,
    )


def limit_for(file: Path, limits: Limits) -> int:
    """The most bytes that a file may have; `dossier.yaml`, which sets the limits, sets none for itself."""
    if file.name == ARTICLE:
        return limits.article
    return Limits().yaml if file.name == SETTINGS else limits.yaml


def most_entries(limit: int) -> int:
    """How many entries a YAML file of so many bytes may have: they take time, and a short one as much."""
    return max(1_000, limit // ENTRY)


def file_too_large(origin: Origin, file: Path, error: TooLargeError) -> Problem:
    """The problem that a file is larger than it may be."""
    match file.name:
        case "article.txt":
            hint = "import only the article itself, or raise `article_limit` in dossier.yaml"
        case "dossier.yaml":
            hint = "it is for the whole dossier: delete everything else"
        case _:
            hint = "divide it, or raise `yaml_limit` in dossier.yaml"
    return Problem(origin, "file-too-large", str(error.strerror), hint)
