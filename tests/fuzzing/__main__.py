"""Feeds each target with texts for some time: `python -m tests.fuzzing [SECONDS] [TARGET]…`.

A text that breaks what must hold, or takes too long, is made as short as it gets and kept in `found/`,
where the ordinary tests read it. Exit 1 where there is any.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import FrameType

from tests.fuzzing.mutating import mutated
from tests.fuzzing.targets import TARGETS, Target

FOUND = Path(__file__).parent / "found"
PATIENCE = 10  # seconds for one text of at most 3,000 characters, on a machine with much else to do


class TooSlowError(Exception):
    """A text takes longer than any should."""


def fault_of(target: Target, text: str) -> str:
    """What a text breaks, by the kind of the fault and its place; nothing where all holds."""
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        target.check(text)
    except Exception as fault:
        trace = fault.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        return f"{type(fault).__name__} in {trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
    finally:
        signal.alarm(0)
    return ""


def stop(_number: int, _frame: FrameType | None) -> None:
    """Raise what says that it takes too long."""
    raise TooSlowError


def shortened(target: Target, text: str, fault: str) -> str:
    """A text with the same fault from which nothing can be left out."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            if fault_of(target, less) == fault:
                text = less
            else:
                at += size
        size //= 2
    return text


def fuzz(target: Target, seconds: float, chance: random.Random) -> int:
    """Feed a target for some time; print and keep what breaks it, each fault once, and count them."""
    seeds, end, count, known = target.seeds(), time.monotonic() + seconds, 0, set()
    while time.monotonic() < end:
        text = mutated(seeds, chance)
        count += 1
        fault = fault_of(target, text)
        if fault and fault not in known:
            known.add(fault)
            short = text if fault.startswith("TooSlow") else shortened(target, text, fault)
            keep(target, short)
            print(f"{target.name}: {fault}: {short!r}", flush=True)
    print(f"{target.name}: {count} texts, {len(known)} faults", flush=True)
    return len(known)


def keep(target: Target, text: str) -> None:
    """Put a text among the cases; one that UTF-8 cannot hold is only printed."""
    folder = FOUND / target.name
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(UnicodeEncodeError):
        (folder / f"{sha256(text.encode()).hexdigest()[:12]}.txt").write_bytes(text.encode())


def main() -> int:
    """Feed the targets that are named, or all."""
    seconds, names = float(sys.argv[1] if len(sys.argv) > 1 else 60), sys.argv[2:]
    chosen = [target for target in TARGETS if not names or target.name in names]
    chance = random.Random()
    return 1 if sum(fuzz(target, seconds, chance) for target in chosen) else 0


if __name__ == "__main__":
    sys.exit(main())
