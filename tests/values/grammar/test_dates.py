"""The reading of dates: a further language is one table more."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from build_tools.values import parse_edtf, plain_text, read_dates
from build_tools.values.grammar import dating
from build_tools.values.grammar.lexicon import Lexicon, read_lexicon

GERMAN = """
month_name: {januar: 1, juni: 6, dezember: 12}
weekday: {montag: 0, mittwoch: 2}
day_word: {gestern: -1, heute: 0}
since_before: [seit]
"""
PUBLISHED = parse_edtf("2025-06-21")


def with_german(folder: Path) -> Lexicon:
    table = folder / "german.yaml"
    table.write_text(GERMAN, encoding="utf-8")
    grammar = files(dating.__package__ or "")
    numbers = [grammar / "words" / name for name in ("numerals.yaml", "qualifiers.yaml")]
    return read_lexicon([*numbers, *(grammar / "date_words").iterdir(), table])


def test_a_third_language_is_one_table_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Seit 12 Juni 2025 ruht es. Gestern begann es wieder."
    assert [date.raw for date in read_dates(text, PUBLISHED)] == ["2025"]
    lexicon = with_german(tmp_path)
    monkeypatch.setattr(plain_text, "load_date_lexicon", lambda: lexicon)
    found = [(date.raw, date.edtf) for date in read_dates(text, PUBLISHED)]
    assert found == [("Seit 12 Juni 2025", "2025-06-12/.."), ("Gestern", "2025-06-20")]
