"""Finds the files of a dossier and reads them; `understanding.py` parses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from build_tools.locale_folders import own_locales
from build_tools.model import SHIPPED, EntityId, Kind, PlainKind, SourceId
from build_tools.problem import Problem, Problems
from build_tools.reading.charsets import decode_utf8
from build_tools.reading.folders import (
    ARTICLES,
    COMPARISON,
    SCORES,
    SETTINGS,
    THEMES,
    VERSIONS,
    VOCABULARY,
    Folder,
    below_link,
    find_links,
    find_strays,
    hidden,
    open_folder,
    outside,
    outward,
    outward_links,
)
from build_tools.reading.ids import bad_id, folders_of
from build_tools.reading.located import Located, value_of_key, whole_file
from build_tools.reading.nearest_words import nearest_word
from build_tools.reading.received import ReceivedArticle
from build_tools.reading.sizes import (
    TooLargeError,
    file_too_large,
    limit_for,
    limits_of,
    most_entries,
    read_within,
)
from build_tools.reading.yaml_file import YamlFile

AnnotationIds = Mapping[SourceId, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class EntityFile:
    """The file of an entity or a question; its name is its id."""

    id: EntityId
    kind: Kind
    file: YamlFile


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """The file of a theme; its name is its id."""

    id: str
    file: YamlFile


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of one source."""

    article: ReceivedArticle
    about: YamlFile
    annotations: YamlFile

    @property
    def id(self) -> SourceId:
        return self.article.id

    @property
    def annotation_ids(self) -> frozenset[str] | None:
        """The ids of its annotations; None where an entry was left out that may have one."""
        document = self.annotations.document
        items = document.data if isinstance(document.data, list) else ()
        ids = frozenset(str(id) for item in items if isinstance(id := value_of_key(item, "id"), Located))
        return ids if document.whole else None

    @property
    def problems(self) -> Problems:
        """What is wrong with the YAML of its files."""
        return (*self.about.problems, *self.annotations.problems)


@dataclass(frozen=True, slots=True)
class Files:
    """Every file of a dossier, read and not yet understood."""

    prefix: str
    settings: YamlFile
    vocabulary: YamlFile
    entities: tuple[EntityFile, ...]
    articles: tuple[ArticleFiles, ...]
    themes: tuple[ThemeFile, ...]
    comparison: YamlFile
    scores: str = ""
    locales: tuple[str, ...] = ()
    kinds: tuple[PlainKind, ...] = SHIPPED

    @property
    def of_no_article(self) -> Iterator[YamlFile]:
        """Every YAML file but those of articles."""
        yield from (self.settings, self.vocabulary, self.comparison)
        yield from (one.file for one in self.entities)
        yield from (one.file for one in self.themes)


def find_files(root: Path) -> tuple[Files, Problems]:
    """The files of the dossier in a folder; a file that is missing or damaged is an empty one."""
    folder = open_folder(root)
    links = tuple(find_links(folder))
    problems: list[Problem] = list(outward_links(links, folder))
    folder = replace(folder, has_links=bool(links) or not folder.prefix)
    settings = read_yaml(folder, folder.path / SETTINGS, problems)
    folder = replace(folder, limits=limits_of(settings.document.data))
    vocabulary = read_yaml(folder, folder.path / VOCABULARY, problems)
    kinds = kinds_in(vocabulary)
    folder = replace(folder, kinds=folders_of(kinds))
    files = Files(
        folder.prefix,
        settings,
        vocabulary,
        tuple(find_entities(folder, problems)),
        tuple(find_articles(folder, problems)),
        tuple(find_themes(folder, problems)),
        read_if_there(folder, folder.path / COMPARISON, problems),
        read_scores(folder, problems),
        tuple(own_locales(root)),
        kinds,
    )
    return files, (*problems, *find_strays(folder))


def kinds_in(vocabulary: YamlFile) -> tuple[PlainKind, ...]:
    """The kinds of plain entities: those that ship, and those that the vocabulary declares."""
    if value_of_key(vocabulary.document.data, "kinds") is None:
        return SHIPPED
    from build_tools.reading.declared_kinds import declared_kinds  # with all that validates

    return declared_kinds(vocabulary.document.data)[0]


