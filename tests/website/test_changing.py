"""Builds killed with a cache and without, whose cache is damaged, or whose files change meanwhile."""

from __future__ import annotations

import random
import time

import pytest

from tests.website import test_stopping as stopping
from tests.website.test_stopping import NEW, OLD, Dossier, check_kills, shown, titled

once, dossier = stopping.once, stopping.dossier


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_kills_leave_the_old_site_or_the_new(seed: int, dossier: Dossier) -> None:
    check_kills(dossier, 10, seed, cached=seed % 2 == 0)


@pytest.mark.soak
@pytest.mark.parametrize("damage", [b"", b"\0" * 1_000, b"not a cache"], ids=["empty", "zeros", "words"])
def test_a_damaged_cache_changes_nothing(damage: bytes, dossier: Dossier) -> None:
    new = titled(shown(dossier.site), NEW)
    kept = [path for path in dossier.cache.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(damage)
    dossier.build()
    assert shown(dossier.site) == new


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_a_file_that_changes_while_it_is_read_makes_no_site_of_both(seed: int, dossier: Dossier) -> None:
    """Whoever saves a file empties it first: what is read then is an error, and leaves the old site."""
    old = shown(dossier.site)
    chance, process = random.Random(seed), dossier.start()
    while process.poll() is None:
        dossier.entitle(chance.choice((OLD, NEW)))
        time.sleep(chance.uniform(0, 0.05))
    out, err = process.communicate()
    assert process.returncode in (0, 1), out + err
    assert "Traceback" not in out + err
    assert shown(dossier.site) in ((old, titled(old, NEW)) if process.returncode == 0 else (old,))
