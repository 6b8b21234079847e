"""Renders pages while they are edited: all at first, then those that changed."""

from __future__ import annotations

import logging
import os
from collections.abc import Set
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from build_tools.safe_files import prune, remove_file
from build_tools.website.built import MARKER, adopt, is_edition
from build_tools.website.rendering import environment, look_of


class Renderer:
    """The renderer, in this process: to start it for every change would take longer than its work."""

    def __init__(self, root: Path, site: Path, address: str) -> None:
        os.environ.update(environment(root))
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.root, self.look, self.site, self.address = root, look_of(root), site, address
        self.settings: MkDocsConfig | None = None
        self.frame: dict[Path, bytes] = {}
        self.files: Set[str] | None = None

    def render(self, config: Path) -> None:
        """Render by these settings; the folder is then as if all had been rendered again.

        Raises OutOfBoundsError where the folder is no earlier preview.
        """
        adopt(self.root, self.site.relative_to(self.root).as_posix(), is_edition)
        frame = frame_of(config, self.look)
        if self.settings is None or frame != self.frame:
            self.settings = renderer_settings(config, self.site, self.address)
            self.frame, self.files = frame, None
        docs = Path(self.settings.docs_dir)
        files = files_in(docs)
        if self.files is not None:
            touch_links(docs, files ^ self.files)
        else:
            prune(self.site, keep=(MARKER,))  # the renderer writes through links that it finds
        build(self.settings, serve_url=self.address, dirty=self.files is not None)
        for path in self.files - files if self.files else ():
            gone = File(path, str(docs), str(self.site), self.settings.use_directory_urls)
            remove_file(Path(gone.abs_dest_path))
        self.files = files


def renderer_settings(config: Path, site: Path, address: str) -> MkDocsConfig:
    """The renderer's settings, with templates that are compiled once for all renderings by them."""
    settings = load_config(str(config), site_dir=str(site), strict=False)
    settings.site_url = address
    templates = settings.theme.get_env()
    settings.theme.get_env = lambda: templates  # type: ignore[method-assign]
    return settings


def frame_of(config: Path, look: Path) -> dict[Path, bytes]:
    """What shapes every page: the settings, those that they inherit, and the templates."""
    templates = sorted((look / "docs" / "overrides").rglob("*.html"))
    return {path: path.read_bytes() for path in (config, look / "mkdocs.yml", *templates)}


def files_in(folder: Path) -> frozenset[str]:
    """The files of a folder, by their paths in it."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def touch_links(docs: Path, moved: Set[str]) -> None:
    """A link is rendered by whether its page is there: pages that name one that came or went have changed."""
    names = {PurePosixPath(path).name for path in moved}
    for page in docs.rglob("*.md") if names else ():
        if any(name in page.read_text("utf-8") for name in names):
            page.touch()
