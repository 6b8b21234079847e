"""What `dossier serve` adds to pages: the whole article to annotate, and what is wrong with their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from build_tools.model import Build, Dossier, Mention, Source, SourceId, Span
from build_tools.pages.page import Page
from build_tools.problem import Problem
from build_tools.text.paragraphs import line_of, omitted, paragraphs
from build_tools.values import read_values
from build_tools.website import markdown as md
from build_tools.website.addresses import source_address
from build_tools.website.markdown import Markup

Mark = tuple[Span, Mapping[str, str]]
WHOLE = "The whole article, for annotating"
HOW = "Only here, never on the published site. Select words to get an annotation of them."


def at_the_desk(pages: Iterable[Page], made: Build) -> tuple[Page, ...]:
    """The pages as those see them who work on the dossier."""
    sources = {source_address(id): source for id, source in made.dossier.inputs.sources.items()}
    wrong: dict[str, list[Problem]] = defaultdict(list)
    for problem in made.problems:
        wrong[place_of(problem.origin.path)].append(problem)
    shown: list[Page] = []
    for page in pages:
        beside = [whole_article(sources[page.address], made.dossier)] if page.address in sources else []
        faults = [problems(wrong[place_of(page.edit)])] if page.edit else []
        shown.append(replace(page, body=under_title(page.body, faults, beside)))
    return tuple(shown)


def place_of(path: str) -> str:
    """The file, or for an article its folder: its page shows the problems of all its files.

    >>> place_of("sources/articles/a/annotations.yaml"), place_of("sources/people/b.yaml")
    ('sources/articles/a', 'sources/people/b.yaml')
    """
    return str(PurePosixPath(path).parent) if "articles" in PurePosixPath(path).parts else path


def under_title(body: Markup, faults: Sequence[Markup], beside: Sequence[Markup]) -> Markup:
    """The page with its problems under the title, and the whole article before its footnotes."""
    title, _, rest = body.partition("\n\n")
    cut = rest.find("\n\n[^")
    main, notes = (rest[:cut], rest[cut:]) if cut >= 0 else (rest, "")
    return md.blocks(Markup(title), *faults, Markup(main), *beside, Markup(notes))


def problems(found: Sequence[Problem]) -> Markup:
    """What is wrong with the files that a page is made of."""
    if not found:
        return md.EMPTY
    items = [
        md.fill(
            "{place} {code}: {message}",
            place=md.text(f"{PurePosixPath(one.origin.path).name}:{one.origin.line}"),
            code=md.strong(md.text(one.code)),
            message=md.text(one.message),
        )
        for one in found
    ]
    return md.admonition(md.text(f"Problems: {len(found)}"), md.bullets(items), css="danger")


def whole_article(source: Source, dossier: Dossier) -> Markup:
    """Every line of an article, with the values and the names in it marked for the script."""
    marks = sorted(marks_of(source, dossier), key=lambda mark: (mark[0].start, -mark[0].end))
    out = omitted(source)
    lines = [span for span in paragraphs(source.text) if not any(within(span, left) for left in out)]
    shown = [line(source, span, marks) for span in lines]
    text = md.block("div", md.blocks(*shown), class_="desk", data_desk=source.id, lang=source.language)
    return md.blocks(md.heading(2, md.text(WHOLE), "whole-article"), md.text(HOW), text)


def marks_of(source: Source, dossier: Dossier) -> Iterator[Mark]:
    """The readings and the names of an article."""
    for value in read_values(source.text, source.published):
        yield value.span, {"data_value": value.raw}
    for mention in mentions_of(dossier, source.id):
        yield mention.span, {"data_name": mention.entity}


def mentions_of(dossier: Dossier, id: SourceId) -> Iterator[Mention]:
    """The names in one article."""
    return (mention for mention in dossier.mentions if mention.source == id)


def line(source: Source, span: Span, marks: Iterable[Mark]) -> Markup:
    """One line with its marks; where two overlap, the first stands."""
    parts: list[Markup] = []
    at = span.start
    for mark, data in marks:
        if at <= mark.start and mark.end <= span.end:
            parts += [md.text(source.text[at : mark.start]), marked(source.text[mark.start : mark.end], data)]
            at = mark.end
    number = str(line_of(source.text, span.start))
    return md.line("p", md.join((*parts, md.text(source.text[at : span.end]))), data_line=number)


def marked(words: str, data: Mapping[str, str]) -> Markup:
    """A value or a name in the article."""
    return md.inline("span", md.text(words), **data)


def within(inner: Span, outer: Span) -> bool:
    """Whether one passage lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end
