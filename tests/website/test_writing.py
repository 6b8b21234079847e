"""A tree of files on disk is what it was asked to be, and no more is touched than must be."""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.website.writing import hand_written, write_files

PAGES = {"index.md": b"# Home\n", "people/ada.md": b"# Ada\n"}


def at(path: Path) -> tuple[bytes, int]:
    """What a file holds, and when it was written."""
    return path.read_bytes(), path.stat().st_mtime_ns


def written(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The files of a folder, written some time ago."""
    write_files(PAGES, folder)
    for path in folder.rglob("*.md"):
        os.utime(path, ns=(0, 1))
    return {path.name: at(path) for path in folder.rglob("*.md")}


def test_all_is_written_at_first(tmp_path: Path) -> None:
    write_files(PAGES, tmp_path)
    assert {path: (tmp_path / path).read_bytes() for path in PAGES} == PAGES


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    before = written(tmp_path)
    write_files(PAGES, tmp_path)
    assert {path.name: at(path) for path in tmp_path.rglob("*.md")} == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    before = written(tmp_path)
    write_files({**PAGES, "index.md": b"# Start\n"}, tmp_path)
    assert (tmp_path / "index.md").read_bytes() == b"# Start\n"
    assert at(tmp_path / "people/ada.md") == before["ada.md"]


def test_what_no_longer_belongs_is_removed_with_its_folder(tmp_path: Path) -> None:
    before = written(tmp_path)
    write_files({"index.md": b"# Home\n"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]
    assert at(tmp_path / "index.md") == before["index.md"]


def test_pages_by_hand_are_converted_and_styles_are_not(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / "zh/about.md").write_text("关于", "utf-8")
    (tmp_path / "assets/site.css").write_text("/* 关于 */", "utf-8")
    found = hand_written(tmp_path, "zh", lambda text: text.replace("关于", "關於"))
    assert found == {"about.md": "關於".encode(), "assets/site.css": "/* 关于 */".encode()}


def test_code_and_what_names_its_language_stay_as_written(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    kept = '`关于` <span lang="zh-Hans">关于</span>\n\n- one\n\n  ```yaml\n  quote: 关于\n  ```\n'
    (tmp_path / "zh/guide.md").write_text(f"关于 {kept}关于", "utf-8")
    found = hand_written(tmp_path, "zh", lambda text: text.replace("关于", "關於"))
    assert found["guide.md"].decode() == f"關於 {kept}關於"


def test_a_dossier_without_pages_by_hand_has_none(tmp_path: Path) -> None:
    assert hand_written(tmp_path, "en") == {}
