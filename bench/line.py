"""How long `dossier check` and `dossier build` take on the first dossier, as whole processes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent
LIMITS = {"check": 2.0, "build": 40.0}


def seconds(command: str, root: Path) -> float:
    """The time of one call, from start to end."""
    begun = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "build_tools", "--root", str(root), command],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    return perf_counter() - begun


def main() -> None:
    """Print the time of each command beside what it may take on two cores."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in ("sources", "docs"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "mkdocs.yml", root)
        for command, limit in LIMITS.items():
            print(f"dossier {command:6} {seconds(command, root):5.1f} s   (wanted: under {limit:.0f} s)")


if __name__ == "__main__":
    main()
