"""How problems look at a terminal, to GitHub and to a tool."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style

from build_tools.command_line.problem_printing import STYLES, echo_problems, print_problems, show_problems
from build_tools.commands.reading_text import MARKS
from build_tools.problem import Origin, Problem, Problems, Severity

FILE = "sources/articles/sina-2025-06-21/annotations.yaml"
LINE = "    - scale-ai-stake-price: 148亿美元"
PRICE = Problem(
    Origin(FILE, 4, 29, 6),
    "value-not-in-quote",
    "the quote gives 143亿美元",
    "correct the value, quote the passage that gives 148亿美元, or add `inferred: <why>`",
)


def show(problems: Problems, line: str = "", width: int = 80) -> str:
    """The text for a terminal, each problem being on line 4 of the file."""
    return show_problems(problems, {FILE: ("", "", "", line)}, width=width)


def at(column: int, width: int, message: str = "wrong", hint: str = "") -> Problem:
    return Problem(Origin(FILE, 4, column, width), "some-code", message, hint)


def test_the_line_is_shown_with_the_place_underlined_by_the_width_it_has() -> None:
    assert show((PRICE,), LINE) == (
        f"{FILE}:4:29: error[value-not-in-quote]\n"
        "   4 |     - scale-ai-stake-price: 148亿美元\n"
        "     |                             ^^^^^^^^^ the quote gives 143亿美元\n"
        "   hint: correct the value, quote the passage that gives 148亿美元, or add\n"
        "         `inferred: <why>`\n"
        "\n"
        "1 error\n"
    )


def test_what_stands_before_the_place_may_be_wide_too() -> None:
    shown = show((at(5, 2),), "他说: 谷歌好")
    assert shown.split("\n")[1:3] == ["   4 | 他说: 谷歌好", "     |       ^^^^ wrong"]


def test_a_message_that_has_no_room_stands_below() -> None:
    shown = show((at(60, 5, "this message has no room beside it"),), "x" * 64)
    assert shown.split("\n")[2:4] == [
        "     | " + " " * 59 + "^^^^^",
        "     | this message has no room beside it",
    ]


@pytest.mark.parametrize(("column", "width"), [(1, 3), (31, 2), (58, 3)])
def test_a_long_line_is_cut_around_the_place(column: int, width: int) -> None:
    shown = show((at(column, width),), "0123456789" * 6, width=30).split("\n")
    assert len(shown[1]) <= 30
    assert shown[1][shown[2].index("^")] == str(column - 1)[-1]
    assert shown[2].count("^") == width
    assert shown[1].startswith("   4 | …") == (column > 20)
    assert shown[1].endswith("…") == (column < 50)


@given(
    st.text(st.sampled_from("ab 亿谷:，"), min_size=1, max_size=200),
    st.integers(1, 200),
    st.integers(1, 200),
)
def test_no_line_is_wider_than_the_terminal(line: str, column: int, width: int) -> None:
    problem = at(min(column, len(line)), width, "谷歌" * 40, "把它写在单独的一行 " * 10)
    for shown in show((problem,), line).split("\n")[1:]:
        assert cell_len(shown) <= 80


@pytest.mark.parametrize("width", range(12))
def test_a_terminal_that_is_too_narrow_for_anything_is_still_told(width: int) -> None:
    shown = show((at(3, 4, "谷歌 is no word", "leave it out"),), "他说: 谷歌好" * 9, width)
    assert "谷" in shown
    assert shown.endswith("1 error\n")


def test_a_terminal_that_says_no_width_is_as_wide_as_any(tmp_path: Path) -> None:
    console = Console(file=StringIO(), width=0)
    echo_problems((PRICE,), tmp_path, "text", console)
    assert isinstance(console.file, StringIO)
    assert console.file.getvalue() == print_problems((PRICE,), tmp_path)


def test_yaml_in_a_hint_is_not_broken() -> None:
    quote = "2025年6月12日,Meta宣布以143亿美元收购硅谷明星公司Scale AI 49%的股份,并任命其创始人为首席技术官"
    hint = f"write it on a line of its own:\n  quote: |-\n    {quote}"
    assert f"        quote: |-\n          {quote}\n" in show((at(1, 1, hint=hint),), "quote")


def test_what_would_move_a_terminal_is_shown_and_does_nothing() -> None:
    shown = show((at(2, 1, "a \x1b[2J b"),), "x\x1b[31my\u202ez\tw")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "   4 | x�[31my�z w\n" in shown


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    problem = Problem(Origin(FILE, width=0), "missing-file", "this file is missing")
    assert show((problem,)) == f"{FILE}: error[missing-file]\n   this file is missing\n\n1 error\n"


def test_problems_are_sorted_by_place_and_counted() -> None:
    warning = Problem(Origin("a.yaml", 9), "out-of-order", "x", severity=Severity.WARNING)
    later = Problem(Origin("a.yaml", 10), "bad-id", "x")
    shown = show((PRICE, later, warning))
    places = [line for line in shown.split("\n") if "[" in line]
    assert places == [
        "a.yaml:9:1: warning[out-of-order]",
        "a.yaml:10:1: error[bad-id]",
        f"{FILE}:4:29: error[value-not-in-quote]",
    ]
    assert shown.endswith("\n2 errors, 1 warning\n")


def test_the_same_problem_is_shown_once() -> None:
    assert show((PRICE, PRICE)).endswith("\n1 error\n")


def test_nothing_wrong() -> None:
    assert show(()) == "no problems\n"


def test_github_shows_it_beside_the_line() -> None:
    problem = Problem(Origin("a:b,c.yaml", 3, 2, 4), "bad-id", "100%", "one\ntwo", Severity.WARNING)
    assert show_problems((problem,), {}, "github") == (
        "::warning file=a%3Ab%2Cc.yaml,line=3,col=2,endColumn=6,title=bad-id::100%25%0Ahint: one%0Atwo\n"
    )


def test_json_feeds_tools() -> None:
    assert json.loads(show_problems((PRICE,), {}, "json")) == [
        {
            "path": FILE,
            "line": 4,
            "column": 29,
            "width": 6,
            "severity": "error",
            "code": "value-not-in-quote",
            "message": PRICE.message,
            "hint": PRICE.hint,
        }
    ]
    assert json.loads(show_problems((), {}, "json")) == []


def test_lines_are_read_from_the_dossier(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("first\nsecond\n", encoding="utf-8")
    problem = Problem(Origin("a.yaml", 2, 1, 6), "bad-id", "wrong")
    gone = Problem(Origin("b.yaml", 2, 1, 6), "bad-id", "wrong")
    shown = print_problems((problem, gone), tmp_path)
    assert "   2 | second\n     | ^^^^^^ wrong\n" in shown
    assert "b.yaml:2:1: error[bad-id]\n   wrong\n" in shown


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_without_a_terminal_there_is_no_colour(form: str, tmp_path: Path) -> None:
    console = Console(file=StringIO(), width=80)
    echo_problems((PRICE,), tmp_path, form, console)
    assert isinstance(console.file, StringIO)
    assert console.file.getvalue() == print_problems((PRICE,), tmp_path, form)


def test_a_terminal_has_colours_and_the_same_words(tmp_path: Path) -> None:
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system="standard")
    with console.capture() as captured:
        echo_problems((PRICE,), tmp_path, "text", console)
    assert "\x1b[1;31m" in captured.get()
    assert re.sub(r"\x1b\[[\d;]*m", "", captured.get()) == print_problems((PRICE,), tmp_path)


XTERM = {"red": (205, 0, 0), "magenta": (205, 0, 205), "green": (0, 205, 0), "yellow": (205, 205, 0)}


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How far two colours are apart, as WCAG 2 measures it: 1 to 21."""

    def light(colour: tuple[int, ...]) -> float:
        parts: tuple[float, ...] = tuple((part / 255) ** 2.2 for part in colour)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("style", [*STYLES.values(), *MARKS.values()])
def test_a_colour_reads_on_a_light_terminal_and_on_a_dark_one(style: str) -> None:
    made = Style.parse(style)
    assert not made.dim
    if made.color:
        colour = XTERM[made.color.name]
        assert min(contrast(colour, (255, 255, 255)), contrast(colour, (0, 0, 0))) > 3


def test_yellow_would_not() -> None:
    assert contrast(XTERM["yellow"], (255, 255, 255)) < 2


@pytest.mark.parametrize("width", [0, 1, 3])
def test_a_terminal_without_room_is_told_nevertheless(width: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("price: 148億美元\n", encoding="utf-8")
    fault = Problem(
        Origin("a.yaml", 1, 8, 5), "value-not-in-quote", "the quote gives 143億美元", "correct it"
    )
    console = Console(file=StringIO(), width=width)
    echo_problems((fault,), tmp_path, "text", console)
    assert isinstance(console.file, StringIO)
    assert console.file.getvalue().startswith("a.yaml:1:8: error[value-not-in-quote]\n")
