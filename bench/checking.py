"""What a check takes, beside composing its YAML in C: `python -m bench.checking M`, or S M L.

Each dossier is checked as a whole process: at first without a cache, again with one, and after an
annotation of one article has changed. Processor time counts all processes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.synthetic import write

MEGABYTE = 1 << 10  # of ru_maxrss, which counts in kilobytes


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds of processors and of the clock."""

    processor: float
    wall: float


def compose(root: Path) -> Took:
    """The floor: every YAML file of the dossier composed in C, in this process."""
    begun, before = time.perf_counter(), time.process_time()
    for file in sorted((root / "sources").rglob("*.yaml")):
        yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader)
    return Took(time.process_time() - before, time.perf_counter() - begun)


def check(root: Path, *options: str) -> Took:
    """One `dossier check` as a whole process, with the processes that it starts."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "build_tools", "--root", str(root), "check", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(used, time.perf_counter() - begun)


def change(root: Path) -> None:
    """Add a remark to the first annotation of the first article."""
    file = sorted((root / "sources" / "articles").glob("*/annotations.yaml"))[0]
    text = file.read_text("utf-8")
    file.write_text(text.replace("  claims:", f"  note: changed {time.time_ns()}\n  claims:", 1), "utf-8")


def rows(name: str) -> Iterator[Sequence[str]]:
    """The measures of one dossier."""
    root = write(name)
    floor = compose(root)
    yield name, "compose in C", f"{floor.processor:.2f}", f"{floor.wall:.2f}", "1"
    one = check(root, "--no-cache", "--jobs", "1")
    yield name, "check, one process", *_told(one, floor)
    yield name, f"check, {os.cpu_count()} processes", *_told(check(root), floor)
    yield name, "check again", *_told(check(root), floor)
    change(root)
    yield name, "check, one annotation changed", *_told(check(root), floor)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // MEGABYTE
    yield name, "most memory of a process, MB", str(peak), "", ""


def _told(took: Took, floor: Took) -> tuple[str, str, str]:
    return f"{took.processor:.2f}", f"{took.wall:.2f}", f"{took.processor / floor.processor:.0f}"


def main() -> None:
    """Print a table as Markdown."""
    print("| dossier | measure | processor, s | wall, s | ÷ compose |")
    print("|---|---|---|---|---|")
    for name in sys.argv[1:] or ("S", "M"):
        for row in rows(name):
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
