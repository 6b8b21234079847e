"""YAML as written: every scalar is its text and knows its place; misleading syntax is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.diagnosis import diagnose
from build_tools.reading.located import Node
from build_tools.reading.slips import foreign_line, odd_character, odd_indent, too_many_entries
from build_tools.reading.yaml_tree import Builder, ManyEntriesError, start_of

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
RETRIES = 50
MOST_ENTRIES = 40_000  # texts, lists and mappings, of fifty characters each in a file of 2 MB
EFFORT = 5_000_000  # characters: in a large file fewer entries that cannot be read are found at once


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its path, its lines and its tree (None where nothing is written).

    `slips` are the lines where something was refused; `whole` is false where an entry was left out.
    """

    path: str
    lines: tuple[str, ...]
    data: Node | None
    slips: frozenset[int] = frozenset()
    whole: bool = True


def parse_yaml(
    text: str, path: str, readable: bool = True, most: int = MOST_ENTRIES
) -> tuple[Document, Problems]:
    """The tree of a YAML text; an entry that cannot be read is left out, so that the rest is checked.

    Of a text with more than `most` entries nothing is read.

    >>> document, problems = parse_yaml("share: 49%\\nsince: no\\n", "a.yaml")
    >>> document.data, problems
    ({'share': '49%', 'since': 'no'}, ())
    """
    text = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    lines = tuple(text.split("\n"))
    if odd := odd_character(text, path) or odd_indent(text, path) or foreign_line(text, path):
        return Document(path, lines, None, whole=False), (odd,)
    try:
        builder, broken = build_with_retries(text, path, lines, most)
    except ManyEntriesError as error:
        return Document(path, lines, None, whole=False), (too_many_entries(path, error.line, most),)
    slips = frozenset(problem.origin.line for problem in builder.problems)
    document = Document(path, lines, builder.root, slips, readable and not broken)
    return document, (*broken, *builder.problems)


def build_with_retries(text: str, path: str, lines: tuple[str, ...], most: int) -> tuple[Builder, Problems]:
    """The tree, built again without each entry that cannot be read."""
    problems: list[Problem] = []
    left = list(lines)
    for _ in range(min(RETRIES, 1 + EFFORT // (len(text) + 1))):
        builder = Builder(path, lines, most)
        try:
            build_tree(text, builder)
        except yaml.MarkedYAMLError as error:
            problems.append(diagnose(error, path, tuple(left)))
            if not leave_out(left, error):
                break
            text = "\n".join(left)
        else:
            return builder, tuple(problems)
    return Builder(path, lines, most), tuple(problems)


def build_tree(text: str, builder: Builder) -> None:
    """Feed the events of the first document to a builder; a second document is refused."""
    loader = LOADER(text)
    try:
        while loader.check_event():
            event = loader.get_event()  # type: ignore[no-untyped-call]
            if isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
                origin = Origin(builder.path, start_of(event)[0] + 1, 1, 3)
                message = "`---` begins a second document: a file holds one"
                builder.problems.append(Problem(origin, "several-documents", message, "delete the line"))
                return
            builder.take(event)
    finally:
        loader.dispose()


def leave_out(lines: list[str], error: yaml.MarkedYAMLError) -> bool:
    """Empty the top-level entries that an error touches; False where nothing is left to empty."""
    marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
    flow = "flow" in (error.context or "") or "quoted" in (error.context or "")
    first = (min(marks) if flow else max(marks)) if marks else 0
    first = min(first, len(lines) - 1)
    while first and (not lines[first] or lines[first][0] in " \t#"):
        first -= 1
    last = first + 1
    while last < len(lines) and (not lines[last] or lines[last][0] in " \t#"):
        last += 1
    changed = any(lines[first:last])
    lines[first:last] = [""] * (last - first)
    return changed
