"""Keeps what a check says of a dossier: where no file has changed, it says the same."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from build_tools.cache.kept_files import KeptFiles
from build_tools.cache.kept_reading import digest_of_files, digest_of_names
from build_tools.cache.packed import packed_bytes, plain_bytes
from build_tools.model import Build, Conflict
from build_tools.problem import Problems
from build_tools.reading.files import Files

RESULT = "result"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Every problem, the conflicts without a question, and the languages that a question is written in."""

    problems: Problems
    unjudged: tuple[Conflict, ...]
    languages: tuple[str, ...]


def result_of(made: Build) -> CheckResult:
    """What a check says of a dossier."""
    unjudged = tuple(conflict for conflict in made.dossier.conflicts if not conflict.question)
    return CheckResult(made.problems, unjudged, tuple(made.dossier.inputs.settings.languages))


def digest_of_found(files: Files, unreadable: Problems) -> bytes:
    """The digest of all files of a dossier, of what is wrong with them, and of the tool."""
    made = sha256(digest_of_names(files, {}) + plain_bytes(unreadable))
    for article in files.articles:
        made.update(digest_of_files(article))
    return made.digest()


def kept_result(whole: KeptFiles, digest: bytes) -> CheckResult | None:
    """What a check said of the files of this digest, if that was kept."""
    found = whole.value(RESULT, digest)
    return found if isinstance(found, CheckResult) else None


def keep_result(whole: KeptFiles, digest: bytes, result: CheckResult) -> None:
    """Keep what a check says of the files of this digest."""
    whole.save(RESULT, digest, packed_bytes(result))
