"""Editors' prose holds emphasis, links to entities and citations; the rest of it is words."""

from __future__ import annotations

import pytest

from build_tools.website.prose import Cited, Named, Piece, Words, plain_prose, read_prose


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", [Words("plain")]),
        ("[[ada]]", [Named("ada")]),
        ("[[ada|she]]", [Named("ada", "she")]),
        ("[[ada|]]", [Named("ada")]),
        ("[[ada|she|her]]", [Named("ada", "she|her")]),
        ("so [@paper/p-1].", [Words("so"), Cited("paper", "p-1"), Words(".")]),
        ("*so*", [Words("so", ("em",))]),
        (
            "**so *it* is**",
            [Words("so ", ("strong",)), Words("it", ("strong", "em")), Words(" is", ("strong",))],
        ),
        ("**[[ada]]**", [Named("ada", "", ("strong",))]),
        ("<b>x</b> [a](javascript:1)", [Words("<b>x</b> [a](javascript:1)")]),
        ("# no heading", [Words("# no heading")]),
        ("- no list", [Words("- no list")]),
        ("[[no such thing", [Words("[[no such thing")]),
        ("[^1] `x` | {{ y }}", [Words("[^1] `x` | {{ y }}")]),
    ],
)
def test_one_paragraph(text: str, pieces: list[Piece]) -> None:
    assert read_prose(text) == (tuple(pieces),)


def test_paragraphs() -> None:
    assert read_prose("one\n\ntwo") == ((Words("one"),), (Words("two"),))


def test_words_alone() -> None:
    assert plain_prose("*So* [[ada]] says [@a/b].\n\n[[bob|He]] too.", str.title) == "So Ada says. He too."
