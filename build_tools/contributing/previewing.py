"""`dossier serve`: one edition, with whole articles to annotate, each page made when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from time import perf_counter

from build_tools.cache.packed import Memory
from build_tools.command_line.checking_options import Checking
from build_tools.contributing.yaml_text import value_said
from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.findings import survey
from build_tools.locking import Waiting
from build_tools.model import Build, Dossier, Source, SourceId, Span
from build_tools.pages import plan_pages
from build_tools.pages.parts.view import View
from build_tools.pausing import collector_paused
from build_tools.problem import Problem
from build_tools.reading.files import find_files
from build_tools.reading.folders import dossier_paths, open_folder
from build_tools.reading.ids import folders_of
from build_tools.text.paragraphs import body, line_of
from build_tools.website import markdown as md
from build_tools.website import publishing
from build_tools.website.addresses import HOME, source_address
from build_tools.website.editions import Edition, edition_folder, editions_of
from build_tools.website.exchanging import building
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage
from build_tools.website.refreshing import Renderer
from build_tools.website.serving import address_of, catch_up, check_port, serve_edition

UNREAD = frozenset(  # where a file, or an entry of it, is not read
    (
        "yaml-syntax",
        "indentation",
        "tab",
        "odd-character",
        "special-start",
        "colon-in-text",
        "nested-too-deep",
        "unreadable-file",
    )
)
Mark = tuple[Span, Mapping[str, str]]


class WholeArticles(dict[SourceId, tuple[object, Markup]]):
    """The articles as they are shown to be annotated, each with what that is made of: kept while it is so."""

    def shown(self, article: ArticleReadings, edition: Edition) -> Markup:
        """Every line of an article, with the values and the names in it marked for the script."""
        made_of = (article.source, article.mentions, article.readable, edition)
        kept = self.get(article.source.id)
        if kept is None or kept[0] != made_of:
            kept = self[article.source.id] = made_of, whole_article(article, edition)
        return kept[1]


def as_served(
    pages: Sequence[PlannedPage], made: Build, edition: Edition, kept: WholeArticles | None = None
) -> tuple[PlannedPage, ...]:
    """The pages as those see them who work on the dossier; `kept` has the articles as they were shown."""
    whole = WholeArticles() if kept is None else kept
    opened = open_articles(made.dossier.inputs, made.dossier.mentions)
    articles = {source_address(id): article for id, article in opened.items()}
    wrong = by_place(pages, made.problems)

    def make(page: PlannedPage) -> Page:
        article, faults = articles.get(page.address), wrong.get(place_on(page), ())
        beside = [whole.shown(article, edition)] if article else []
        published = page.make()
        return replace(published, body=under_title(published.body, problems(faults, edition), beside))

    return tuple(replace(page, make=partial(make, page)) for page in pages)


def by_place(pages: Iterable[PlannedPage], found: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """Problems by the file or the article's folder whose pages show them; the home page has the others."""
    shown = {place_on(page) for page in pages if page.edit}
    wrong: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(found):
        place = problem_page(problem.origin.path)
        wrong[place if place in shown else HOME].append(problem)
    return wrong


def place_on(page: PlannedPage) -> str:
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


def whole_article(article: ArticleReadings, edition: Edition) -> Markup:
    """An article with what is in it, below a heading."""
    source = article.source
    marks = sorted(marks_of(article), key=lambda mark: (mark[0].start, -mark[0].end))
    shown = [marked_line(source, span, marks) for span in body(source)]
    text = md.block("div", md.blocks(*shown), class_="desk", data_desk=source.id, lang=source.language)
    title = md.heading(2, md.text(edition.say("The whole article, for annotating")), "whole-article")
    how = edition.say("Only here, never on the published site. Select words to annotate them.")
    return md.blocks(title, md.text(how), text)


def marks_of(article: ArticleReadings) -> Iterator[Mark]:
    """The readings and the names of an article."""
    for value in article.values:
        yield value.span, {"data_value": value_said(value)}
    for mention in article.mentions:
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


Show = Callable[[Build, float, bool], None]


def preview(
    root: Path, edition: str, port: int, show: Show, ready: Callable[[str], None], waiting: Waiting
) -> None:
    """Serve one edition on this machine until interrupted.

    `show` is given each build, the seconds that it took, and whether the pages show it or stay as they were;
    `ready` the address once it is served, `waiting` the number of a process that is waited for.
    """
    check_port(port)
    folder = edition_folder(edition)
    address = address_of(folder, port)
    watched = what_to_watch(root)
    renderer, articles, before = Renderer(root, address), WholeArticles(), LastRead()
    checking = Checking(jobs=1, memory=Memory())  # a pool is not for a process with threads

    def rebuild() -> None:
        with building(root, waiting), collector_paused():
            begun = perf_counter()
            made = checking.check(root)
            shown = before.unless_unread(made)
            renderer.show(planned_edition(root, edition, shown, articles))
        show(made, perf_counter() - begun, shown is made)

    with suppress(KeyboardInterrupt):
        catch_up(watched, rebuild)
        ready(address)
        serve_edition(renderer.answer, address, watched, rebuild)


class LastRead:
    """The dossier as the pages show it: a file that can no longer be read takes nothing off them."""

    def __init__(self) -> None:
        self._dossier: Dossier | None = None
        self._unread: frozenset[str] = frozenset()

    def unless_unread(self, made: Build) -> Build:
        """A build with its problems; where a file can no longer be read, all else as it was before."""
        unread = frozenset(each.origin.path for each in made.problems if each.code in UNREAD)
        if self._dossier and unread - self._unread:
            return replace(made, dossier=self._dossier)
        self._dossier, self._unread = made.dossier, unread
        return made


def what_to_watch(root: Path) -> list[Path]:
    """What the pages are made of: the files of the dossier, wherever they are, and its look."""
    folder = replace(open_folder(root), kinds=folders_of(find_files(root)[0].kinds))
    wanted = (*dossier_paths(folder), root / "docs", root / "mkdocs.yml")
    return [path for path in wanted if path.exists()]


def planned_edition(
    root: Path, edition: str, made: Build, kept: WholeArticles | None = None
) -> publishing.Renderable:
    """The pages of an edition, to be made with what only those see who work on it."""
    inputs = made.dossier.inputs
    (chosen,) = editions_of(inputs, [edition], root)
    pages = as_served(plan_pages(View(survey(made.dossier), chosen)), made, chosen, kept)
    return publishing.renderable(root, inputs.settings, chosen, pages)
