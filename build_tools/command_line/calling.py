"""How commands are called: they print UTF-8, and report a refusal of the machine in one line."""

from __future__ import annotations

import errno
import io
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import FrameType
from typing import Any

import click

from build_tools.safe_files import OutOfBoundsError

INTERRUPTED = 130  # what a shell says of a command that Ctrl-C ended


@dataclass(frozen=True, slots=True)
class Later:
    """A command that is imported when it is called: its module, and what it does in one sentence."""

    module: str
    help: str


class Commands(click.Group):
    """The commands of `dossier`, each imported when it is called."""

    def __init__(self, later: Mapping[str, Later], **kwargs: Any) -> None:
        listed = {name: click.Command(name, help=one.help) for name, one in later.items()}
        super().__init__(commands=listed, **kwargs)
        self.later = later

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None where there is no such one."""
        if cmd_name not in self.later:
            return None
        found = getattr(import_module(self.later[cmd_name].module), f"{cmd_name}_command")
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the help text that the table gives each."""
        limit = formatter.width - 6 - max(map(len, self.commands))
        rows = [(name, self.commands[name].get_short_help_str(limit)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Read the arguments and run the command."""
        print_utf8()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is named; a file that cannot be read or written ends it with exit code 1."""
        try:
            return super().invoke(ctx)
        except OSError as fault:
            if fault.errno == errno.EPIPE:  # who read our output has seen enough
                raise
            raise click.ClickException(refusal(fault)) from None
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


@contextmanager
def interruptible() -> Iterator[None]:
    """A request to terminate is taken as Ctrl-C is, so that what was started is ended too."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield  # which alone is sent signals
        return
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def print_utf8() -> None:
    """Into a file or a pipe as every file of a dossier is written; a terminal gets what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def refusal(fault: OSError) -> str:
    """What was refused, and why.

    >>> refusal(PermissionError(errno.EACCES, "Permission denied", "sources/people/ada.yaml"))
    'sources/people/ada.yaml: Permission denied'
    >>> refusal(OSError(errno.ENOSPC, "No space left on device"))
    'No space left on device'
    """
    why = fault.strerror or str(fault)
    if isinstance(fault, OutOfBoundsError):
        why = f"{why}: {fault.hint}"
    return f"{fault.filename}: {why}" if fault.filename else why
