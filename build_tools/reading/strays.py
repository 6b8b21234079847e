"""Files that look like the dossier's but are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.problem import Problem
from build_tools.reading.folders import (
    ARTICLES,
    COMPARISON,
    PLACES,
    SETTINGS,
    VERSIONS,
    VOCABULARY,
    Folder,
    dossier_paths,
    hidden,
    outside,
)
from build_tools.reading.located import whole_file
from build_tools.reading.nearest_words import did_you_mean

YAML = re.compile(r"\.ya?ml(\.txt)?$", re.I)  # as it is meant: editors of Windows add `.txt`


def find_strays(folder: Folder) -> Iterator[Problem]:
    """YAML files and articles that nothing reads, because of their name or their place."""
    own = (place for place in dossier_paths(folder) if not outside(place, folder))
    for file in sorted(file for place in own for file in place.rglob("*.*")):
        if not hidden(file, folder) and (hint := stray(file.relative_to(folder.path).parts)):
            yield Problem(whole_file(folder.name(file)), "unexpected-file", "nothing reads this file", hint)


def stray(parts: tuple[str, ...]) -> str:
    """Why a file is not read, as a hint; nothing where it is."""
    top, name = parts[0], parts[-1]
    if name == "article.txt" and (top != ARTICLES or len(parts) != 3) and not is_earlier_text(parts):
        return "put each article in its own folder, `articles/<id>/article.txt`"
    ending = YAML.search(name)
    if not ending:
        return ""
    if ending[0] != ".yaml":
        return f"rename it `{name.removesuffix(ending[0])}.yaml`"
    if len(parts) == 1:
        names = (SETTINGS, VOCABULARY, COMPARISON)
        return "" if name in names else did_you_mean(name, names) or f"it belongs in {', '.join(PLACES)}"
    if top not in PLACES:
        return did_you_mean(top, PLACES) or f"the folders are {', '.join(PLACES)}"
    if top == ARTICLES and (len(parts) != 3 or name not in ("source.yaml", "annotations.yaml")):
        return "the files of an article are `article.txt`, `source.yaml` and `annotations.yaml`"
    return ""


def is_earlier_text(parts: tuple[str, ...]) -> bool:
    """Whether a path is that of an earlier text of an article.

    >>> is_earlier_text(("articles", "wire", "versions", "2025-06-21", "article.txt"))
    True
    """
    return len(parts) == 5 and (parts[0], parts[2]) == (ARTICLES, VERSIONS)
