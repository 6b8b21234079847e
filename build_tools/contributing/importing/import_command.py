"""`dossier import`: its arguments, what it writes, and what it prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from build_tools.contributing.importing.facts import Facts, day
from build_tools.contributing.importing.new_source import Imported, ImportOptions, write_source
from build_tools.contributing.importing.receiving import Received
from build_tools.contributing.importing.reducing import Form
from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.contributing.importing.several import files_given, import_files, import_table
from build_tools.contributing.roots import find_root
from build_tools.reading import read
from build_tools.reading.folders import open_folder

ENDINGS_IN_WORDS = "web page, text, Markdown or PDF"
OF_ONE = {"--id": "id_", "--url": "url", "--title": "title", "--published": "published"}


@click.command("import")
@click.argument("files", metavar="FILE...", type=Received(), nargs=-1, required=True)
@click.option(
    "--id", "id_", default="", help="The name of the new source; otherwise from publisher and date."
)
@click.option("--url", default="", help="Where it was published; nothing is fetched.")
@click.option("--retrieved", default="", metavar="DAY", help="When it was received; otherwise today.")
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
    id_: str,
    retrieved: str,
    form: Form | None,
    plan: bool,
    **facts: str,
) -> None:
    """Make a new source of each saved web page, text or PDF.

    FILE is a web page, a text, Markdown or a PDF, a folder of them, or - for standard input.
    """
    root = find_root(given)
    if retrieved and day(retrieved) != retrieved:
        raise click.BadParameter("write the day as 2026-11-23", param_hint="--retrieved")
    chosen = tuple(files_given(files))
    if len(chosen) != 1:
        refuse_options_of_one({**facts, "id_": id_})
    options = ImportOptions("", form, id_, retrieved or date.today().isoformat(), Facts(**facts))
    found = tuple(import_files(chosen, options, read(root)[0]))
    if plan or len(chosen) != 1:
        Console().print(import_table(found) if found else f"no {ENDINGS_IN_WORDS} there")
    elif found[0].refused:
        raise click.ClickException(found[0].refused)
    for one in found:
        if one.imported:
            write_and_tell(root, one.imported, plan, len(chosen) != 1)
    if not found or any(one.refused for one in found):
        raise click.exceptions.Exit(1)


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
    if not plan:
        click.echo(f"next: dossier suggest {imported.id}", err=True)


def refuse_options_of_one(given: dict[str, str]) -> None:
    """What is said of one article cannot hold for several."""
    if wrong := next((option for option, name in OF_ONE.items() if given[name]), ""):
        raise click.UsageError(f"{wrong} is of one article: import that file by itself")
