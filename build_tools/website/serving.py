"""Serves one edition while it is edited: the browser shows a change a moment later."""

from __future__ import annotations

import html
import os
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from build_tools.command_line.calling import refusal

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

HOST = "127.0.0.1"
OFTEN = 0.2  # seconds between two looks at the files
INDEX = "index.html"
Rebuild = Callable[[], None]
Answer = Callable[[str], bytes | None]


class PortError(Exception):
    """Nothing can be served at a port, and why."""


def address_of(folder: str, port: int) -> str:
    """Where an edition is served."""
    return f"http://{HOST}:{port}/{folder}/"


def check_port(port: int) -> None:
    """Raise PortError where a port is taken or may not be used."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as fault:
        raise PortError(f"cannot serve at port {port}: {os.strerror(fault.errno or 0)}") from None


class EditionServer(LiveReloadServer):
    """Gives a file when a browser asks for it, and lets browsers load their page again after each rebuild."""

    def __init__(self, answer: Answer, address: str, rebuild: Rebuild) -> None:
        there = urlsplit(address)
        super().__init__(rebuild, HOST, there.port or 0, ".", mount_path=there.path, polling_interval=OFTEN)
        self.answer = answer
        self.error_handler = lambda code: answer(f"{code}.html")

    def _serve_request(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes] | None:
        """What is at an address; nothing where nothing is."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path + "/" == self.mount_path:
            return _elsewhere(start, self.mount_path)
        if not path.startswith(self.mount_path):  # the root, and browsers that wait for a rebuild
            found: Iterable[bytes] | None = super()._serve_request(environ, start)
            return found
        place = path[len(self.mount_path) :]
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        return self._give(place, epoch, start) or self._folder(path, start)

    def _give(self, place: str, epoch: int, start: StartResponse) -> Iterable[bytes] | None:
        name = f"{place}{INDEX}" if place.endswith("/") or not place else place
        try:
            content, status = self.answer(name), "200 OK"
        except Exception as fault:
            said = f"{name} not made: {type(fault).__name__}: {fault}"
            print(said, file=sys.stderr)
            content, status = f"<pre>{html.escape(said)}</pre>".encode(), "500 Internal Server Error"
        if content is None:
            return None
        if name.endswith(".html"):
            content = bytes(self._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]
        kind = str(self._guess_type(name))  # type: ignore[no-untyped-call]
        start(status, [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _folder(self, path: str, start: StartResponse) -> Iterable[bytes] | None:
        """The way to the page of a folder, named without the slash at its end."""
        there = not path.endswith("/") and self.answer(f"{path[len(self.mount_path) :]}/{INDEX}")
        return _elsewhere(start, f"{path}/") if there else None


def _elsewhere(start: StartResponse, path: str) -> Iterable[bytes]:
    start("302 Found", [("Location", quote(path))])
    return []


def serve_edition(answer: Answer, address: str, watched: Iterable[Path], rebuild: Rebuild) -> None:
    """Serve what `answer` gives for a path until interrupted; `rebuild` is called after each change."""
    server = EditionServer(answer, address, keep_on(rebuild))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()


def catch_up(watched: Iterable[Path], rebuild: Rebuild) -> None:
    """Build, and again as long as something was saved meanwhile: the server sees only what follows."""
    seen: object = None
    while seen != (now := saved(watched)):
        seen = now
        rebuild()


def saved(watched: Iterable[Path]) -> dict[Path, int]:
    """When each of some files, and the files in some folders, was last written."""
    found: dict[Path, int] = {}
    for path in (path for place in watched for path in (place, *place.rglob("*"))):
        with suppress(FileNotFoundError):  # gone again, or an editor's mark: a link that leads nowhere
            found[path] = path.stat().st_mtime_ns
    return found


def keep_on(rebuild: Rebuild) -> Rebuild:
    """The same, but what could not be built is said, and the pages stay as they were."""

    def again() -> None:
        try:
            rebuild()
        except OSError as fault:
            print(f"not built: {refusal(fault)}", file=sys.stderr)
        except (Exception, Abort) as fault:
            print(f"not built: {type(fault).__name__}: {fault}", file=sys.stderr)

    return again
