"""Builds that are killed, interrupted, left without room or started twice: no site is half new."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from build_tools.website.exchanging import building
from build_tools.website.look import TOOL
from tests.trees import tree

PATIENCE = 120  # seconds, for a machine with much else to do
SEED = 13
TITLE = "The Kite papers"
OLD, NEW = "Papers 73501", "Papers 73502"  # as long as each other


class Dossier:
    """A small dossier in English, with the look of the tool and no guide."""

    def __init__(self, root: Path, takes: float = 0) -> None:
        self.root = root
        self.site = root / "site"
        self.cache = root / "build/cache"
        self.takes = takes

    def entitle(self, title: str) -> None:
        """Give it another title, which is on every page."""
        path = self.root / "sources/dossier.yaml"
        text = path.read_text("utf-8")
        before = next(one for one in (TITLE, OLD, NEW) if one in text)
        path.write_text(text.replace(before, title), "utf-8")

    def start(self, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Start a build in a group of processes of its own."""
        command = [sys.executable, "-m", "build_tools", "--root", str(self.root), "build"]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=TOOL, stdout=pipe, stderr=pipe, text=True, start_new_session=True, preexec_fn=limit
        )

    def build(self) -> None:
        """Build it whole."""
        process = self.start()
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, out + err

    def unfinished(self) -> list[Path]:
        """The folders in which sites are rendered."""
        return list((self.root / "build").glob("site*"))


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    root = tmp_path_factory.mktemp("once")
    shutil.copytree(TOOL / "tests/broken/base/sources", root / "sources")
    for part in ("docs/assets", "docs/overrides"):
        shutil.copytree(TOOL / part, root / part)
    shutil.copy(TOOL / "mkdocs.yml", root)
    (root / "docs/en").mkdir()
    (root / "docs/en/about.md").write_text("# About\n", "utf-8")
    settings = root / "sources/dossier.yaml"
    text = settings.read_text("utf-8")
    assert "editions: [en, zh-Hans, zh-Hant]" in text
    settings.write_text(text.replace("editions: [en, zh-Hans, zh-Hant]", "editions: [en]"), "utf-8")
    made = Dossier(root)
    made.entitle(OLD)
    begun = time.monotonic()
    made.build()
    return Dossier(root, time.monotonic() - begun)


@pytest.fixture
def dossier(once: Dossier, tmp_path: Path) -> Dossier:
    """One that is built, and has another title since."""
    made = Dossier(Path(shutil.copytree(once.root, tmp_path / "dossier")), once.takes)
    made.entitle(NEW)
    return made


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system of its own, where the system lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place], capture_output=True)
    if made.returncode:
        pytest.skip(f"no file system can be mounted: {made.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def shown(site: Path) -> dict[str, bytes]:
    """The files of a site; of those whose bytes are packed (the search, the archive) how many there are."""
    files = tree(site)
    packed = {path for path in files if path.endswith(".zip") or "/search/" in path}
    return {"packed": b"%d" % len(packed), **{path: files[path] for path in files.keys() - packed}}


def titled(files: dict[str, bytes], title: str) -> dict[str, bytes]:
    """The same site under another title, whose number is also in the address of its heading."""
    number = title.split()[1].encode()
    return {path: re.sub(rb"7350[12]", number, data) for path, data in files.items()}


def end_all(process: subprocess.Popen[str]) -> None:
    """End a build with its renderers."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def none_is_left(process: subprocess.Popen[str]) -> bool:
    """Whether a build and all that it started have ended."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until(true: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait for a moment of a build."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.01)


def renders(dossier: Dossier) -> bool:
    """Whether a renderer has begun to write."""
    return any(list(folder.rglob("*.js")) for folder in dossier.unfinished())


def check_kills(dossier: Dossier, times: int, seed: int, cached: bool = True) -> None:
    """Kill builds at random moments, some with their renderers; there is the old site or the new one."""
    old = shown(dossier.site)
    new = titled(old, NEW)
    chance = random.Random(seed)
    moments = []
    for _ in range(times):
        before = shown(dossier.site)
        dossier.entitle(OLD if before == new else NEW)
        if not cached:
            shutil.rmtree(dossier.cache, ignore_errors=True)
        process = dossier.start()
        moments.append(chance.uniform(0.1, 1) * dossier.takes)
        time.sleep(moments[-1])
        if chance.random() < 0.5:
            process.kill()  # its renderers go on
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        try:
            assert shown(dossier.site) in (old, new), f"killed after {moments} of {dossier.takes} s"
        finally:
            end_all(process)
    dossier.entitle(NEW)
    dossier.build()
    assert shown(dossier.site) == new
    assert not dossier.unfinished()


