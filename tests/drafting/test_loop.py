"""The loop that the guide shows, run with a scripted model: what is refused at first is corrected."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RIGHT = {
    "quote": "创始人林晚出任首席执行官。",
    "translation": "The founder Lin Wan becomes chief executive.",
    "claims": [{"lin-wan": {"role": "founder"}}],
}
WRONG = {
    "quote": "灯鸢科技宣布以14亿元收购风筝云",
    "translation": "Lantern Kite announced it would buy Kite Cloud for 1.4 billion yuan",
    "claims": [{"purchase-price": "14亿元"}],
}
CORRECTED = {
    "quote": "灯鸢科技宣布以12亿元收购风筝云",
    "translation": "Lantern Kite announced it would buy Kite Cloud for 1.2 billion yuan",
    "claims": [{"purchase-price": "12亿元"}],
}
FIRST = f"{json.dumps(RIGHT, ensure_ascii=False)}\n{json.dumps(WRONG, ensure_ascii=False)}\n"
SECOND = f"{json.dumps(CORRECTED, ensure_ascii=False)}\n"
MODEL = """import pathlib, sys
asked = sys.stdin.read()
again = "## Not proven" in asked
name = "second.jsonl" if again and "quote-not-found" in asked else "first.jsonl"
print(pathlib.Path(name).read_text("utf-8"))
"""


def loops() -> list[str]:
    """The script as each language's guide has it."""
    pages = (ROOT / "docs" / language / "guide.md" for language in ("en", "zh"))
    return [re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S)[0] for page in pages]


def test_both_guides_have_the_same_script_of_twenty_lines() -> None:
    english, chinese = loops()
    assert english == chinese
    assert len([line for line in english.splitlines() if line.strip()]) <= 20


@pytest.mark.skipif(os.name != "posix", reason="the scripted model is called as a program is on Unix")
def test_a_model_corrects_what_was_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/broken/base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources/articles/kite-daily/annotations.yaml").unlink()
    files = {"loop.py": loops()[0], "model.py": MODEL, "first.jsonl": FIRST, "second.jsonl": SECOND}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    made = subprocess.run(
        [sys.executable, "loop.py", "kite-daily", sys.executable, "model.py"],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert made.stdout.splitlines() == [
        "1 {'proven': 1, 'in need of a word': 0, 'refused': 1}",
        "2 {'proven': 1, 'in need of a word': 0, 'refused': 0}",
    ]
    written = (tmp_path / "sources/articles/kite-daily/annotations.yaml").read_text(encoding="utf-8")
    assert written.count("drafted_by:") == 2
