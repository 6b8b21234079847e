"""What is kept between runs changes nothing: not what is found, only how much is proven again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from build_tools import proof_cache
from build_tools.evidence import prove_here
from build_tools.evidence.source_proofs import Common, SourceProof, SourceTask
from build_tools.model import Build
from build_tools.pipeline import check
from build_tools.proof_cache import FOLDER, cached

PIER = Path(__file__).parent / "dossiers" / "pier"


class Counting:
    """A prover that notes which articles it is given, and the words that the cache tells."""

    def __init__(self) -> None:
        self.proven: list[str] = []
        self.told: list[str] = []

    def __call__(self, tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
        self.proven += [task.source.id for task in tasks]
        return prove_here(tasks, common)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of a pier, and a home without a key."""
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "home" / name))
    return Path(shutil.copytree(PIER, tmp_path / "pier", ignore=shutil.ignore_patterns("build")))


def run(root: Path) -> tuple[Build, Counting]:
    """A check with the cache, and what had to be proven."""
    counting = Counting()
    return check(root, prover=cached(root, counting, counting.told.append)), counting


def same(one: Build, other: Build) -> bool:
    """Whether two checks found the same."""
    return repr((one.dossier.claims, one.dossier.mentions, one.problems)) == repr(
        (other.dossier.claims, other.dossier.mentions, other.problems)
    )


def articles(root: Path) -> list[str]:
    return sorted(place.name for place in (root / "sources" / "articles").iterdir())


def edit(root: Path, name: str, old: str, new: str) -> None:
    file = root / "sources" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_second_run_proves_nothing_and_finds_the_same(root: Path) -> None:
    first, cold = run(root)
    second, warm = run(root)
    assert cold.proven == articles(root)
    assert (warm.proven, warm.told) == ([], [])
    assert same(first, second)
    assert same(second, check(root))


def first_annotations(root: Path) -> str:
    return f"articles/{articles(root)[0]}/annotations.yaml"


EDITS: dict[str, tuple[Callable[[Path], None], bool]] = {
    "an annotation": (
        lambda root: edit(root, first_annotations(root), "  claims:", "  note: N\n  claims:"),
        False,
    ),
    "an article": (lambda root: edit(root, f"articles/{articles(root)[0]}/article.txt", "\n", "\n\n"), False),
    "a source": (
        lambda root: edit(
            root, f"articles/{articles(root)[0]}/source.yaml", "published:", "author: A\npublished:"
        ),
        False,
    ),
    "a setting": (lambda root: edit(root, "dossier.yaml", "title:", "publish_limit: 90\ntitle:"), True),
    "an entity": (lambda root: new_person(root), True),
}


def new_person(root: Path) -> None:
    folder = root / "sources" / "people"
    folder.mkdir(exist_ok=True)
    (folder / "somebody-new.yaml").write_text("label: Somebody New\naliases: [the]\n", "utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_what_rests_on_it_is_proven_again(name: str, root: Path) -> None:
    run(root)
    change, everywhere = EDITS[name]
    change(root)
    made, counting = run(root)
    assert counting.proven == (articles(root) if everywhere else articles(root)[:1])
    assert same(made, check(root))


def test_a_damaged_entry_is_proven_again_and_told_of(root: Path) -> None:
    first, _ = run(root)
    entries = sorted((root / FOLDER).iterdir())
    entries[0].write_bytes(entries[0].read_bytes()[:-1])
    entries[1].write_bytes(b"")
    entries[2].write_bytes(bytes(40) + entries[2].read_bytes()[40:])
    made, counting = run(root)
    assert counting.proven == articles(root)[:3]
    assert counting.told == [f"{FOLDER}: 3 damaged or of another computer; proven again"]
    assert same(first, made)
    assert run(root)[1].proven == []


def test_an_entry_that_somebody_else_signed_is_not_believed(root: Path, tmp_path: Path) -> None:
    run(root)
    (tmp_path / "home" / "annotated-dossier" / "cache-key").unlink()
    made, counting = run(root)
    assert counting.proven == articles(root)
    assert same(made, check(root))


def test_another_version_of_the_tool_proves_all_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root)
    monkeypatch.setattr(proof_cache, "digest_of_tool", lambda: b"another")
    assert run(root)[1].proven == articles(root)


def test_entries_of_articles_that_are_gone_are_removed(root: Path) -> None:
    run(root)
    shutil.rmtree(root / "sources" / "articles" / articles(root)[0])
    run(root)
    assert sorted(entry.name for entry in (root / FOLDER).iterdir()) == articles(root)


def test_deleting_the_cache_changes_nothing(root: Path) -> None:
    first, _ = run(root)
    shutil.rmtree(root / "build")
    assert same(first, run(root)[0])


@pytest.mark.parametrize("in_the_way", ["build", "build/cache", FOLDER])
def test_without_a_folder_all_is_proven(in_the_way: str, root: Path) -> None:
    place = root / in_the_way
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("a file", "utf-8")
    for _ in range(2):
        made, counting = run(root)
        assert counting.proven == articles(root)
    assert same(made, check(root))


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "build").symlink_to(elsewhere)
    run(root)
    assert not any(elsewhere.iterdir())
