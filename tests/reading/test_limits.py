"""Files that are made to take all time or all memory: a problem at a line, within seconds and 500 MB."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
BASE = TESTS / "broken" / "base"
POST = "sources/articles/harbour-post"
NOTES, ARTICLE, ABOUT = f"{POST}/annotations.yaml", f"{POST}/article.txt", f"{POST}/source.yaml"
PERSON, SETTINGS = "sources/people/x.yaml", "sources/dossier.yaml"
SECONDS = 8  # of processor time: two on a machine that does nothing else
MEMORY = 500_000_000
FULL = 1_900_000  # bytes of YAML, nearly as many as may be
LONG = 1_000_000
NOTE = (
    "- quote: 燈鳶科技以15億元收購風箏雲。\n  translation: It is bought.\n"
    "  claims:\n    - purchase-price: {}\n"
)

Files = dict[str, str]


def base(path: str) -> str:
    return (BASE / path).read_text("utf-8")


def person(text: str) -> Files:
    return {PERSON: text}


def article(text: str) -> Files:
    """An article with this behind what it says."""
    whole = f"{base(ARTICLE)}{text}\n"
    about = re.sub("sha256: .*", f"sha256: {sha256(whole.encode()).hexdigest()}", base(ABOUT))
    return {ARTICLE: whole, ABOUT: about}


def lines(count: int, line: str) -> str:
    return "".join(line.format(at) for at in range(count))


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join([f'*{chr(97 + at)}'] * 9)}]\n" for at in range(20)
)
# Of each: the files, and the code of a problem and the file that it is in.
TOO_MUCH: dict[str, tuple[Files, str, str]] = {
    "aliases of aliases": (person(BOMB), "special-start", PERSON),
    "many aliases": (person("a: &a x\n" + lines(150_000, "b{}: *a\n")), "file-too-large", PERSON),
    "many merges": (person("a: &a {b: c}\n" + lines(90_000, "x{}: {{<<: *a}}\n")), "file-too-large", PERSON),
    "many keys": (person(lines(150_000, "k{}: a\n")), "file-too-large", PERSON),
    "the same key": (person("k: a\n" * (FULL // 5)), "file-too-large", PERSON),
    "many items": (person("label: x\naliases:\n" + "- a\n" * (FULL // 4)), "file-too-large", PERSON),
    "as many items as may be": (person("label: x\naliases:\n" + "- a\n" * 39_000), "alias-not-found", PERSON),
    "deep lists": (person("[" * FULL), "nested-too-deep", PERSON),
    "deep maps": (person("{a: " * (FULL // 4)), "nested-too-deep", PERSON),
    "deep entries": (person("".join(f"{' ' * at}a:\n" for at in range(1_900))), "nested-too-deep", PERSON),
    "deep items": (person("- " * (FULL // 2)), "nested-too-deep", PERSON),
    "a long text": (person("label: " + "x" * FULL), "text-too-long", PERSON),
    "a text without an end": (person('label: "' + "x\n" * (FULL // 2)), "special-start", PERSON),
    "colons": (person("label: " + "a: " * (FULL // 3)), "colon-in-text", PERSON),
    "commas": (person("label: x\naliases: [" + "a, " * (FULL // 3) + "]"), "file-too-large", PERSON),
    "broken entries": (person(lines(60_000, "k{}: [a\n")), "yaml-syntax", PERSON),
    "documents": (person("--- a\n" * (FULL // 6)), "several-documents", PERSON),
    "a million digits": ({NOTES: NOTE.format("9" * LONG + "元")}, "text-too-long", NOTES),
    "twenty thousand digits": ({NOTES: NOTE.format("9" * 19_990 + "元")}, "value-unreadable", NOTES),
    "an exponent": ({NOTES: NOTE.format("1e999999999元")}, "value-unreadable", NOTES),
    "a negative exponent": ({NOTES: NOTE.format("1e-999999999元")}, "value-unreadable", NOTES),
    "a long fraction": ({NOTES: NOTE.format(f"0.{'0' * 19_000}1元")}, "value-unreadable", NOTES),
    "a share in digits": (
        {SETTINGS: base(SETTINGS).replace("100%", "9" * 19_000 + "%")},
        "bad-form",
        SETTINGS,
    ),
    "a year in digits": ({ABOUT: base(ABOUT).replace("2025-03", "9" * 19_000)}, "not-edtf", ABOUT),
    "lines without end": ({ABOUT: base(ABOUT).replace("  5: ", "  1-999999999999: ")}, "bad-form", ABOUT),
    "an article of digits": (article("9" * LONG), "", ""),
    "an article in one line": (article("燈鳶科技以15億元收購風箏雲," * 24_000), "", ""),
    "an article of scales": (article("萬億兆" * 110_000), "", ""),
    "an article of one name": (article("林晚" * 160_000), "", ""),
    "an article of spaces": (article(" " * LONG), "", ""),
    "an article of empty lines": (article("\n" * LONG), "", ""),
    "an article of marks": (article("e" + "\u0301\u0327" * 250_000), "", ""),
    "an article of quotation marks": (article('"「' * 250_000), "", ""),
    "an article of brackets": (article("(" * LONG), "", ""),
    "an article of numbers": (article("1," * 20_000), "", ""),  # each is read: a million take a minute
}
ORDINARY = ("aliases of aliases", "many merges", "twenty thousand digits")  # the others by `make soak`


def checked(root: Path) -> list[dict[str, str]]:
    """The problems that a check finds that may take so much time and memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    command = [sys.executable, "-m", "build_tools", "--root", str(root), "check", "--format", "json"]
    done = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, preexec_fn=limit)
    assert done.returncode in (0, 1), f"{done.returncode}: {done.stderr[-2000:]}"
    assert "Traceback" not in done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=() if one in ORDINARY else pytest.mark.soak) for one in TOO_MUCH]
)
def test_what_asks_for_too_much_is_told_of(name: str, tmp_path: Path) -> None:
    files, code, path = TOO_MUCH[name]
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for place, text in files.items():
        (tmp_path / place).write_text(text, "utf-8")
    found = checked(tmp_path)
    if code:
        assert (code, path) in {(one["code"], one["path"]) for one in found}
    else:
        assert not [one for one in found if one["severity"] == "error"]


