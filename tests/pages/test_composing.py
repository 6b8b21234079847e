"""Pages composed again only where their findings have changed are those that are composed without a cache."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from build_tools.cache.kept_files import CACHE
from build_tools.findings import survey
from build_tools.pages import composing, plan_pages
from build_tools.pages.composing import compose_pages, open_kept_pages
from build_tools.pages.parts.view import View
from build_tools.pipeline import check
from build_tools.website.editions import editions_of
from build_tools.website.exchanging import PAGES
from build_tools.website.page import Page, WrittenPage, as_written
from build_tools.website.publishing import write_edition
from tests.cache.test_kept_work import PIER, edit, first_annotations, new_person, steps

SITE = "https://example.org/"
Pages = dict[str, WrittenPage]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of a pier, and a home without a key."""
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "home" / name))
    return Path(shutil.copytree(PIER, tmp_path / "pier", ignore=shutil.ignore_patterns("build")))


def view_of(root: Path) -> View:
    """The dossier as its first edition shows it."""
    dossier = check(root).dossier
    return View(survey(dossier), editions_of(dossier.inputs, root=root)[0], SITE)


def by_address(pages: tuple[WrittenPage, ...]) -> Pages:
    return {page.address: page for page in pages}


def composed(root: Path) -> tuple[Pages, frozenset[str]]:
    """The pages, written as a build writes them, and the addresses of those that had to be composed."""
    view, anew = view_of(root), set[str]()

    def noted(page: Page) -> WrittenPage:
        anew.add(page.address)
        return as_written(page)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(composing, "as_written", noted)
        pages = compose_pages(
            plan_pages, view, root, root / PAGES / view.edition.folder, open_kept_pages(root)
        )
    write_edition(root, view.edition, pages)
    return by_address(pages), frozenset(anew)


def clean(root: Path) -> Pages:
    """The pages without anything that was kept."""
    return by_address(compose_pages(plan_pages, view_of(root), root, root / "nowhere", None))


def test_nothing_is_composed_twice(root: Path) -> None:
    first, cold = composed(root)
    again, warm = composed(root)
    assert (cold, warm) == (frozenset(first), frozenset())
    assert first == again == clean(root)


def test_a_note_is_composed_on_the_pages_that_show_it(root: Path) -> None:
    before, _ = composed(root)
    edit(root, first_annotations(root), "  claims:", "  note: Seen by nobody else.\n  claims:")
    after, anew = composed(root)
    changed = {address for address, page in after.items() if page != before[address]}
    assert after == clean(root)
    assert changed
    assert changed <= anew < frozenset(after)


def title(root: Path) -> None:
    edit(root, "dossier.yaml", "title:", "description: Other words.\ntitle:")


def entity(root: Path) -> None:
    file = sorted((root / "sources").glob("*/*.yaml"))[0]
    edit(root, file.relative_to(root / "sources").as_posix(), "label:", "summary: Words of ours.\nlabel:")


def words_of_the_edition(root: Path) -> None:
    shutil.copytree(Path(composing.__file__).parents[1] / "locale/en", root / "locale/en")
    about = root / "locale/en/edition.yaml"
    about.write_text(about.read_text("utf-8").replace('list: ", "', 'list: "; "'), "utf-8")


@pytest.mark.parametrize("change", [title, entity, new_person, words_of_the_edition])
def test_what_is_on_many_pages_is_composed_on_all_of_them(change: Callable[[Path], None], root: Path) -> None:
    composed(root)
    change(root)
    assert composed(root)[0] == clean(root)


@pytest.mark.parametrize("damage", ["page", "page gone", "record", "record of others", "cache gone"])
def test_what_is_damaged_is_composed_again(damage: str, root: Path, tmp_path: Path) -> None:
    pages, _ = composed(root)
    folder, kept = root / PAGES / "en", root / CACHE / "pages" / "en"
    match damage:
        case "page":
            (folder / "index.md").write_text("Other words.", "utf-8")
        case "page gone":
            (folder / "index.md").unlink()
        case "record":
            kept.write_bytes(kept.read_bytes()[:-1])
        case "record of others":
            (tmp_path / "home" / "annotated-dossier" / "cache-key").unlink()
        case _:
            shutil.rmtree(root / CACHE)
    again, anew = composed(root)
    assert again == pages
    assert anew == ({"index.md"} if damage.startswith("page") else frozenset(pages))


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 60))])
def test_whatever_is_edited_the_pages_are_those_of_a_clean_build(seed: int, root: Path) -> None:
    for step in ("at first", *steps(Random(seed), root)):
        assert composed(root)[0] == clean(root), step
