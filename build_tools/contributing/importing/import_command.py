"""`dossier import`: one file, or several with a table of what was found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from build_tools import pipeline
from build_tools.contributing.importing.again import import_again, write_again
from build_tools.contributing.importing.again_report import report_again
from build_tools.contributing.importing.facts import Facts
from build_tools.contributing.importing.new_source import (
    Imported,
    ImportOptions,
    import_article,
    write_source,
)
from build_tools.contributing.importing.receiving import Received, received
from build_tools.contributing.importing.reducing import Form
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.contributing.roots import find_root, id_in, known_source
from build_tools.model import Inputs, LocalText, Reliability, Source
from build_tools.reading import read
from build_tools.reading.folders import open_folder
from build_tools.reading.parse_source import UNDATED
from build_tools.reading.scalar_forms import RECEIVED
from build_tools.values import received_at

ENDINGS_IN_WORDS = "web page, text, Markdown or PDF"
OF_ONE = {"--id": "id_", "--url": "url", "--title": "title", "--published": "published"}


@click.command("import")
@click.argument("files", metavar="FILE...", type=Received(), nargs=-1, required=True)
@click.option(
    "--id", "id_", default="", help="The name of the new source; otherwise from publisher and date."
)
@click.option("--again", default="", metavar="ID", help="FILE is this source, received once more, changed.")
@click.option("--url", default="", help="Where it was published; nothing is fetched.")
@click.option(
    "--retrieved",
    default="",
    metavar="DAY",
    help="When it was received, 2026-11-23 or 2026-11-23T21:30; otherwise today.",
)
@click.option("--title", default="")
@click.option("--author", default="")
@click.option("--publisher", default="")
@click.option("--published", default="", metavar="DATE", help="2025-06-21, 2025-06, or 2025-12~: about then.")
@click.option(
    "--as", "form", type=click.Choice(get_args(Form)), help="The format of FILE, if it cannot be detected."
)
@click.option("--plan", is_flag=True, help="Show what would be written, and write nothing.")
@click.pass_obj
def import_command(
    given: Path | None,
    /,
    files: Sequence[Path],
    again: str,
    retrieved: str,
    form: Form | None,
    plan: bool,
    **facts: str,
) -> None:
    """Make a new source of each saved web page, text or PDF.

    FILE is a web page, a text, Markdown or a PDF, a folder of them, or - for standard input.
    """
    root = find_root(given)
    if retrieved and not is_received(retrieved):
        raise click.BadParameter("write the day as 2026-11-23, or 2026-11-23T21:30", param_hint="--retrieved")
    chosen = tuple(files_given(files))
    if len(chosen) != 1:
        refuse_options_of_one(facts)
    id_ = facts.pop("id_")
    options = ImportOptions("", form, id_, retrieved or date.today().isoformat(), Facts(**facts))
    if again:
        if id_ or plan or any(facts.values()) or len(chosen) != 1:
            raise click.UsageError("--again keeps what source.yaml says: give one FILE and --retrieved alone")
        receive_again(root, again, chosen[0], replace(options, name=chosen[0].name))
        return
    found = tuple(import_files(chosen, options, read(root)[0]))
    if plan or len(chosen) != 1:
        Console().print(import_table(found) if found else f"no {ENDINGS_IN_WORDS} there")
    elif found[0].refused:
        raise click.ClickException(found[0].refused)
    for one in found:
        if one.imported:
            write_and_tell(root, one.imported, plan, len(chosen) != 1)
    if len(chosen) != 1 and not plan and (ids := [one.imported.id for one in found if one.imported]):
        click.echo(f"next: dossier suggest {ids[0]}, and so on", err=True)
    if not found or any(one.refused for one in found):
        raise click.exceptions.Exit(1)


def is_received(text: str) -> bool:
    """Whether a text is a day or a minute of one.

    >>> is_received("2026-11-23"), is_received("2026-11-23T21:30"), is_received("2026-11-31")
    (True, True, False)
    """
    return bool(re.fullmatch(RECEIVED.pattern, text)) and received_at(text) is not None


def receive_again(root: Path, id: str, file: Path, options: ImportOptions) -> None:
    """Take a file as the newest text of a source, and print what became of its annotations."""
    made = pipeline.check(root)
    place = open_folder(root).path / "articles" / known_source(made.dossier, id_in(id))
    try:
        found = import_again(root, place, received(file), options, made)
        write_again(root, place, found)
    except ImportRefusedError as refused:
        raise click.ClickException(str(refused)) from None
    for line in report_again(found):
        click.echo(line)
    for remark in found.remarks:
        click.echo(f"note: {remark}", err=True)
    click.echo(f"next: dossier check, and dossier suggest {found.id}", err=True)


def write_and_tell(root: Path, imported: Imported, plan: bool, several: bool) -> None:
    """Write one source, unless it is only planned, and print its files, and what a person should know."""
    try:
        written = () if plan else write_source(root, open_folder(root).path, imported)
    except ImportRefusedError as refused:
        raise click.ClickException(str(refused)) from None
    for path in () if several else written:
        click.echo(path.relative_to(root).as_posix())
    of_which = f"{imported.id}: " if several else ""
    for remark in imported.remarks:
        click.echo(f"note: {of_which}{remark}", err=True)
    if not plan and not several:
        click.echo(f"next: dossier suggest {imported.id}", err=True)


def refuse_options_of_one(given: dict[str, str]) -> None:
    """Refuse an option that describes one article where several files are given."""
    if wrong := next((option for option, name in OF_ONE.items() if given[name]), ""):
        raise click.UsageError(f"{wrong} is of one article: import that file by itself")


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
    rows = [_row(one) for one in found]
    for name, most in (("file", 20), ("source", 25), ("published", 16), ("title", None)):
        table.add_column(name, max_width=most, min_width=16 if name == "published" else None, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _row(one: ImportedFile) -> tuple[str, str, str, str]:
    if not one.imported:
        return one.file.name, "refused", "", one.refused
    facts = one.imported.facts
    minute = facts.published[:16].replace("T", " ")
    return one.file.name, str(one.imported.id), minute or "unknown", facts.title or "unknown"


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
