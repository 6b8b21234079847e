"""The lexer: one pass over a text, its words as tokens with spans."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.values.grammar.characters import plain_characters
from build_tools.values.grammar.lexer import lex
from build_tools.values.grammar.lexicon import WordsError, read_lexicon
from build_tools.values.grammar.tokens import TokenKind


def words(text: str) -> list[str]:
    lexed = lex(text)
    return [lexed.given[token.start : token.end] for token in lexed.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以143億美元收購", ["143", "億", "美元"]),
        ("150，200家", ["150", "200", "家"]),
        ("150,200家", ["150,200", "家"]),
        ("２，３００人", ["２，３００", "人"]),
        ("1 200 000 people", ["1 200 000", "people"]),
        ("36氪的3个", ["36氪", "3", "个"]),
        ("35kg", ["35", "kg"]),
        ("见a.b@c.com的3个", ["3", "个"]),
        ("\ud800買了3个", ["3", "个"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_capitals_count_in_signs_only() -> None:
    units = [
        token.as_(TokenKind.UNIT) for token in lex("100 MB, 100 mb, 3 KG").tokens if token.is_(TokenKind.UNIT)
    ]
    assert [unit.name for unit in units if unit] == ["megabyte", "megabit", "kilogram"]


def test_plain_characters_are_plain() -> None:
    table = plain_characters()
    assert not [one for one in table.values() if one.translate(table) != one]


def test_a_table_of_a_third_language_is_one_file_more(tmp_path: Path) -> None:
    path = tmp_path / "german.yaml"
    path.write_text(
        "one: {drei: 3}\nlarge: {Millionen: 1000000}\nunits: {person: {of: person, words: [Personen]}}"
    )
    found = lex("Drei Millionen Personen", read_lexicon([path])).tokens
    assert [token.words[0].kind for token in found] == [TokenKind.ONE, TokenKind.LARGE, TokenKind.UNIT]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("ones: {drei: 3}", "german.yaml: ones: no such kind of words"),
        ("units: {meter: {kind: length}}", "german.yaml: units: `meter` has no column kind"),
        ("units: {meter: {words: meter}}", "german.yaml: units: words is no list"),
    ],
)
def test_a_fault_in_a_table_is_told(tmp_path: Path, table: str, message: str) -> None:
    path = tmp_path / "german.yaml"
    path.write_text(table)
    with pytest.raises(WordsError, match="german") as fault:
        read_lexicon([path])
    assert str(fault.value) == message
