"""Whatever is given to `dossier import`: a source, or a sentence that says why not; never a traceback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.contributing.importing import new_source
from build_tools.contributing.importing.new_source import Imported, ImportOptions, import_article
from build_tools.contributing.importing.receiving import MOST
from build_tools.contributing.importing.reducing import UNREADABLE_MATTER, Form, Reduced
from build_tools.contributing.importing.refusing import NESTED, ImportRefusedError
from build_tools.model import Inputs, Limits
from build_tools.reading import read
from tests.contributing.articles import SIMPLIFIED, page

BASE = Path(__file__).parents[1] / "broken" / "base"
DEEP = 20_000
WORDS = b"<p>It lost $200 million.</p>"
HTML = page(SIMPLIFIED).encode()
MARKDOWN = (
    "---\ntitle: 星河\ndate: 2025-10-03\n---\n# 星河\n\n- 亏损**14亿元**\n\n| a | b |\n|---|---|\n".encode()
)
HEAD = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'


def archive(html: bytes, head: bytes = HEAD) -> bytes:
    """A page saved as one file."""
    return head + b"Content-Type: text/html; charset=utf-8\n\n" + html + b"\n--x--\n"


def archives_in_archives(depth: int) -> bytes:
    """Archives inside each other."""
    heads = (b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(depth))
    return b"MIME-Version: 1.0\n" + b"".join(heads) + b"Content-Type: text/html\n\n" + WORDS


READERS: Mapping[str, bytes] = {
    "a.html": HTML,
    "a.mhtml": archive(HTML),
    "a.md": MARKDOWN,
    "a.txt": "\n".join((SIMPLIFIED.title, *SIMPLIFIED.paragraphs)).encode("gb18030"),
    "utf16.txt": "\n".join(SIMPLIFIED.paragraphs).encode("utf-16"),
}
TOO_DEEP: Mapping[str, tuple[str, bytes]] = {
    "elements": ("a.html", b"<html><body>" + b"<div>" * DEEP + WORDS),
    "tables": ("a.html", b"<html><body>" + b"<table><tr><td>" * DEEP + WORDS),
    "elements, and words before them": ("a.html", b"<html><body>" + WORDS * 50 + b"<div>a" * DEEP),
    "archives": ("a.mhtml", archives_in_archives(2_000)),
    "messages": ("a.mhtml", HEAD + b"Content-Type: message/rfc822\n\n" * 3_000 + WORDS),
    "comments in a header": (
        "a.mhtml",
        archive(WORDS, HEAD.replace(b"--x\n", b"--x\nContent-Type: " + b"(" * DEEP + b"\n", 1)),
    ),
    "quotations": ("a.md", b"> " * DEEP + b"It lost $200 million."),
    "lists": ("a.md", b"- " * DEEP + b"It lost $200 million."),
    "elements in Markdown": ("a.md", b"<div>" * DEEP + WORDS),
}
MATTER: Mapping[str, bytes] = {
    "brackets": b"title: " + b"[" * DEEP,
    "braces": b"{a: " * DEEP,
    "items": b"- " * DEEP + b"a",
    "keys": b"? " * DEEP + b"a",
    "a tab": b"\ttitle: a",
    "an unknown alias": b"title: *a",
    "not closed": b'title: "a',
}
STRANGE: Mapping[str, tuple[str, bytes]] = {
    "a list as front matter": ("a.md", b"---\n- a\n---\n# T\n\nIt lost."),
    "lists and entries in front matter": ("a.md", b"---\ntitle: [a]\ndate: {a: b}\nurl: [[]]\n---\nIt lost."),
    "itself in front matter": ("a.md", b"---\ntitle: &a [*a]\n---\nIt lost."),
    "addresses that are none": (
        "a.html",
        b'<html><head><link rel=canonical href="http://[::1"><meta property=og:url content="http://[x">'
        b"</head><body>" + WORDS * 20,
    ),
    "data of other types": (
        "a.html",
        b'<html><head><script type="application/ld+json">{"@context": "https://schema.org", "@type": '
        b'"NewsArticle", "author": [[1], {"name": {}}], "datePublished": [], "headline": 3}</script>'
        b"</head><body>" + WORDS * 20,
    ),
    "data nested deep": (
        "a.html",
        b'<html><head><script type="application/ld+json">' + b"[" * DEEP + b"</script><body>" + WORDS * 20,
    ),
    "emphasis nested deep": ("a.md", b"*" * DEEP + b"It lost." + b"*" * DEEP),
    "brackets": ("a.md", b"[" * DEEP + b"It lost."),
    "an archive of a picture": ("a.mhtml", HEAD + b"Content-Type: image/png\n\nabc\n--x--"),
    "a charset that is none": (
        "a.mhtml",
        archive(WORDS).replace(b"charset=utf-8", b'charset="\xff"\nContent-Transfer-Encoding: base64'),
    ),
    "JSON": ("a.json", b'{"a": ' * DEEP),
}


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read(BASE)[0]


def imported_or_refused(received: bytes, given: ImportOptions, inputs: Inputs) -> Imported | str:
    """The source, or why there is none; any other exception fails the test."""
    try:
        return import_article(received, given, inputs)
    except ImportRefusedError as refused:
        return str(refused)


@pytest.mark.parametrize("case", TOO_DEEP)
def test_what_is_nested_too_deep_is_refused_whole(case: str, inputs: Inputs) -> None:
    name, received = TOO_DEEP[case]
    assert imported_or_refused(received, ImportOptions(name=name), inputs) == NESTED


@pytest.mark.parametrize("case", MATTER)
def test_front_matter_that_cannot_be_read_is_named_and_left_out(case: str, inputs: Inputs) -> None:
    received = b"---\n" + MATTER[case] + b"\n---\n# The loss\n\nIt lost $200 million.\n"
    imported = import_article(received, ImportOptions(name="a.md"), inputs)
    assert imported.remarks[0] == UNREADABLE_MATTER
    assert imported.files["article.txt"] == b"The loss\nIt lost $200 million.\n"


@pytest.mark.parametrize("case", STRANGE)
def test_what_is_strange_ends_in_no_traceback(case: str, inputs: Inputs) -> None:
    name, received = STRANGE[case]
    imported_or_refused(received, ImportOptions(name=name), inputs)


@pytest.mark.parametrize("name", READERS)
def test_what_is_cut_off_ends_in_no_traceback(name: str, inputs: Inputs) -> None:
    whole = READERS[name]
    for cut in range(0, len(whole), max(1, len(whole) // 60)):
        imported_or_refused(whole[:cut], ImportOptions(name=name), inputs)
        imported_or_refused(whole[cut:], ImportOptions(name=name), inputs)


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
@pytest.mark.parametrize("name", READERS)
def test_what_is_taken_for_something_else_ends_in_no_traceback(name: str, form: Form, inputs: Inputs) -> None:
    imported_or_refused(READERS[name], ImportOptions(name=name, form=form), inputs)


@pytest.mark.parametrize(
    "fault", [KeyError("a"), ValueError(), UnicodeError("x"), MemoryError(), AssertionError()]
)
def test_any_fault_of_a_parser_becomes_a_sentence(
    fault: Exception, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> Reduced:
        raise fault

    monkeypatch.setattr(new_source, "reduce", stumble)
    refused = imported_or_refused(HTML, ImportOptions(), inputs)
    assert isinstance(refused, str)
    assert refused.startswith(
        f"it cannot be read ({type(fault).__name__}): copy the article from the browser"
    )


def limited(inputs: Inputs, article: int) -> Inputs:
    """The same dossier with another limit."""
    return replace(inputs, settings=replace(inputs.settings, limits=Limits(article=article)))


@pytest.mark.parametrize(
    ("name", "received"),
    [
        ("a.txt", b"It lost $200 million.\n" * 100),
        ("a.md", b"It lost $200 million.\n\n" * 100),
        ("a.html", b"<html><body>" + WORDS * 100),
        ("a.mhtml", archive(WORDS * 100)),
    ],
)
def test_an_article_above_the_limit_is_refused(name: str, received: bytes, inputs: Inputs) -> None:
    refused = imported_or_refused(received, ImportOptions(name=name), limited(inputs, 2_000))
    assert isinstance(refused, str)
    assert refused.endswith("; the limit is 2 kB (`article_limit` in dossier.yaml)")
    assert isinstance(
        imported_or_refused(received, ImportOptions(name=name), limited(inputs, 4_000)), Imported
    )


@pytest.mark.parametrize(("name", "picture"), [("a.html", b'<img src="%s">'), ("a.md", b"![](%s)\n\n")])
def test_pictures_do_not_count(name: str, picture: bytes, inputs: Inputs) -> None:
    received = picture % (b"data:image/png;base64," + b"A" * 100_000) + b"\n" + WORDS * 20
    imported = imported_or_refused(received, ImportOptions(name=name), limited(inputs, 2_000))
    assert isinstance(imported, Imported)
    assert received in imported.files.values()
    assert b"It lost $200 million." in imported.files["article.txt"]


def test_the_words_of_a_text_are_never_taken_for_a_picture(inputs: Inputs) -> None:
    received = b"data:image/png;base64," + b"A" * 100 + b"\n"
    assert import_article(received, ImportOptions(name="a.txt"), inputs).files["article.txt"] == received


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(root: Path, file: str, given: bytes = b"") -> Result:
    arguments = ["--root", str(root), "import", file]
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


Give = Callable[[Path, bytes], Result]


def as_file(root: Path, received: bytes) -> Result:
    (root / "page.html").write_bytes(received)
    return run(root, str(root / "page.html"))


def as_input(root: Path, received: bytes) -> Result:
    return run(root, "-", received)


@pytest.mark.parametrize("give", [as_file, as_input])
def test_more_than_is_taken_is_refused_in_a_sentence(root: Path, give: Give) -> None:
    before = sorted(root.rglob("*.yaml"))
    done = give(root, b"<html>" + b" " * MOST)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: this")
    assert done.stderr.endswith("20 MB: save the page as HTML only, without its pictures, and import that\n")
    assert sorted(root.rglob("*.yaml")) == before


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no pipes with a path")
def test_a_pipe_is_read_like_standard_input(root: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"It lost $200 million.\n")
    os.close(writing)
    done = run(root, f"/dev/fd/{reading}")
    os.close(reading)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "sources/articles/article/article.txt")


@pytest.mark.parametrize("give", [as_file, as_input])
def test_a_refusal_is_one_line(root: Path, give: Give) -> None:
    done = give(root, b"<html><body>" + b"<div>" * DEEP + WORDS)
    assert (done.exit_code, done.stderr) == (1, f"Error: {NESTED}\n")
