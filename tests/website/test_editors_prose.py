"""Editors' prose holds emphasis, links to entities and citations; the rest of it is words."""

from __future__ import annotations

import pytest

from build_tools.website.editors_prose import Cited, Named, Piece, StyledWords, plain_prose, read_prose


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", [StyledWords("plain")]),
        ("[[ada]]", [Named("ada")]),
        ("[[ada|she]]", [Named("ada", "she")]),
        ("[[ada|]]", [Named("ada")]),
        ("[[ada|she|her]]", [Named("ada", "she|her")]),
        ("so [@paper/p-1].", [StyledWords("so"), Cited("paper", "p-1"), StyledWords(".")]),
        ("*so*", [StyledWords("so", ("em",))]),
        (
            "**so *it* is**",
            [
                StyledWords("so ", ("strong",)),
                StyledWords("it", ("strong", "em")),
                StyledWords(" is", ("strong",)),
            ],
        ),
        ("**[[ada]]**", [Named("ada", "", ("strong",))]),
        ("<b>x</b> [a](javascript:1)", [StyledWords("<b>x</b> [a](javascript:1)")]),
        ("# no heading", [StyledWords("# no heading")]),
        ("- no list", [StyledWords("- no list")]),
        ("[[no such thing", [StyledWords("[[no such thing")]),
        ("[^1] `x` | {{ y }}", [StyledWords("[^1] `x` | {{ y }}")]),
    ],
)
def test_one_paragraph(text: str, pieces: list[Piece]) -> None:
    assert read_prose(text) == (tuple(pieces),)


def test_paragraphs() -> None:
    assert read_prose("one\n\ntwo") == ((StyledWords("one"),), (StyledWords("two"),))


def test_words_alone() -> None:
    assert plain_prose("*So* [[ada]] says [@a/b].\n\n[[bob|He]] too.", str.title) == "So Ada says. He too."
