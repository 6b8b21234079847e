"""Common mistakes with commas, colons and brackets in YAML, each with its hint."""

from __future__ import annotations

import re

from build_tools.problem import Origin, Problem
from build_tools.reading.block_style import block_entries, block_text
from build_tools.reading.located import Located, Node

PROSE = frozenset(
    {
        *("quote", "prefix", "suffix", "translation", "en", "zh", "account", "summary", "reason", "note"),
        *("title", "author", "publisher", "through", "why", "inferred", "question", "label", "published_why"),
    }
)
NEVER_EMPTY = frozenset({"claims", "means", "skip", "id", "said_by", "via", "aliases", "measures", "words"})
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A key or an item after it, so that a paragraph of an article, set in by two wide spaces, is none.
ODD_INDENT = re.compile("^ *([\u00a0\u2002-\u200a\u202f\u3000]+) *(?:- +)?[a-z0-9_-]+:(?= |$)", re.MULTILINE)
FOREIGN = re.compile(r"^(?:(?:<{7}|={7}|>{7})(?: .*)?|//.*)$", re.MULTILINE)
SPECIAL = {
    '"': 'begins a quotation that ends at the next `"`',
    "'": "begins a quotation that ends at the next `'`",
    "[": "begins a list",
    "{": "begins entries `key: …`",
    "*": "begins an alias, which these files do not use",
    "&": "begins an anchor, which these files do not use",
    "!": "begins a tag, which these files do not use",
    "%": "begins a directive, which these files do not use",
    "@": "cannot begin a text",
    "`": "cannot begin a text",
    ">": "begins a text on the lines below",
    "|": "begins a text on the lines below",
    "-": "begins a list item",
    "?": "begins a key",
    "]": "ends a list",
    "}": "ends entries `key: …`",
    ",": "cannot begin a text",
}
WIDE_SPACE = "[\u00a0\u2002-\u200b\u202f\u3000]"
UNSEEN = re.compile(rf"(?P<key>[a-z0-9_-]+)(?:\s*：\s*|:(?=\S)|:(?P<space>{WIDE_SPACE})\s*)(?P<text>.*)")
COMMENT = "` #` begins a comment: this is lost"
LONGEST_TEXT = 20_000
COLON = "`: ` makes a key of the words before it"


def odd_character(text: str, path: str) -> Problem | None:
    """The first character that YAML forbids, or takes for a line break where no reader would."""
    found = ODD.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    message = f"the character U+{ord(found[0]):04X} is not allowed in YAML"
    return Problem(
        Origin(path, line, column), "odd-character", message, "delete it; most editors do not show it"
    )


def too_many_entries(path: str, line: int, most: int) -> Problem:
    """A file that would take too long to read, however few its bytes are."""
    message = f"this file has more than {most:,} entries"
    return Problem(
        Origin(path, line), "file-too-large", message, "divide it, or raise `yaml_limit` in dossier.yaml"
    )


def odd_indent(text: str, path: str) -> Problem | None:
    """The first entry that is indented by what only looks like spaces.

    >>> odd_indent("claims:\\n\\u3000- price: 3", "a.yaml").message
    'U+3000 only looks like a space and cannot be used for indentation'
    """
    found = ODD_INDENT.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start(1)) + 1
    column = found.start(1) - text.rfind("\n", 0, found.start(1))
    message = f"U+{ord(found[1][0]):04X} only looks like a space and cannot be used for indentation"
    origin = Origin(path, line, column, len(found[1]))
    return Problem(origin, "indentation", message, "indent with spaces, two for each level")


def foreign_line(text: str, path: str) -> Problem | None:
    """The first line that git left where two changes met, or that is a comment as programs have them.

    >>> foreign_line("price: 3\\n<<<<<<< HEAD\\n", "a.yaml").origin.line
    2
    """
    found = FOREIGN.search(text)
    if not found:
        return None
    line = found[0].rstrip()
    origin = Origin(path, text.count("\n", 0, found.start()) + 1, 1, len(line))
    if line.startswith("//"):
        hint = f"write `# {line.lstrip('/').strip()}`"
        return Problem(origin, "yaml-syntax", "a comment begins with `#`, not with `//`", hint)
    message = "an unresolved merge conflict of git"
    hint = "keep what is right, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
    return Problem(origin, "yaml-syntax", message, hint)


