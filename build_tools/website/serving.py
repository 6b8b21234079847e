"""Serves one edition while it is edited: the browser shows a change a moment later."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from build_tools.command_line.calling import refusal

HOST = "127.0.0.1"
OFTEN = 0.2  # seconds between two looks at the files
Rebuild = Callable[[], None]


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


def serve_edition(site: Path, address: str, watched: Iterable[Path], rebuild: Rebuild) -> None:
    """Serve a folder until interrupted; browsers load a page again whenever it was built again."""
    there = urlsplit(address)
    server = LiveReloadServer(
        keep_on(rebuild), HOST, there.port or 0, str(site), mount_path=there.path, polling_interval=OFTEN
    )
    server.error_handler = lambda code: preview_lost_page(site, code)
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


def preview_lost_page(site: Path, code: int) -> bytes | None:
    """What is shown for an address that leads nowhere."""
    path = site / f"{code}.html"
    return path.read_bytes() if path.is_file() else None


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
