"""What the benchmarks of whole commands share: a process and what it took, a change, a table."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds of processors and of the clock."""

    processor: float
    wall: float

    def beside(self, floor: Took, places: int = 2) -> tuple[str, str, str]:
        """The cells of a row: both times, and how many times the floor."""
        ratio = f"{self.processor / floor.processor:.{places}f}"
        return f"{self.processor:.2f}", f"{self.wall:.2f}", ratio


def run(*command: str, known: Mapping[str, str] | None = None) -> Took:
    """A Python module as a process of its own, with those that it starts; its code stays compiled."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, **(known or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-m", *command], check=True, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(used, time.perf_counter() - begun)


def change(root: Path) -> None:
    """Add a remark to the first annotation of the first article."""
    file = sorted((root / "sources" / "articles").glob("*/annotations.yaml"))[0]
    text = file.read_text("utf-8")
    file.write_text(text.replace("  claims:", f"  note: changed {time.time_ns()}\n  claims:", 1), "utf-8")


def print_table(floor: str, rows: Callable[[str], Iterator[Row]], names: Iterable[str]) -> None:
    """Print the measures of some dossiers as Markdown."""
    print(f"| dossier | measure | processor, s | wall, s | ÷ {floor} |")
    print("|---|---|---|---|---|")
    for name in names:
        for row in rows(name):
            print(f"| {' | '.join(row)} |", flush=True)
