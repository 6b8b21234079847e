"""The slips that articles full of commas, colons and brackets invite, each with a hint of its own."""

from __future__ import annotations

import re
import textwrap

import yaml

from build_tools.problem import Origin, Problem
from build_tools.reading.located import Located

PROSE = frozenset(
    {
        *("quote", "prefix", "suffix", "translation", "en", "zh", "account", "summary", "reason", "note"),
        *("title", "author", "publisher", "why", "inferred", "question", "label", "published_why"),
    }
)
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
SPECIAL = {
    '"': "begins a quoted text, which ends at the next quotation mark",
    "'": "begins a quoted text, which ends at the next quotation mark",
    "[": "begins a list",
    "{": "begins a mapping",
    "*": "begins an alias, which these files do not use",
    "&": "begins an anchor, which these files do not use",
    "!": "begins a tag, which these files do not use",
    "%": "begins a directive",
    "@": "begins nothing that YAML can read",
    "`": "begins nothing that YAML can read",
    ">": "begins a folded text on the lines below",
    "|": "begins a text on the lines below",
    "-": "begins an item of a list",
    "?": "begins a key",
    "]": "ends a list",
    "}": "ends a mapping",
    ",": "divides the entries of a list",
}
ENTRY = re.compile(r"^(?P<lead> *(?:- +)*)(?:(?P<key>[^\s:#\"'\[\]{},][^:#]*?):(?: +|$))?(?P<text>.*?)\s*$")


def block_form(key: str | None, text: str) -> str:
    """How a text is written so that nothing in it can mislead.

    >>> print(block_form("quote", '"元宇宙"部门将裁员'))
    write it on a line of its own, where nothing in it has a meaning:
      quote: |-
        "元宇宙"部门将裁员
    """
    head = f"{key}: |-" if key else "- |-"
    body = textwrap.indent(text or "…", "    ")
    return f"write it on a line of its own, where nothing in it has a meaning:\n  {head}\n{body}"


def find_odd_character(text: str, path: str) -> Problem | None:
    """The first character that YAML forbids, or takes for a line break where no reader would."""
    found = ODD.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    message = f"the character U+{ord(found[0]):04X} cannot stand in a YAML file"
    return Problem(Origin(path, line, column), "odd-character", message, "delete it: it is not visible")


def lines_with_comments(lines: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the lines that hold ` #`."""
    return frozenset(n for n, line in enumerate(lines, 1) if " #" in line or "\t#" in line)


def cut_by_comment(value: Located, key: Located | None, rest: str) -> Problem | None:
    """A ` #` after a text: everything from there on would be lost as a comment."""
    comment = rest.lstrip()
    if rest == comment or not comment.startswith("#"):
        return None
    if ((key is None or key not in PROSE) and comment.startswith(("# ", "##"))) or comment == "#":
        return None
    column = value.column + value.width + len(rest) - len(comment)
    origin = Origin(value.path, value.line, column, len(comment.rstrip()))
    return Problem(
        origin,
        "comment-cuts-text",
        "` #` begins a comment: this is lost",
        block_form(key, f"{value}{rest}".rstrip()),
    )


def splits_a_number(before: Located, after: Located) -> bool:
    """Whether the comma between two items of `[…]` stands inside a number: `10,000台`."""
    close = before.line == after.line and before.column + before.width + 1 == after.column
    return close and bool(re.search(r"\d$", before)) and bool(re.match(r"\d{3}(?!\d)", after))


def comma_in_flow(lost: list[Located], inside: str) -> Problem:
    """A comma in `{…}` or `[…]` that stands inside a value."""
    first = lost[0]
    message = f"the comma before `{first}` divides a value in two"
    return Problem(first.origin, "comma-in-flow", message, comma_hint(inside))


def comma_hint(inside: str) -> str:
    """The block form of a `{…}` or `[…]` whose values hold commas."""
    parts: list[str] = []
    mapping = bool(re.match(r"\s*[^,]*?: ", inside))
    for part in re.split(r",", inside):
        whole = bool(re.match(r"\s*[^\s:]+:(\s|$)", part)) if mapping else not re.match(r"\d{3}(?!\d)", part)
        if whole or not parts:
            parts.append(part.strip())
        else:
            parts[-1] += f",{part}"
    lead = "" if mapping else "- "
    return "write it in block style, a line an entry:\n" + "\n".join(f"  {lead}{part}" for part in parts)


def no_value(place: Located, rest: str) -> Problem:
    """A key or a dash with nothing after it."""
    comment = rest.strip()
    if comment.startswith("#"):
        return Problem(
            place.origin,
            "no-value",
            f"no value: `{comment}` is a comment",
            block_form(place or None, comment),
        )
    message = f"`{place}` has no value" if place else "this item is empty"
    hint = "write `{}` for a claim of nothing but the subject itself, and take out an entry you do not need"
    return Problem(place.origin, "no-value", message, hint)


def key_not_text(origin: Origin) -> Problem:
    return Problem(
        origin,
        "wrong-shape",
        "a key is a text, not a list or a mapping",
        "put a text that begins with `{` or `[` in quotation marks",
    )


def duplicate_key(key: Located) -> Problem:
    return Problem(
        key.origin,
        "duplicate-key",
        f"`{key}` stands here a second time",
        "keep one, or make a list of the values",
    )


def special_start(origin: Origin, text: str, key: str | None) -> Problem:
    """A text whose first character means something to YAML."""
    first = text[:1]
    message = f"`{first}` {SPECIAL.get(first, 'has a meaning here')}"
    return Problem(origin, "special-start", message, block_form(key, text.rstrip()))


def diagnose(error: yaml.MarkedYAMLError, path: str, lines: tuple[str, ...]) -> Problem:
    """What a contributor did, from what YAML says of it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Origin(path), "yaml-syntax", f"not readable as YAML: {error.problem}")
    where = error.context_mark if error.context_mark and "flow" in (error.context or "") else mark
    number = min(where.line, len(lines) - 1)
    line = lines[number]
    if "tab" in (error.problem or "") or re.match(r"[ -]*\t", line):
        column = line.index("\t") if "\t" in line else mark.column
        hint = "indent with spaces, two a level"
        return Problem(Origin(path, number + 1, column + 1), "tab", "a tab cannot indent", hint)
    entry = ENTRY.match(line)
    text, key = (entry["text"], entry["key"]) if entry else (line.strip(), None)
    origin = Origin(path, number + 1, line.find(text) + 1, max(1, len(text)))
    if text[:1] in SPECIAL and text[:1]:
        return special_start(origin, text, key)
    if re.search(r":(\s|$)", text):
        return colon_in_text(path, number, line, text, key)
    before = lines[number - 1] if number else ""
    if " #" in before and "did not find expected key" in (error.problem or ""):
        cut = before.index(" #") + 1
        return Problem(
            Origin(path, number, cut + 1, len(before) - cut),
            "comment-cuts-text",
            "` #` begins a comment: this is lost",
            block_form((e["key"] if (e := ENTRY.match(before)) else None), "…"),
        )
    place = Origin(path, min(mark.line + 1, len(lines)), mark.column + 1)
    return Problem(place, "yaml-syntax", f"not readable as YAML: {error.problem}", block_form(key, text))


def colon_in_text(path: str, number: int, line: str, text: str, key: str | None) -> Problem:
    found = re.search(r":(\s|$)", text)
    column = line.find(text) + (found.start() if found else 0)
    return Problem(
        Origin(path, number + 1, column + 1),
        "colon-in-text",
        "`: ` makes a key of the words before it",
        block_form(key, text),
    )
