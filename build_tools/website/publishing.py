"""From pages to a site: written as Markdown, rendered, and indexed for search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_tools.model import Inputs, Settings
from build_tools.problem import Problem, Problems
from build_tools.safe_files import make_folder, put_pieces, real_folder, refuse_link
from build_tools.website.addresses import (
    CREDITS,
    DOUBTS,
    HISTORY,
    MONEY,
    NOT_COMPARED,
    OPEN_DATA,
    SIDE_BY_SIDE,
    THEN_AND_NOW,
    Address,
    url,
)
from build_tools.website.built import adopt, are_pages
from build_tools.website.editions import Edition
from build_tools.website.exchanging import PAGES
from build_tools.website.look import look_of
from build_tools.website.markdown import clean, title_in
from build_tools.website.open_files import DataFile
from build_tools.website.page import PlannedPage, WrittenPage, document
from build_tools.website.page_sections import plain_words
from build_tools.website.rendering import edition_site, render, unrendered, write_config
from build_tools.website.search import Findable
from build_tools.website.search_checks import UnfoundError, failed_searches
from build_tools.website.search_index import SearchError, write_search
from build_tools.website.writing import Finish, hand_written, unwritten, write_files

Made = Mapping[Edition, Sequence[WrittenPage]]
EXCLUDED = re.compile(r"---\n(?:.*\n)*?search:\n +exclude: true\n")
LISTED = 0.25
WEIGHTS = {"people": 4, "organisations": 4, "works": 4, "themes": LISTED}
LISTS = frozenset({DOUBTS, HISTORY, SIDE_BY_SIDE, THEN_AND_NOW, NOT_COMPARED, MONEY, CREDITS, OPEN_DATA})


@dataclass(frozen=True, slots=True)
class Renderable:
    """An edition to be rendered: its settings, what makes the Markdown of its pages, what people wrote."""

    settings: Path
    pages: Mapping[str, Callable[[], str]]
    by_hand: Mapping[str, bytes]


def write_site(root: Path, inputs: Inputs, made: Made, data: Sequence[DataFile], finish: Finish) -> Problems:
    """Write the pages of every edition, render and index them in `site/`, and put the data beside them.

    `finish` is given each page written by hand, with its edition and its path, as it will be written.
    """
    settings = inputs.settings
    docs, kinds = look_of(root) / "docs", [(one.path, one.media) for one in data if one.name]

    def index(place: Path) -> None:
        unfound: list[Problem] = []
        for edition, pages in made.items():
            found = tuple(findable(root / PAGES / edition.folder, pages))
            unfound += failed_searches(inputs, edition, found)
            write_search(root, place, edition.folder, found)
        if unfound:
            raise UnfoundError(tuple(unfound))

    try:
        for edition, pages in made.items():
            write_edition(root, edition, pages, finish)
        sites = [edition_site(edition, settings, pages, docs, kinds) for edition, pages in made.items()]
        return render(root, sites, lambda site: write_data(site, data), settings.renderer, index)
    except OSError as fault:
        return (unwritten(root, fault),)
    except SearchError as fault:
        return (unrendered(str(fault)),)
    except UnfoundError as unfound:
        return unfound.problems


def write_data(folder: Path, data: Iterable[DataFile]) -> None:
    """Write the files of data, once for all editions."""
    for one in data:
        make_folder(folder, (folder / one.path).parent)
        put_pieces(folder / one.path, one.pieces())


def renderable(
    root: Path,
    settings: Settings,
    edition: Edition,
    pages: Sequence[PlannedPage],
) -> Renderable:
    """One edition that is rendered page by page, by settings that are written here.

    It has no search: its index would be made again after every change.
    """
    site = edition_site(edition, settings, pages, look_of(root) / "docs")
    config = write_config(root, site, [site], search=False)
    makers = {str(each.address): partial(_document, each) for each in pages}
    return Renderable(config, makers, _by_hand(root, edition))


def _document(page: PlannedPage) -> str:
    return document(page.make())


def write_edition(
    root: Path, edition: Edition, pages: Sequence[WrittenPage], finish: Finish | None = None
) -> None:
    """Write one edition's Markdown into `build/docs/<edition>/`; a page written by hand goes first."""
    files = {str(page.address): page.content for page in pages}
    by_hand = _by_hand(root, edition)
    for path, page in by_hand.items():
        if finish and path.endswith(".md"):
            by_hand[path] = finish(edition, path, page.decode()).encode()
    refuse_link(root / PAGES / edition.folder)  # the place that is at fault, before the folder around it
    adopt(root, PAGES, are_pages)
    write_files({**files, **by_hand}, real_folder(root, f"{PAGES}/{edition.folder}"))


def _by_hand(root: Path, edition: Edition) -> dict[str, bytes]:
    return hand_written(look_of(root) / "docs", edition.by_hand, edition.page)


def findable(folder: Path, pages: Sequence[WrittenPage]) -> Iterator[Findable]:
    """What the search knows of the written pages of an edition; one that leads elsewhere is left out."""
    made = {str(page.address): page for page in pages}
    for path in sorted(folder.rglob("*.md")):
        address, text = Address(path.relative_to(folder).as_posix()), path.read_text("utf-8")
        if address not in made:
            if not EXCLUDED.match(text):
                yield Findable(url(address), plain_words(title_in(text)), "", (), LISTED, text)
        elif not made[address].leads_away:
            yield _found(made[address], text)


def _found(page: WrittenPage, text: str) -> Findable:
    folder = page.address.partition("/")[0]
    weight = LISTED if page.section or page.address in LISTS else WEIGHTS.get(folder, 1)
    by_title = page.address in LISTS or folder == "themes"  # what it repeats is found where it is from
    shown = "" if by_title else text
    return Findable(url(page.address), clean(page.title), page.kind, page.names, weight, shown)
