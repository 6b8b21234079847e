"""What is fed with texts of every kind, and what must hold of each; a text that breaks it is a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from build_tools.reading.assembling import understand
from build_tools.reading.files import Files, find_files
from build_tools.reading.yaml_file import YamlFile
from build_tools.text.anchoring import anchor
from build_tools.text.folding import fold_plain
from build_tools.values import parse_edtf, read_all
from build_tools.website import markdown as md
from tests.hostile import PAYLOADS
from tests.text.helpers import a_source, an_annotation
from tests.website.test_markdown import CONTEXTS, render, words

TESTS = Path(__file__).parents[1]
DOSSIER = TESTS / "broken" / "base"
FULL = TESTS / "reading" / "full" / "sources"
PUBLISHED = parse_edtf("2025-06-21")
APART = "\n---\n"  # between a quote and the article that it is to be found in


@dataclass(frozen=True)
class Target:
    """What takes a text, by its name, and texts to begin with."""

    name: str
    check: Callable[[str], None]
    seeds: Callable[[], list[str]]


def check_yaml(text: str) -> None:
    """A file of annotations or of an entity is read, and each problem is at a line of it."""
    lines = len(text.splitlines()) + 1
    path = "sources/articles/kite-daily/annotations.yaml"
    given = YamlFile(path, text.encode("utf-8", "surrogatepass"))
    files = whole_dossier()
    articles = tuple(
        replace(one, annotations=given) if one.id == "kite-daily" else one for one in files.articles
    )
    entities = tuple(
        replace(one, file=given) if one.id in ("lin-wan", "purchase-price") else one for one in files.entities
    )
    for made in (replace(files, articles=articles), replace(files, entities=entities)):
        for problem in understand(made)[1]:
            assert problem.message
            assert problem.origin.line >= 1
            assert problem.origin.column >= 1
            assert problem.origin.path != path or problem.origin.line <= lines


@cache
def whole_dossier() -> Files:
    return find_files(DOSSIER)[0]


def check_values(text: str) -> None:
    """Values are where they say they are, in order."""
    found = read_all(text, PUBLISHED)
    for value in found:
        assert text[value.span.start : value.span.end] == value.raw
    assert list(found) == sorted(found, key=lambda value: value.span.start)


def check_anchor(text: str) -> None:
    """A quote is found only where its words are, spelling aside."""
    quote, _, article = text.partition(APART)
    anchored, problems = anchor((an_annotation(quote),), {a_source("").id: a_source(article)})
    assert len(anchored) + bool(problems) >= 1
    for one in anchored:
        (span,) = one.citation.spans
        assert fold_plain(article[span.start : span.end]) == fold_plain(quote)


def check_markdown(text: str) -> None:
    """Wherever data is put on a page it is shown as written, and adds no element."""
    shown = "".join(md.clean(text).split())
    for build in CONTEXTS.values():
        harmless, hostile = render(build(md.text("WORD"))), render(build(md.text(text)))
        assert hostile.elements == harmless.elements
        assert words(hostile) == words(harmless).replace("WORD", shown)


def articles() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(TESTS.parent.glob("sources/articles/*/article.txt"))]


def files_of_yaml() -> list[str]:
    found = [*sorted(FULL.rglob("*.yaml")), *sorted(DOSSIER.rglob("*.yaml"))]
    return [path.read_text("utf-8") for path in found]


def sentences() -> list[str]:
    cases = [path.read_text("utf-8") for path in sorted(TESTS.glob("cases/values-*.md"))]
    return [line for text in (*cases, *articles()) for line in text.splitlines() if line.strip()]


def quotes() -> list[str]:
    return [f"{line[at : at + 20]}{APART}{line}" for line in sentences() for at in (0, len(line) // 3)]


TARGETS = (
    Target("yaml", check_yaml, files_of_yaml),
    Target("values", check_values, sentences),
    Target("anchor", check_anchor, quotes),
    Target("markdown", check_markdown, lambda: list(PAYLOADS.values())),
)


def kept(target: Target) -> Iterator[Path]:
    """The texts that broke something once."""
    yield from sorted((Path(__file__).parent / "found" / target.name).glob("*.txt"))
