"""Processor time of the commands over the first dossier: `python -m bench.commands`.

Each runs in its own process.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence

ROUNDS = 3
TOOL = ("-m", "build_tools")
ROWS: tuple[tuple[str, Sequence[str], int], ...] = (
    ("import build_tools.values", ("-c", "import build_tools.values"), ROUNDS),
    ("dossier --help", (*TOOL, "--help"), ROUNDS),
    ("dossier check", (*TOOL, "check"), ROUNDS),
    ("dossier attack", (*TOOL, "attack"), 1),
)


def spent(arguments: Sequence[str]) -> float:
    """Seconds of processor time that Python takes with these arguments, with its modules compiled before."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], env=known, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the best of some rounds of each."""
    for name, arguments, rounds in ROWS:
        print(f"{min(spent(arguments) for _ in range(rounds)):6.2f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
