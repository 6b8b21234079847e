"""Whether the site that is there is what a build would make again: then there is nothing to be made."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

from build_tools.cache.kept_files import KeptFiles
from build_tools.cache.packed import plain_bytes
from build_tools.locale_folders import words_of_own_locales
from build_tools.safe_files import is_ordinary
from build_tools.website.entrance import site_url
from build_tools.website.exchanging import BUILD, PAGES, SITE
from build_tools.website.look import look_of

NAME = "site"
SHAPING = (  # the programs that shape a site, beside the tool
    *("mkdocs", "mkdocs-material", "markdown", "jinja2", "zensical", "pagefind_bin"),
    *("Babel", "markdown-it-py", "opencc-py"),
)


class StandingSite:
    """What is known of a dossier's site: the digest of all that it was made of, and that of its files."""

    def __init__(self, root: Path, files: bytes, whole: KeptFiles) -> None:
        """`files` is the digest of what is read and checked, `whole` is where what is known is kept."""
        self._root, self._files, self._whole = root, files, whole
        self._made_of = self._given()

    @property
    def stands(self) -> bool:
        """Whether all is there as the last build left it, and that was made of the same."""
        known = self._whole.load(NAME, self._made_of) if self._made_of else None
        return bool(known) and known == _digest_of_made(self._root)

    def keep(self) -> None:
        """Know the site that is there now, if all that it was made of is still the same."""
        if self._made_of and self._made_of == self._given():
            self._whole.save(NAME, self._made_of, _digest_of_made(self._root))

    def _given(self) -> bytes:
        """The digest of what a site is made of; nothing where it may be made of something more."""
        look = look_of(self._root)
        if not _is_plain(look / "mkdocs.yml"):
            return b""
        programs = (sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION, *map(_version, SHAPING))
        told = (self._files, programs, site_url(), os.environ.get("SOURCE_DATE_EPOCH", ""))
        made = sha256(plain_bytes((told, words_of_own_locales(self._root))))
        return _digest_of_files(look, (look / "mkdocs.yml", *_files_in(look / "docs")), made.digest())


def _is_plain(settings: Path) -> bool:
    """Whether the renderer is only told what these settings say: no programs, no words from elsewhere."""
    try:
        told = yaml.load(settings.read_bytes(), yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):  # a tag of the renderer's own reads what is elsewhere
        return False
    return isinstance(told, dict) and told.get("plugins") == [] and not told.keys() & {"hooks", "INHERIT"}


def _version(program: str) -> str:
    with suppress(PackageNotFoundError):
        return version(program)
    return ""


def _digest_of_made(root: Path) -> bytes:
    """The digest of all that a build makes; nothing where a part of it is no ordinary file."""
    settings = sorted((root / BUILD).glob("mkdocs.*.yml"))
    return _digest_of_files(root, (*settings, *_files_in(root / PAGES), *_files_in(root / SITE)))


def _files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in order, and links as they are."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        below = [Path(place, name) for name in folders]
        yield from filter(Path.is_symlink, below)
        yield from (Path(place, name) for name in sorted(files))


def _digest_of_files(root: Path, files: Iterable[Path], before: bytes = b"") -> bytes:
    made = sha256(before)
    try:
        for path in files:
            if not is_ordinary(path):
                return b""
            made.update(sha256(os.fsencode(path.relative_to(root))).digest())
            made.update(sha256(path.read_bytes()).digest())
    except OSError:
        return b""
    return made.digest()
