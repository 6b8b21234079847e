"""Nothing is read or written through a link that leads out of the dossier."""

from __future__ import annotations

import ast
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.reading import read
from build_tools.reading.schemas import write_schemas
from build_tools.safe_files import OutOfBoundsError, leads_out, prune, put_file, read_ordinary, write_anywhere
from tests.trees import a_home, link, linked, tree

TOOL = Path(__file__).parents[1]
BASE = TOOL / "tests/broken/base"
NOTES = "sources/articles/harbour-post/annotations.yaml"
WRITERS = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "touch", "symlink_to"}
OF_MODULES = {
    "os": {"open", "replace", "remove", "rename", "mkdir", "makedirs"},
    "shutil": {"rmtree", "move", "copy", "copytree"},
}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the dossier that is nobody's business."""
    return a_home(tmp_path / "home")


def run(root: Path, *arguments: str | Path, text: str | None = None) -> Result:
    words = ["--root", str(root), *map(str, arguments)]
    return CliRunner().invoke(main, words, input=text, catch_exceptions=False)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("sources/people", ["new", "person", "zhou-du"]),
        ("sources/articles", ["import", "-", "--id", "new-one"]),
        ("sources/articles/new-one", ["import", "-", "--id", "new-one"]),
        ("sources/articles/harbour-post", ["suggest", "harbour-post", "--write"]),
        (NOTES, ["suggest", "harbour-post", "--write"]),
        (NOTES, ["check", "--fix"]),
        ("sources/questions/price-paid.yaml", ["judge", "price-paid"]),
        ("sources/questions", ["judge", "price-paid"]),
        ("out", ["export", "claims", "--out", "out/claims.jsonl"]),
        ("out.jsonl", ["export", "claims", "--out", "out.jsonl"]),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_no_command_writes_through_a_link_that_leads_out(
    place: str, command: list[str], dossier: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = dossier / NOTES
    notes.write_text(
        notes.read_text("utf-8").replace("quote: ", "quote: \u200b", 1), "utf-8"
    )  # `--fix` takes it out
    (dossier / "schemas").mkdir()  # and names a schema in every file
    target = outside / "new-place"
    link(dossier / place, target)
    before = tree(outside)
    monkeypatch.chdir(dossier)
    result = run(dossier, *command, text="An article of our own invention, on nothing at all.\n")
    assert result.exit_code, result.output
    assert "Traceback" not in result.output
    assert tree(outside) == before
    assert (dossier / place).is_symlink()


def test_what_is_refused_is_said_with_the_link(dossier: Path, outside: Path) -> None:
    link(dossier / "sources/people", outside)
    assert run(dossier, "new", "person", "zhou-du").output == (
        f"Error: {dossier}/sources/people: leads out of the dossier: "
        "nothing is written through such a link: replace it with what it leads to\n"
    )


def test_schemas_are_not_written_through_a_link(dossier: Path, outside: Path) -> None:
    link(dossier / "schemas", outside)
    with pytest.raises(OutOfBoundsError):
        write_schemas(dossier / "schemas")
    assert not list(outside.glob("*.json"))


def test_the_settings_of_git_are_no_part_of_a_dossier(dossier: Path) -> None:
    (dossier / ".git").mkdir()
    (dossier / ".git/config").write_text("[core]\n", "utf-8")
    link(dossier / NOTES, dossier / ".git/config")
    assert linked(read(dossier)[1]) == [NOTES]
    result = run(dossier, "suggest", "harbour-post", "--write")
    assert f"{NOTES}: leads into a hidden folder" in result.output
    assert (dossier / ".git/config").read_text("utf-8") == "[core]\n"


def test_a_link_that_stays_in_the_dossier_is_followed(dossier: Path) -> None:
    link(dossier / NOTES, dossier / "shared.yaml")
    before = read(dossier)
    assert before[1] == ()
    (dossier / "shared.yaml").write_text("", "utf-8")
    assert run(dossier, "suggest", "harbour-post", "--write").exit_code == 0
    assert (dossier / NOTES).is_symlink()
    assert "quote:" in (dossier / "shared.yaml").read_text("utf-8")


def test_an_export_goes_wherever_it_is_asked_to(
    dossier: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = run(dossier, "export", "claims").output
    (outside / "latest").symlink_to(outside / "deep")
    monkeypatch.chdir(dossier)
    for place in (outside / "a.jsonl", Path("../home/b.jsonl"), outside / "latest/c.jsonl", Path(".d.jsonl")):
        assert run(dossier, "export", "claims", "--out", place).output == ""
        assert place.read_text("utf-8") == printed


def test_a_device_is_not_read() -> None:
    with pytest.raises(OSError, match="Not an ordinary file"):
        read_ordinary(Path("/dev/zero"))


def test_a_path_says_where_it_leads(dossier: Path, outside: Path) -> None:
    (dossier / "a").symlink_to(outside)
    (dossier / "b").symlink_to("a")
    (dossier / "c").symlink_to("sources")
    (dossier / "loop").symlink_to("loop")
    assert leads_out(dossier, dossier / "b/deep/new.txt") == "leads out of the dossier"
    assert leads_out(dossier, dossier / "c/people/../dossier.yaml") == ""
    assert leads_out(dossier, dossier / "loop") == ""
    assert leads_out(dossier, dossier / ".github/workflows/x.yml") == ""


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"before")
    path.chmod(0o640)

    def full(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space left on device") as fault:
            put_file(path, b"after")
    assert fault.value.filename == str(path)
    assert tree(tmp_path) == {"a.yaml": b"before"}
    put_file(path, b"after")
    assert tree(tmp_path) == {"a.yaml": b"after"}
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_written_anywhere_is_still_no_way_out(dossier: Path, outside: Path) -> None:
    (dossier / "out").symlink_to(outside)
    with pytest.raises(OutOfBoundsError):
        write_anywhere(dossier, dossier / "sources/../out/precious.txt", [b""])
    assert (outside / "precious.txt").read_text("utf-8") == "precious"


def test_removing_takes_links_and_not_what_they_lead_to(tmp_path: Path, outside: Path) -> None:
    folder = tmp_path / "made"
    (folder / "a/b").mkdir(parents=True)
    (folder / "kept.md").write_bytes(b"kept")
    (folder / "a/b/page.md").symlink_to(outside / "precious.txt")
    (folder / "a/link").symlink_to(outside)
    (folder / "nowhere.md").symlink_to("nothing")
    os.mkfifo(folder / "pipe.md")
    before = tree(outside)
    prune(folder, keep={"kept.md", "a/b/page.md", "pipe.md"})
    assert [path.name for path in folder.rglob("*")] == ["kept.md"]
    assert tree(outside) == before
    (tmp_path / "link").symlink_to(outside)
    with pytest.raises(OutOfBoundsError):
        prune(tmp_path / "link")
    assert tree(outside) == before


def written_by(tree: ast.AST) -> Iterator[str]:
    """What a module calls to write or to delete."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in OF_MODULES.get(module, ()):
                yield f"{module}.{name}"
            case ast.Attribute(attr=name) if name in WRITERS:
                yield name
            case ast.Attribute(attr="open") | ast.Name(id="open"):
                modes = (*node.args, *(word.value for word in node.keywords if word.arg == "mode"))
                if any(isinstance(one, ast.Constant) and set(str(one.value)) & set("wxa+") for one in modes):
                    yield "open"


def test_whatever_writes_asks_one_module() -> None:
    known = {
        "safe_files.py": {"write_bytes", "mkdir", "unlink", "rmdir", "rename", "open", "os.open"},
        "exchanging.py": {"rename"},  # of whole folders below the root
        "packaging.py": {"shutil.copy", "shutil.copytree"},  # of the tool itself, into a real folder
        "kept_files.py": {"mkdir", "os.open"},  # the key of the person who runs the tool, at home
        "kept_pages.py": {"mkdir"},  # of a site that is being made, in a real folder
        # a broken dossier in English, in a folder made for it
        "english_cases.py": {"write_text", "write_bytes", "unlink", "shutil.copytree"},
    }
    found: dict[str, set[str]] = {}
    for file in sorted((TOOL / "build_tools").rglob("*.py")):
        if names := set(written_by(ast.parse(file.read_text("utf-8")))):
            found[file.name] = names
    assert found == known
