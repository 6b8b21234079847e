"""Articles that are proven by several processes, or on a cluster, give the same in the same order."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_tools import spreading
from build_tools.cli import main
from build_tools.command_line import checking_options
from build_tools.evidence.source_proofs import SourceProof, common_of, prove_here, tasks_of
from build_tools.model import Inputs
from build_tools.reading import read
from build_tools.spreading import OtherToolError, over, over_processes, prove_share, shares

ROOT = Path(__file__).parents[1]
PIER = ROOT / "tests" / "dossiers" / "pier"


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read(PIER)[0]


def in_one(inputs: Inputs) -> list[object]:
    return [told(one) for one in prove_here(tasks_of(inputs), common_of(inputs))]


def told(proof: SourceProof) -> object:
    """All of a proof, with the places that two problems or claims are equal without."""
    return proof, repr((proof.orphans, proof.unproven, [claim.origin for claim in proof.claims]))


def test_processes_find_what_one_finds(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "ENOUGH", 1)
    found = over_processes(2)(tasks_of(inputs), common_of(inputs))
    assert [told(one) for one in found] == in_one(inputs)


@pytest.mark.parametrize("root", [ROOT, PIER], ids=lambda root: root.name)
def test_what_an_article_is_proven_against_can_be_sent(root: Path) -> None:
    common = common_of(read(root)[0])
    assert pickle.loads(pickle.dumps(common)) == common


@pytest.mark.parametrize("count", [1, 2, 3, 8, 1000])
def test_shares_are_all_tasks_in_order(count: int, inputs: Inputs) -> None:
    tasks = tasks_of(inputs)
    parts = list(shares(tasks, count))
    assert tuple(task for part in parts for task in part) == tasks
    assert all(parts)
    assert len(parts) <= count


class Breaking(Executor):
    """A pool of which a worker dies after the first share."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.given += 1
        if self.given == 1:
            future.set_result(fn(*args))
        else:
            future.set_exception(BrokenProcessPool("a worker died"))
        return future


def test_what_a_broken_pool_leaves_is_proven_here(inputs: Inputs) -> None:
    pool = Breaking()
    found = over(pool, 2)(tasks_of(inputs), common_of(inputs))
    assert [told(one) for one in found] == in_one(inputs)
    assert pool.given > 1


STARTER = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from build_tools.spreading import end_with_parent
pool = ProcessPoolExecutor(2, initializer=end_with_parent)
futures = [pool.submit(time.sleep, 600) for _ in range(2)]
while len(pool._processes) < 2:
    time.sleep(0.01)
print(*pool._processes, flush=True)
sys.stdin.read()
"""


def is_alive(process: int) -> bool:
    """Whether a process is still there; what has ended and nobody waits for is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the states of processes in /proc")
def test_workers_end_when_their_parent_is_killed() -> None:
    pipe = subprocess.PIPE
    parent = subprocess.Popen([sys.executable, "-c", STARTER], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert parent.stdout
    workers = [int(word) for word in parent.stdout.readline().split()]
    parent.kill()
    parent.wait()  # its output is not at its end while a worker lives
    assert len(workers) == 2
    ends = time.monotonic() + 30
    while any(map(is_alive, workers)) and time.monotonic() < ends:
        time.sleep(0.05)
    assert [one for one in workers if is_alive(one)] == []


def test_without_a_pool_all_is_proven_here(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> Executor:
        raise NotImplementedError("no semaphores")

    monkeypatch.setattr(spreading, "ENOUGH", 1)
    monkeypatch.setattr(spreading, "ProcessPoolExecutor", refuse)
    assert [told(one) for one in over_processes(2)(tasks_of(inputs), common_of(inputs))] == in_one(inputs)


def test_any_executor_will_do(inputs: Inputs) -> None:
    with ThreadPoolExecutor(2) as threads:
        found = over(threads, 2)(tasks_of(inputs), common_of(inputs))
        assert [told(one) for one in found] == in_one(inputs)


def test_a_worker_with_another_tool_proves_nothing(inputs: Inputs, monkeypatch: pytest.MonkeyPatch) -> None:
    given = (b"another", common_of(inputs).inputs, frozenset[str]())
    with pytest.raises(OtherToolError, match="a worker has another version of the tool"):
        prove_share(pickle.dumps(given), tasks_of(inputs))


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking_options, "LONGEST_WAIT", 0.2)
    called = ["--root", str(PIER), "check", "--no-cache", "--scheduler", "tcp://127.0.0.1:1"]
    result = CliRunner().invoke(main, called)
    assert result.exit_code == 1
    assert "no scheduler answers at tcp://127.0.0.1:1" in result.output


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler of Dask and two workers, each a process, on this machine alone."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as made:
        yield made


@pytest.mark.soak
def test_a_cluster_finds_what_one_process_finds_though_a_worker_dies(inputs: Inputs, cluster: Any) -> None:
    from distributed import Client

    with Client(cluster) as client:
        given = (tasks_of(inputs), common_of(inputs))
        assert [told(one) for one in over(client.get_executor(), 2)(*given)] == in_one(inputs)
        found = over(client.get_executor(), 2)(*given)
        begun = iter(found)
        first = next(begun)
        victim = next(iter(client.run(os.getpid).values()))
        os.kill(victim, signal.SIGKILL)
        assert [told(first), *map(told, begun)] == in_one(inputs)
