"""Finds the files of a dossier and reads them; what they say is understood elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_tools.model import EntityId, Kind, SourceId
from build_tools.problem import Problem, Problems
from build_tools.reading.encodings import decode
from build_tools.reading.hints import did_you_mean
from build_tools.reading.ids import FOLDERS, bad_id
from build_tools.reading.located import whole_file
from build_tools.reading.parse_source import Article
from build_tools.reading.yaml_nodes import Document, parse_yaml

ARTICLES = "articles"
SETTINGS = "dossier.yaml"
VOCABULARY = "vocabulary.yaml"
PLACES = (ARTICLES, *FOLDERS.values())


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that holds a dossier's files, and how their paths begin: `sources/` or nothing."""

    path: Path
    prefix: str

    def name(self, file: Path) -> str:
        """The path of a file as problems show it."""
        return self.prefix + file.relative_to(self.path).as_posix()


@dataclass(frozen=True, slots=True)
class EntityFile:
    """The file of an entity or a question; its name is its id."""

    id: EntityId
    kind: Kind
    document: Document


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of one source."""

    article: Article
    about: Document
    annotations: Document

    @property
    def id(self) -> SourceId:
        return self.article.id


@dataclass(frozen=True, slots=True)
class Files:
    """Every file of a dossier, read and not yet understood."""

    prefix: str
    settings: Document
    vocabulary: Document
    entities: tuple[EntityFile, ...]
    articles: tuple[ArticleFiles, ...]

    @property
    def documents(self) -> Iterator[Document]:
        """Every YAML file."""
        yield from (self.settings, self.vocabulary, *(entity.document for entity in self.entities))
        for article in self.articles:
            yield from (article.about, article.annotations)


def open_folder(root: Path) -> Folder:
    """The sources of a dossier: `root/sources`, or `root` itself."""
    if (root / "sources").is_dir():
        return Folder(root / "sources", "sources/")
    return Folder(root, "")


def find(root: Path) -> tuple[Files, Problems]:
    """The files of the dossier in a folder; a file that is missing or damaged is an empty one."""
    folder = open_folder(root)
    problems: list[Problem] = []
    files = Files(
        folder.prefix,
        read_yaml(folder, folder.path / SETTINGS, problems),
        read_yaml(folder, folder.path / VOCABULARY, problems),
        tuple(find_entities(folder, problems)),
        tuple(find_articles(folder, problems)),
    )
    return files, (*problems, *find_strays(folder))


def read_bytes(folder: Folder, file: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file, or the problem that there are none."""
    origin = whole_file(folder.name(file))
    try:
        return file.read_bytes()
    except FileNotFoundError:
        hint = f"write it; {MISSING.get(file.name, '')}" if file.name in MISSING else ""
        problems.append(Problem(origin, "missing-file", "this file is missing", hint))
    except OSError as error:
        hint = "it should be an ordinary file that you may read"
        problems.append(Problem(origin, "unreadable-file", f"cannot be read: {error.strerror}", hint))
    return None


MISSING = {
    SETTINGS: "its least is `title: …` and `description: …`",
    VOCABULARY: "its keys are `properties:` and `terms:`",
    "source.yaml": "it says what is known of the article: `title`, `publisher`, `published`, …",
    "article.txt": "it holds the article as it was received, in UTF-8",
}


def read_yaml(folder: Folder, file: Path, problems: list[Problem]) -> Document:
    """The document in a file."""
    path = folder.name(file)
    data = read_bytes(folder, file, problems)
    text, wrong = decode(data or b"", path)
    document, more = parse_yaml(text, path, readable=data is not None and not wrong)
    problems += (*wrong, *more)
    return document


def find_entities(folder: Folder, problems: list[Problem]) -> Iterator[EntityFile]:
    """The files of entities, in the order of kinds and paths."""
    for kind, name in FOLDERS.items():
        for file in sorted((folder.path / name).rglob("*.yaml")):
            if hidden(file, folder):
                continue
            if found := bad_id(file.stem, whole_file(folder.name(file))):
                problems.append(found)
            else:
                yield EntityFile(EntityId(file.stem), kind, read_yaml(folder, file, problems))


def find_articles(folder: Folder, problems: list[Problem]) -> Iterator[ArticleFiles]:
    """The folders of articles that are not empty, with the files in them."""
    articles = folder.path / ARTICLES
    for place in sorted(articles.iterdir()) if articles.is_dir() else ():
        if hidden(place, folder) or not place.is_dir() or not any(place.iterdir()):
            continue
        if found := bad_id(place.name, whole_file(folder.name(place))):
            problems.append(found)
            continue
        yield read_article(folder, place, problems)


def read_article(folder: Folder, place: Path, problems: list[Problem]) -> ArticleFiles:
    """The files of one article; without annotations it is one that nobody has read yet."""
    notes = place / "annotations.yaml"
    text = read_bytes(folder, place / "article.txt", problems)
    problems += decode(text or b"", folder.name(place / "article.txt"))[1]
    about = read_yaml(folder, place / "source.yaml", problems)
    nothing = parse_yaml("", folder.name(notes))[0]
    annotations = read_yaml(folder, notes, problems) if notes.exists() else nothing
    return ArticleFiles(Article(SourceId(place.name), text, sums_of(place)), about, annotations)


def sums_of(place: Path) -> dict[str, str]:
    """The SHA-256 of each file kept beside an article: the page or text from which it was made."""
    kept = (file for file in place.iterdir() if file.is_file() and file.stem == "received")
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in kept}


def hidden(file: Path, folder: Folder) -> bool:
    """Whether a file or a folder above it is hidden."""
    return any(part.startswith(".") for part in file.relative_to(folder.path).parts)


def places(folder: Folder) -> tuple[Path, ...]:
    """The files and folders that hold a dossier and nothing else; some may not be there."""
    own = (SETTINGS, VOCABULARY, *PLACES)
    return (folder.path,) if folder.prefix else tuple(folder.path / name for name in own)


def find_strays(folder: Folder) -> Iterator[Problem]:
    """YAML files that nothing reads, because of their name or their place."""
    for file in sorted(file for place in places(folder) for file in place.rglob("*.y*ml")):
        if not hidden(file, folder) and (hint := stray(file.relative_to(folder.path).parts)):
            yield Problem(whole_file(folder.name(file)), "unexpected-file", "nothing reads this file", hint)


def stray(parts: tuple[str, ...]) -> str:
    """Why a file is not read, as a hint; nothing where it is."""
    top, name = parts[0], parts[-1]
    if not name.endswith((".yml", ".yaml")):
        return ""
    if name.endswith(".yml"):
        return f"rename it `{name.removesuffix('.yml')}.yaml`"
    if len(parts) == 1:
        names = (SETTINGS, VOCABULARY)
        return "" if name in names else did_you_mean(name, names) or f"it belongs into {', '.join(PLACES)}"
    if top not in PLACES:
        return did_you_mean(top, PLACES) or f"the folders are {', '.join(PLACES)}"
    if top == ARTICLES and (len(parts) != 3 or name not in ("source.yaml", "annotations.yaml")):
        return "the files of an article are `article.txt`, `source.yaml` and `annotations.yaml`"
    return ""