def fifo(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.mkdir()


def around(path: Path) -> None:
    path.symlink_to(path.parents[1])


@pytest.mark.soak
@pytest.mark.parametrize("make", [fifo, endless, loop, folder, around], ids=lambda make: make.__name__)
@pytest.mark.parametrize("place", [ARTICLE, ABOUT, NOTES, PERSON, "sources/vocabulary.yaml"])
def test_what_is_no_file_is_told_of(make: Callable[[Path], None], place: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / place).unlink(missing_ok=True)
    make(tmp_path / place)
    found = checked(tmp_path)
    assert {one["code"] for one in found if one["path"] == place} & {
        *("unreadable-file", "link-leads-out", "missing-file", "stray-file")
    }


@pytest.mark.soak
@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("Lin-Wan.yaml",), "bad-id"),
        (("caf\u00e9.yaml", "cafe\u0301.yaml"), "bad-id"),
        (("ｌin-wan.yaml",), "bad-id"),
        (("lin\u200b-wan.yaml",), "bad-id"),
        (("\x1b[31m.yaml",), "bad-id"),
        (("more/lin-wan.yaml",), "duplicate-id"),
    ],
)
def test_ids_that_only_look_different_are_told_of(names: tuple[str, ...], code: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for name in names:
        path = tmp_path / "sources/people" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("label: x\n", "utf-8")
    found = [one for one in checked(tmp_path) if one["code"] == code]
    assert len(found) >= len(names)


@pytest.mark.soak
@pytest.mark.parametrize("make", [fifo, endless, loop, folder, around], ids=lambda make: make.__name__)
def test_without_a_file_of_settings_there_is_no_dossier(make: Callable[[Path], None], tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / SETTINGS).unlink()
    make(tmp_path / SETTINGS)
    command = [sys.executable, "-m", "build_tools", "--root", str(tmp_path), "check"]
    done = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True)
    assert done.returncode == 2
    assert f"no dossier in {tmp_path}: sources/dossier.yaml is missing" in done.stderr
