"""Files that the tool keeps for itself below `build/cache/`, each with its digest and signed.

They are signed with a key of the person who runs the tool, so that one that is damaged, or that came with
somebody else's commit, is not used. Without them nothing changes but the time that a check takes.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes

import click

from build_tools.cache.packed import Memory
from build_tools.safe_files import prune, put_file, read_ordinary, real_folder

CACHE = "build/cache"
SIZE = 32  # bytes of a digest, of a signature and of the key


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The files in one folder of the cache, by name, and the key that signs them.

    `damaged` are those that were found damaged, or signed by somebody else; `memory` has what was unpacked.
    """

    folder: Path
    key: bytes
    memory: Memory = field(default_factory=Memory)
    damaged: list[str] = field(default_factory=list)

    def load(self, name: str, digest: bytes) -> bytes | None:
        """What was kept under a name and this digest; None where there is nothing, or nothing that counts."""
        try:
            data = read_ordinary(self.folder / name)
        except OSError:
            return None
        if not hmac.compare_digest(data[:SIZE], self._signature(data[SIZE:])):
            self.damaged.append(name)
            return None
        return data[2 * SIZE :] if data[SIZE : 2 * SIZE] == digest else None

    def value(self, name: str, digest: bytes) -> object:
        """The value that was kept under a name and this digest; None as in `load`."""
        data = self.load(name, digest)
        return None if data is None else self.unpacked(name, data)

    def unpacked(self, name: str, data: bytes) -> object:
        """The value in some bytes that were kept under a name."""
        return self.memory.unpacked(f"{self.folder.name}/{name}", data)

    def save(self, name: str, digest: bytes, body: bytes) -> None:
        """Keep something in place of what was kept earlier; nothing where the disk does not take it."""
        signed = digest + body
        with suppress(OSError):  # a full disk, a folder that may not be written
            put_file(self.folder / name, self._signature(signed) + signed)

    def prune(self, keep: Container[str]) -> None:
        """Remove all but the files of these names."""
        with suppress(OSError):
            prune(self.folder, keep)

    def _signature(self, signed: bytes) -> bytes:
        return hmac.digest(self.key, signed, "sha256")


def open_kept(root: Path, name: str, memory: Memory) -> KeptFiles | None:
    """A folder of a dossier's cache; None where it or the key cannot be made."""
    try:
        folder = real_folder(root, f"{CACHE}/{name}")
        put_file(folder.parent / ".gitignore", b"*\n")
        return KeptFiles(folder, own_key(), memory)
    except OSError:
        return None


def own_key() -> bytes:
    """The key of the person who runs the tool, made at its first use; raises OSError."""
    folder = Path(click.get_app_dir("annotated-dossier"))
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "cache-key"
    with suppress(FileExistsError):
        file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(token_bytes(SIZE))
    key = read_ordinary(place)
    if len(key) != SIZE:
        raise OSError(f"{place} is not a key")
    return key
