"""How long after an edit `dossier serve` gives the changed page: `python -m bench.serving M`, or S M.

Two requests play a browser's part: one that waits until the server has something new, one for the page.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.request import urlopen

from bench.measures import Took, change
from bench.synthetic import write
from tests.browser.browsing import ROOT, free_port

TIMES = 5
PATIENCE = 600  # seconds
SHOWN = re.compile(r"livereload\((\d+),")


@dataclass(frozen=True)
class Server:
    """A dossier that is served, and the process that serves it."""

    port: int
    process: int

    def get(self, path: str) -> str:
        """What is at an address."""
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def used(self) -> float:
        """The seconds of processor time that it has used; on Linux."""
        fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(root: Path) -> Iterator[Server]:
    """The English edition of a dossier, once it is served."""
    port = free_port()
    command = [sys.executable, "-m", "build_tools", "--root", str(root), "serve", "--port", str(port)]
    with (root / "build/serving.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        try:
            while b"http://" not in (root / "build/serving.txt").read_bytes():
                sleep(0.1)
            yield Server(port, process.pid)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def edited(server: Server, root: Path, page: str) -> Took:
    """What it takes from an edit of the first article to its page."""
    epoch = SHOWN.findall(server.get(page))[0]
    sleep(1)  # no two edits within the clock's grain
    used, begun = server.used(), perf_counter()
    change(root)
    while int(server.get(f"/livereload/{epoch}/1")) <= int(epoch):
        pass
    server.get(page)
    return Took(server.used() - used, perf_counter() - begun)


def main() -> None:
    """Print what each dossier takes."""
    for name in sys.argv[1:] or ("S", "M"):
        root = write(name)
        (root / "build").mkdir(exist_ok=True)
        first = min((root / "sources/articles").iterdir()).name
        begun = perf_counter()
        with served(root) as server:
            page = f"/en/sources/{first}/"
            server.get(page)
            print(f"{name}: the first page after {perf_counter() - begun:.1f} s", flush=True)
            took = [edited(server, root, page) for _ in range(TIMES)]
            wall, used = median(each.wall for each in took), median(each.processor for each in took)
            print(f"{name}: an edit shown after {wall:.2f} s, {used:.2f} s of processor time", flush=True)


if __name__ == "__main__":
    main()
