"""Validates a tree of located scalars against a shape, with a problem for each mismatch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.located import Located, Node, first_of
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.scalar_forms import MOST_PARTS, Shape, form_of
from build_tools.reading.slips import colon_in_item, colon_not_seen
from build_tools.reading.texts_by_language import ByLanguage

S = TypeVar("S", bound=Shape)
RETRIES = 3
JUDGEMENT = ("status", "by", "decided")
Tree = Node | None
TEXT, LIST, ENTRIES = "a text", "a list", "entries `key: …`"
AT_LEAST_ONE = "a list of at least one"
NOT_SO_MANY = f"a list of at most {MOST_PARTS}"
WANTED = {
    "is_instance_of": TEXT,
    "union_tag_invalid": TEXT,
    "list_type": LIST,
    "too_short": AT_LEAST_ONE,
    "too_long": NOT_SO_MANY,
    "dict_type": ENTRIES,
    "model_type": ENTRIES,
}
HINTS = {
    TEXT: "write it on one line, or under `|-` on lines of its own",
    AT_LEAST_ONE: "write one or more, or leave the entry out",
    NOT_SO_MANY: "quote fewer parts, or the whole sentence",
    LIST: "write `[one, two]`, or one a line, each after `- `",
    ENTRIES: "write a line `key: …` for each, indented by two spaces",
    "quote": "write the words of the article, or a list of them, one part a line after `- `",
    "claims": "write `- subject-id: …` for each claim",
    "means": "write `means: {他: some-id}`",
    "measures": "write `measures: {of: some-id, unit: USD}`",
    "omit": "write the lines and the reason: `omit: {7: advertisement}`",
    "reliability": "write a line `grade: …` and a line `why: …` below it, indented by two spaces",
    "answers": "write a line `answer-id: …` for each answer, indented by two spaces",
}


@dataclass(frozen=True, slots=True)
class Whole:
    """What is fitted to a shape, and where it begins; the keys of a mapping are looked up, not looked for."""

    tree: Tree
    start: Origin
    keys: dict[int, dict[str, Located]] = field(default_factory=dict)

    def key(self, mapping: dict[Located, Node], name: int | str) -> Located | None:
        """The key of this name, with its place."""
        known = self.keys.setdefault(id(mapping), {})
        if not known:
            known.update({str(key): key for key in reversed(mapping)})
        return known.get(name) if isinstance(name, str) else None


def fit(shape: type[S], tree: Tree, start: Origin) -> tuple[S | None, Problems]:
    """The tree in its shape, or every place where it does not fit; `start` is where it begins."""
    try:
        return shape.model_validate({} if tree is None else tree), ()
    except ValidationError as error:
        whole = Whole(tree, start)
        return None, tuple(problem_of(one, shape, whole) for one in error.errors(include_url=False))


def salvage(shape: type[S], tree: Tree, start: Origin, least: dict[Located, Node]) -> tuple[S, Problems]:
    """The tree in its shape without the entries that do not fit; `least` fills what must be there."""
    entries = tree if isinstance(tree, dict) else {}
    made, problems = fit(shape, tree, start)
    left = entries
    for _ in range(RETRIES):
        if made is not None:
            return made, problems
        bad = spoiled(shape, left)
        left = {key: left[key] for key in left if key not in bad}
        made, _ = fit(shape, {**least, **left}, start)
    return shape.model_validate(least), problems


def spoiled(shape: type[Shape], entries: dict[Located, Node]) -> set[str]:
    """The entries of a mapping that do not fit; a check of the whole is one of what was judged."""
    try:
        shape.model_validate(entries)
    except ValidationError as error:
        keys = (one["loc"][:1] or JUDGEMENT for one in error.errors(include_url=False))
        return {str(key) for each in keys for key in each}
    return set()


def problem_of(error: ErrorDetails, shape: type[Shape], whole: Whole) -> Problem:
    """One thing that does not fit, in words."""
    path, found = walk(whole, error["loc"])
    match error["type"]:
        case "extra_forbidden":
            return unknown_key(shape, path)
        case "missing":
            name = error["loc"][-1]
            origin = beginning(path, whole)
            return Problem(origin, "missing-key", f"`{name}` is missing here", f"add `{name}: …`")
        case kind if kind in WANTED:
            origin = found.origin if isinstance(found, Located) else beginning(path, whole)
            item = isinstance(error["loc"][-1], int) if error["loc"] else False
            return wrong_shape(WANTED[kind], name_of_place(path, item), found, origin)
        case code:
            context = error.get("ctx", {})
            if at := context.get("at"):
                path, found = walk(whole, (at,))
            is_key = error["loc"][-1:] == ("[key]",)
            value = found if isinstance(found, Located) and not is_key else None
            origin = value.origin if value is not None else beginning(path, whole)
            return Problem(origin, code, error["msg"], str(context.get("hint", "")))


def walk(whole: Whole, loc: tuple[int | str, ...]) -> tuple[tuple[Located, ...], Tree]:
    """The keys on the way to a place, and its value; names of forms are skipped."""
    path: list[Located] = []
    tree = whole.tree
    for part in loc:
        if isinstance(tree, dict):
            key = whole.key(tree, part)
            if key is not None:
                path.append(key)
                tree = tree[key]
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
    return tuple(path), tree


def beginning(path: Sequence[Located], whole: Whole) -> Origin:
    """The key of a value, or else the first word of the file."""
    if path:
        return path[-1].origin
    first = first_of(whole.tree)
    return first.origin if first else whole.start


def unknown_key(shape: type[Shape], path: Sequence[Located]) -> Problem:
    """A key that the shape does not know, with the nearest that it does."""
    *outside, key = path
    known = shape_at(shape, outside).keys()
    hint = did_you_mean(key, known) or f"known here: {', '.join(f'`{name}`' for name in known)}"
    return Problem(key.origin, "unknown-key", f"unknown key `{key}`", hint)


def shape_at(shape: type[Shape], path: Sequence[str]) -> type[Shape]:
    """The shape of the mapping under these keys; what has none of its own is a text by language."""
    for key in path:
        field = next((f for name, f in shape.model_fields.items() if (f.alias or name) == key), None)
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, Shape)):
            return ByLanguage
        shape = inner
    return shape


def name_of_place(path: Sequence[Located], item: bool) -> str:
    """What holds the wrong thing."""
    if not path:
        return "this"
    return f"an item of `{path[-1]}`" if item else f"`{path[-1]}`"


def wrong_shape(wanted: str, name: str, found: Tree, origin: Origin) -> Problem:
    """A list where a text belongs, a text where entries belong."""
    if wanted == TEXT and isinstance(found, dict) and len(found) == 1:
        return colon_in_item(found)
    given = "an empty list" if found == [] else {"a mapping": ENTRIES}.get(form_of(found), form_of(found))
    if wanted == NOT_SO_MANY and isinstance(found, list):
        return Problem(
            origin, "wrong-shape", f"{name} should be {wanted}, not of {len(found)}", HINTS[wanted]
        )
    hint = HINTS.get(name.split("`")[-2] if "`" in name else "", HINTS.get(wanted, ""))
    if wanted == ENTRIES and isinstance(found, Located):
        hint = colon_not_seen(found) or hint
    return Problem(origin, "wrong-shape", f"{name} should be {wanted}, not {given}", hint)
