"""Renders the written pages: every edition in its own process, below one root page."""

from __future__ import annotations

import errno
import html
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from build_tools.cache.kept_files import CACHE
from build_tools.model import Settings
from build_tools.model.inputs import RENDERERS
from build_tools.problem import Origin, Problem, Problems
from build_tools.safe_files import put_file, real_folder, remove_file
from build_tools.website import markdown as md
from build_tools.website.addresses import ABOUT
from build_tools.website.editions import Edition
from build_tools.website.entrance import EditionSite, site_url, write_root
from build_tools.website.exchanging import SITE, add_to, put_in_place, refuse_foreign_site, staged
from build_tools.website.look import look_of, theme_language
from build_tools.website.page import PlannedPage, WrittenPage

SCRIPT_WORDS = {  # what the scripts of a page say, by the name that they know it by
    "search": "Search",
    "ways": "Other ways to read it",
    "found": "Pages found: {count}",
    "found_list": "Pages found",
    "nothing": "No page has these words.",
    "more": "More pages",
    "unsearchable": "The search could not be loaded.",
    "note": "Source of this statement",
    "preview": "Preview",
    "menu": "Menu",
    "annotate": "Annotate",
    "propose": "Propose an annotation",
    "copy": "Copy",
    "copied": "Copied",
    "close": "Close",
    "title": "Annotation of the selected words",
}
ZENSICAL = RENDERERS[1]
SEARCH = ("pagefind_bin", "the search needs it", "install the project's requirements again")
WANTED = "`renderer:` in dossier.yaml asks for it"
CHOSEN = {  # what each renderer needs installed
    RENDERERS[0]: ("mkdocs", WANTED, SEARCH[2]),
    ZENSICAL: (ZENSICAL, WANTED, "pip install 'annotated-dossier[zensical]', or delete `renderer:`"),
}
AS_MATERIAL = {"theme": {"variant": "classic"}, "plugins": [{"search": {"enabled": False}}]}
AWAY, HERE = "https://edition.invalid/", "here"  # the root and the page, where main.html links editions
BESIDE = "beside"
EPOCH = "1767225600"  # 2026-01-01: a site is dated by its sources, not by the clock
REFUSED = re.compile(r"\w*Error: \[Errno (?P<errno>\d+)\]")
OF_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)
FAULT = re.compile(r"^(?:WARNING|ERROR|CRITICAL) - (?P<said>.+)$", re.M)


def edition_site(
    edition: Edition,
    settings: Settings,
    pages: Sequence[WrittenPage | PlannedPage],
    docs: Path,
    data: Iterable[tuple[str, str]] = (),
) -> EditionSite:
    """An edition with the sections that its pages declare, in their order, and the page about us."""
    sections = [(page.section, str(page.address)) for page in pages if page.section]
    if (docs / (edition.by_hand) / ABOUT).is_file():
        sections.append((edition.say("About"), str(ABOUT)))
    name, description = edition.words(settings.title), edition.words(settings.description)
    return EditionSite(edition, name, description, tuple(sections), tuple(data))


def nothing_more(folder: Path) -> None:
    """Leave a site as it was rendered, and the folder beside it empty."""


def render(
    root: Path,
    editions: Sequence[EditionSite],
    complete: Callable[[Path], None] = nothing_more,
    renderer: str = RENDERERS[0],
    meanwhile: Callable[[Path], None] = nothing_more,
) -> Problems:
    """Render `build/docs/<edition>/` of every edition into `site/<edition>/`; SITE_URL is the address.

    `complete` is given the folder of the new site, which takes the place of the old one only when it is
    whole: a problem, an exception or a kill leaves the old site. Raises OSError where it cannot be written.
    `meanwhile` is given an empty folder while the renderers are at work; what it writes is added to the site.
    """
    for package, why, todo in (SEARCH, CHOSEN[renderer]):
        if importlib.util.find_spec(package) is None:
            return (replace(unrendered(f"{package} is not installed: {why}"), hint=todo),)
    refuse_foreign_site(root)
    with staged(root) as site:
        beside = real_folder(site, BESIDE)
        problems = _render_into(site, root, editions, renderer, lambda: meanwhile(beside))
        if not problems:
            add_to(site, beside)
            write_root(site, editions)
            complete(site)
            put_in_place(root, site)
    return problems


def fault_of(work: Callable[[], None]) -> Exception | None:
    """What goes wrong in some work; nothing where it is done."""
    try:
        work()
    except Exception as fault:
        return fault
    return None


