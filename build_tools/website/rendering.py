"""Renders the written pages: every edition by mkdocs in a process of its own, under a root of ours."""

from __future__ import annotations

import html
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from build_tools.problem import Origin, Problem, Problems

TOOL = Path(__file__).resolve().parents[2]
LOCAL = "http://127.0.0.1:8000/"
EPOCH = "1767225600"  # 2026-01-01: a site is dated by its sources, not by the clock
FAULT = re.compile(r"^(?:WARNING|ERROR|CRITICAL) +-? +(?P<said>.+)$", re.M)


@dataclass(frozen=True, slots=True)
class EditionSite:
    """What the renderer must know of an edition; sections are pairs of a title and a page."""

    folder: str
    lang: str
    label: str
    language: str
    name: str
    description: str
    sections: tuple[tuple[str, str], ...]
    dark: str
    light: str
    footnote_back: str
    permalink: str


def look_of(root: Path) -> Path:
    """The folder with `mkdocs.yml` and `docs/`: the dossier's own, or the tool's."""
    return root if (root / "mkdocs.yml").is_file() else TOOL


def render(root: Path, editions: Sequence[EditionSite]) -> Problems:
    """Render `build/docs/<edition>/` of every edition into `site/<edition>/`; SITE_URL is the address."""
    if importlib.util.find_spec("jieba") is None:
        hint = "install the project's requirements again"
        return (_problem("without jieba a search in Chinese finds next to nothing", hint),)
    shutil.rmtree(root / "site", ignore_errors=True)
    configs = [write_config(root, edition, editions) for edition in editions]
    running = [_start(root, config) for config in configs]
    problems = [_problems_of(*process.communicate(), process.returncode) for process in running]
    write_root(root / "site", editions)
    return tuple(problem for found in problems for problem in found)


def write_config(root: Path, edition: EditionSite, editions: Sequence[EditionSite]) -> Path:
    """Write `build/mkdocs.<edition>.yml`; an unchanged one is left alone."""
    path = root / "build" / f"mkdocs.{edition.folder}.yml"
    content = yaml.safe_dump(config_of(root, edition, editions), allow_unicode=True, sort_keys=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text("utf-8") != content:
        path.write_text(content, "utf-8")
    return path


def config_of(root: Path, edition: EditionSite, editions: Sequence[EditionSite]) -> dict[str, object]:
    """What differs from edition to edition; names are escaped, because the theme prints them as they are."""
    look = os.path.relpath(look_of(root), root / "build")
    address = site_url()
    return {
        "INHERIT": f"{look}/mkdocs.yml",
        "site_name": html.escape(edition.name),
        "site_description": html.escape(edition.description),
        "site_url": f"{address}{edition.folder}/",
        "docs_dir": f"docs/{edition.folder}",
        "site_dir": f"../site/{edition.folder}",
        "theme": {
            "language": edition.language,
            "custom_dir": f"{look}/docs/overrides",
            "palette": [_palette("light", edition.dark), _palette("dark", edition.light)],
        },
        "nav": [{html.escape(title): page} for title, page in edition.sections],
        "markdown_extensions": {
            "footnotes": {"BACKLINK_TITLE": edition.footnote_back},
            "toc": {"permalink_title": edition.permalink},
        },
        "extra": {
            "scope": urlsplit(address).path,  # light or dark is remembered for all editions
            "alternate": [_alternate(other) for other in editions],
        },
    }


def site_url() -> str:
    """Where the site will be published, with a slash at the end."""
    return os.environ.get("SITE_URL", "").rstrip("/") + "/" if os.environ.get("SITE_URL") else LOCAL


def _palette(scheme: str, switch: str) -> dict[str, object]:
    icon = "material/weather-night" if scheme == "light" else "material/weather-sunny"
    return {
        "media": f"(prefers-color-scheme: {scheme})",
        "scheme": "default" if scheme == "light" else "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": switch},
    }


def _alternate(edition: EditionSite) -> dict[str, str]:
    return {"name": edition.label, "lang": edition.lang, "folder": edition.folder, "link": edition.folder}


def environment(root: Path) -> dict[str, str]:
    """The renderer's surroundings: no clock, and its caches inside `build/`."""
    cache = root / "build" / "tmp"
    cache.mkdir(parents=True, exist_ok=True)
    fixed = {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(cache.resolve()), "PYTHONHASHSEED": "0"}
    return {"SOURCE_DATE_EPOCH": EPOCH, **os.environ, **fixed}


def _start(root: Path, config: Path) -> subprocess.Popen[str]:
    # not --quiet: it hides warnings from --strict too
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)],
        env=environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _problems_of(out: str, err: str, code: int) -> Problems:
    """What the renderer said; where it stopped without saying why, its last line."""
    found = [match["said"] for match in FAULT.finditer(out + err)]
    if code and not found:
        found = [(out + err).strip().rpartition("\n")[2]]
    return tuple(_problem(said, "this is a fault of the tool: please report it") for said in found)


def _problem(message: str, hint: str) -> Problem:
    return Problem(Origin("mkdocs.yml"), "site-not-rendered", message, hint)


def write_root(site: Path, editions: Sequence[EditionSite]) -> None:
    """The pages above the editions: one that forwards to the first, and one for lost readers."""
    site.mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(root_page(editions), "utf-8")
    (site / "404.html").write_text(lost_page(editions), "utf-8")
    (site / ".nojekyll").write_bytes(b"")


STYLE = (
    "body{font:1.125rem/1.7 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem;"
    "color:#22252b;background:#fdfcfa}a{color:#0b5563}li{margin:.4rem 0}"
    "@media(prefers-color-scheme:dark){body{color:#e5e2dc;background:#17191d}a{color:#7cc7d6}}"
)


def root_page(editions: Sequence[EditionSite]) -> str:
    """Forwards to the first edition, and links all of them."""
    first = editions[0].folder
    forward = f'<meta http-equiv="refresh" content="0; url={first}/">'
    return _page(editions, f'{forward}<link rel="canonical" href="{site_url()}{first}/">', "", "")


def lost_page(editions: Sequence[EditionSite]) -> str:
    """What a server shows for an address that leads nowhere; its links hold wherever that was."""
    words = "There is no page at this address. · 此地址没有页面。 · 此位址沒有頁面。"
    return _page(
        editions, '<meta name="robots" content="noindex">', f"<p>{words}</p>", urlsplit(site_url()).path
    )


def _page(editions: Sequence[EditionSite], head: str, words: str, base: str) -> str:
    name = html.escape(editions[0].name)
    links = "".join(
        f'<li><a href="{base}{edition.folder}/" hreflang="{edition.lang}" lang="{edition.lang}">'
        f"{html.escape(edition.label)}: {html.escape(edition.name)}</a></li>"
        for edition in editions
    )
    return (
        f'<!doctype html><html lang="{editions[0].lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{name}</title>'
        f"<style>{STYLE}</style>{head}</head><body><main><h1>{name}</h1>{words}<ul>{links}</ul>"
        "</main></body></html>\n"
    )
