"""The pages at the root of the site: one that forwards to the first edition, and the 404 page."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from build_tools.safe_files import put_file
from build_tools.website.editions import Edition

LOCAL = "http://127.0.0.1:8000/"


@dataclass(frozen=True, slots=True)
class EditionSite:
    """An edition as it is rendered: the dossier's name in it, its sections (title, page), its data (file,
    type).
    """

    edition: Edition
    name: str
    description: str
    sections: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> str:
        """Its folder below the root of the site."""
        return self.edition.folder

    @property
    def lang(self) -> str:
        """Its language tag."""
        return self.edition.lang

    @property
    def label(self) -> str:
        """The name of its language, in that language."""
        return self.edition.name


def site_url() -> str:
    """Where the site will be published, with a slash at the end."""
    return declared_site() or LOCAL


def declared_site() -> str:
    """The address that SITE_URL gives, with a slash at the end; nothing where it gives none."""
    given = os.environ.get("SITE_URL", "").rstrip("/")
    return f"{given}/" if given else ""


def write_root(site: Path, editions: Sequence[EditionSite]) -> None:
    """Write the pages above the editions: one that forwards to the first, and the 404 page."""
    put_file(site / "index.html", root_page(editions).encode())
    put_file(site / "404.html", lost_page(editions).encode())
    put_file(site / ".nojekyll", b"")


STYLE = (
    "body{font:1.125rem/1.7 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem;"
    "color:#22252b;background:#fdfcfa;text-autospace:normal}h1{line-height:1.25}a{color:#0b5563}"
    "li{margin:.4rem 0}"
    "@media(prefers-color-scheme:dark){body{color:#e5e2dc;background:#17191d}a{color:#7cc7d6}}"
)


def root_page(editions: Sequence[EditionSite]) -> str:
    """Forwards to the first edition, and links all of them."""
    first = editions[0].folder
    forward = f'<meta http-equiv="refresh" content="0; url={first}/">'
    described = f'<meta name="description" content="{html.escape(editions[0].description)}">'
    head = f'{forward}<link rel="canonical" href="{site_url()}{first}/">{described}'
    return _page(editions, html.escape(editions[0].name), head, "", "")


def lost_page(editions: Sequence[EditionSite]) -> str:
    """The 404 page; its links work at any address."""
    missing = "There is no page at this address."
    words = "".join(f'<p lang="{each.lang}">{each.edition.say(missing)}</p>' for each in editions)
    title = f"404 – {html.escape(editions[0].name)}"
    return _page(editions, title, '<meta name="robots" content="noindex">', words, urlsplit(site_url()).path)


def _page(editions: Sequence[EditionSite], title: str, head: str, words: str, base: str) -> str:
    name = html.escape(editions[0].name)
    links = "".join(
        f'<li><a href="{base}{edition.folder}/" hreflang="{edition.lang}" lang="{edition.lang}">'
        f"{html.escape(edition.label)}{edition.edition.marks.head}"
        f"{html.escape(edition.name)}</a></li>"
        for edition in editions
    )
    icon = f'<link rel="icon" href="{base}{editions[0].folder}/assets/favicon.svg">'
    return (
        f'<!doctype html><html lang="{editions[0].lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"{icon}<style>{STYLE}</style>{head}</head><body><main><h1>{name}</h1>{words}<ul>{links}</ul>"
        "</main></body></html>\n"
    )
