"""Renders one edition with mkdocs: the pages that changed; the others keep the HTML that they had.

`python -m build_tools.website.edition_rendering ROOT SETTINGS SITE OLD RECORD` does it in its own process.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from build_tools.website.kept_pages import (
    KeptPage,
    Rendered,
    digest,
    keep,
    read_rendered,
    same_again,
    write_rendered,
)
from build_tools.website.look import look_of
from build_tools.website.quick_markdown import QuickMarkdown

MADE_WITH = ("mkdocs", "mkdocs-material", "markdown", "jinja2")
SAID = "%(levelname)s - %(message)s"
SITEMAP = "sitemap.xml"


def frame_of(root: Path, settings: Path, address: str = "") -> str:
    """A digest of what shapes every page: settings and those they inherit, templates, programs, the date."""
    look = look_of(root)
    templates = sorted((look / "docs" / "overrides").rglob("*.html"))
    shaping = (settings, look / "mkdocs.yml", *templates, Path(__file__))
    parts = [address, sys.version, os.environ.get("SOURCE_DATE_EPOCH", ""), *map(version, MADE_WITH)]
    parts += [f"{path.name} {digest(path.read_bytes())}" for path in shaping]
    return digest("\n".join(parts).encode())


def quick_settings(path: Path, **places: str) -> MkDocsConfig:
    """The renderer's settings, with folders at other places; Markdown is read the quicker way."""
    settings = load_config(str(path), strict=False, **places)
    settings.markdown_extensions = [*settings.markdown_extensions, QuickMarkdown()]
    return settings


def render_edition(settings: MkDocsConfig, frame: str, old: Path, record: Path) -> frozenset[str]:
    """Render an edition into the folder that its settings name; gives the paths of its files in there.

    `old` is the folder with the pages of the rendering that `record` is of; it may be the same.
    """
    if settings.plugins:  # these may look into every page
        build.build(settings)
        return files_in(Path(settings.site_dir))
    warned = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warned)
    try:
        files, env = _files(settings, settings.theme.get_env())
        nav = get_navigation(files, settings)
        pages = [_page(file, settings) for file in files.documentation_pages()]
        kept = _kept(pages, frame, old, read_rendered(record), frozenset(files.src_uris))
        for page in pages:
            if known := kept.get(page.file.src_uri):
                _recall(page, known, files)
            else:
                build._populate_page(page, settings, files)
        files.copy_static_files()
        for template in sorted(settings.theme.static_templates):
            build._build_theme_template(template, env, files, settings, nav)
        shown = files.documentation_pages()
        for page in pages:
            if page.file.src_uri not in kept:
                build._build_page(page, settings, shown, nav, env)
        for page in pages:
            page.validate_anchor_links(files=files, log_level=settings.validation.links.anchors)
        if not warned.get_counts():
            made = {page.file.src_uri: kept.get(page.file.src_uri) or _known(page) for page in pages}
            write_rendered(record, Rendered(frame, frozenset(files.src_uris), made))
        templates = {*settings.theme.static_templates, f"{SITEMAP}.gz"}
        return frozenset((*templates, *(file.dest_uri for file in files)))
    finally:
        logging.getLogger("mkdocs").removeHandler(warned)


def files_in(folder: Path) -> frozenset[str]:
    """The files of a folder, by their paths in it."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _files(settings: MkDocsConfig, env: Environment) -> tuple[Files, Environment]:
    """The files of the edition and those of its theme."""
    files = get_files(settings)
    files.add_files_from_theme(env, settings)
    set_exclusions(files, settings)
    return files, env


def _page(file: File, settings: MkDocsConfig) -> Page:
    """The page of a file; one in the navigation is there already."""
    return file.page or Page(None, file, settings)


def _kept(
    pages: Sequence[Page], frame: str, old: Path, before: Rendered, files: frozenset[str]
) -> Mapping[str, KeptPage]:
    """The pages that would be as they were, each with its HTML at its place."""
    sources = {page.file.src_uri: page.file.content_bytes for page in pages}
    known = same_again(before, frame, sources, files)
    places = {page.file.src_uri: page.file for page in pages}
    return {
        path: one
        for path, one in known.items()
        if keep(one, old / places[path].dest_uri, Path(places[path].abs_dest_path))
    }


def _recall(page: Page, known: KeptPage, files: Files) -> None:
    """What other pages must know of a page that is not rendered: its anchors, and those it leads to."""
    page.present_anchor_ids = set(known.anchors)
    found = ((files.get_file_from_path(path), dict(links)) for path, links in known.links.items())
    page.links_to_anchors = {file: links for file, links in found if file}


def _known(page: Page) -> KeptPage:
    """What is kept of a page that was rendered."""
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    html = Path(page.file.abs_dest_path).read_bytes()
    anchors = tuple(sorted(page.present_anchor_ids or ()))
    return KeptPage(digest(page.file.content_bytes), digest(html), anchors, links)


def render_alone(given: Sequence[str]) -> int:
    """Render by what a command line names, and print warnings and errors; 1 where there was one."""
    root, settings, site, old, record = map(Path, given)
    logging.basicConfig(format=SAID, level=logging.WARNING)
    counted, said = CountHandler(level=logging.WARNING), logging.getLogger("mkdocs")
    said.setLevel(logging.WARNING)
    said.addHandler(counted)
    try:
        render_edition(quick_settings(settings, site_dir=str(site)), frame_of(root, settings), old, record)
    except (Abort, MkDocsException) as fault:
        said.error(str(fault))
    return 1 if counted.get_counts() else 0


if __name__ == "__main__":
    sys.exit(render_alone(sys.argv[1:]))
