"""`make bench`: every measurement, one after the other; each also runs by itself, `python -m bench.text`."""

from __future__ import annotations

import subprocess
import sys

ROOMS = (
    "commands",
    "values",
    "worst",
    "text",
    "reading",
    "evidence",
    "line",
    "checking",
    "building",
    "exporting",
    "searching",
    "growth",
    "serve",
    "site",
)


def main() -> None:
    """Run each room's benchmark in its own process, so that none warms the next."""
    for room in ROOMS:
        print(f"\n{room}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{room}"], check=True)


if __name__ == "__main__":
    main()
