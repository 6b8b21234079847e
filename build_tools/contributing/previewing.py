"""`dossier serve`: one edition as those see it who work on the dossier, made again at every change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from build_tools import pipeline
from build_tools.contributing.desk import at_the_desk
from build_tools.model import Build
from build_tools.pages import make_pages
from build_tools.website import publishing, serving
from build_tools.website.editions import editions


def preview(root: Path, edition: str, port: int, show: Callable[[Build], None]) -> int:
    """Serve one edition on this machine until interrupted; the renderer's exit code."""

    def rebuild() -> Path:
        made = pipeline.check(root)
        show(made)
        settings = made.dossier.inputs.settings
        (chosen,) = editions([edition], settings.opencc)
        pages = at_the_desk(make_pages(made.dossier, chosen), made, chosen)
        return publishing.write_preview(root, settings, chosen, pages)

    return serving.serve(root, rebuild, port)
