"""Files to begin with: the stub of an entity, and a dossier that builds."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from build_tools.contributing.new_edition import edition_files
from build_tools.contributing.schema_heads import with_head
from build_tools.contributing.template_languages import in_languages
from build_tools.contributing.yaml_text import scalar
from build_tools.model import NOWHERE, Kind, PlainKind, languages_of, our_language
from build_tools.reading.files import find_files
from build_tools.reading.folders import THEMES
from build_tools.reading.ids import FOLDERS, bad_id, folders_of
from build_tools.reading.schemas import schema_files, schema_text
from build_tools.safe_files import make_folder, write_own
from build_tools.website.chinese_script import Writing, converted
from build_tools.website.look import TOOL

PLAIN = "plain"
FIRST = ("en", "zh-Hans")  # the editions of a dossier that names none
SEARCHES = re.compile(r"^searches:.*(?:\n  - .*)*", re.M)
SETTINGS = PurePosixPath("sources/dossier.yaml")
VARIANT = re.compile(r"^opencc:.*\n", re.M)
FORMS = re.compile(r"(\bzh: \[[^]\n]*\])")
TEMPLATES = files("build_tools.contributing") / "templates"


class NotMadeError(Exception):
    """Why nothing was written; said to the person who asked for it."""


@dataclass(frozen=True, slots=True)
class Tool:
    """Where a dossier's `make` fetches the tool from, and which version of it."""

    address: str
    version: str


def stub(kind: Kind, id: str, editions: Sequence[str] = FIRST) -> str:
    """The file of an entity, with its possible entries as comments in the language of the first edition.

    >>> print(stub(Kind.PERSON, "ada-lovelace").split("#")[0].rstrip())
    label:
      en: Ada Lovelace
    """
    given = {"id": id, "name": name_of(id) if kind.is_plain else phrase_of(id)}
    return filled(_template(kind if kind in FOLDERS else PLAIN, editions), given)


def _template(name: str, editions: Sequence[str]) -> str:
    """A file to begin with, its words in the languages of the dossier."""
    language, script = _tongue(editions)
    text = (TEMPLATES / "entities" / language / f"{name}.yaml").read_text(encoding="utf-8")
    return in_languages(converted(text, Writing(script, "twp")), languages_of(editions))


def _tongue(editions: Sequence[str]) -> tuple[str, str]:
    """The language of the first edition, or the one we have for it, and its script where it has several."""
    language = our_language(editions[0])
    return language, next((edition for edition in editions if edition.startswith(language)), language)


def name_of(id: str) -> str:
    """A name to begin with.

    >>> name_of("scale-ai")
    'Scale Ai'
    """
    return " ".join(word.capitalize() for word in id.split("-") if word)


def phrase_of(id: str) -> str:
    """The first label of something that has no name, made from its id.

    >>> phrase_of("ward-closure")
    'Ward closure'
    """
    return id.replace("-", " ").strip().capitalize()


def write_stub(root: Path, folder: Path, kind: Kind, id: str, editions: Sequence[str] = FIRST) -> Path:
    """Write the stub into the folder of its kind; raises NotMadeError where the id is taken or is none."""
    if wrong := bad_id(id, NOWHERE):
        raise NotMadeError(f"{wrong.message}; {wrong.hint}")
    declared = declared_in(folder)
    for name in (folders := folders_of(declared)).values():
        for taken in sorted((folder / name).rglob(f"{id}.yaml")):
            raise NotMadeError(f"`{id}` is already the id of {taken.relative_to(root).as_posix()}")
    write_schema(root, kind)
    own = {each.folder: str(each.kind) for each in declared}
    return _write_new(root, folder / folders[kind] / f"{id}.yaml", stub(kind, id, editions), own)


def write_theme(root: Path, folder: Path, id: str, order: int, editions: Sequence[str]) -> Path:
    """Write the stub of a theme; raises NotMadeError where there is one of that id, or it is none."""
    if wrong := bad_id(id, NOWHERE):
        raise NotMadeError(f"{wrong.message}; {wrong.hint}")
    path = folder / THEMES / f"{id}.yaml"
    if path.exists():
        raise NotMadeError(f"there is a theme `{id}` already: {path.relative_to(root).as_posix()}")
    return _write_new(
        root, path, filled(_template("theme", editions), {"name": phrase_of(id), "order": str(order)})
    )


def write_new_edition(root: Path, files: Mapping[PurePosixPath, str]) -> None:
    """Write the folder of an edition; raises NotMadeError where one of its files is there already."""
    if taken := next((path for path in files if (root / path).exists()), None):
        raise NotMadeError(f"{taken} exists: nothing is overwritten")
    for path, text in files.items():
        make_folder(root, (root / path).parent)
        write_own(root, root / path, text.encode())


def _write_new(root: Path, path: Path, text: str, declared: Mapping[str, str] = MappingProxyType({})) -> Path:
    make_folder(root, path.parent)
    made = with_head(text, PurePosixPath(path.relative_to(root)), declared)
    write_own(root, path, made.encode())
    return path


def declared_in(folder: Path) -> tuple[PlainKind, ...]:
    """The kinds of plain entities of the dossier in a folder."""
    return tuple(find_files(folder.parent if folder.name == "sources" else folder)[0].kinds)


