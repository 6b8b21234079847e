"""Spreads the proof of articles over processes of this machine, or over a cluster of Dask.

Workers are given texts, never paths, and give back what they prove; the order is that of the articles.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import parent_process
from threading import Thread

from build_tools.cache.tool_digest import digest_of_tool
from build_tools.evidence.source_proofs import Common, Prover, SourceProof, SourceTask, prove_here
from build_tools.pausing import collector_paused

ENOUGH = 150  # annotations from which another process is worth its start
SHARES = 4  # of the work of a worker: the fewer, the less is sent; the more, the more evenly it is spread


class OtherToolError(RuntimeError):
    """A worker that would prove by other rules."""

    def __init__(self) -> None:
        super().__init__(
            "a worker has another version of the tool, of Python or of a library: install the same"
        )


def over_processes(jobs: int) -> Prover:
    """A prover that uses so many processes where there is enough to prove."""

    def prove(tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
        if jobs < 2 or len(tasks) < 2 or sum(len(task.annotations) for task in tasks) < ENOUGH:
            yield from prove_here(tasks, common)
            return
        try:
            pool = ProcessPoolExecutor(jobs, initializer=end_with_parent)
        except (OSError, NotImplementedError, ImportError):  # a system without shared semaphores
            yield from prove_here(tasks, common)
            return
        try:
            yield from over(pool, jobs)(tasks, common)
        finally:
            pool.shutdown(cancel_futures=True)

    return prove


def end_with_parent() -> None:
    """End a worker when the process that started it is gone, in whatever way that was ended."""

    def wait() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def over(executor: Executor, workers: int) -> Prover:
    """A prover over any executor; what a pool that breaks leaves undone is proven here."""

    def prove(tasks: Sequence[SourceTask], common: Common) -> Iterable[SourceProof]:
        given = (digest_of_tool(), common.inputs, common.credited)
        sent = pickle.dumps(given, pickle.HIGHEST_PROTOCOL)
        parts = list(shares(tasks, workers * SHARES))
        futures: list[Future[list[SourceProof]]] = [executor.submit(prove_share, sent, one) for one in parts]
        for part, future in zip(parts, futures, strict=True):
            try:
                yield from future.result()
            except BrokenProcessPool:
                yield from prove_here(part, common)

    return prove


def shares(tasks: Sequence[SourceTask], count: int) -> Iterator[Sequence[SourceTask]]:
    """The tasks in about so many runs of about as many annotations."""
    whole = sum(len(task.annotations) + 1 for task in tasks)
    start, weight = 0, 0
    for at, task in enumerate(tasks):
        weight += len(task.annotations) + 1
        if weight * count >= whole or at == len(tasks) - 1:
            yield tasks[start : at + 1]
            start, weight = at + 1, 0


def prove_share(sent: bytes, tasks: Sequence[SourceTask]) -> list[SourceProof]:
    """What a worker does: prove some articles, given what is of no article."""
    with collector_paused():
        return list(prove_here(tasks, _received(sent)))


@lru_cache(maxsize=1)
def _received(sent: bytes) -> Common:
    tool, inputs, credited = pickle.loads(sent)
    if tool != digest_of_tool():
        raise OtherToolError
    return Common(inputs, credited)


def own_cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