def lines_with_comments(lines: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the lines that hold ` #`."""
    return frozenset(n for n, line in enumerate(lines, 1) if " #" in line or "\t#" in line)


def cut_by_comment(value: Located, key: Located | None, rest: str) -> Problem | None:
    """A ` #` after a text: prose seldom has a comment, and a comment has a space after its `#`."""
    comment = rest.strip()
    if not comment.startswith("#") or rest.startswith("#"):
        return None
    if key not in PROSE and re.match(r"#+(\s|$)", comment):
        return None
    column = value.column + value.width + rest.index("#")
    origin = Origin(value.path, value.line, column, len(comment))
    return Problem(origin, "comment-cuts-text", COMMENT, block_text(key, f"{value}{rest}".rstrip()))


def colon_not_seen(text: str) -> str:
    """What to write where a colon divides nothing: in full width, or with no space after it.

    >>> colon_not_seen("price：143亿美元"), colon_not_seen("price")
    ('a key ends with a half-width colon and a space: `price: 143亿美元`', '')
    """
    found = UNSEEN.match(text)
    if not found or found["text"].startswith("//"):
        return ""
    right = f"{found['key']}: {found['text']}".rstrip()
    if found["space"]:
        return (
            f"U+{ord(found['space']):04X} after the colon only looks like a space: write `{right}` with one"
        )
    return f"a key ends with a half-width colon and a space: `{right}`"


def splits_a_number(before: Located, after: Located) -> bool:
    """Whether the comma between two items of `[…]` is part of a number: `10,000台`."""
    close = before.line == after.line and before.column + before.width + 1 == after.column
    return close and before[-1:].isdecimal() and bool(re.match(r"\d{3}(?!\d)", after))


def comma_in_flow(first: Located, inside: str, key: str | None) -> Problem:
    """A comma in `{…}` or `[…]` that is part of a value; `inside` is what the brackets hold."""
    if colon_not_seen(first):
        message = "a key ends with a half-width colon and a space"
        return Problem(first.origin, "yaml-syntax", message, block_entries(inside, key))
    message = f"the comma before `{first}` splits a value in two"
    return Problem(first.origin, "comma-in-flow", message, block_entries(inside, key))


def no_value(place: Located, rest: str) -> Problem:
    """A key or a dash with nothing after it, or nothing but a comment."""
    comment = rest.strip()
    if comment.startswith("#"):
        return Problem(
            place.origin, "no-value", f"no value: `{comment}` is a comment", block_text(place, comment)
        )
    if not place:
        hint = "write it after the `-`, or delete the `-`"
        return Problem(place.origin, "no-value", "this item is empty", hint)
    message = f"`{place}` has no value"
    hint = "write it after the colon, or below it, indented by two more spaces"
    if place not in PROSE and place not in NEVER_EMPTY:
        hint += "; `{}` is for a claim of the subject alone"
    return Problem(place.origin, "no-value", message, hint)


def text_too_long(origin: Origin, length: int) -> Problem:
    """A text beyond the limit."""
    message = f"this text has {length:,} characters; at most {LONGEST_TEXT:,} are allowed"
    hint = "divide it: quote sentence by sentence, and keep summaries short"
    return Problem(origin, "text-too-long", message, hint)


def key_not_text(origin: Origin) -> Problem:
    """A list or a mapping as a key: mostly a text that begins with a bracket."""
    hint = "put a key that begins with `{` or `[` in quotation marks"
    return Problem(origin, "wrong-shape", "a key is a text, not a list or entries", hint)


def merge_key(key: Located) -> Problem:
    """YAML's `<<`, which takes entries over from elsewhere."""
    hint = "write the entries out here, where readers of the file look for them"
    return Problem(key.origin, "special-start", "`<<` merges entries, which these files do not do", hint)


def duplicate_key(key: Located, first: Located, in_list: bool) -> Problem:
    """A key that its mapping already has; in a list it may be the dash of the next item that is missing."""
    message = f"duplicate key `{key}`, first at line {first.line}"
    hint = "keep one of the two" + ("; or begin a new list item with `- `" if in_list else "")
    return Problem(key.origin, "duplicate-key", message, hint)


def special_start(origin: Origin, text: str, key: str | None) -> Problem:
    """A text whose first character means something to YAML."""
    message = f"`{text[:1]}` {SPECIAL[text[:1]]}"
    return Problem(origin, "special-start", message, block_text(key, text.rstrip()))


def colon_in_item(item: dict[Located, Node]) -> Problem:
    """A text that became a mapping, because it holds `: `."""
    first, value = next(iter(item.items()))
    text = f"{first}: {value}" if isinstance(value, Located) else f"{first}: …"
    return Problem(first.origin, "colon-in-text", COLON, block_text(None, text))