def _render_into(
    site: Path, root: Path, editions: Sequence[EditionSite], renderer: str, meanwhile: Callable[[], None]
) -> Problems:
    """Every edition by its own process; none of them outlasts the build, however that ends."""
    running: list[subprocess.Popen[str]] = []
    try:
        for edition in editions:
            config = write_config(root, edition, editions)
            running.append(_start(root, call_of(root, config, site / edition.folder, renderer)))
            if renderer == ZENSICAL:
                running[-1].wait()  # all editions use the cache beside their settings
        fault = fault_of(meanwhile)  # a fault of the renderers is said first
        found = [_problems_of(*process.communicate(), process.returncode) for process in running]
        if fault and not any(found):
            raise fault
    finally:
        for process in running:
            process.kill()  # nothing where it has ended
            process.wait()
    return tuple(dict.fromkeys(problem for problems in found for problem in problems))


def write_config(
    root: Path, edition: EditionSite, editions: Sequence[EditionSite], search: bool = True
) -> Path:
    """Write `build/mkdocs.<edition>.yml`; an unchanged one is left alone."""
    path = real_folder(root, "build") / f"mkdocs.{edition.folder}.yml"
    settings = config_of(root, edition, editions, search)
    put_file(path, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False).encode())
    return path


def config_of(
    root: Path, edition: EditionSite, editions: Sequence[EditionSite], search: bool = True
) -> dict[str, object]:
    """What differs from edition to edition; names are escaped, because the theme prints them as they are."""
    look = os.path.relpath(look_of(root), root / "build")
    address, say = site_url(), edition.edition.say
    return {
        "INHERIT": f"{look}/mkdocs.yml",
        "site_name": html.escape(edition.name),
        "site_description": html.escape(edition.description),
        "site_url": f"{address}{edition.folder}/",
        "docs_dir": f"docs/{edition.folder}",
        "site_dir": f"../site/{edition.folder}",
        "theme": {
            "language": theme_language(edition.lang),
            "custom_dir": f"{look}/docs/overrides",
            "palette": [
                _palette("light", say("Switch to dark colours")),
                _palette("dark", say("Switch to light colours")),
            ],
        },
        "nav": [{html.escape(title): page} for title, page in edition.sections],
        "markdown_extensions": {
            "footnotes": {"BACKLINK_TITLE": say("Back to the text")},
            "toc": {"permalink_title": say("Address of this section")},
        },
        "extra": {
            "lang": edition.lang,
            "scope": urlsplit(address).path,  # light or dark is remembered for all editions
            "alternate": [_alternate(other) for other in editions] if len(editions) > 1 else [],
            "exports": [{"file": file, "media": media} for file, media in edition.data],
            "search": search,
            "script_words": {key: edition.edition.message(words) for key, words in SCRIPT_WORDS.items()},
        },
    }


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
    name = md.inline("span", md.text(edition.label), lang=edition.lang)
    return {"name": name, "lang": edition.lang, "link": f"{AWAY}{edition.folder}/{HERE}"}


def environment(root: Path) -> dict[str, str]:
    """The renderer's surroundings: no clock, and its caches inside `build/`."""
    cache = real_folder(root, "build/tmp")
    fixed = {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(cache.resolve()), "PYTHONHASHSEED": "0"}
    return {"SOURCE_DATE_EPOCH": EPOCH, **os.environ, **fixed}


def call_of(root: Path, config: Path, site: Path, renderer: str) -> Sequence[str]:
    """The module that renders an edition into its new place, and what it is given.

    Under mkdocs, what would be the same again is taken from the old site.
    """
    record = real_folder(root, CACHE) / f"rendered.{site.name}.json"
    if renderer != ZENSICAL:
        given = (root, config, site.resolve(), root / SITE / site.name, record)
        return ("build_tools.website.edition_rendering", *map(str, given))
    remove_file(record)  # the old site will be none of mkdocs's
    own = config.with_name(f"{ZENSICAL}.{site.name}.yml")  # it writes only below the folder of its settings
    settings = {"INHERIT": config.name, "site_dir": os.path.relpath(site, config.parent), **AS_MATERIAL}
    put_file(own, yaml.safe_dump(settings).encode())
    return (ZENSICAL, "build", "--clean", "--strict", "--config-file", str(own))


def _start(root: Path, call: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *call],
        env=environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _problems_of(out: str, err: str, code: int) -> Problems:
    """What the renderer said; where it stopped without saying why, its last line.

    Raises OSError where it could not write: that is no fault of the dossier or of the tool.
    """
    found = [match["said"] for match in FAULT.finditer(out + err)]
    if code and not found:
        last = (out + err).strip().rpartition("\n")[2]
        refused = REFUSED.match(last)
        if refused and (number := int(refused["errno"])) in OF_WRITING:
            raise OSError(number, os.strerror(number))
        found = [last]
    return tuple(map(unrendered, found))


def unrendered(said: str) -> Problem:
    """What the renderer, or the program that makes the index, said instead of doing its work."""
    hint = "this is a bug in the tool: please report it"
    return Problem(Origin("mkdocs.yml"), "site-not-rendered", said, hint)
