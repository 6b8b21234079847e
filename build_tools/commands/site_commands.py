"""The commands that make the site and show it; `cli.py` lists them."""

from __future__ import annotations

import shlex
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

import click
from rich.console import Console

from build_tools import pipeline
from build_tools.cache.kept_results import result_of
from build_tools.command_line.as_known import say_cut
from build_tools.command_line.checking_options import Checking, checking_options
from build_tools.command_line.problem_printing import echo_problems
from build_tools.commands.check_commands import fails, show
from build_tools.commands.one_build import only_build, reporting_what_is_left, stop_at, wait_for
from build_tools.contributing.roots import find_root
from build_tools.model import Build
from build_tools.problem import Problems
from build_tools.reading import read_editions
from build_tools.reading.nearest_words import nearest_or_all
from build_tools.website.editions import known_editions
from build_tools.website.standing_site import StandingSite

LOOK = """
The site is in {site}. To look at it:

  python3 -m http.server --directory {quoted} 8000

and open http://127.0.0.1:8000/
"""


@click.command("build")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@checking_options
@click.pass_obj
def build_command(given: Path | None, strict: bool, checking: Checking) -> None:
    """Check, write the pages, and render all editions into site/."""
    root = find_root(given)
    with reporting_what_is_left(root), only_build(root):
        made: Build | None = None
        unrendered: Problems = ()
        with checking.opened(root) as opened:
            standing = StandingSite(root, opened.digest, opened.whole) if opened.whole else None
            result = opened.known_result() if standing and standing.stands else None
            if result is None:
                made = opened.check()
                result = result_of(made)
        show(result, root, "text")
        if made:
            say_cut(made)
        if fails(result.problems, strict):
            sys.exit(1)
        if made:
            with Console(stderr=True).status("rendering every edition …"):
                unrendered = pipeline.publish(made.dossier, root, checking.fresh)
        if made and standing and not unrendered:
            opened.keep(result)
            standing.keep()
    stop_at(unrendered, root)
    site = f"{root}/site"
    click.echo(LOOK.format(site=site, quoted=shlex.quote(site)), nl=False)


@click.command("serve")
@click.argument("edition", metavar="[EDITION]", required=False)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port of this machine to serve at.",
)
@click.pass_obj
def serve_command(given: Path | None, edition: str | None, port: int) -> None:
    """Serve one EDITION (en, zh-Hans, zh-Hant), each page made as it is opened.

    Without EDITION, the first of the dossier.
    """
    # the renderer takes a while to import, and no other command needs it in this process
    from build_tools.contributing.previewing import preview
    from build_tools.website.serving import PortError

    root = find_root(given)
    chosen = edition_of(root, edition)
    try:
        preview(root, chosen, port, partial(tell_of, root), announce, wait_for)
    except PortError as fault:
        raise click.ClickException(f"{fault}; choose another with --port") from None


def edition_of(root: Path, named: str | None) -> str:
    """The edition that a person names, in whatever letters, or the first of the dossier."""
    if named is None:
        return read_editions(root)[0]
    known = {id.lower(): id for id in known_editions(root)}
    if named.lower() not in known:
        hint = nearest_or_all(named, known.values())
        raise click.BadParameter(f"there is no edition `{named}`: {hint}", param_hint="EDITION")
    return known[named.lower()]


def tell_of(root: Path, made: Build, seconds: float, shown: bool) -> None:
    """The problems of a dossier, and under them when and in how long it was read."""
    done = f"{datetime.now():%H:%M:%S} read in {seconds:.1f} s"
    if made.problems:
        echo_problems(made.problems, root, "text", Console())
        if not shown:
            click.echo("a file is not YAML: until it is, the pages stay as they were", err=True)
        click.echo(f"{done}\n", err=True)
    else:
        click.echo(f"{done}: no problems", err=True)


def announce(address: str) -> None:
    """Where the site is served."""
    click.echo(f"\n{address} shows it, and every change; Ctrl-C ends it", err=True)
    click.echo("pages are made as you open them; search and data come with `dossier build`\n", err=True)
