"""YAML as written: what is read, where it stands, and what is refused."""

from __future__ import annotations

import json
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.problem import Problem
from build_tools.reading.located import Located, scalars
from build_tools.reading.yaml_nodes import parse_yaml
from tests.cases import Case, read_cases

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1)
LINE_OF_ITS_OWN = "write it on its own line, where no character has a special meaning:\n"
PIECES = [
    "好",
    "元宇宙",
    "Meta",
    "10,000台",
    ": ",
    ":",
    " #",
    "#1",
    '"',
    "'",
    "[图]",
    "{",
    "*",
    "&a",
    "!",
    "%",
    "@",
    "`",
    ",",
    " ",
]
SCRAPS = st.lists(
    st.sampled_from(
        ["- ", "a: ", "\n", "  ", "\t", "[", "]", "{", "}", ", ", "'", '"', "|-", "#", "&a ", "*a", "他"]
    )
)


def shown(problem: Problem) -> str:
    """A problem as the cases write it."""
    origin = problem.origin
    return f"{origin.line}:{origin.column}+{origin.width} {problem.code}"


@pytest.mark.parametrize("case", read_cases("yaml"), ids=str)
def test_case(case: Case) -> None:
    document, problems = parse_yaml(f"{case.input}\n", "a.yaml")
    lines = [json.dumps(document.data, ensure_ascii=False), *map(shown, sorted(problems))]
    assert lines == case.expected.split("\n")


@given(WORDS.filter(str.strip))
def test_a_text_on_lines_of_its_own_is_read_as_it_stands(text: str) -> None:
    text = text.strip()
    document, problems = parse_yaml(f"quote: |-\n  {text}\n", "a.yaml")
    assert problems == ()
    assert document.data == {"quote": text}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).map(str.strip))
def test_what_a_hint_prints_is_read_as_the_text(text: str) -> None:
    document, problems = parse_yaml(f"quote: {text}\n", "a.yaml")
    hints = [problem.hint for problem in problems if problem.hint.startswith(LINE_OF_ITS_OWN)]
    for hint in hints:
        mended = textwrap.dedent(hint.removeprefix(LINE_OF_ITS_OWN))
        assert parse_yaml(mended, "a.yaml")[0].data == {"quote": text}
    assert problems or document.data == {"quote": text} or text[0] in "'\"[{"


@given(SCRAPS.map("".join))
def test_nothing_that_can_be_written_raises(text: str) -> None:
    document, problems = parse_yaml(text, "a.yaml")
    for problem in problems:
        assert 1 <= problem.origin.line <= len(document.lines)
        assert problem.origin.column <= len(document.lines[problem.origin.line - 1]) + 1


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse_yaml(text, "a.yaml")


def test_a_place_is_where_the_text_stands() -> None:
    text = "- quote: 第一句\n  means: {他: wang, 公司: [meta, 'b c']}\n  note: |\n\n    第二句\n"
    document, _ = parse_yaml(text, "a.yaml")
    found = {str(scalar): scalar for scalar in scalars(document.data)}
    places = [(found[name].line, found[name].column, found[name].width) for name in ("第一句", "公司", "b c")]
    assert places == [(1, 10, 3), (2, 20, 2), (2, 31, 5)]
    block = found["\n第二句\n"]
    assert (block.line, block.column, block.width) == (5, 5, 3)


@pytest.mark.parametrize(
    ("text", "message", "may_be_bare"),
    [
        ("- lin-wan:\n", "`lin-wan` has no value", True),
        ("claims:\n", "`claims` has no value", False),
        ("summary:\n", "`summary` has no value", False),
        ("- \n- a\n", "this item is empty", False),
    ],
)
def test_only_a_subject_may_stand_for_itself(text: str, message: str, may_be_bare: bool) -> None:
    _, (problem,) = parse_yaml(text, "a.yaml")
    assert problem.message == message
    assert ("`{}`" in problem.hint) is may_be_bare


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    document, problems = parse_yaml("\ufeffa: 1\r\nb: |-\r\n  c\r\n", "a.yaml")
    assert problems == ()
    assert document.data == {"a": "1", "b": "c"}
    assert [(key.line, key.column) for key in scalars(document.data)] == [(1, 1), (1, 4), (2, 1), (3, 3)]


def test_a_deep_nest_does_not_raise() -> None:
    document, _ = parse_yaml("a: " + "[" * 5000 + "]" * 5000, "a.yaml")
    assert document.data is None or isinstance(document.data, dict)


def test_a_located_text_is_a_text() -> None:
    by_text: dict[str, int] = {Located("a", "x.yaml", 1, 1, 1): 1}
    assert by_text["a"] == 1
