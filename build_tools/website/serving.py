"""Shows one edition while it is edited: a change in the files is in the browser a moment later."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from build_tools.website.rendering import environment

CALM = 0.2  # seconds without another change: an editor saves a file in several steps
Rebuild = Callable[[], Path]


class Watcher(FileSystemEventHandler):
    """Notes that something below a folder was changed by hand."""

    def __init__(self) -> None:
        self.changed = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Any change counts, except that somebody looked."""
        if not event.is_directory and event.event_type in ("created", "modified", "moved", "deleted"):
            self.changed.set()


def serve(root: Path, rebuild: Rebuild, port: int = 8000) -> int:
    """Write the pages, serve them at `port`, and write them again at every change, until interrupted.

    `rebuild` writes `build/docs/<edition>/`, prints what is wrong and gives the renderer's settings.
    """
    server = subprocess.Popen(command(rebuild(), port), env=environment(root))
    try:
        return watch([root / "sources", root / "docs"], rebuild, lambda: server.poll())
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait()


def command(config: Path, port: int) -> list[str]:
    """The renderer's own server: it renders changed pages only, and shows a page with a fault in it too."""
    options = ["--dirty", "--no-strict", "--dev-addr", f"127.0.0.1:{port}", "--config-file", str(config)]
    return [sys.executable, "-m", "mkdocs", "serve", "--quiet", *options]


def watch(folders: list[Path], rebuild: Rebuild, ended: Callable[[], int | None]) -> int:
    """Rebuild after every change, once it is calm again, until the server has ended; its exit code."""
    watcher, observer = Watcher(), Observer()
    for folder in filter(Path.is_dir, folders):
        observer.schedule(watcher, str(folder), recursive=True)
    observer.start()
    try:
        while (code := ended()) is None:
            if watcher.changed.wait(timeout=0.5):
                settle(watcher.changed)
                rebuild()
        return code
    finally:
        observer.stop()
        observer.join()


def settle(changed: Event) -> None:
    """Wait until nothing has changed for a moment."""
    while changed.is_set():
        changed.clear()
        time.sleep(CALM)
