"""The comment at the top of a YAML file that names its schema for editors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from build_tools.reading.folders import THEMES
from build_tools.reading.ids import FOLDERS

MARK = "# yaml-language-server: $schema="
HEAD = re.compile(rf"^{re.escape(MARK)}.*\n", re.M)
BY_NAME = {name: name for name in ("dossier", "vocabulary", "source", "annotations", "comparison")}
BY_FOLDER = {**{folder: kind.value for kind, folder in FOLDERS.items()}, THEMES: "theme"}


def schema_for(path: PurePosixPath, declared: Mapping[str, str] = MappingProxyType({})) -> str:
    """Which schema a file of the dossier has; nothing if it has none; `declared` are kinds by folder.

    >>> schema_for(PurePosixPath("sources/people/board/ada.yaml")), schema_for(PurePosixPath("x.yaml"))
    ('person', '')
    """
    known = {**BY_FOLDER, **declared}
    for folder in path.parts[:-1]:
        if folder in known:
            return known[folder]
    return BY_NAME.get(path.stem, "")


def schema_head(path: PurePosixPath, declared: Mapping[str, str] = MappingProxyType({})) -> str:
    """The first line of a file; its path is relative to the dossier, which holds `schemas/`.

    >>> schema_head(PurePosixPath("sources/people/ada.yaml"))
    '# yaml-language-server: $schema=../../schemas/person.json'
    """
    return f"{MARK}{'../' * (len(path.parts) - 1)}schemas/{schema_for(path, declared)}.json"


def with_head(text: str, path: PurePosixPath, declared: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text of a file with the right head, and otherwise as it was.

    >>> with_head("label: Ada\\n", PurePosixPath("people/ada.yaml"))
    '# yaml-language-server: $schema=../schemas/person.json\\nlabel: Ada\\n'
    """
    if not schema_for(path, declared):
        return text
    return f"{schema_head(path, declared)}\n{HEAD.sub('', text)}"
