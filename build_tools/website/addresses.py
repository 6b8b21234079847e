"""The address of every page and of every place on one, within an edition."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, relpath
from typing import NewType

from build_tools.model import (
    SHIPPED,
    Claim,
    Conflict,
    ConflictFinding,
    ConflictId,
    Entity,
    EntityId,
    Kind,
    SourceId,
    ThemeId,
)
from build_tools.website.markdown import identifier

Address = NewType("Address", str)

FOLDERS = {
    **{shipped.kind: shipped.folder for shipped in SHIPPED},
    Kind.EVENT: "events",
    Kind.FIGURE: "figures",
    Kind.QUESTION: "conflicts",
}
HOME = Address("index.md")
TIMELINE = Address("timeline.md")
CONFLICTS = Address("conflicts/index.md")
SOURCES = Address("sources/index.md")
COVERAGE = Address("coverage.md")
AGREED = Address("agreed.md")
HISTORY = Address("history.md")
THEMES = Address("themes/index.md")
DOUBTS = Address("doubts.md")
SIDE_BY_SIDE = Address("side-by-side.md")
NOT_COMPARED = Address("not-comparable.md")
THEN_AND_NOW = Address("then-and-now.md")
MONEY = Address("money.md")
CREDITS = Address("credits.md")
ABOUT = Address("about.md")
OPEN_DATA = Address("open-data.md")


def index_of(kind: Kind, folder: str = "") -> Address:
    """The page that lists a kind; `folder` is that of a kind which the dossier declares.

    >>> index_of(Kind.PERSON)
    'people/index.md'
    """
    return Address(f"{folder or FOLDERS[kind]}/index.md")


def entity_address(kind: Kind, id: EntityId | str, folder: str = "") -> Address:
    """The page of a person, a figure, …; a question's is that of its conflict.

    >>> entity_address(Kind.WORK, "llama-4")
    'works/llama-4.md'
    """
    return Address(f"{folder or FOLDERS[kind]}/{identifier(id)}.md")


def page_of_entity(entity: Entity) -> Address:
    """The page of an entity."""
    return entity_address(entity.kind, entity.id, entity.folder)


def source_address(id: SourceId) -> Address:
    """The page of an article."""
    return Address(f"sources/{identifier(id)}.md")


def passage_address(source: SourceId, passage: str) -> Address:
    """The anchor of a passage on its article's page.

    >>> passage_address(SourceId("daily-2025"), "p14")
    'sources/daily-2025.md#p14'
    """
    return anchored_address(source_address(source), passage)


def theme_address(id: ThemeId) -> Address:
    """The page of a theme."""
    return Address(f"themes/{identifier(id)}.md")


def conflict_address(conflict: Conflict | ConflictFinding) -> Address:
    """The page of a conflict: under its question's name where editors gave it one."""
    return conflict_id_address(ConflictId(conflict.question.id) if conflict.question else conflict.id)


def conflict_id_address(id: ConflictId) -> Address:
    """The page of a conflict by its name."""
    return Address(f"conflicts/{identifier(id)}.md")


def history_address(conflict: Conflict | ConflictFinding) -> Address:
    """Where it is told how a conflict came to be known."""
    return anchored_address(HISTORY, conflict.question.id if conflict.question else conflict.id)


def claim_address(claim: Claim, subject: Entity) -> Address:
    """The permanent address of a claim: its anchor on its subject's page."""
    return anchored_address(page_of_entity(subject), claim.id)


def anchored_address(address: Address, anchor: str) -> Address:
    """A place on a page.

    >>> anchored_address(HOME, "people")
    'index.md#people'
    """
    return Address(f"{address}#{identifier(anchor)}")


def page_of(address: Address) -> Address:
    """The page on which a place is."""
    return Address(address.partition("#")[0])


def relative(here: Address, there: Address) -> str:
    """A link from one page to another, as a relative path to its Markdown file.

    >>> relative(Address("people/ada.md"), Address("events/launch.md#c-1"))
    '../events/launch.md#c-1'
    >>> relative(HOME, Address("index.md#people"))
    '#people'
    """
    page, mark, anchor = there.partition("#")
    if page == page_of(here):
        return f"#{anchor}" if mark else page.rpartition("/")[2]
    return _path(page, dirname(here)) + mark + anchor


@lru_cache(maxsize=1 << 14)
def _path(page: str, folder: str) -> str:
    return relpath(page, folder or ".")


def relative_url(here: Address, there: Address) -> str:
    """A link as readers follow it, for places that the renderer does not look into: a picture.

    >>> relative_url(Address("people/ada.md"), Address("works/engine.md#claims"))
    '../../works/engine/#claims'
    """
    page, mark, anchor = url(there).partition("#")
    return relpath(page or ".", url(page_of(here)) or ".") + "/" + mark + anchor


def url(address: Address) -> str:
    """The address a reader sees, within the edition.

    >>> url(Address("people/ada.md#c-1")), url(Address("people/index.md"))
    ('people/ada/#c-1', 'people/')
    """
    page, mark, anchor = address.partition("#")
    path = page.removesuffix(".md")
    folder = path.removesuffix("index") if path.rpartition("/")[2] == "index" else f"{path}/"
    return folder + mark + anchor
