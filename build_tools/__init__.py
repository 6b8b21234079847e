"""Annotated dossiers: articles and hand-written YAML in, a website that proves every statement out.

Programs use three functions; everything else may change:

- `load(root)` gives the dossier in a folder, and raises `DossierError` where its files have errors;
- `check(root)` gives the dossier together with every problem of its files, and raises nothing;
- `survey(dossier)` gives what the dossier as a whole shows: what agrees, what conflicts.

The first two read the folder; nothing writes. The types they return are those of `build_tools.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.findings import survey
    from build_tools.pipeline import DossierError, check, load

__all__ = ["DossierError", "check", "load", "survey"]


def __getattr__(name: str) -> object:
    """Import a stage only when it is used: the tool is packed where its dependencies are missing."""
    if name == "survey":
        from build_tools import findings

        return findings.survey
    if name in __all__:
        from build_tools import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
