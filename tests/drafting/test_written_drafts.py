"""A draft as YAML: whatever a model writes is read back as it was, and stays in its place in the file."""

from __future__ import annotations

import json

import pytest

from build_tools.drafting.draft_report import plain
from build_tools.drafting.json_nodes import node_of_json
from build_tools.drafting.written_drafts import PlacedEntry, as_item, with_entries
from build_tools.reading.yaml_nodes import parse_yaml

ODD = (
    "a: b",
    "- a",
    "# no comment",
    "a # b",
    "'",
    '"quoted"',
    "{a, b}",
    "[x]",
    "on",
    "49%",
    "&anchor *alias !tag",
    "two\nlines",
    "two\n\n  lines: with indent",
    "---",
    "|-",
    "…",
    "「引」，又",
)


@pytest.mark.parametrize("words", ODD)
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    given = {
        "quote": [words, "b"],
        "translation": words,
        "means": {words.replace("\n", " "): "some-id"},
        "claims": [{"some-id": {"value": words, "participant": [words, "c"]}}, {"other-id": {}}],
    }
    node = node_of_json(json.dumps(given), "draft", 1)
    document, problems = parse_yaml(as_item({str(key): value for key, value in node.items()}), "a.yaml")
    assert problems == ()
    assert document.data is not None
    assert plain(document.data) == [given]


FILE = "# a head\n\n- quote: b\n  skip: x\n\n# of d\n- quote: d\n  skip: x\n"
STARTS = {3: 10, 7: 30}


@pytest.mark.parametrize(("start", "order"), [(5, "nbd"), (10, "bnd"), (20, "bnd"), (30, "bdn"), (40, "bdn")])
def test_a_new_entry_goes_before_the_first_from_later_in_the_article(start: int, order: str) -> None:
    text = with_entries(FILE, [PlacedEntry(start, "- quote: n\n  skip: x\n")], STARTS, None)
    document, problems = parse_yaml(text, "a.yaml")
    assert problems == ()
    assert document.data is not None
    assert plain(document.data) == [{"quote": each, "skip": "x"} for each in order]
    assert "# of d\n- quote: d\n" in text
    assert text.startswith("# a head\n")


@pytest.mark.parametrize("text", ["", "# a head\n", "[]\n"])
def test_the_first_entry_of_a_file(text: str) -> None:
    made = with_entries(text, [PlacedEntry(3, "- quote: n\n  skip: x\n")], {}, None)
    document, problems = parse_yaml(made, "a.yaml")
    assert problems == ()
    assert document.data is not None
    assert plain(document.data) == [{"quote": "n", "skip": "x"}]
