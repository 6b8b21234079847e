"""A line of JSON as the tree that the reader of a dossier takes: each scalar is a text with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.reading.located import Located, Node

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null')
LONE = re.compile("[\ud800-\udfff]")  # half a character, which no file can hold
DEEPEST = 20
DEEP = "it is nested too deep"
NOT_JSON = "this line is not a JSON object: {why}"
Json = str | list["Json"] | dict[str, "Json"] | None


class NotJsonError(ValueError):
    """A line that is no JSON object; the message says why."""


def node_of_json(line: str, path: str, number: int) -> dict[Located, Node]:
    """The object on a line; what is null is left out, and a number is the text that is written.

    >>> node_of_json('{"quote": "a", "claims": [{"share": 49}], "note": null}', "d.jsonl", 3)
    {'quote': 'a', 'claims': [{'share': '49'}]}
    """
    try:
        read: Json = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as fault:
        why = f"{fault.msg}, column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else DEEP
        raise NotJsonError(NOT_JSON.format(why=why)) from None
    if not isinstance(read, dict):
        raise NotJsonError(NOT_JSON.format(why="it has no `{…}`"))
    if repeats_a_key(line):
        raise NotJsonError(NOT_JSON.format(why="a key is given twice"))
    return Placing(path, number, TOKEN.finditer(line)).mapping(read, 0)


def repeats_a_key(line: str) -> bool:
    """Whether an object of the line has one key twice: only the last would be seen."""
    found = False

    def look(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal found
        made = dict(pairs)
        found = found or len(made) < len(pairs)
        return made

    json.loads(line, object_pairs_hook=look)
    return found


@dataclass
class Placing:
    """Gives each scalar of a line its place: its tokens come in the order of the tree."""

    path: str
    number: int
    tokens: Iterator[re.Match[str]]

    def mapping(self, read: dict[str, Json], depth: int) -> dict[Located, Node]:
        """An object, without the keys whose value is null."""
        made: dict[Located, Node] = {}
        for name, value in read.items():
            key = self.scalar(name)
            node = self.node(value, depth + 1)
            if node is not None:
                made[key] = node
        return made

    def node(self, value: Json | bool, depth: int) -> Node | None:
        """A value; nothing for a null."""
        if depth > DEEPEST:
            raise NotJsonError(NOT_JSON.format(why=DEEP))
        match value:
            case dict():
                return self.mapping(value, depth)
            case list():
                items = [self.node(one, depth + 1) for one in value]
                return [one for one in items if one is not None]
            case None:
                next(self.tokens)
                return None
            case bool():
                return self.scalar("true" if value else "false")
            case _:
                return self.scalar(value)

    def scalar(self, text: str) -> Located:
        """A text with the place of the next token."""
        found = next(self.tokens)
        return Located(
            LONE.sub("\ufffd", text), self.path, self.number, found.start() + 1, found.end() - found.start()
        )
