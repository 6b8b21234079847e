"""What a check takes, beside composing its YAML in C: `python -m bench.checking M`, or S M L.

Each dossier is checked as a whole process: at first without a cache, again with one, and after an
annotation of one article has changed. Processor time counts all processes.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import yaml

from bench.measures import Row, Took, change, print_table, run
from bench.synthetic import write
from build_tools.cache.kept_files import CACHE

MEGABYTE = 1 << 10  # of ru_maxrss, which counts in kilobytes


def compose(root: Path) -> Took:
    """The floor: every YAML file of the dossier composed in C, in this process."""
    begun, before = time.perf_counter(), time.process_time()
    for file in sorted((root / "sources").rglob("*.yaml")):
        yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader)
    return Took(time.process_time() - before, time.perf_counter() - begun)


def check(root: Path, *options: str) -> Took:
    """One `dossier check`."""
    return run("build_tools", "--root", str(root), "check", *options)


def rows(name: str) -> Iterator[Row]:
    """The measures of one dossier."""
    root = write(name)
    floor = compose(root)
    yield name, "compose in C", f"{floor.processor:.2f}", f"{floor.wall:.2f}", "1"
    one = check(root, "--no-cache", "--jobs", "1")
    yield name, "check, one process", *one.beside(floor, 0)
    rmtree(root / CACHE, ignore_errors=True)
    yield name, f"check, {os.cpu_count()} processes", *check(root).beside(floor, 0)
    yield name, "check again", *check(root).beside(floor, 0)
    change(root)
    yield name, "check, one annotation changed", *check(root).beside(floor, 0)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // MEGABYTE
    yield name, "most memory of a process, MB", str(peak), "", ""


def main() -> None:
    """Print the table."""
    print_table("compose", rows, sys.argv[1:] or ("S", "M"))


if __name__ == "__main__":
    main()
