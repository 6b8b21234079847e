"""A build in a terminal: waiting for another one, interruption, what is left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
from rich.console import Console

from build_tools.command_line.calling import INTERRUPTED, interruptible
from build_tools.command_line.problem_printing import echo_problems
from build_tools.problem import Problems
from build_tools.website.exchanging import building, site_there
from build_tools.website.writing import unwritten


@contextmanager
def only_build(root: Path) -> Iterator[None]:
    """The only build of a dossier for as long as it lasts; where nothing can be built, that is the end."""
    with ExitStack() as held:
        try:
            held.enter_context(building(root, wait_for))
        except OSError as fault:
            stop_at((unwritten(root, fault),), root)
        yield


def wait_for(process: str) -> None:
    """Say that another process builds the same dossier."""
    click.echo(f"process {process} is building this dossier: waiting until it ends", err=True)


def stop_at(problems: Problems, root: Path) -> None:
    """Show what stopped a build, and end; nothing where nothing did."""
    if problems:
        echo_problems(problems, root, "text", Console())
        sys.exit(1)


@contextmanager
def reporting_what_is_left(root: Path) -> Iterator[None]:
    """Ctrl-C, or the request to terminate, ends what is being done; then say which site is there."""
    before = site_there(root)
    with interruptible():
        try:
            yield
        except KeyboardInterrupt:
            now = site_there(root)
            left = "site/ is unchanged" if now == before else "site/ is new"
            state = left if now else "there is no site/"
            click.echo(f"interrupted: the renderers have stopped, {state}", err=True)
            sys.exit(INTERRUPTED)
