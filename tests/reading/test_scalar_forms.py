"""The address of a source leads by http or https to the host that a reader sees in it, or is a problem."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_tools.reading import read

BASE = Path(__file__).parent.parent / "broken" / "base"
SETTINGS = "sources/dossier.yaml"
SOURCE = "sources/articles/harbour-post/source.yaml"


def problems_of(root: Path, file: str, key: str, address: str) -> list[tuple[str, str]]:
    """What is wrong with a file of the small dossier once it gives an address."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write(f"{key}: {json.dumps(address)}\n")
    return [(problem.origin.path, problem.code) for problem in read(root)[1]]


REFUSED = [
    *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://example.org/1", "file:///etc"),
    *(
        "mailto:a@example.org",
        "//example.org/1",
        "/1",
        "example.org",
        "https:/example.org",
        "https://",
        "http:///1",
    ),
    *("https:\\\\example.org", " javascript:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)"),
    *("https://example.org@evil.example/", "https://example.org\\@evil.example/", "https://a:b@evil.example"),
    *("https://example.org/a b", "https://exa mple.org", "https://?a", "view-source:https://example.org"),
]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_of_the_web_is_a_problem(address: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, SOURCE, "url", address) == [(SOURCE, "bad-form")]


@pytest.mark.parametrize("address", REFUSED)
def test_so_is_one_of_the_repository(address: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, SETTINGS, "repository", address) == [(SETTINGS, "bad-form")]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://example.org",
            "https://example.org/",
            "https://example.org:8080/a?b=c&d#e",
            "https://例子.中国/1",
        ),
        *(
            "https://example.org/@someone/1",
            "https://example.org/a?mail=b@c",
            "https://[2001:db8::1]/",
            "unknown",
        ),
    ],
)
def test_an_address_of_the_web_is_taken_as_it_is(address: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, SOURCE, "url", address) == []
