"""What is edited is rebuilt, once, when it is calm again."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from build_tools.website.serving import command, watch


def test_a_change_is_rebuilt_once(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    rebuilt = threading.Event()
    times: list[float] = []
    end: list[int] = []

    def rebuild() -> Path:
        times.append(time.monotonic())
        rebuilt.set()
        return tmp_path

    folders = [tmp_path / "sources", tmp_path / "docs"]
    watching = threading.Thread(target=watch, args=(folders, rebuild, lambda: end[0] if end else None))
    watching.start()
    time.sleep(0.3)
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / "sources" / name).write_text("label: A", "utf-8")
    assert rebuilt.wait(timeout=5)
    time.sleep(0.5)
    end.append(0)
    watching.join(timeout=5)
    assert not watching.is_alive()
    assert len(times) == 1


def test_the_server_shows_faulty_pages_too(tmp_path: Path) -> None:
    words = command(tmp_path / "mkdocs.en.yml", 8123)
    assert "--no-strict" in words
    assert "127.0.0.1:8123" in words
