"""What each format of the data takes, of a loaded dossier: `python -m bench.exporting M`, or S M L.

Each format is made in a process forked from the one that has loaded the dossier, so that none warms the
next; the last row makes all of them one after the other. Memory is what a process holds at most beyond the
loaded dossier.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.synthetic import write
from build_tools.exports import EXPORTS, Export, GivenData
from build_tools.findings import survey
from build_tools.model import Findings
from build_tools.pipeline import check

PAGE = os.sysconf("SC_PAGE_SIZE")


def held() -> int:
    """The bytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE


def made(formats: Sequence[Export], findings: Findings) -> int:
    """The bytes of some formats, made piece by piece and kept nowhere."""
    return sum(len(piece) for one in formats for piece in one.make(GivenData(findings)))


def measured(formats: Sequence[Export], findings: Findings) -> tuple[float, float, float]:
    """Seconds of processor time, MB beyond what is held now, and MB that are written; made in a fork."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        before, begun = held(), time.process_time()
        size = made(formats, findings)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        taken = time.process_time() - begun, (peak - before) / 1e6, size / 1e6
        os.write(writer, " ".join(str(one) for one in taken).encode())
        os._exit(0)
    os.wait()
    seconds, extra, written = (float(one) for one in os.read(reader, 1000).split())
    os.close(reader)
    os.close(writer)
    return seconds, extra, written


def rows(name: str, findings: Findings) -> Iterator[str]:
    """A line a format, and one for all."""
    groups = [(one.name, (one,)) for one in EXPORTS]
    for title, formats in (*groups, ("all", EXPORTS)):
        seconds, extra, size = measured(formats, findings)
        yield f"| {name} | {title} | {seconds:.1f} | {extra:.0f} | {size:.1f} |"


def main() -> None:
    """Print the table of some dossiers."""
    print("| dossier | format | processor, s | memory beyond the dossier, MB | written, MB |")
    print("|---|---|---|---|---|")
    for name in sys.argv[1:] or ("M",):
        findings = survey(check(write(name)).dossier)
        for row in rows(f"{name}, {len(findings.dossier.claims):,} claims", findings):
            print(row, flush=True)


if __name__ == "__main__":
    main()