def write_schema(root: Path, kind: Kind) -> None:
    """Write the schema of a kind that the dossier declares beside those that it was made with."""
    path = root / "schemas" / f"{kind}.json"
    if kind not in FOLDERS and not path.exists():
        make_folder(root, path.parent)
        write_own(root, path, schema_text(str(kind)).encode())


def dossier_files(title: str, tool: Tool, editions: Sequence[str]) -> dict[PurePosixPath, str]:
    """The files of a dossier that builds, checks and deploys, by their paths in it.

    Its invented story, its comments and its labels are in the languages of its editions.
    """
    words = {"title": title, "tool": tool.address, "version": tool.version, "editions": ", ".join(editions)}
    found = {PurePosixPath("schemas", name): text for name, text in schema_files().items()}
    for path, text in templates(TEMPLATES / "dossier", PurePosixPath()):
        found[path] = filled(text, words)
    return {**found, **edition_files(editions), **story_files(words, editions)}


def story_files(words: Mapping[str, str], editions: Sequence[str]) -> dict[PurePosixPath, str]:
    """The invented story in the language and the script of the first edition."""
    (story, script), languages = _tongue(editions), languages_of(editions)
    given = {**words, "language": script}
    made = {
        path: template_in_script(text, script)
        for path, text in templates(TEMPLATES / "stories" / story, PurePosixPath())
    }
    if "zh-Hant" not in editions:
        made[SETTINGS] = VARIANT.sub("", made[SETTINGS])
    for path in (path for path in made if path.suffix == ".yaml"):
        article = made.get(path.with_name("article.txt"), "")
        known = given | {"title": scalar(words["title"]), "sha256": sha256(article.encode()).hexdigest()}
        made[path] = with_head(filled(in_languages(made[path], languages), known), path)
    return {path: filled(text, given) for path, text in made.items()}


def template_in_script(text: str, script: str) -> str:
    """A template in a script, with Taiwan's words; the forms of terms are those that articles may have."""
    parts = FORMS.split(text)
    as_written = [
        converted(part, Writing(script, "tw" if at % 2 else "twp")) for at, part in enumerate(parts)
    ]
    return "".join(as_written)


def without_story(made: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    """The files of a dossier that has no article yet; what it would search for becomes a comment."""
    kept = ("dossier.yaml", "vocabulary.yaml")
    return {
        path: SEARCHES.sub(lambda found: re.sub("^", "# ", found[0], flags=re.M), text)
        for path, text in made.items()
        if path.parts[0] != "sources" or path.name in kept
    }


def write_dossier(place: Path, made: Mapping[PurePosixPath, str]) -> None:
    """Write a dossier into a folder that is not there, or empty; raises NotMadeError otherwise."""
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise NotMadeError(f"{place} exists and is not an empty folder: nothing is overwritten")
    for path, text in made.items():
        make_folder(place, (place / path).parent)
        write_own(place, place / path, text.encode())


def this_tool() -> Tool | None:
    """The repository that this tool was installed from, or of which it is a clone; nothing if neither."""
    with suppress(PackageNotFoundError):
        installed = installed_from(distribution("annotated-dossier").read_text("direct_url.json") or "{}")
        if installed:
            return installed
    if git_of_tool("rev-parse", "--show-toplevel") != str(TOOL):
        return None  # a repository around an installed tool is not the tool's
    version = git_of_tool("rev-parse", "HEAD")
    published = git_of_tool("branch", "--remotes", "--contains", version)
    return Tool((published and git_of_tool("remote", "get-url", "origin")) or str(TOOL), version)


def installed_from(noted: str) -> Tool | None:
    """The repository and version that an installer noted when it took the tool from git (PEP 610).

    >>> installed_from('{"url":"https://example.org/t","vcs_info":{"vcs":"git","commit_id":"9f3c"}}')
    Tool(address='https://example.org/t', version='9f3c')
    >>> installed_from('{"url": "file:///home/ada/tool", "dir_info": {"editable": true}}')
    """
    match json.loads(noted):
        case {"url": str(address), "vcs_info": {"commit_id": str(version)}}:
            return Tool(address, version)
    return None


def is_public(address: str) -> bool:
    """Whether others can fetch from an address.

    >>> is_public("https://example.org/tool"), is_public("file:///home/ada/tool"), is_public("/home/ada/tool")
    (True, False, False)
    """
    return address.startswith(("https://", "http://", "ssh://", "git@"))


def git_of_tool(*arguments: str) -> str:
    """What git says of the tool's own folder, or nothing."""
    command = ["git", "-C", str(TOOL), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def templates(folder: Traversable, at: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    """Every template with the path it is for; `_github` becomes `.github`."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = at / re.sub("^_", ".", entry.name)
        if entry.is_dir():
            yield from templates(entry, path)
        else:
            yield path, entry.read_text(encoding="utf-8")


def filled(text: str, words: Mapping[str, str]) -> str:
    """A template with its `{words}`; any other brace stays.

    >>> filled("{name}: {of: x}", {"name": "Ada"})
    'Ada: {of: x}'
    """
    return re.sub(r"(?<!\$)\{(\w+)\}", lambda found: words.get(found[1], found[0]), text)