def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new(dossier: Dossier) -> None:
    check_kills(dossier, 3, SEED)


def test_the_second_of_two_builds_waits_and_says_for_which(dossier: Dossier) -> None:
    with building(dossier.root, pytest.fail):
        process = dossier.start()
        assert process.stderr
        said = process.stderr.readline()
        assert said == f"process {os.getpid()} is building this dossier: waiting until it ends\n"
        assert not dossier.unfinished()
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, out + err
    assert NEW in (dossier.site / "index.html").read_text("utf-8")


@pytest.mark.soak
def test_builds_that_are_started_together_end_one_after_the_other(dossier: Dossier) -> None:
    new = titled(shown(dossier.site), NEW)
    started = [dossier.start() for _ in range(4)]
    said = [process.communicate(timeout=PATIENCE)[1] for process in started]
    assert [process.returncode for process in started] == [0] * 4
    assert sum("waiting until it ends" in one for one in said) == 3
    assert shown(dossier.site) == new


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_an_interrupted_build_ends_its_renderers_and_says_so(
    number: signal.Signals, dossier: Dossier
) -> None:
    before = shown(dossier.site)
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)  # or what is started ignores it too
    try:
        process = dossier.start()
    finally:
        signal.signal(signal.SIGINT, ignored)
    wait_until(lambda: renders(dossier), process)
    process.send_signal(number)  # to the build alone, as `kill` does; a terminal would send it to all
    _, err = process.communicate(timeout=PATIENCE)
    assert none_is_left(process)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "interrupted: the renderers have stopped, site/ is unchanged"
    assert "Traceback" not in err
    assert shown(dossier.site) == before
    assert not dossier.unfinished()


def refused(dossier: Dossier, limit: Callable[[], None] | None = None) -> str:
    """What a build says that cannot write, and leaves the old site."""
    before = shown(dossier.site)
    process = dossier.start(limit)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1, out + err
    assert "Traceback" not in out + err
    assert shown(dossier.site) == before
    assert not dossier.unfinished()
    assert none_is_left(process)
    return out


def test_where_a_file_may_not_be_written_whole_the_old_site_stays(dossier: Dossier) -> None:
    """A limit on the size of files, which the renderer meets at one of the theme's scripts."""
    small = 100_000
    assert max(map(len, tree(dossier.root / "build/docs").values())) < small
    said = refused(dossier, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small)))
    assert said == (
        "no problems\n"
        "build: error[site-not-written]\n"
        "   cannot be written: File too large\n"
        "   hint: make room on the disk, and build again; site/ is unchanged\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize("room", [0, 1_000_000])
def test_a_full_disk_leaves_the_old_site(room: int, dossier: Dossier, disk: Path) -> None:
    on = Dossier(Path(shutil.copytree(dossier.root, disk / "dossier")))
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"\0" * (free - room))
    said = refused(on)
    assert "build: error[site-not-written]\n   cannot be written: No space left on device\n" in said or (
        room == 0 and "build/docs/en/" in said and "cannot be written: No space left on device\n" in said
    )
    assert "hint: make room on the disk, and build again; site/ is unchanged" in said


def test_a_read_only_disk_leaves_the_old_site(dossier: Dossier, disk: Path) -> None:
    on = Dossier(Path(shutil.copytree(dossier.root, disk / "dossier")))
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert refused(on) == (
        "build/lock: error[site-not-written]\n"
        "   cannot be written: Read-only file system\n"
        "   hint: allow this folder to be written, and build again; site/ is unchanged\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.soak
def test_a_site_on_a_file_system_of_its_own_is_left(dossier: Dossier, disk: Path) -> None:
    """It cannot be exchanged with a folder of another."""
    shutil.copytree(dossier.site, disk, dirs_exist_ok=True)
    subprocess.run(["mount", "--bind", disk, dossier.site], check=True)
    try:
        said = refused(dossier)
    finally:
        subprocess.run(["umount", dossier.site], check=True)
    assert said.startswith("no problems\nsite: error[site-not-written]\n   cannot be written: ")
    assert "mount the folder above it" in " ".join(said.split())


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_leaves_the_old_site(dossier: Dossier) -> None:
    (dossier.root / "build").chmod(0o555)
    try:
        assert "   cannot be written: Permission denied\n" in refused(dossier)
    finally:
        (dossier.root / "build").chmod(0o755)
