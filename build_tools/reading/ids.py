"""Ids: the names of files in the folders of their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.model import SHIPPED, Kind, PlainKind
from build_tools.problem import Origin, Problem

ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
FOLDERS = {
    **{shipped.kind: shipped.folder for shipped in SHIPPED},
    Kind.EVENT: "events",
    Kind.FIGURE: "figures",
    Kind.QUESTION: "questions",
}


def folders_of(kinds: Iterable[PlainKind]) -> dict[Kind, str]:
    """The folder of each kind, in the order in which their files are read: those of a dossier come last."""
    return {**FOLDERS, **{kind.kind: kind.folder for kind in kinds}}


def bad_id(id: str, origin: Origin) -> Problem | None:
    """What is wrong with the form of an id.

    >>> bad_id("Scale AI", Origin("x.yaml")).hint
    'rename it: `scale-ai`'
    """
    if ID.fullmatch(id):
        return None
    better = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    hint = f"rename it: `{better}`" if better else "choose one in Latin letters"
    message = f"`{id}` is not a valid id: use a to z, 0 to 9 and, between them, `-`"
    return Problem(origin, "bad-id", message, hint)
