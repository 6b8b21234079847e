"""Fits a tree of located scalars to a shape, and says where it does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.hints import did_you_mean
from build_tools.reading.located import Located, Node, first_of
from build_tools.reading.shapes import ByLanguage, Shape, form_of
from build_tools.reading.slips import block_form

S = TypeVar("S", bound=Shape)
Loc = tuple[int | str, ...]
WANTED = {
    "is_instance_of": "a text",
    "list_type": "a list",
    "too_short": "a list with at least one item",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "union_tag_invalid": "a text",
}
EXAMPLES = {
    "a list": "write `[one, two]`, or one a line, each after `- `",
    "a mapping": "write one `key: value` a line, indented by two spaces",
    "a text": "write it on one line, or under `|-` on lines of its own",
}


def fit(shape: type[S], node: Node | None, start: Origin) -> tuple[S | None, Problems]:
    """The tree in its shape, or every place where it does not fit; `start` is where it begins."""
    try:
        return shape.model_validate({} if node is None else node), ()
    except ValidationError as error:
        return None, tuple(problem(shape, node, found, start) for found in error.errors(include_url=False))


def problem(shape: type[Shape], node: Node | None, error: ErrorDetails, start: Origin) -> Problem:
    """One thing that does not fit, in words."""
    path, found = walk(node, error["loc"])
    key = path[-1] if path else None
    context = error.get("ctx", {})
    first = first_of(node)
    here = key.origin if key else first.origin if first else start
    match error["type"]:
        case "extra_forbidden":
            return unknown_key(shape, path)
        case "missing":
            name = str(error["loc"][-1]) if error["msg"] == "Field required" else "en` or `zh"
            return Problem(here, "missing-key", f"`{name}` is missing here", f"add `{name}: …`")
        case "missing-of-judged":
            name = str(context["name"])
            hint = "a judgement says why, by whom and when: `reason`, `by`, `decided`"
            return Problem(here, "missing-key", f"`{name}` is missing here", hint)
        case "not-in-list":
            return not_in_list(found, str(context["choices"]), here)
        case "bad-form":
            place = found.origin if isinstance(found, Located) else here
            return Problem(place, "bad-form", str(context["message"]), str(context["hint"]))
        case "flow-prose":
            first = first_of(found)
            origin = first.origin if first else here
            hint = "a list of quotes stands in block style, one a line; " + block_form(key, "")
            return Problem(origin, "special-start", "`[` begins a list", hint)
        case _:
            return wrong_shape(error["type"], key, found, here)


def walk(node: Node | None, loc: Loc) -> tuple[tuple[Located, ...], Node | None]:
    """The keys on the way to a place, and what stands there; names of forms are passed over."""
    path: list[Located] = []
    for part in loc:
        if isinstance(node, dict):
            key = next((key for key in node if key == part), None)
            if key is not None:
                path.append(key)
                node = node[key]
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
    return tuple(path), node


def unknown_key(shape: type[Shape], path: tuple[Located, ...]) -> Problem:
    """A key that the shape does not know, with the nearest that it does."""
    *outside, key = path
    known = keys_of(shape_at(shape, outside))
    hint = did_you_mean(key, known) or f"known here: {', '.join(f'`{name}`' for name in known)}"
    return Problem(key.origin, "unknown-key", f"no key `{key}` is known here", hint)


def shape_at(shape: type[Shape], path: Sequence[str]) -> type[Shape]:
    """The shape of the mapping under these keys; what has none of its own is a text by language."""
    for key in path:
        field = next((f for name, f in shape.model_fields.items() if (f.alias or name) == key), None)
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, Shape)):
            return ByLanguage
        shape = inner
    return shape


def keys_of(shape: type[Shape]) -> tuple[str, ...]:
    """The keys of a shape as they are written."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def not_in_list(found: Node | None, choices: str, here: Origin) -> Problem:
    """A value that is none of a short list."""
    origin = found.origin if isinstance(found, Located) else here
    hint = did_you_mean(str(found), choices.split(", ")) or f"one of: {choices}"
    return Problem(origin, "not-in-list", f"`{found}` is not one of {choices}", hint)


def wrong_shape(kind: str, key: Located | None, found: Node | None, here: Origin) -> Problem:
    """A list where a text belongs, a text where a mapping belongs."""
    if isinstance(found, dict) and len(found) == 1 and kind == "is_instance_of":
        inner = first_of(found)
        if inner is not None:
            hint = block_form(None, f"{inner}: …")
            return Problem(inner.origin, "colon-in-text", "`: ` makes a key of the words before it", hint)
    origin = found.origin if isinstance(found, Located) else here
    name = f"`{key}`" if key else "this"
    wanted = WANTED.get(kind, "something else")
    message = f"{name} is {wanted}, not {form_of(found)}"
    return Problem(origin, "wrong-shape", message, EXAMPLES.get(wanted, ""))


def salvage(
    shape: type[S], node: Node | None, start: Origin, least: dict[Located, Node]
) -> tuple[S, Problems]:
    """The tree in its shape without the entries that do not fit; `least` fills what must be there."""
    try:
        return shape.model_validate({} if node is None else node), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    problems = tuple(problem(shape, node, one, start) for one in found)
    bad = {str(part) for one in found for part in one["loc"][:1] or ("status", "decided")}
    entries = node if isinstance(node, dict) else {}
    kept = {**least, **{key: value for key, value in entries.items() if key not in bad}}
    made, _ = fit(shape, kept, start)
    return made or shape.model_validate(least), problems
