"""Several files imported in one call, and a table of what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.table import Table
from rich.text import Text

from build_tools.contributing.importing.new_source import Imported, ImportOptions, import_article
from build_tools.contributing.importing.receiving import received
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.model import Inputs, LocalText, Reliability, Source
from build_tools.reading.parse_source import UNDATED

ENDINGS = (".html", ".htm", ".mhtml", ".mht", ".md", ".markdown", ".txt", ".pdf")


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file and the source that it becomes, or why it is refused."""

    file: Path
    imported: Imported | None = None
    refused: str = ""


def files_given(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file, and of a folder every page, text and PDF in it, by name."""
    for path in paths:
        if path.is_dir():
            yield from (one for one in sorted(path.iterdir()) if one.suffix.lower() in ENDINGS)
        else:
            yield path


def import_files(files: Sequence[Path], given: ImportOptions, inputs: Inputs) -> Iterator[ImportedFile]:
    """Each file as a source; one that an earlier file holds too is refused. Nothing is written."""
    for file in files:
        try:
            imported = import_article(received(file), replace(given, name=file.name), inputs)
        except ImportRefusedError as refused:
            yield ImportedFile(file, refused=str(refused))
            continue
        inputs = replace(inputs, sources={**inputs.sources, imported.id: _source_of(imported)})
        yield ImportedFile(file, imported)


def import_table(found: Iterable[ImportedFile]) -> Table:
    """A row a file: its source, and what a person looks at first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, most in (("file", 24), ("source", 26), ("published", 22), ("title", None)):
        table.add_column(name, max_width=most, overflow="fold")
    for one in found:
        if one.imported:
            facts = one.imported.facts
            cells = (str(one.imported.id), facts.published or "unknown", facts.title or "unknown")
        else:
            cells = ("refused", "", one.refused)
        table.add_row(*map(Text, (one.file.name, *cells)))
    return table


def _source_of(imported: Imported) -> Source:
    """The source as far as the next file must know it: its id and its words."""
    nothing = LocalText()
    return Source(
        id=imported.id,
        text=imported.files["article.txt"].decode("utf-8", "replace"),
        title=nothing,
        author=nothing,
        publisher=nothing,
        through=nothing,
        url="",
        published=UNDATED,
        published_why=nothing,
        language=imported.language,
        reliability=Reliability("F", nothing),
    )
