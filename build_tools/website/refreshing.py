"""Renders pages while they are edited: each when it is asked for, to the bytes that it has among all."""

from __future__ import annotations

import gzip
import logging
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from build_tools.website.edition_rendering import SITEMAP, frame_of, quick_settings
from build_tools.website.look import look_of
from build_tools.website.publishing import Renderable
from build_tools.website.rendering import environment


class PageFrame:
    """What all pages are rendered in: settings, templates, navigation, and which files there are."""

    def __init__(self, settings: MkDocsConfig, edition: Renderable) -> None:
        settings = settings.plugins.on_config(settings)
        settings.plugins.on_pre_build(config=settings)
        env = settings.theme.get_env()
        files = Files(_own_files(settings, edition))
        files.add_files_from_theme(env, settings)
        files = settings.plugins.on_files(files, config=settings)
        set_exclusions(files, settings)
        nav = settings.plugins.on_nav(get_navigation(files, settings), config=settings, files=files)
        for page in nav.pages:
            if page.file.src_uri in edition.by_hand:  # what it says of itself may be shown on every page
                page.read_source(settings)
        self.settings, self.files, self.nav = settings, files, nav
        self.env = settings.plugins.on_env(env, config=settings, files=files)
        self.shown = files.documentation_pages()
        self.by_place = {each.dest_uri: each for each in files if _is_published(each)}

    def page(self, file: File, text: str | None) -> bytes:
        """The page of a file as it is published; `text` is its Markdown where the file does not have it."""
        settings, plugins = self.settings, self.settings.plugins
        if text is not None:
            file.content_string = text
        page = file.page or Page(None, file, settings)
        build._populate_page(page, settings, self.files)
        page.active = True
        try:
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = build.get_context(self.nav, self.shown, settings, page)
            context = plugins.on_page_context(context, page=page, config=settings, nav=self.nav)
            made = plugins.on_post_page(template.render(context), page=page, config=settings)
        finally:
            page.active = False
        return str(made).encode("utf-8", errors="xmlcharrefreplace")

    def of_theme(self, name: str) -> bytes | None:
        """A file that the theme makes of all pages: the list of them, the page for a lost reader."""
        packed = name == f"{SITEMAP}.gz"
        template = SITEMAP if packed else name
        if template not in self.settings.theme.static_templates:
            return None
        found = self.env.get_template(template)
        made = build._build_template(template, found, self.files, self.settings, self.nav).encode()
        return self._packed(made) if packed else made

    def _packed(self, made: bytes) -> bytes:
        pages = [each.page for each in self.shown if each.page]
        written, name = BytesIO(), f"{SITEMAP}.gz"
        with gzip.GzipFile(name, "wb", fileobj=written, mtime=get_build_timestamp(pages=pages)) as packing:
            packing.write(made)
        return written.getvalue()


def _is_published(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def _own_files(settings: MkDocsConfig, edition: Renderable) -> Iterator[File]:
    """The files of an edition in the order in which the renderer finds them; README gives way to index."""
    made = dict.fromkeys(edition.pages, "")
    given: dict[str, str | bytes] = {**made, **edition.by_hand}
    files = [File.generated(settings, path, content=content) for path, content in given.items()]
    by_place = {each.dest_uri: each for each in sorted(files, key=file_sort_key)}
    yield from by_place.values()


class Renderer:
    """The renderer, in this process: to start it for every change would take longer than its work."""

    def __init__(self, root: Path, address: str) -> None:
        """`address` is where the pages are served."""
        os.environ.update(environment(root))
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        self.root, self.address = root, address
        self._lock = Lock()  # browsers ask for several pages at once
        self._edition: Renderable | None = None
        self._shaped: object = None
        self._frame: PageFrame | None = None
        self._made: dict[str, tuple[str, bytes]] = {}

    def show(self, edition: Renderable) -> None:
        """Show an edition from now on; none of its pages is made yet."""
        shaped = frame_of(self.root, edition.settings, self.address), tuple(edition.pages), edition.by_hand
        with self._lock:
            if self._frame is None or shaped != self._shaped:
                settings = quick_settings(edition.settings, docs_dir=str(look_of(self.root) / "docs"))
                settings.site_url = self.address
                self._frame, self._shaped, self._made = PageFrame(settings, edition), shaped, {}
            self._edition = edition

    def answer(self, place: str) -> bytes | None:
        """A file of the site by its path in it; nothing where there is none."""
        with self._lock:
            if not self._frame or not self._edition:
                return None
            file = self._frame.by_place.get(place)
            if file is None:
                return self._frame.of_theme(place)
            if not file.is_documentation_page():
                return file.content_bytes
            return self._page(self._frame, self._edition, file)

    def _page(self, frame: PageFrame, edition: Renderable, file: File) -> bytes:
        """A page, rendered if its Markdown has changed since it was."""
        path = file.src_uri
        make = None if path in edition.by_hand else edition.pages.get(path)
        text = make() if make else None
        known, html = self._made.get(path, (None, b""))
        if known is None or known != text:
            html = frame.page(file, text)
            if text is not None:
                self._made[path] = text, html
        return html
