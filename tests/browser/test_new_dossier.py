"""A dossier that somebody begins in one language: its site speaks that language and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.text.letters import HAN_LETTER
from tests.browser.browsing import Site, Visitor, build, free_port, serve
from tests.browser.test_finding import open_search, search
from tests.browser.test_looking import too_wide, violations
from tests.browser.test_sweeping import Leaf, notes, structure, tree_of

pytestmark = pytest.mark.browser

TEXTS = (".html", ".js", ".css", ".json", ".jsonl", ".xml", ".svg", ".txt")
THEMES_OWN = "assets/javascripts/lunr"  # word lists of the theme for languages that are not loaded
SEEN = [
    *(
        "",
        "conflicts/first-evening-visitors-counted/",
        "figures/reading-room-members/",
        "people/ada-example/",
    ),
    *("sources/first-article/", "evening/"),
]


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """What `dossier new dossier --languages en` and `dossier build` make, served."""
    root, port = tmp_path_factory.mktemp("new") / "port", free_port()
    given = ["new", "dossier", str(root), "--languages", "en", "--tool", "https://example.org/tool"]
    assert CliRunner().invoke(main, given).exit_code == 0
    folder = build(root, port)
    server = serve(folder, port)
    yield Site(folder, f"http://127.0.0.1:{port}/")
    server.shutdown()


@pytest.fixture(scope="module")
def leaves(english: Site) -> Mapping[str, Leaf]:
    """All its pages."""
    paths = sorted((english.folder / "en").rglob("index.html"))
    found = (Leaf(f"{path.parent.relative_to(english.folder)}/", tree_of(path)) for path in paths)
    return {leaf.path: leaf for leaf in found}


def test_it_holds_no_chinese(english: Site) -> None:
    """Its articles are English, so not even a quotation does: no page, no script, no data."""
    files = [path for path in english.folder.rglob("*") if path.suffix in TEXTS]
    ours = [path for path in files if THEMES_OWN not in path.as_posix()]
    assert len(ours) > 40
    assert [path for path in ours if HAN_LETTER.search(path.read_text("utf-8"))] == []


def test_there_is_no_other_edition_to_switch_to(english: Site, leaves: Mapping[str, Leaf]) -> None:
    assert sorted(path.name for path in english.folder.iterdir() if path.is_dir()) == ["data", "en"]
    for leaf in leaves.values():
        assert not leaf.tree.xpath("//*[@hreflang] | //*[contains(@class, 'md-select')]"), leaf.path
    lost = tree_of(english.folder / "404.html")
    assert [link.get("href") for link in lost.iter("a")] == ["/en/"]


def test_its_links_lead_somewhere_and_its_pages_are_sound(english: Site, leaves: Mapping[str, Leaf]) -> None:
    faults = []
    for leaf in leaves.values():
        faults += [f"{leaf.path}: {fault}" for fault in (*structure(leaf), *notes(leaf, leaves))]
        for href in leaf.tree.xpath("//a/@href"):
            there, place = leaf.target(href)
            known = href.startswith("https:") or there in leaves or (english.folder / there).exists()
            if not known or (place and there in leaves and place not in leaves[there].ids):
                faults.append(f"{leaf.path}: {href} leads nowhere")
    assert not faults, "\n".join(faults)


def test_its_pages_can_be_perceived_by_everyone_and_fit_a_phone(visitor: Visitor, english: Site) -> None:
    visit, faults = visitor(english), []
    for path in SEEN:
        page = visit.open(f"en/{path}")
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            faults += [f"{path} at {width}: too wide"] if too_wide(page) else []
        faults += [f"{path}: {fault}" for fault in violations(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("visitors", "figures/first-evening-visitors/"),
        ("Ada Example", "people/ada-example/"),
        ("how many people came", "conflicts/first-evening-visitors-counted/"),
        ("85 square metres", "figures/reading-room-area/"),
    ],
)
def test_a_search_finds_its_page(words: str, finds: str, visitor: Visitor, english: Site) -> None:
    page = visitor(english).open("en/about/")
    open_search(page)
    found = [address.removeprefix(f"{english.address}en/") for address in search(page, words)]
    assert any(address.startswith(finds) for address in found[:3]), found[:6]
