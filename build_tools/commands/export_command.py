"""`dossier export`: the data of the dossier in one format, to a file or to standard output."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.command_line.as_known import say_cut
from build_tools.command_line.checking_options import Checking, checking_options
from build_tools.contributing.roots import find_root
from build_tools.exports import EXPORTS, GivenData
from build_tools.findings import survey
from build_tools.safe_files import write_anywhere
from build_tools.website.entrance import declared_site


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice([one.name for one in EXPORTS]))
@click.option(
    "-o",
    "--out",
    "--output",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write.",
)
@click.option("--private", is_flag=True, help="Give whole articles too, to be kept on this machine.")
@checking_options
@click.pass_obj
def export_command(
    given: Path | None,
    form: str,
    output: Path | None,
    private: bool,
    checking: Checking,
) -> None:
    """Print the data in a FORMAT; of articles only what the site publishes."""
    root = find_root(given)
    made = checking.check(root)
    chosen = next(one for one in EXPORTS if one.name == form)
    pieces = chosen.make(GivenData(survey(made.dossier), declared_site(), private))
    say_cut(made)
    if output:
        write_anywhere(root, output, pieces)
    else:
        for piece in pieces:
            click.echo(piece, nl=False)
