"""What stands beside the pages: the data, once for all editions."""

from __future__ import annotations

from pathlib import Path

from build_tools.website.open_files import DataFile
from build_tools.website.publishing import write_data


def test_each_file_of_data_has_its_bytes(tmp_path: Path) -> None:
    claims = DataFile("claims", "data/claims.jsonl", "application/jsonl", b'{"id": "c-1"}\n')
    write_data(tmp_path, [claims, DataFile("", "data/schemas/claims.schema.json", "", b"{}")])
    assert (tmp_path / "data/claims.jsonl").read_text("utf-8") == '{"id": "c-1"}\n'
    assert (tmp_path / "data/schemas/claims.schema.json").read_bytes() == b"{}"
