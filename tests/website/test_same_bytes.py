"""A site depends on its dossier alone: not on the machine, nor on what was built there before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools.website.exchanging import site_there
from build_tools.website.look import TOOL
from tests.trees import tree

HERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN", "PYTHONHASHSEED": "2"}
YEAR_2001 = 978_307_200


def lay_out(root: Path, edit: bool) -> Path:
    """A small dossier in one edition, with an edit or without it."""
    shutil.copytree(TOOL / "tests/broken/base", root)
    settings = root / "sources/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[en, zh-Hans, zh-Hant]", "[zh-Hant]"), "utf-8")
    if edit:
        change(root)
    return root


def change(root: Path) -> None:
    """One value is another."""
    path = root / "sources/articles/harbour-post/annotations.yaml"
    path.write_text(path.read_text("utf-8").replace("Kite Cloud for", "the Kite Cloud for"), "utf-8")


def build(root: Path, surroundings: dict[str, str], umask: int, *given: str) -> dict[str, bytes]:
    """The site of a dossier, built in a process of its own."""
    known = {name: value for name, value in os.environ.items() if name not in {*HERE, *THERE}}
    subprocess.run(
        [sys.executable, "-m", "build_tools", "--root", str(root), "build", *given],
        env=known | surroundings,
        umask=umask,
        check=True,
        capture_output=True,
    )
    return tree(root / "site")


def test_two_clones_give_the_same_site(tmp_path: Path) -> None:
    here = lay_out(tmp_path / "here", edit=False)
    there = lay_out(tmp_path / "there" / "in a deeper place", edit=True)
    for path in there.rglob("*"):
        os.utime(path, (YEAR_2001, YEAR_2001))
    first = build(here, HERE, 0o022, "--jobs", "1")
    change(here)
    second, other = build(here, HERE, 0o022), build(there, THERE, 0o077, "--jobs", "2")
    assert second != first
    assert second == other


def test_a_site_is_made_again_only_where_it_is_not_as_it_was_left(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "here", edit=False)
    first, there = build(root, HERE, 0o022), site_there(root)
    assert build(root, HERE, 0o022) == first
    assert site_there(root) == there
    (root / "site/zh-hant/index.html").write_text("damaged", "utf-8")
    assert build(root, HERE, 0o022) == first
    assert site_there(root) != there
