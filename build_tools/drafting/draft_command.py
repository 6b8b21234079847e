"""The command that proves a draft; `cli.py` lists it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, TypedDict, Unpack

import click

from build_tools import pipeline
from build_tools.contributing.roots import find_root, id_in, known_source
from build_tools.drafting.candidate_lines import drafted_lines
from build_tools.drafting.draft_report import draft_json, draft_text
from build_tools.drafting.prompting import prompt
from build_tools.drafting.sorted_draft import sort_draft
from build_tools.drafting.sorting import Sort
from build_tools.drafting.written_drafts import write_drafts
from build_tools.model import Dossier
from build_tools.reading.assembling import understand
from build_tools.reading.files import find_files
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.naming_ids import name_all

UNNAMED = "unnamed"
DRAFT = "draft"  # the path in the places of what is wrong; the report gives the line alone
MOST_BYTES = 5_000_000


class DraftOptions(TypedDict):
    """What the options of the command say."""

    prompted: bool
    write: bool
    by: str
    form: str


@click.command("draft")
@click.argument("source")
@click.argument("file", type=click.File("rb"), default="-", metavar="[FILE|-]")
@click.option("--prompt", "prompted", is_flag=True, help="Print all that a model needs to draft SOURCE.")
@click.option("--write", is_flag=True, help="Add what is proven to the source's annotations.yaml.")
@click.option("--by", default=UNNAMED, metavar="NAME", help="Who drafted it: `drafted_by: NAME`.")
@click.option(
    "--report", "form", type=click.Choice(("text", "json")), default="text", help="How the report is printed."
)
@click.pass_obj
def draft_command(
    given: Path | None, /, source: str, file: BinaryIO, **options: Unpack[DraftOptions]
) -> None:
    """Sort candidate annotations of SOURCE: proven, in need of a word, refused.

    FILE holds one annotation a line as JSON, in the shape of schemas/annotations.json, or the lines of
    langextract. Exit code 1 if a candidate is refused.
    """
    root = find_root(given)
    dossier, names = open_dossier(root)
    id = known_source(dossier, id_in(source))
    if options["prompted"]:
        click.echo(prompt(dossier, id), nl=False)
        return
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise click.UsageError("the draft is larger than 5 MB: divide it")
    text = data.decode("utf-8-sig", "replace")
    made = sort_draft(dossier, id, names, drafted_lines(text, DRAFT))
    printed = draft_text if options["form"] == "text" else draft_json
    click.echo(printed(made, dossier.inputs.sources[id]), nl=False)
    if options["write"]:
        path, count = write_drafts(root, dossier, id, made, options["by"].strip() or UNNAMED)
        click.echo(f"{path.relative_to(root).as_posix()}: {count} added", err=True)
    sys.exit(any(one.sort is Sort.REFUSED for one in made))


def open_dossier(root: Path) -> tuple[Dossier, KnownIds]:
    """A dossier, and the ids that a candidate may name."""
    files, _ = find_files(root)
    inputs, problems = understand(files)
    names, _ = name_all(files, inputs.vocabulary)
    return pipeline.build(inputs, problems).dossier, names
