"""The broken dossiers of the tests with English articles: each fault is written once, in Chinese."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from build_tools.contributing.template_languages import in_languages
from build_tools.text.folding import simplify

BROKEN = Path(__file__).parents[2] / "tests" / "broken"
BASE = "base"
# What only a dossier with two languages has.
SECOND_LANGUAGE = (
    (re.compile(r"\{en: ([^{}\n]*?), zh: [^{}\n]*?\}"), r"\1"),
    (re.compile(r", zh: [^{}\n]*$", re.M), ""),
    (re.compile(r"^   translation: .*$", re.M), "   id: chief"),  # its indentation is the fault
    (re.compile(r"^- translation: .*\n  ", re.M), "- "),
    (re.compile(r"^( *)- en: (.*)\n +zh: .*$", re.M), r"\1- \2"),
    (re.compile(r"^ +translation: .*\n", re.M), ""),
    (re.compile(r"\[en, zh-Hans, zh-Hant\]"), "[en]"),
    (re.compile(r"^language: zh-Han[st]$", re.M), "language: en"),
)


@cache
def english_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of the story, the longest first, and what each is in English."""
    words: dict[str, str] = yaml.load((BROKEN / "english.yaml").read_text("utf-8"), yaml.BaseLoader)
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), words


def in_english(text: str) -> str:
    """A file of a case with its story in English.

    >>> print(in_english("label: {en: Kite Net, zh: 風箏網}\\naliases: [風箏網]"))
    label: Kite Net
    aliases: [Kite Net]
    """
    for pattern, instead in SECOND_LANGUAGE:
        text = pattern.sub(instead, text)
    pattern, words = english_words()
    return pattern.sub(lambda found: words[found[0]], simplify(in_languages(text, ["en"])))


def lay_out_in_english(case: Path, root: Path) -> Path:
    """The base dossier with a case laid over it, both in English; a wrong checksum stays wrong."""
    shutil.copytree(BROKEN / BASE, root, dirs_exist_ok=True)
    absent = case / "absent.txt"
    for gone in absent.read_text("utf-8").splitlines() if absent.exists() else ():
        (root / gone).unlink()
    shutil.copytree(case, root, dirs_exist_ok=True, symlinks=True)
    received = {path: sha256(path.read_bytes()).hexdigest() for path in root.rglob("article.txt")}
    for path in root.rglob("*.*"):
        if path.is_file() and not path.is_symlink():
            rewrite_in_english(path)
    for path, sum_ in received.items():
        about = path.with_name("source.yaml")
        if about.is_file():
            now = sha256(path.read_bytes()).hexdigest()
            about.write_text(about.read_text("utf-8").replace(sum_, now), "utf-8")
    return root


def lay_over_in_english(case: Path, root: Path) -> Path:
    """The base dossier in English, and over it a case that is written in English already."""
    lay_out_in_english(BROKEN / BASE, root)
    return Path(shutil.copytree(case, root, dirs_exist_ok=True))


def rewrite_in_english(path: Path) -> None:
    """A file in English; one that is no text stays, and one that is not UTF-8 is not UTF-8 then either."""
    data = path.read_bytes()
    for charset, then in (("utf-8", "utf-8"), ("big5", "cp1252")):
        with suppress(UnicodeDecodeError):
            if b"\0" not in data:
                path.write_bytes(in_english(data.decode(charset)).encode(then))
            return
