"""The options of commands that check a whole dossier: as known when, and proven how."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import click

from build_tools import pipeline
from build_tools.cache.kept_files import CACHE, KeptFiles
from build_tools.cache.kept_results import (
    CheckResult,
    digest_of_found,
    keep_result,
    kept_result,
    result_of,
)
from build_tools.cache.kept_work import KeptWork, open_kept_work
from build_tools.cache.packed import Memory
from build_tools.command_line.as_known import known_by_option
from build_tools.evidence import Prover
from build_tools.model import Build, DateValue
from build_tools.pipeline import Ways
from build_tools.problem import Problems
from build_tools.reading import Files, find_files
from build_tools.spreading import OtherToolError, over, over_processes, own_cores

Command = TypeVar("Command", bound=Callable[..., Any])
NOT_INSTALLED = "`--scheduler` needs the package distributed: install annotated-dossier[dask]"
LONGEST_WAIT = 5  # seconds for a scheduler to answer


@dataclass(frozen=True, slots=True)
class Checking:
    """How a dossier is checked: as known at a moment, in so many processes or on a cluster, or all again.

    `memory` is of a process that checks it again and again.
    """

    moment: DateValue | None = None
    jobs: int | None = None
    scheduler: str | None = None
    fresh: bool = False
    memory: Memory | None = None

    def check(self, root: Path) -> Build:
        """The dossier in a folder, and every problem of its files."""
        with self.opened(root) as opened:
            return opened.check()

    def result(self, root: Path) -> CheckResult:
        """What a check says of the dossier in a folder: as it was kept, where no file has changed."""
        with self.opened(root) as opened:
            result = opened.known_result()
            if result is None:
                result = result_of(opened.check())
                opened.keep(result)
            return result

    @contextmanager
    def opened(self, root: Path) -> Iterator[Opened]:
        """The files of a dossier and what is kept of it; afterwards it is said how much of it was damaged."""
        kept = None if self.fresh else open_kept_work(root, self.memory)
        try:
            yield Opened(self, find_files(root), kept)
        finally:
            if kept and kept.damaged:
                said = f"{CACHE}: {kept.damaged} damaged or of another computer; read and proven again"
                click.echo(said, err=True)

    @contextmanager
    def prover(self) -> Iterator[Prover]:
        """What proves the articles that are not kept from an earlier run."""
        if self.scheduler is None:
            yield over_processes(self.jobs or own_cores())
            return
        try:
            from distributed import Client
        except ModuleNotFoundError:
            raise click.ClickException(NOT_INSTALLED) from None
        try:
            client = Client(self.scheduler, timeout=LONGEST_WAIT)
        except (OSError, ValueError) as fault:
            raise click.ClickException(f"no scheduler answers at {self.scheduler}: {fault}") from None
        with client:
            yield over(client.get_executor(), max(sum(client.nthreads().values()), 1))


@dataclass(frozen=True)
class Opened:
    """The files of a dossier as they were found at one time, and what is kept of it."""

    checking: Checking
    found: tuple[Files, Problems]
    kept: KeptWork | None

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that was found."""
        return digest_of_found(*self.found)

    @property
    def whole(self) -> KeptFiles | None:
        """Where it is kept what is known of the whole; nothing is where that is as known at a moment."""
        return self.kept.whole if self.kept and not self.checking.moment else None

    def known_result(self) -> CheckResult | None:
        """What a check said of the same files, if that was kept."""
        return kept_result(self.whole, self.digest) if self.whole else None

    def keep(self, result: CheckResult) -> None:
        """Keep what a check says of these files."""
        if self.whole:
            keep_result(self.whole, self.digest, result)

    def check(self) -> Build:
        """The dossier, and every problem of its files."""
        with self.checking.prover() as prover:
            ways = Ways(prover=prover)
            try:
                using = self.kept.ways(ways) if self.kept else ways
                return pipeline.check_found(self.found, self.checking.moment, using)
            except OtherToolError as fault:
                raise click.ClickException(str(fault)) from None


def checking_options(command: Command) -> Command:
    """Give a command the options; it is called with one `checking`."""

    @known_by_option
    @click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; else as many as cores.")
    @click.option(
        "--scheduler", metavar="ADDRESS", help="Prove on a cluster of Dask, such as tcp://host:8786."
    )
    @click.option("--no-cache", "fresh", is_flag=True, help="Prove all again, not only what has changed.")
    @functools.wraps(command)
    def with_checking(*args: Any, **given: Any) -> Any:
        own = {name: given.pop(name) for name in ("moment", "jobs", "scheduler", "fresh")}
        return command(*args, checking=Checking(**own), **given)

    return with_checking  # type: ignore[return-value] # click reads the options off it
