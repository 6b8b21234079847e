"""What the browser tests share: a site on this machine, and a reader who notes what goes wrong."""

from __future__ import annotations

import functools
import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EDITIONS = ("en", "zh-hans", "zh-hant")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")
KINDS = ("people", "organisations", "works", "events", "figures", "sources", "conflicts")


@dataclass(frozen=True)
class Site:
    """A built site: where its files are and where it is served."""

    folder: Path
    address: str


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing and keeps its connections."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Requests are watched in the browser, not here."""


@dataclass
class Visit:
    """A page in the browser, and what went wrong on it."""

    page: Page
    site: Site
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page by its path in the site, and wait until it is quiet."""
        self.page.goto(self.site.address + path, wait_until="load")
        return self.page

    def note_request(self, request: Request) -> None:
        """A request to another host is a fault."""
        if not request.url.startswith((self.site.address, "data:", "blob:")):
            self.faults.append(f"a request to {request.url}")

    def note_console(self, message: ConsoleMessage) -> None:
        """So is an error on the console."""
        if message.type == "error":
            self.faults.append(f"on the console: {message.text}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def port_of(folder: Path) -> int:
    """The port on this machine that a site was built for."""
    found = re.search(r"<loc>http://127\.0\.0\.1:(\d+)/", (folder / "en/sitemap.xml").read_text("utf-8"))
    return int(found[1]) if found else free_port()


def serve(folder: Path, port: int) -> ThreadingHTTPServer:
    """Serve a folder until it is shut down."""
    server = ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def build(root: Path, port: int) -> Path:
    """Build a dossier for an address on this machine; a failing build says why."""
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "--root", str(root), "build"],
        env={**os.environ, "SITE_URL": f"http://127.0.0.1:{port}/", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def launch(playwright: Playwright) -> Browser:
    """The system's Chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def weigh(browser: Browser, site: Site, path: str) -> dict[str, int]:
    """Bytes of a first visit by kind of file, compressed as a web server would."""
    found: dict[str, int] = {}
    context = browser.new_context()

    def note(response: Response) -> None:
        file = site.folder / urlsplit(response.url).path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            found[file.name] = packed(file)

    context.on("response", note)
    page = context.new_page()
    page.goto(site.address + path, wait_until="networkidle")
    context.close()
    return found


def packed(file: Path) -> int:
    """The bytes that travel: text is compressed on the way."""
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in PACKED else len(content)


def fullest(site: Site, edition: str, kind: str) -> str:
    """The page of a kind with the most on it."""
    pages = (site.folder / edition / kind).glob("*/index.html")
    page = max(sorted(pages), key=lambda path: path.stat().st_size)
    return f"{edition}/{kind}/{page.parent.name}/"


def ten_pages(site: Site, edition: str) -> list[str]:
    """One page of each kind."""
    others = ("", "timeline/", "about/")
    return [f"{edition}/{path}" for path in others] + [fullest(site, edition, kind) for kind in KINDS]


def shapes(page: Path) -> set[str]:
    """What kinds of element stand in what kinds of element on a page."""
    (article,) = lxml.html.document_fromstring(page.read_text("utf-8")).iter("article")
    found = article.xpath(".//*[not(ancestor::svg)]")
    return {f"{each.getparent().tag}.{each.getparent().get('class')} > {each.tag}" for each in found} | {
        f"{each.tag}.{each.get('class')}" for each in found
    }


def further_pages(site: Site, edition: str) -> list[str]:
    """The few pages that hold what stands on none of the ten but on some page of the edition."""
    pages = {page: shapes(page) for page in sorted((site.folder / edition).rglob("index.html"))}
    ten = (pages[site.folder / path / "index.html"] for path in ten_pages(site, edition))
    left = set().union(*pages.values()).difference(*ten)
    chosen = []
    while left:
        most = max(pages, key=lambda page: len(pages[page] & left))
        chosen.append(f"{most.parent.relative_to(site.folder)}/")
        left -= pages[most]
    return chosen


Visitor = Callable[..., Visit]
