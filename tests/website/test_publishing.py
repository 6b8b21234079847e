"""What stands beside the pages: the data, once for all editions."""

from __future__ import annotations

from pathlib import Path

from build_tools.website.open_files import data_file
from build_tools.website.publishing import write_data


def test_each_file_of_data_has_its_bytes(tmp_path: Path) -> None:
    claims = data_file("claims", "data/claims.jsonl", "application/jsonl", [b'{"id": ', b'"c-1"}\n'])
    write_data(tmp_path, [claims, data_file("", "data/schemas/claims.schema.json", "", [b"{}"])])
    assert (tmp_path / "data/claims.jsonl").read_text("utf-8") == '{"id": "c-1"}\n'
    assert (tmp_path / "data/schemas/claims.schema.json").read_bytes() == b"{}"
