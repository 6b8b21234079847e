"""Keeps what each article proves from one run to the next, in `build/cache/proofs/`.

An entry is used only where all that its proof rests on is the same: the article, its annotations, what is
of no article, and the tool. It is signed with a key of the person who runs the tool, so an entry that is
damaged, or that came with somebody else's commit, is proven again. Without the folder nothing changes.
"""

from __future__ import annotations

import hmac
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from secrets import token_bytes

import click

from build_tools.evidence.source_proofs import Common, Prover, SourceProof, SourceTask
from build_tools.safe_files import prune, put_file, read_ordinary, real_folder

FOLDER = "build/cache/proofs"
SIZE = 32  # bytes of a digest, of a signature and of the key
LIBRARIES = ("ahocorasick-rs", "PyYAML", "rapidfuzz")  # what a proof rests on beside our own code
TOOL = Path(__file__).parent
PARTS_OF_TOOL = {".py", ".yaml", ".txt"}


@dataclass(frozen=True, slots=True)
class ProofCache:
    """The entries of one dossier, and the key that signs them."""

    folder: Path
    key: bytes

    def load(self, name: str, digest: bytes) -> tuple[SourceProof | None, bool]:
        """The entry of an article if there is one of this digest, and whether there is a damaged one."""
        try:
            data = read_ordinary(self.folder / name)
        except OSError:
            return None, False
        signature, head, body = data[:SIZE], data[SIZE : 2 * SIZE], data[2 * SIZE :]
        if not hmac.compare_digest(signature, self._signature(head, body)):
            return None, True
        found = pickle.loads(body) if head == digest else None
        return (found if isinstance(found, SourceProof) else None), False

    def save(self, name: str, digest: bytes, proof: SourceProof) -> None:
        """Keep an entry in place of an earlier one."""
        body = pickle.dumps(proof, pickle.HIGHEST_PROTOCOL)
        put_file(self.folder / name, self._signature(digest, body) + digest + body)

    def _signature(self, digest: bytes, body: bytes) -> bytes:
        return hmac.digest(self.key, digest + body, "sha256")


def cached(root: Path, prover: Prover, tell: Callable[[str], None]) -> Prover:
    """A prover that proves only what has changed; `tell` is given what is wrong with the cache."""

    def prove(tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
        opened = open_cache(root)
        return prove_changed(opened, prover, tasks, common, tell) if opened else prover(tasks, common)

    return prove


def prove_changed(
    opened: ProofCache,
    prover: Prover,
    tasks: Sequence[SourceTask],
    common: Common,
    tell: Callable[[str], None],
) -> Iterator[SourceProof]:
    """The proofs of all articles in their order, those that are kept and those that are made."""
    shared = digest_of_common(common)
    digests = [digest_of_task(task, shared) for task in tasks]
    kept = [opened.load(task.source.id, digest) for task, digest in zip(tasks, digests, strict=True)]
    if damaged := sum(is_damaged for _, is_damaged in kept):
        tell(f"{FOLDER}: {damaged} damaged or of another computer; proven again")
    changed = [task for task, (proof, _) in zip(tasks, kept, strict=True) if proof is None]
    made = iter(prover(changed, common) if changed else ())
    for task, digest, (proof, _) in zip(tasks, digests, kept, strict=True):
        if proof is None:
            proof = next(made)
            with suppress(OSError):  # a full disk, a folder that may not be written
                opened.save(task.source.id, digest, proof)
        yield proof
    with suppress(OSError):
        prune(opened.folder, {task.source.id for task in tasks})


def open_cache(root: Path) -> ProofCache | None:
    """The cache of a dossier; none where its folder or the key cannot be made."""
    try:
        folder = real_folder(root, FOLDER)
        put_file(folder.parent / ".gitignore", b"*\n")
        return ProofCache(folder, own_key())
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


def digest_of_task(task: SourceTask, shared: bytes) -> bytes:
    """The digest of all that the proof of one article rests on."""
    return sha256(shared + plain_bytes(task)).digest()


def digest_of_common(common: Common) -> bytes:
    """The digest of what is of no article, and of the tool."""
    inputs = common.inputs
    told = (inputs.settings, inputs.vocabulary, inputs.entities, sorted(common.credited))
    return sha256(digest_of_tool() + plain_bytes(told)).digest()


@cache
def digest_of_tool() -> bytes:
    """The digest of our own code and tables, of Python and of the libraries that a proof rests on."""
    made = sha256(f"{sys.version} {' '.join(map(version, LIBRARIES))}".encode())
    for file in sorted(each for each in TOOL.rglob("*") if each.suffix in PARTS_OF_TOOL):
        made.update(file.relative_to(TOOL).as_posix().encode() + b"\0" + file.read_bytes())
    return made.digest()


def plain_bytes(value: object) -> bytes:
    """A value as bytes that are the same for equal values, however they share their parts."""
    made = BytesIO()
    pickler = pickle.Pickler(made, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return made.getvalue()
