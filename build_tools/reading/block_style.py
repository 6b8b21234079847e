"""A text in YAML block style, as hints print it."""

from __future__ import annotations

import re
from itertools import pairwise

KEY = re.compile(r"\s*(?P<key>[^\s:,]+):(?:\s+(?P<value>.*)|$)", re.DOTALL)
UNSPACED = re.compile(r"\s*(?P<key>[a-z][a-z0-9_-]*)(?:\s*：|:(?!//))\s*(?P<value>\S.*)", re.DOTALL)
BRACKET = re.compile(r"[,\[\]{}]")
MOST_SHOWN = 50
MISLEADING = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`]|:(\s|$)|\s\#""")


def block_text(key: str | None, text: str) -> str:
    """The hint for one text; a key of `- ` means a list item.

    >>> print(block_text("quote", '"元宇宙"部门'))
    write it on its own line, where no character has a special meaning:
      quote: |-
        "元宇宙"部门
    """
    head = {None: "- |-", "- ": "- |-"}.get(key, f"{key}: |-")
    return f"write it on its own line, where no character has a special meaning:\n  {head}\n    {text}"


def block_entries(inside: str, key: str | None = None) -> str:
    """The hint for a `{…}` or `[…]` whose values hold commas or colons.

    >>> print(block_entries("value: 10,000台, period: 2025年", "stock"))
    write it in block style, one entry a line:
      stock:
        value: 10,000台
        period: 2025年
    """
    divided = divide(inside)
    lines = [line for entry in divided[:MOST_SHOWN] for line in in_block(entry)]
    if len(divided) > MOST_SHOWN:
        lines.append(f"# … and {len(divided) - MOST_SHOWN} more")
    if key:
        lines = [f"{key}:", *(f"  {line}" for line in lines)]
    return "write it in block style, one entry a line:\n" + "\n".join(f"  {line}" for line in lines)


def divide(inside: str) -> list[str]:
    """The entries of a `{…}` or `[…]`, with the commas inside their values.

    >>> divide("10,000台, 二十台"), divide("en: yes, no, zh: x")
    (['10,000台', '二十台'], ['en: yes, no', 'zh: x'])
    """
    mapping = key_of(inside)
    made: list[list[str]] = []
    for part in _parts(inside):
        begins = key_of(part) if mapping else not re.match(r"\d{3}(?!\d)", part)
        if begins or not made:
            made.append([part.strip()])
        else:
            made[-1].append(part.rstrip())
    return [",".join(parts) for parts in made]


def _parts(inside: str) -> list[str]:
    """The texts between the commas; none inside brackets counts, even if only their end is seen."""
    commas: list[int] = []
    closes = False
    for found in reversed(list(BRACKET.finditer(inside))):
        if found[0] != ",":
            closes = found[0] in "]}"
        elif not closes:
            commas.append(found.start())
    ends = [-1, *reversed(commas), len(inside)]
    return [inside[before + 1 : end] for before, end in pairwise(ends)]


def key_of(entry: str) -> re.Match[str] | None:
    """The key and the value of an entry, even if its colon is in full width or has no space after it."""
    return KEY.match(entry) or UNSPACED.match(entry)


def in_block(entry: str) -> list[str]:
    """The lines of one entry."""
    found = key_of(entry)
    if not found:
        return ["- |-", f"  {entry}"] if MISLEADING.search(entry) else [f"- {entry}"]
    key, value = found["key"], found["value"] or "…"
    if MISLEADING.search(value) and not re.fullmatch(r"\[.*\]|\{.*\}|\".*\"|'.*'", value):
        return [f"{key}: |-", f"  {value}"]
    return [f"{key}: {value}"]
