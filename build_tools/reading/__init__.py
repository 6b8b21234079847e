"""Reads the files of a dossier: text in, types and problems out."""

from __future__ import annotations

from pathlib import Path

from build_tools.locale_folders import built_in_locales
from build_tools.model import Inputs
from build_tools.problem import Problems
from build_tools.reading.assembling import Reader, read_here, understand
from build_tools.reading.files import Files, find_files, read_yaml
from build_tools.reading.folders import SETTINGS, open_folder
from build_tools.reading.located import under

__all__ = ["Files", "Reader", "find_files", "read", "read_editions", "read_found", "read_here"]


def read(root: Path, reader: Reader = read_here) -> tuple[Inputs, Problems]:
    """The inputs of the dossier in a folder, and every problem of its files.

    The folder holds `sources/`, or is itself the folder that holds `dossier.yaml`. It raises nothing,
    and the inputs refer only to what they contain.
    """
    return read_found(find_files(root), reader)


def read_found(found: tuple[Files, Problems], reader: Reader = read_here) -> tuple[Inputs, Problems]:
    """The same of files that were found."""
    files, unreadable = found
    inputs, unclear = understand(files, reader)
    return inputs, tuple(sorted((*unreadable, *unclear)))


def read_editions(root: Path) -> tuple[str, ...]:
    """The editions that a dossier names, read without the rest of it."""
    folder = open_folder(root)
    settings = read_yaml(folder, folder.path / SETTINGS, [])
    return tuple(map(str, under(settings.document.data, "editions"))) or built_in_locales()
