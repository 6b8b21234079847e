"""The kinds of plain entities of a dossier: those that ship, and those that `vocabulary.yaml` declares."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import SHIPPED, Kind, LocalText, PlainKind
from build_tools.problem import Problem, Problems
from build_tools.reading.ids import FOLDERS, ID, bad_id
from build_tools.reading.located import Located, Node
from build_tools.reading.prose import local
from build_tools.reading.settings_shapes import KindShape
from build_tools.reading.validation import fit

KINDS = "kinds"
TAKEN = frozenset(
    {*FOLDERS.values(), "articles", "themes", "conflicts", "sources", "data", "assets", "search"}
)


def declared_kinds(vocabulary: Node | None) -> tuple[tuple[PlainKind, ...], Problems]:
    """The kinds of a dossier, those that ship first; one whose folder or name is taken is left out."""
    made: list[PlainKind] = list(SHIPPED)
    problems: list[Problem] = []
    for key, node in _entries(vocabulary):
        shape, wrong = fit(KindShape, node, key.origin)
        problems += (*filter(None, (bad_id(key, key.origin),)), *wrong)
        if shape is None or not ID.fullmatch(key):
            continue
        folder = str(shape.folder)
        if taken := _taken(key, shape.folder, made):
            problems.append(taken)
            continue
        label = local(shape.label) or LocalText(every=key.replace("-", " "))
        made.append(PlainKind(Kind(str(key)), folder, label, local(shape.plural) or label))
    return tuple(made), tuple(problems)


def _entries(vocabulary: Node | None) -> Iterator[tuple[Located, Node]]:
    entries = vocabulary if isinstance(vocabulary, dict) else {}
    found = next((value for key, value in entries.items() if key == KINDS), None)
    yield from found.items() if isinstance(found, dict) else ()


def _taken(key: Located, folder: Located, made: list[PlainKind]) -> Problem | None:
    """A kind whose name or folder another has already."""
    if str(key) in {*map(str, Kind), *(str(kind.kind) for kind in made)}:
        hint = "choose another name: this kind ships, and needs no entry"
        return Problem(key.origin, "duplicate-id", f"there is a kind `{key}` already", hint)
    if folder in TAKEN or any(kind.folder == folder for kind in made):
        hint = "choose another: each kind has a folder of its own"
        return Problem(folder.origin, "duplicate-id", f"the folder `{folder}` is taken already", hint)
    return None
