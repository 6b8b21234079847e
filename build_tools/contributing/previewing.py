"""`dossier serve`: one edition for contributors, built again at every change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from build_tools import pipeline
from build_tools.contributing.annotating import at_the_desk
from build_tools.findings import survey
from build_tools.locking import Waiting
from build_tools.model import Build
from build_tools.pages import make_pages
from build_tools.reading.folders import dossier_paths, open_folder
from build_tools.website import publishing
from build_tools.website.editions import EDITIONS, editions
from build_tools.website.exchanging import building
from build_tools.website.refreshing import Renderer
from build_tools.website.serving import address_of, catch_up, check_port, serve_edition

Show = Callable[[Build, float], None]


def preview(
    root: Path, edition: str, port: int, show: Show, ready: Callable[[str], None], waiting: Waiting
) -> None:
    """Serve one edition on this machine until interrupted.

    `show` is given each build and the seconds that it took, `ready` the address once it is served,
    `waiting` the number of a process that builds the same dossier, which is waited for.
    """
    check_port(port)
    folder = EDITIONS[edition].folder
    site, address = root / "build" / "preview" / folder, address_of(folder, port)
    watched = what_to_watch(root)
    renderer = Renderer(root, site, address)

    def rebuild() -> None:
        with building(root, waiting):
            begun = perf_counter()
            made = pipeline.check(root)
            renderer.render(write_pages(root, edition, made))
        show(made, perf_counter() - begun)

    with suppress(KeyboardInterrupt):
        catch_up(watched, rebuild)
        ready(address)
        serve_edition(site, address, watched, rebuild)


def what_to_watch(root: Path) -> list[Path]:
    """What the pages are made of: the files of the dossier, wherever they are, and its look."""
    wanted = (*dossier_paths(open_folder(root)), root / "docs", root / "mkdocs.yml")
    return [path for path in wanted if path.exists()]


def write_pages(root: Path, edition: str, made: Build) -> Path:
    """Write the pages of an edition with what only those see who work on it; the renderer's settings."""
    settings = made.dossier.inputs.settings
    (chosen,) = editions([edition], settings.opencc)
    pages = at_the_desk(make_pages(survey(made.dossier), chosen), made, chosen)
    return publishing.write_preview(root, settings, chosen, pages)