def read_bytes(folder: Folder, file: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file, or the problem that there are none."""
    origin = whole_file(folder.name(file))
    if why := folder.why_outside(file):
        if not below_link(origin.path, problems):
            problems.append(outward(origin.path, why))
        return None
    try:
        return read_within(file, limit_for(file, folder.limits))
    except TooLargeError as error:
        problems.append(file_too_large(origin, file, error))
    except FileNotFoundError:
        problems.append(Problem(origin, "missing-file", "this file is missing", hint_of_missing(file)))
    except OSError as error:
        hint = "make it an ordinary file that you may read"
        problems.append(Problem(origin, "unreadable-file", f"cannot be read: {error.strerror}", hint))
    return None


MISSING = {
    SETTINGS: "it needs at least `title: …` and `description: …`",
    VOCABULARY: "its keys are `properties:` and `terms:`",
    "source.yaml": "it describes the article: `title`, `publisher`, `published`, …",
    "article.txt": "it holds the article as it was received, in UTF-8",
}


def hint_of_missing(file: Path) -> str:
    """What to do about a file that is not there: it may have another name, or be a link."""
    if file.is_symlink():
        return "it is a broken link: delete it, or put the file in its place"
    others = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
    if other := nearest_word(file.name, (name for name in others if name not in MISSING)):
        return f"rename `{other}`"
    return f"write it; {MISSING[file.name]}" if file.name in MISSING else "write it"


def read_yaml(folder: Folder, file: Path, problems: list[Problem]) -> YamlFile:
    """A YAML file; what is wrong with its YAML is seen when it is parsed."""
    data = read_bytes(folder, file, problems)
    return YamlFile(folder.name(file), data, most_entries(limit_for(file, folder.limits)))


def read_if_there(folder: Folder, file: Path, problems: list[Problem]) -> YamlFile:
    """A file that need not be there; a link that leads nowhere is not nothing."""
    is_there = file.exists() or file.is_symlink()
    return read_yaml(folder, file, problems) if is_there else YamlFile(folder.name(file), b"")


def find_entities(folder: Folder, problems: list[Problem]) -> Iterator[EntityFile]:
    """The files of entities, in the order of kinds and paths."""
    for kind, name in folder.kinds.items():
        for file in named_files(folder, name, problems):
            yield EntityFile(EntityId(file.stem), kind, read_yaml(folder, file, problems))


def find_themes(folder: Folder, problems: list[Problem]) -> Iterator[ThemeFile]:
    """The files of themes, in the order of their paths."""
    for file in named_files(folder, THEMES, problems):
        yield ThemeFile(file.stem, read_yaml(folder, file, problems))


def named_files(folder: Folder, name: str, problems: list[Problem]) -> Iterator[Path]:
    """The YAML files below a folder whose names are ids."""
    files = () if outside(folder.path / name, folder) else (folder.path / name).rglob("*.yaml")
    for file in sorted(each for each in files if not hidden(each, folder)):
        if found := bad_id(file.stem, whole_file(folder.name(file))):
            problems.append(found)
        else:
            yield file


def find_articles(folder: Folder, problems: list[Problem]) -> Iterator[ArticleFiles]:
    """The folders of articles that are not empty, with the files in them."""
    articles = folder.path / ARTICLES
    for place in sorted(articles.iterdir()) if articles.is_dir() and not outside(articles, folder) else ():
        if hidden(place, folder) or outside(place, folder):
            continue
        if not place.is_dir() or not any(place.iterdir()):
            continue
        if found := bad_id(place.name, whole_file(folder.name(place))):
            problems.append(found)
            continue
        yield read_article(folder, place, problems)


def read_article(folder: Folder, place: Path, problems: list[Problem]) -> ArticleFiles:
    """The files of one article; without annotations it has not been read yet."""
    notes = place / "annotations.yaml"
    text = read_article_text(folder, place / "article.txt", problems)
    about = read_yaml(folder, place / "source.yaml", problems)
    annotations = read_if_there(folder, notes, problems)
    id = SourceId(place.name)
    received = ReceivedArticle(id, text, sums_of(folder, place), read_versions(folder, place, problems))
    return ArticleFiles(received, about, annotations)


def read_versions(folder: Folder, place: Path, problems: list[Problem]) -> dict[str, ReceivedArticle]:
    """The earlier texts of an article, by their days."""
    kept = place / VERSIONS
    days = sorted(kept.iterdir()) if kept.is_dir() and not outside(kept, folder) else ()
    found: dict[str, ReceivedArticle] = {}
    for day in days:
        if day.is_dir() and not hidden(day, folder) and not outside(day, folder):
            text = read_article_text(folder, day / "article.txt", problems)
            found[day.name] = ReceivedArticle(SourceId(place.name), text, sums_of(folder, day))
    return found


def read_article_text(folder: Folder, file: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of an article, or the problem that there is no text in them."""
    data = read_bytes(folder, file, problems)
    if data is None:
        return None
    text, wrong = decode_utf8(data, folder.name(file))
    if not text.strip() and not wrong:
        hint = "put the article into it as it was received, in UTF-8"
        wrong = (Problem(whole_file(folder.name(file)), "unreadable-file", "the file has no text", hint),)
    problems += wrong
    return None if wrong else data


def read_scores(folder: Folder, problems: list[Problem]) -> str:
    """What the last attack came to, as it was written; nothing where there was none."""
    file = folder.path / SCORES
    data = read_bytes(folder, file, problems) if file.exists() else None
    text, wrong = decode_utf8(data or b"", folder.name(file))
    problems += wrong
    return text


def sums_of(folder: Folder, place: Path) -> dict[str, str]:
    """The SHA-256 of each file kept beside an article: the page or text from which it was made."""
    kept = [file for file in place.iterdir() if file.is_file() and file.stem == "received"]
    return {file.name: sum_of(file) for file in kept if not outside(file, folder)}


def sum_of(file: Path) -> str:
    """The SHA-256 of a file of any size."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
