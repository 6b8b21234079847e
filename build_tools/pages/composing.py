"""Composes the pages of an edition as they are written: those again whose findings have changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from build_tools.cache.kept_files import KeptFiles, open_kept
from build_tools.cache.kept_makings import Makings
from build_tools.cache.packed import Memory
from build_tools.cache.tool_digest import digest_of_tool
from build_tools.cache.value_digests import ValueDigests
from build_tools.locale_folders import words_of_own_locales
from build_tools.pages.parts.view import View, noting_view
from build_tools.website.page import Page, PlannedPage, WrittenPage, as_written
from build_tools.website.writing import read_written

Plan = Callable[[View], Iterable[PlannedPage]]
KEPT = "pages"
LIBRARIES = ("Babel", "markdown-it-py", "opencc-py")  # what pages are composed with, beside the tool


def open_kept_pages(root: Path) -> KeptFiles | None:
    """What is known of the pages of a dossier as they were written last; None where nothing can be kept."""
    return open_kept(root, KEPT, Memory())


def compose_pages(
    plan: Plan, view: View, root: Path, folder: Path, kept: KeptFiles | None
) -> tuple[WrittenPage, ...]:
    """The pages of an edition; one that would be made the same is taken from its folder."""
    if kept is None:
        return tuple(_composed(each.make) for each in plan(view))
    makings = Makings(view, view.noted, kept, view.edition.id, frame_of_pages(view, root))
    pages = tuple(_page(makings, each, folder) for each in plan(noting_view(view)))
    makings.save()
    return pages


def frame_of_pages(view: View, root: Path) -> bytes:
    """The digest of what shapes every page: the tool, the edition with the words it is in, the address."""
    shaping = (digest_of_tool(), sys.version, tuple(map(version, LIBRARIES)), view.edition, view.site)
    return ValueDigests().of((shaping, words_of_own_locales(root)))


def _page(makings: Makings, planned: PlannedPage, folder: Path) -> WrittenPage:
    """A page as it is in the folder, where it would be made the same; else made now."""
    work = partial(_composed, planned.make)
    found = makings.fresh(planned.address, work)
    known = _still_there(found, folder / planned.address) if isinstance(found, WrittenPage) else None
    if known:
        makings.recall(planned.address)
        return known
    return makings.make(planned.address, work, _with_digest)


def _composed(make: Callable[[], Page]) -> WrittenPage:
    return as_written(make())


def _with_digest(page: WrittenPage) -> WrittenPage:
    """A page as it is kept, with the digest of its content in place of that."""
    return replace(page, content=sha256(page.content).digest())


def _still_there(page: WrittenPage, place: Path) -> WrittenPage | None:
    """A page of which the digest of its content is known, with the content that was written."""
    content = read_written(place)
    return replace(page, content=content) if sha256(content).digest() == page.content else None
