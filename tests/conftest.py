"""How the tests are shared out between processes, each as slow as the machine lets it be."""

from __future__ import annotations

import pytest
from hypothesis import settings

OF_ONE_SITE = "tests/browser"  # its tests visit the site that the first of them builds

settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


def together(nodeid: str) -> str:
    """What one process runs whole: the tests of a file, which share what the first of them makes."""
    file, _, _ = nodeid.partition("::")
    return OF_ONE_SITE if file.startswith(f"{OF_ONE_SITE}/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """The scheduler where there are several processes."""
    from xdist.scheduler import LoadScopeScheduling

    made = LoadScopeScheduling(config, log)
    made._split_scope = together
    return made
