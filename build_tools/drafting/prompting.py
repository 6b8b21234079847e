"""All that a model needs to draft the annotations of one article, in one text of bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypedDict

import yaml

from build_tools.data_files import read_data
from build_tools.drafting.meant import MeantLine, meant_lines
from build_tools.grouped import grouped
from build_tools.model import Dossier, Source, SourceId
from build_tools.reading.schemas import schema_of

MOST_BYTES = 48_000
ANY_LANGUAGE = "en"  # of the examples for an article in a language that has none
LEAST_FOR_IDS = 12_000  # of a long article, which takes the text over the bound


class WorkedExample(TypedDict):
    """An invented article, and what a model should answer to it."""

    article: str
    lines: list[str]


class PromptWords(TypedDict):
    """The words around what the dossier gives."""

    head: str
    rules: str
    examples_head: str
    examples: dict[str, WorkedExample]
    headings: dict[str, str]
    article_head: str


@cache
def prompt_words() -> PromptWords:
    """The rules, the examples and the headings."""
    loaded: PromptWords = yaml.safe_load(read_data(__package__, "prompt.yaml"))
    return loaded


def prompt(dossier: Dossier, id: SourceId) -> str:
    """The rules, what may be meant, the schema, two examples, and the article with its line numbers.

    At most 48 kB in UTF-8 for an article of 3,000 characters, however large the dossier is: what is
    likeliest to be meant comes first, and what has no room is left out.
    """
    source, words = dossier.inputs.sources[id], prompt_words()
    head = [words["head"].format(source=id), words["rules"]]
    tail = ["".join(_schema()), "".join(_examples(source)), "".join(_article(source))]
    used = sum(len(part.encode()) + 1 for part in (*head, *tail))
    room = max(MOST_BYTES - used, LEAST_FOR_IDS)
    return "\n".join([*head, "".join(_meant(meant_lines(dossier, source), room)), *tail])


def _meant(lines: Sequence[MeantLine], room: int) -> Iterator[str]:
    """The ids that may be meant, under their headings: the likeliest of all, as many as there is room for."""
    headings = prompt_words()["headings"]
    left = room - sum(len(one.encode()) + 8 for one in headings.values()) - 40
    kept: list[MeantLine] = []
    for one in sorted(lines, key=lambda line: -line.rank):
        left -= len(one.shown.encode()) + 2
        if left < 0:
            break
        kept.append(one)
    yield "## What may be meant\n"
    by_heading = grouped((one for one in lines if one in kept), lambda line: line.heading)
    for name in filter(by_heading.__contains__, headings):
        yield f"\n### {headings[name]}\n\n"
        yield from (f"{one.shown}\n" for one in by_heading[name] if one.rank)
        if others := [one.shown for one in by_heading[name] if not one.rank]:
            yield f"- not seen in this article: {', '.join(others)}\n"


def _schema() -> Iterator[str]:
    yield "## The schema of an annotation\n\nOf the list that it describes you write one item a line.\n\n"
    yield f"{json.dumps(schema_of('annotations'), ensure_ascii=False, separators=(',', ':'))}\n"


def _examples(source: Source) -> Iterator[str]:
    words = prompt_words()
    example = words["examples"].get(source.language, words["examples"][ANY_LANGUAGE])
    yield f"{words['examples_head']}\n> {example['article']}\n\n"
    yield from (f"{line}\n" for line in example["lines"])


def _article(source: Source) -> Iterator[str]:
    published = source.published.raw or source.published.edtf or "at an unknown time"
    yield prompt_words()["article_head"].format(published=published, language=source.language)
    yield "\n"
    out = {number for one in source.omit for number in range(one.first, one.last + 1)}
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip() and number not in out:
            yield f"{number}: {line}\n"
