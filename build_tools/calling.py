"""How commands are called: they print UTF-8, and report a refusal of the machine in one line."""

from __future__ import annotations

import errno
import io
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from build_tools.safe_files import OutOfBoundsError

INTERRUPTED = 130  # what a shell says of a command that Ctrl-C ended


class Commands(click.Group):
    """The commands of `dossier`."""

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
