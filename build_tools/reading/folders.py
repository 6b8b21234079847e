"""The folders of a dossier's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from build_tools.model import Limits
from build_tools.reading.ids import FOLDERS
from build_tools.safe_files import leads_out

ARTICLES = "articles"
VERSIONS = "versions"
SETTINGS = "dossier.yaml"
VOCABULARY = "vocabulary.yaml"
COMPARISON = "comparison.yaml"
SCORES = "attack.json"
THEMES = "themes"
PLACES = (ARTICLES, *FOLDERS.values(), THEMES)


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that holds a dossier's files, how large these may be, and how their paths begin.

    The beginning is `sources/` or nothing.
    """

    path: Path
    prefix: str
    limits: Limits = field(default_factory=Limits)

    @property
    def root(self) -> Path:
        """The folder of the dossier, which nothing that is read leads out of."""
        return self.path.parent if self.prefix else self.path

    def name(self, file: Path) -> str:
        """The path of a file as problems show it."""
        return self.prefix + file.relative_to(self.path).as_posix()


def open_folder(root: Path) -> Folder:
    """The sources of a dossier: `root/sources`, or `root` itself."""
    if (root / "sources").is_dir():
        return Folder(root / "sources", "sources/")
    return Folder(root, "")


def outside(file: Path, folder: Folder) -> bool:
    """Whether a link leads from a path out of the dossier."""
    return bool(leads_out(folder.root, file))


def hidden(file: Path, folder: Folder) -> bool:
    """Whether a file or a folder above it is hidden."""
    return any(part.startswith(".") for part in file.relative_to(folder.path).parts)


def dossier_paths(folder: Folder) -> tuple[Path, ...]:
    """The files and folders that hold a dossier and nothing else; some may not be there."""
    own = (SETTINGS, VOCABULARY, COMPARISON, *PLACES)
    return (folder.path,) if folder.prefix else tuple(folder.path / name for name in own)
