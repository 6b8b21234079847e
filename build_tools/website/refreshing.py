"""Renders pages while they are edited: all at first, then those that changed."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_tools.cache.kept_files import CACHE
from build_tools.safe_files import prune, real_folder
from build_tools.website.built import MARKER, adopt, is_edition
from build_tools.website.edition_rendering import files_in, frame_of, quick_settings, render_edition
from build_tools.website.rendering import environment


class Renderer:
    """The renderer, in this process: to start it for every change would take longer than its work."""

    def __init__(self, root: Path, site: Path, address: str) -> None:
        os.environ.update(environment(root))
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.root, self.site, self.address = root, site, address
        self.settings: MkDocsConfig | None = None
        self.frame = ""

    def render(self, config: Path) -> None:
        """Render by these settings; the folder is then as if all had been rendered again.

        Raises OutOfBoundsError where the folder is no earlier preview.
        """
        name = self.site.relative_to(self.root).as_posix()
        adopt(self.root, name, is_edition)
        frame = frame_of(self.root, config, self.address)
        if self.settings is None or frame != self.frame:
            self.settings, self.frame = renderer_settings(config, self.site, self.address), frame
            prune(self.site, keep=files_in(self.site))  # links: the renderer would write through them
        record = real_folder(self.root, CACHE) / f"shown.{self.site.name}.json"
        prune(self.site, keep={MARKER, *render_edition(self.settings, frame, self.site, record)})


def renderer_settings(config: Path, site: Path, address: str) -> MkDocsConfig:
    """The renderer's settings, with templates that are compiled once for all renderings by them."""
    settings = quick_settings(config, site)
    settings.site_url = address
    templates = settings.theme.get_env()
    settings.theme.get_env = lambda: templates  # type: ignore[method-assign]
    return settings
