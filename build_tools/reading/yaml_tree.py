"""Builds a tree of located scalars from YAML events, and refuses misleading syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from build_tools.problem import Origin, Problem
from build_tools.reading import slips
from build_tools.reading.located import Flow, Located, Node

DEEPEST = 20  # more than any file needs: a value of a claim is at level eight
HASH = re.compile(r"\s*#")
FLOW_END = re.compile(r"[,\]}]|$")

Opening: TypeAlias = yaml.MappingStartEvent | yaml.SequenceStartEvent


class NestedError(yaml.MarkedYAMLError):
    """Lists and entries inside each other, more than `DEEPEST` of them."""

    def __init__(self, event: Opening) -> None:
        line, column = start_of(event)
        mark = yaml.Mark("", 0, line, column, None, 0)
        super().__init__(problem="nested too deep", problem_mark=mark)


class ManyEntriesError(Exception):
    """More entries in one file than may be, and the line of the first one too many."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class Frame:
    """A mapping or a list that is still open.

    `keys` are those it has so far, each with its place; `lost` those that a comma left without a value;
    `doubled`: it has a key twice.
    """

    node: list[Node] | dict[Located, Node]
    flow: bool
    line: int
    column: int
    key: Located | None = None
    keys: dict[str, Located] = field(default_factory=dict)
    lost: list[Located] = field(default_factory=list)
    doubled: bool = False


def start_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column at which an event begins, from 0."""
    assert event.start_mark is not None
    return event.start_mark.line, event.start_mark.column


def end_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column at which an event ends, from 0."""
    assert event.end_mark is not None
    return event.end_mark.line, event.end_mark.column


