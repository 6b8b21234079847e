"""The reading of dates: a further language is a table more, and time grows as the text does."""

from __future__ import annotations

import time
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


@pytest.mark.parametrize("text", ["2025年", "周", "6月12日、", "9:30 ", "the week of ", "May ", "到", " "])
def test_four_times_the_text_takes_no_ten_times_as_long(text: str) -> None:
    read_dates(text * 100, PUBLISHED)
    short, long = seconds(text * 1000), seconds(text * 4000)
    assert long < 10 * short + 0.2


def seconds(text: str) -> float:
    begin = time.process_time()
    read_dates(text, PUBLISHED)
    return time.process_time() - begin
