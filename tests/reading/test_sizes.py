"""A file that is too large, or is no text, is named and read no further."""

from __future__ import annotations

import os
import shutil
import tracemalloc
from pathlib import Path

import pytest

from build_tools.command_line.problem_printing import print_problems
from build_tools.model import Limits
from build_tools.problem import Problem
from build_tools.reading import read
from build_tools.reading.sizes import TooLargeError, bytes_in, read_within

BASE = Path(__file__).parent.parent / "broken" / "base"
LARGE = 1 << 30
ARTICLE = "sources/articles/harbour-post/article.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dossier that has nothing wrong."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def allow(root: Path, setting: str, limit: str) -> None:
    """Set a limit in `dossier.yaml`."""
    with (root / "sources/dossier.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"{setting}: {limit}\n")


def found_in(root: Path, path: str) -> list[Problem]:
    """The problems of a file."""
    return [problem for problem in read(root)[1] if problem.origin.path == path]


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        (ARTICLE, "5 MB"),
        ("sources/people/lin-wan.yaml", "2 MB"),
        ("sources/articles/harbour-post/source.yaml", "2 MB"),
        ("sources/articles/harbour-post/annotations.yaml", "2 MB"),
        ("sources/vocabulary.yaml", "2 MB"),
        ("sources/dossier.yaml", "2 MB"),
    ],
)
def test_a_file_that_is_too_large_is_named_and_not_read(root: Path, path: str, limit: str) -> None:
    os.truncate(root / path, LARGE)  # a hole, which takes no room on the disk
    tracemalloc.start()
    problems = read(root)[1]
    print_problems(problems, root)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [(one.code, one.message) for one in problems if one.origin.path == path] == [
        ("file-too-large", f"this file has 1073.7 MB; the limit is {limit}")
    ]
    assert peak < 20_000_000


def test_a_limit_is_the_last_size_that_is_read(root: Path) -> None:
    text = "燈鳶科技買下風箏雲\n".encode()
    (root / ARTICLE).write_bytes(text + b"x" * (1_000 - len(text)))
    allow(root, "article_limit", "1 kB")
    assert [problem.code for problem in found_in(root, ARTICLE)] == []
    with (root / ARTICLE).open("ab") as article:
        article.write(b"x")
    assert [problem.code for problem in found_in(root, ARTICLE)] == ["file-too-large"]


def test_a_limit_may_be_raised_but_not_by_a_file_for_itself(root: Path) -> None:
    allow(root, "yaml_limit", "3 MB")
    for name in ("vocabulary.yaml", "dossier.yaml"):
        with (root / "sources" / name).open("a", encoding="utf-8") as file:
            file.write("#" * 2_000_000 + "\n")
    assert [(one.origin.path, one.code) for one in read(root)[1]] == [
        ("sources/dossier.yaml", "file-too-large"),
        ("sources/vocabulary.yaml", "file-too-large"),
    ]
    shutil.copy(BASE / "sources/dossier.yaml", root / "sources")
    allow(root, "yaml_limit", "3 MB")
    assert read(root)[1] == ()


def test_the_limits_are_in_the_settings(root: Path) -> None:
    assert read(root)[0].settings.limits == Limits(article=5_000_000, yaml=2_000_000)
    allow(root, "article_limit", "500 kB")
    assert read(root)[0].settings.limits == Limits(article=500_000, yaml=2_000_000)


@pytest.mark.parametrize("written", ["5 GB", "0 MB", "100 MB", "5", "MB", "-5 MB", "1e9 MB", "5 MB ", "٥ MB"])
def test_what_is_no_size_sets_no_limit(root: Path, written: str) -> None:
    assert bytes_in(written) is None
    allow(root, "article_limit", f"'{written}'")
    assert [problem.code for problem in found_in(root, "sources/dossier.yaml")] == ["bad-form"]
    assert read(root)[0].settings.limits == Limits()


def test_of_a_file_that_grows_no_more_than_its_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_within(tmp_path / "a", 5) == b"12345"
    with pytest.raises(TooLargeError, match="this file has 5 bytes; the limit is 4 bytes"):
        read_within(tmp_path / "a", 4)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_ordinary_file_is_not_opened(root: Path) -> None:
    path = root / ARTICLE
    path.unlink()
    os.mkfifo(path)
    assert [(one.code, one.message) for one in found_in(root, ARTICLE)] == [
        ("unreadable-file", "cannot be read: not an ordinary file")
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(100), "binary-file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-file"),
        (b"PK\x03\x04\x14\x00\x08\x00", "binary-file"),
        (bytes(range(1, 32)), "binary-file"),
        ("灯鸢科技\0收购".encode(), "binary-file"),
        ("灯鸢科技".encode("utf-16"), "not-utf8"),
        ("灯鸢科技以十二亿元收购风筝云".encode("gb18030"), "not-utf8"),
    ],
    ids=["zeros", "a picture", "an archive", "controls", "a NUL in a text", "UTF-16", "GB 18030"],
)
@pytest.mark.parametrize("path", [ARTICLE, "sources/people/lin-wan.yaml"])
def test_what_is_no_text_is_named_so(root: Path, path: str, data: bytes, code: str) -> None:
    (root / path).write_bytes(data)
    assert [problem.code for problem in found_in(root, path)] == [code]


def test_a_stray_control_character_does_not_make_an_article_binary(root: Path) -> None:
    (root / ARTICLE).write_bytes("燈鳶科技\x0c買下\x1b風箏雲\x08\n".encode())
    assert found_in(root, ARTICLE) == []


def test_a_file_of_many_entries_is_read_no_further_than_the_first_too_many(root: Path) -> None:
    path = "sources/people/lin-wan.yaml"
    (root / path).write_text("label: x\naliases:\n" + "- a\n" * 40_000, "utf-8")
    (found,) = found_in(root, path)
    assert (found.code, found.message) == ("file-too-large", "this file has more than 40,000 entries")
    assert found.origin.line == 39_998  # the map, two keys, a text and the list are five more
    assert found.hint == "divide it, or raise `yaml_limit` in dossier.yaml"
    allow(root, "yaml_limit", "3 MB")
    assert not [one for one in found_in(root, path) if one.code == "file-too-large"]