class Builder:
    """Takes the events of one file in order; `root` is the tree when they have all come.

    After `most` texts, lists and mappings it takes no more.
    """

    def __init__(self, path: str, lines: tuple[str, ...], most: int) -> None:
        self.path = path
        self.lines = lines
        self.left = most
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[Frame] = []
        self.cut = slips.lines_with_comments(lines)

    def take(self, event: yaml.Event) -> None:
        """Take one more event; raises ManyEntriesError where there are too many."""
        if isinstance(event, yaml.NodeEvent):
            self.left -= 1
            if self.left < 0:
                raise ManyEntriesError(start_of(event)[0] + 1)
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.MappingStartEvent():
                self.open({}, event)
            case yaml.SequenceStartEvent():
                self.open(Flow() if event.flow_style else [], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.close(event)
            case yaml.AliasEvent():
                self.refuse_extras(event)
                self.add(self.locate(event, f"*{event.anchor}"))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        located = self.locate(event, event.value[: slips.LONGEST_TEXT])
        if len(event.value) > slips.LONGEST_TEXT:
            self.problems.append(slips.text_too_long(located.origin, len(event.value)))
        elif event.anchor or event.tag:
            self.refuse_extras(event)
        elif event.value.strip():
            if located.line in self.cut:
                self.look_for_comment(event, located)
            if self.stack and type(self.stack[-1].node) is Flow:
                self.look_for_thousands(located)
        else:
            self.empty(event, located)
        self.add(located)

    def locate(self, event: yaml.ScalarEvent | yaml.AliasEvent, text: str) -> Located:
        """The scalar with its place; a block text begins on the line after its `|`."""
        line, column = start_of(event)
        last, end = end_of(event)
        if last == line:
            return Located(text, self.path, line + 1, column + 1, max(1, end - column))
        if getattr(event, "style", None) in ("|", ">") and line + 1 < last:
            return self.locate_block(text, line + 1)
        width = len(self.line(line).rstrip()) - column
        return Located(text, self.path, line + 1, column + 1, max(1, width))

    def locate_block(self, text: str, line: int) -> Located:
        while line + 1 < len(self.lines) and not self.line(line).strip():
            line += 1
        shown = self.line(line)
        column = len(shown) - len(shown.lstrip())
        return Located(text, self.path, line + 1, column + 1, max(1, len(shown.strip())))

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def open(self, node: list[Node] | dict[Located, Node], event: Opening) -> None:
        if event.anchor or event.tag:
            self.refuse_extras(event)
        if len(self.stack) == DEEPEST:
            raise NestedError(event)
        self.stack.append(Frame(node, bool(event.flow_style), *start_of(event)))

    def close(self, event: yaml.Event) -> None:
        frame = self.stack.pop()
        if frame.lost:
            inside = self.between(frame, event)
            self.problems.append(slips.comma_in_flow(frame.lost[0], inside, self.key_above()))
        self.add(frame.node)

    def between(self, frame: Frame, event: yaml.Event) -> str:
        """The text of a `{…}` or `[…]`, brackets left out."""
        last, column = end_of(event)
        lines = [*self.lines[frame.line : last], self.lines[last][:column]]
        return " ".join(line.strip() for line in ("\n".join(lines)[frame.column + 1 : -1]).split("\n"))

    def add(self, node: Node) -> None:
        """Put a finished scalar, list or mapping where it belongs."""
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if isinstance(frame.node, list):
            frame.node.append(node)
        elif frame.key is None:
            frame.key = self.key(node)
        else:
            frame.node.setdefault(frame.key, node)
            frame.key = None

    def key(self, node: Node) -> Located:
        """The scalar as the next key of the mapping; a second time, or not a scalar, it is refused."""
        if not isinstance(node, Located):
            origin = Origin(self.path, self.stack[-1].line + 1, self.stack[-1].column + 1)
            self.problems.append(slips.key_not_text(origin))
            return Located("", self.path, origin.line, origin.column, 1)
        if node == "<<":
            self.problems.append(slips.merge_key(node))
        first = self.stack[-1].keys.setdefault(node, node)
        if first is not node:
            self.duplicate(node, first)
        return node

    def duplicate(self, key: Located, first: Located) -> None:
        """A key for the second time; in an item of a list those after it mostly follow from the first."""
        frame = self.stack[-1]
        in_list = len(self.stack) > 1 and isinstance(self.stack[-2].node, list)
        if not (in_list and frame.doubled):
            self.problems.append(slips.duplicate_key(key, first, in_list))
        frame.doubled = True

    def empty(self, event: yaml.ScalarEvent, located: Located) -> None:
        """An entry without a value: in `{…}` mostly the work of a comma."""
        frame = self.stack[-1] if self.stack else None
        key = frame.key if frame else None
        end = (key.line, key.column + key.width) if key else None
        if frame and frame.flow and key and end == (located.line, located.column):
            frame.lost.append(key)
        elif frame:
            self.problems.append(slips.no_value(key or located, self.comment_at(*start_of(event))))

    def look_for_thousands(self, located: Located) -> None:
        frame = self.stack[-1]
        before = frame.node[-1] if isinstance(frame.node, list) and frame.node else None
        if isinstance(before, Located) and slips.splits_a_number(before, located):
            frame.lost.append(located)

    def look_for_comment(self, event: yaml.ScalarEvent, located: Located) -> None:
        """A ` #` after a plain text that is not a key."""
        comment = self.comment_at(*end_of(event))
        frame = self.stack[-1] if self.stack else None
        if (
            not comment
            or event.style
            or frame is None
            or (isinstance(frame.node, dict) and frame.key is None)
        ):
            return
        problem = slips.cut_by_comment(located, self.key_above(), comment)
        if problem:
            self.problems.append(problem)

    def comment_at(self, line: int, column: int) -> str:
        """The rest of a line, if it is nothing but a comment."""
        text = self.line(line)
        return text[column:] if HASH.match(text, column) else ""

    def key_above(self) -> Located | None:
        """The key of the next value, or of the list that it is an item of."""
        return next((frame.key for frame in self.stack[:-3:-1] if frame.key), None)

    def refuse_extras(self, event: Opening | yaml.ScalarEvent | yaml.AliasEvent) -> None:
        """An anchor, an alias or a tag: mostly a text that begins with `&`, `*` or `!`."""
        line, column = start_of(event)
        text = self.line(line)
        end = FLOW_END.search(text, column) if self.stack and self.stack[-1].flow else None
        rest = text[column : end.start() if end else None].rstrip()
        origin = Origin(self.path, line + 1, column + 1, max(1, len(rest)))
        self.problems.append(slips.special_start(origin, rest, self.key_above()))
