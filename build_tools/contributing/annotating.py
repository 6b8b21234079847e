"""What `dossier serve` adds to pages: the whole article to annotate, and what is wrong with their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from build_tools.contributing.suggesting import mentions_in
from build_tools.contributing.yaml_text import value_said
from build_tools.evidence.proving.articles import open_articles
from build_tools.model import Build, Dossier, Source, Span
from build_tools.problem import Problem
from build_tools.text.paragraphs import body, line_of
from build_tools.website import markdown as md
from build_tools.website.addresses import HOME, source_address
from build_tools.website.editions import Edition
from build_tools.website.markdown import Markup
from build_tools.website.page import Page

Mark = tuple[Span, Mapping[str, str]]


def at_the_desk(pages: Sequence[Page], made: Build, edition: Edition) -> tuple[Page, ...]:
    """The pages as those see them who work on the dossier."""
    sources = {source_address(id): source for id, source in made.dossier.inputs.sources.items()}
    wrong = by_place(pages, made.problems)
    shown: list[Page] = []
    for page in pages:
        beside = []
        if page.address in sources:
            beside.append(whole_article(sources[page.address], made.dossier, edition))
        faults = problems(wrong.get(place_on(page), ()), edition)
        shown.append(replace(page, body=under_title(page.body, faults, beside)))
    return tuple(shown)


def by_place(pages: Iterable[Page], found: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """Problems by the file or the article's folder whose pages show them; the home page has the others."""
    shown = {place_on(page) for page in pages if page.edit}
    wrong: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(found):
        place = problem_page(problem.origin.path)
        wrong[place if place in shown else HOME].append(problem)
    return wrong


def place_on(page: Page) -> str:
    """What a page is made of; the home page is of all that has no page."""
    return HOME if page.address == HOME else problem_page(page.edit)


def problem_page(path: str) -> str:
    """The file, or for an article its folder: its page shows the problems of all its files.

    >>> problem_page("sources/articles/a/annotations.yaml"), problem_page("sources/people/b.yaml")
    ('sources/articles/a', 'sources/people/b.yaml')
    """
    return str(PurePosixPath(path).parent) if "articles" in PurePosixPath(path).parts else path


def under_title(body: Markup, faults: Markup, beside: Sequence[Markup]) -> Markup:
    """The page with its problems under the title, and the whole article before its footnotes."""
    title, _, rest = body.partition("\n\n")
    cut = rest.find("\n\n[^")
    main, notes = (rest[:cut], rest[cut:]) if cut >= 0 else (rest, "")
    return md.blocks(Markup(title), faults, Markup(main), *beside, Markup(notes))


def problems(found: Sequence[Problem], edition: Edition) -> Markup:
    """What is wrong with the files that a page is made of."""
    if not found:
        return md.EMPTY
    title = md.text(edition.say("Problems: {n}", n=len(found)))
    return md.admonition(title, md.bullets([problem_line(one) for one in found]), css="danger")


def problem_line(problem: Problem) -> Markup:
    """One problem, in the words of the terminal."""
    place = md.text(f"{PurePosixPath(problem.origin.path).name}:{problem.origin.line}")
    code, message = md.strong(md.text(f"{problem.code}:")), md.text(problem.message)
    return md.inline("span", md.join((place, code, message), md.SPACE), lang="en")


def whole_article(source: Source, dossier: Dossier, edition: Edition) -> Markup:
    """Every line of an article, with the values and the names in it marked for the script."""
    marks = sorted(marks_of(source, dossier), key=lambda mark: (mark[0].start, -mark[0].end))
    shown = [marked_line(source, span, marks) for span in body(source)]
    text = md.block("div", md.blocks(*shown), class_="desk", data_desk=source.id, lang=source.language)
    title = md.heading(2, md.text(edition.say("The whole article, for annotating")), "whole-article")
    how = edition.say("Only here, never on the published site. Select words to annotate them.")
    return md.blocks(title, md.text(how), text)


def marks_of(source: Source, dossier: Dossier) -> Iterator[Mark]:
    """The readings and the names of an article."""
    for value in open_articles(dossier.inputs, dossier.mentions)[source.id].values:
        yield value.span, {"data_value": value_said(value)}
    for mention in mentions_in(source, dossier):
        yield mention.span, {"data_name": mention.entity}


def marked_line(source: Source, span: Span, marks: Iterable[Mark]) -> Markup:
    """One line with its marks; of two that overlap, the first is kept."""
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
