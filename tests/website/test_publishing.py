"""What stands beside the pages: the data, once for all editions."""

from __future__ import annotations

from pathlib import Path

from build_tools.website.publishing import write_data


def test_the_data_is_written_a_record_a_line(tmp_path: Path) -> None:
    write_data(tmp_path / "data", {"claims": ['{"id": "c-1"}', '{"quote": "收购"}'], "conflicts": []})
    assert (tmp_path / "data/claims.jsonl").read_text("utf-8") == '{"id": "c-1"}\n{"quote": "收购"}\n'
    assert (tmp_path / "data/conflicts.jsonl").read_text("utf-8") == ""
