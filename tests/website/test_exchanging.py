"""A new site takes the place of the old one at once, whatever stops it."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.safe_files import OutOfBoundsError
from build_tools.website import exchanging
from build_tools.website.built import MARKER, mark, remove_built
from build_tools.website.exchanging import building, put_in_place, put_right, site_there, staged, swap
from tests.trees import tree

STEPS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir"}
PAGES = ("index.html", "en/index.html", "en/a/index.html", "data/claims.jsonl")


def a_site(folder: Path, words: str) -> Path:
    for path in PAGES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, "utf-8")
    mark(folder)
    return folder


def shown(root: Path) -> set[str]:
    """What the pages of `site/` say, if all are there."""
    files = {path: data.decode() for path, data in tree(root / "site").items() if path != MARKER}
    assert set(files) in (set(PAGES), set())
    return set(files.values())


def replace(root: Path) -> None:
    """What a build does once it has rendered: the new site for the old one, and the old one gone."""
    with staged(root) as new:
        put_in_place(root, a_site(new, "new"))


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Do some work in a process that is killed when it is about to touch the disk for this time."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event: str, arguments: object) -> None:
            nonlocal left
            left -= event in STEPS
            if event in STEPS and left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            work()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def cannot(one: Path, other: Path) -> bool:
    """A system that exchanges nothing."""
    return False


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("first", [True, False], ids=["first", "again"])
def test_a_kill_at_any_step_leaves_the_old_site_or_the_new(
    exchanges: bool, first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchanges:
        monkeypatch.setattr(exchanging, "swap", cannot)
    step, seen = 1, []
    while True:
        root = tmp_path / str(step)
        root.mkdir()
        if not first:
            a_site(root / "site", "old")
        killed = killed_at(step, lambda root=root: replace(root))  # type: ignore[misc]
        if exchanges:
            assert shown(root) in ({"new"}, set() if first else {"old"})
        with building(root, pytest.fail):
            seen.append(shown(root))
        assert sorted(path.name for path in (root / "build").iterdir()) == ["lock"]
        if not killed:
            break
        step += 1
    assert step > 15
    assert seen[0] == (set() if first else {"old"})
    assert seen[-1] == {"new"}
    assert seen == sorted(seen, key=lambda one: one == {"new"})
    assert all(one in ({"new"}, set() if first else {"old"}) for one in seen)


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
def test_an_unmarked_old_site_is_as_it_was_until_it_is_replaced(
    exchanges: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "is_site", lambda folder: (folder / "index.html").is_file())
    if not exchanges:
        monkeypatch.setattr(exchanging, "swap", cannot)
    step, killed = 0, True
    while killed:
        step += 1
        root = tmp_path / str(step)
        (a_site(root / "site", "old") / MARKER).unlink()
        killed = killed_at(step, lambda root=root: replace(root))  # type: ignore[misc]
        put_right(root)
        assert ((root / "site" / MARKER).is_file(), shown(root)) in [(False, {"old"}), (True, {"new"})]
    assert sorted(path.name for path in root.iterdir()) == ["build", "site"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems exchange by two renames")
def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    one, other = a_site(tmp_path / "one", "1"), a_site(tmp_path / "other", "2")
    if swap(one, other):  # not on every file system
        assert (one / "index.html").read_text("utf-8") == "2"
        assert (other / "index.html").read_text("utf-8") == "1"
    with pytest.raises(FileNotFoundError):
        swap(one, tmp_path / "none")


def test_where_the_second_rename_fails_the_old_site_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "swap", cannot)
    a_site(tmp_path / "site", "old")
    (tmp_path / "build").mkdir()
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path, tmp_path / "build/site-none")
    assert shown(tmp_path) == {"old"}


def test_what_appears_at_the_site_meanwhile_is_kept(tmp_path: Path) -> None:
    with staged(tmp_path) as new:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/letter.txt").write_text("precious", "utf-8")
        a_site(new, "new")
        with pytest.raises(OutOfBoundsError):
            put_in_place(tmp_path, new)
    assert tree(tmp_path) == {"site/letter.txt": b"precious"}


def test_what_no_build_left_is_not_removed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for folder in (home, tmp_path / "build/site-of-mine", tmp_path / "build/site.old"):
        folder.mkdir(parents=True)
        (folder / "letter.txt").write_text("precious", "utf-8")
    (tmp_path / "build/site-1").symlink_to(home)
    mark(home)
    before = tree(tmp_path)
    put_right(tmp_path)
    assert tree(tmp_path) == before


def test_a_site_is_another_after_an_exchange(tmp_path: Path) -> None:
    assert site_there(tmp_path) is None
    replace(tmp_path)
    before = site_there(tmp_path)
    assert before
    replace(tmp_path)
    assert site_there(tmp_path) not in (before, None)
    remove_built(tmp_path / "site")
