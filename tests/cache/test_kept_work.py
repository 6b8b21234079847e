"""What is kept between runs changes nothing: not what is found, only how much is proven again."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cache import kept_reading, packed
from build_tools.cache.kept_files import CACHE
from build_tools.cache.kept_work import open_kept_work
from build_tools.cache.packed import Memory
from build_tools.cli import main
from build_tools.evidence import check_relays, prove_here
from build_tools.evidence.source_proofs import Common, SourceProof, SourceTask
from build_tools.model import Build, Inputs, Settings
from build_tools.pipeline import Ways, check
from build_tools.problem import Problems
from build_tools.reading import understanding
from build_tools.reading.assembling import ArticleRead
from build_tools.reading.files import ArticleFiles
from build_tools.reading.known_ids import KnownIds

PIER = Path(__file__).parents[1] / "dossiers" / "pier"


class Counting:
    """Ways that note which articles are read and proven, and how often all are compared."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.proven: list[str] = []
        self.compared = 0
        self.damaged = 0

    def prove(self, tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
        self.proven += [task.source.id for task in tasks]
        return prove_here(tasks, common)

    def compare(self, inputs: Inputs) -> Problems:
        self.compared += 1
        return check_relays(inputs)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of a pier, and a home without a key."""
    monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "home" / name))
    return Path(shutil.copytree(PIER, tmp_path / "pier", ignore=shutil.ignore_patterns("build")))


def run(root: Path, memory: Memory | None = None) -> tuple[Build, Counting]:
    """A check with the cache, and what had to be done."""
    counting, kept = Counting(), open_kept_work(root, memory)
    ways = Ways(prover=counting.prove, comparer=counting.compare)
    understand_article = understanding.understand_article

    def read(files: ArticleFiles, names: KnownIds, settings: Settings) -> ArticleRead:
        counting.read.append(files.id)
        return understand_article(files, names, settings)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(understanding, "understand_article", read)
        made = check(root, ways=kept.ways(ways) if kept else ways)
    counting.damaged = kept.damaged if kept else 0
    return made, counting


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


def test_a_second_run_does_nothing_and_finds_the_same(root: Path) -> None:
    first, cold = run(root)
    second, warm = run(root)
    assert (cold.read, cold.proven, cold.compared) == (articles(root), articles(root), 1)
    assert (warm.read, warm.proven, warm.compared, warm.damaged) == ([], [], 0, 0)
    assert same(first, second)
    assert same(second, check(root))


def first_annotations(root: Path) -> str:
    return f"articles/{articles(root)[0]}/annotations.yaml"


Edit = Callable[[Path], None]

# Of each edit: what is read again, what is proven again, and how often the articles are compared.
EDITS: dict[str, tuple[Edit, bool, bool, int]] = {
    "an annotation": (
        lambda root: edit(root, first_annotations(root), "  claims:", "  note: N\n  claims:"),
        False,
        False,
        0,
    ),
    "the id of an annotation": (
        lambda root: edit(root, first_annotations(root), "the pier.\n", "the pier.\n  id: one-more\n"),
        True,
        False,
        0,
    ),
    "an article": (
        lambda root: edit(root, f"articles/{articles(root)[0]}/article.txt", "\n", "\n\n"),
        False,
        False,
        1,
    ),
    "a source": (
        lambda root: edit(
            root, f"articles/{articles(root)[0]}/source.yaml", "published:", "author: A\npublished:"
        ),
        False,
        False,
        1,
    ),
    "a setting": (
        lambda root: edit(root, "dossier.yaml", "title:", "publish_limit: 90\ntitle:"),
        True,
        True,
        0,
    ),
    "an entity": (lambda root: new_person(root), True, True, 0),
}


def new_person(root: Path) -> None:
    folder = root / "sources" / "people"
    folder.mkdir(exist_ok=True)
    (folder / "somebody-new.yaml").write_text("label: Somebody New\naliases: [the]\n", "utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_what_rests_on_it_is_done_again(name: str, root: Path) -> None:
    run(root)
    change, read_all, proven_all, compared = EDITS[name]
    change(root)
    made, counting = run(root)
    assert counting.read == (articles(root) if read_all else articles(root)[:1])
    assert counting.proven == (articles(root) if proven_all else articles(root)[:1])
    assert counting.compared == compared
    assert same(made, check(root))


def test_a_damaged_file_is_made_again_and_told_of(root: Path) -> None:
    first, _ = run(root)
    proofs, readings = (sorted((root / CACHE / name).iterdir()) for name in ("proofs", "articles"))
    proofs[0].write_bytes(proofs[0].read_bytes()[:-1])
    proofs[1].write_bytes(b"")
    proofs[2].write_bytes(bytes(40) + proofs[2].read_bytes()[40:])
    readings[0].write_bytes(readings[0].read_bytes() + b"N")
    for whole in (root / CACHE / "whole").iterdir():
        whole.write_bytes(whole.read_bytes() + b"N")
    made, counting = run(root)
    assert (counting.read, counting.proven) == (articles(root)[:1], articles(root)[:3])
    assert (counting.compared, counting.damaged) == (1, 6)
    assert same(first, made)
    again = run(root)[1]
    assert (again.read, again.proven, again.compared, again.damaged) == ([], [], 0, 0)


def test_the_command_says_what_was_damaged(root: Path) -> None:
    run(root)
    next((root / CACHE / "proofs").iterdir()).write_bytes(b"")
    said = CliRunner().invoke(main, ["--root", str(root), "check"]).stderr
    assert f"{CACHE}: 1 damaged or of another computer; read and proven again\n" in said


def test_a_file_of_another_article_is_not_believed(root: Path) -> None:
    first, _ = run(root)
    for name in ("articles", "proofs"):
        one, other, *_ = sorted((root / CACHE / name).iterdir())
        one.write_bytes(other.read_bytes())
    made, counting = run(root)
    assert (counting.read, counting.proven) == (articles(root)[:1], articles(root)[:1])
    assert same(first, made)


def test_an_entry_that_somebody_else_signed_is_not_believed(root: Path, tmp_path: Path) -> None:
    run(root)
    (tmp_path / "home" / "annotated-dossier" / "cache-key").unlink()
    made, counting = run(root)
    assert (counting.read, counting.proven, counting.compared) == (articles(root), articles(root), 1)
    assert same(made, check(root))


def never(data: bytes) -> object:
    raise AssertionError(f"unpacked {len(data)} bytes of another version")


def test_another_version_of_the_tool_does_all_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root)
    monkeypatch.setattr(kept_reading, "digest_of_tool", lambda: b"another")
    for module in (kept_reading, packed):  # its types may be gone
        monkeypatch.setattr(module, "unpacked", never)
    counting = run(root)[1]
    assert (counting.read, counting.proven, counting.compared) == (articles(root), articles(root), 1)


def test_files_of_articles_that_are_gone_are_removed(root: Path) -> None:
    run(root)
    shutil.rmtree(root / "sources" / "articles" / articles(root)[0])
    run(root)
    for name in ("articles", "proofs"):
        assert sorted(kept.name for kept in (root / CACHE / name).iterdir()) == articles(root)


def test_deleting_the_cache_changes_nothing(root: Path) -> None:
    first, _ = run(root)
    shutil.rmtree(root / "build")
    assert same(first, run(root)[0])


@pytest.mark.parametrize("in_the_way", ["build", CACHE, f"{CACHE}/articles", f"{CACHE}/whole"])
def test_without_a_folder_all_is_done(in_the_way: str, root: Path) -> None:
    place = root / in_the_way
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("a file", "utf-8")
    for _ in range(2):
        made, counting = run(root)
        assert (counting.read, counting.proven) == (articles(root), articles(root))
    assert same(made, check(root))


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "build").symlink_to(elsewhere)
    run(root)
    assert not any(elsewhere.iterdir())


def steps(chosen: Random, root: Path) -> Iterator[str]:
    """Edits of any files of the dossier at random: a line doubled, left out or moved, a file gone."""
    for number in range(6):
        file = chosen.choice(sorted(path for path in (root / "sources").rglob("*") if path.is_file()))
        lines = file.read_text("utf-8").splitlines(keepends=True)
        at = chosen.randrange(len(lines))
        match chosen.randrange(5):
            case 0:
                lines.insert(at, lines[at])
            case 1:
                del lines[at]
            case 2:
                lines[at] = lines[at].replace("e", "é").replace("1", "2")
            case 3:
                lines = lines[: at + 1]
            case _:
                yield f"{number}: {file.name} deleted"
                file.unlink()
                continue
        file.write_text("".join(lines), "utf-8")
        yield f"{number}: line {at + 1} of {file.name}"


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 40))])
def test_whatever_is_edited_the_cache_changes_nothing(seed: int, root: Path) -> None:
    memory = Memory()
    run(root, memory)
    for step in steps(Random(seed), root):
        made = check(root)
        assert same(run(root)[0], made), step
        assert same(run(root, memory)[0], made), step


def test_a_process_that_goes_on_unpacks_only_what_is_new(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, unpacked = Memory(), list[bytes]()

    def noted(data: bytes) -> object:
        unpacked.append(data)
        return pickle.loads(data)

    monkeypatch.setattr(packed, "unpacked", noted)
    run(root)
    run(root, memory)
    assert len(unpacked) > 2 * len(articles(root))
    unpacked.clear()
    again = run(root, memory)[1]
    assert (again.read, again.proven, unpacked) == ([], [], [])
    edit(root, first_annotations(root), "  claims:", "  note: N\n  claims:")
    run(root, memory)
    assert same(run(root, memory)[0], check(root))
    assert len(unpacked) < 5


def said(root: Path, *options: str) -> tuple[int, str]:
    """What the command says of a dossier, and the code that it ends with."""
    done = CliRunner().invoke(main, ["--root", str(root), "check", *options])
    return done.exit_code, done.stdout


def test_the_command_says_the_same_again_without_reading(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = said(root)

    def check_nothing(*given: object) -> Build:
        raise AssertionError("checked again")

    monkeypatch.setattr(pipeline, "check_found", check_nothing)
    assert said(root) == first
    monkeypatch.undo()
    monkeypatch.setattr("click.get_app_dir", lambda name: str(root.parent / "home" / name))
    for change, *_ in EDITS.values():
        change(root)
        assert said(root) == said(root, "--no-cache")


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 20))])
def test_whatever_is_edited_the_command_says_what_it_says_without_a_cache(seed: int, root: Path) -> None:
    for step in steps(Random(seed), root):
        assert said(root) == said(root) == said(root, "--no-cache"), step
