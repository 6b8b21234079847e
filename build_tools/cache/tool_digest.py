"""The digest of the tool: what was found by one version of it is not taken for what another would find."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

LIBRARIES = ("ahocorasick-rs", "PyYAML", "pydantic", "rapidfuzz")  # what is found rests on them too
TOOL = Path(__file__).parents[1]
PARTS_OF_TOOL = {".py", ".yaml", ".txt", ".po", ".sql", ".json"}


@cache
def digest_of_tool() -> bytes:
    """The digest of our own code and tables, of Python and of the libraries that what is found rests on."""
    from importlib.metadata import version  # it takes long to import, and only what is kept needs it

    made = sha256(f"{sys.version} {' '.join(map(version, LIBRARIES))}".encode())
    for file in sorted(each for each in TOOL.rglob("*") if each.suffix in PARTS_OF_TOOL):
        made.update(file.relative_to(TOOL).as_posix().encode() + b"\0" + file.read_bytes())
    return made.digest()
