"""The file to import, as given on the command line, and its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from build_tools.contributing.importing.refusing import ImportRefusedError
from build_tools.reading.sizes import TooLargeError, read_within, size

MOST = 20_000_000  # a page with its pictures in it
SMALLER = "save the page as HTML only, without its pictures, and import that"
NOT_FETCHED = "nothing is fetched: save the page in your browser, and give that file, the address with --url"


class Received(click.Path):
    """A file or folder that is there, or `-` for standard input; an address is none."""

    def __init__(self) -> None:
        super().__init__(exists=True, allow_dash=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the file or folder."""
        if str(value).startswith(("http://", "https://")):
            self.fail(NOT_FETCHED, param, ctx)
        return super().convert(value, param, ctx)


def received(file: Path) -> bytes:
    """What the file, a pipe or standard input (`-`) holds; raises ImportRefusedError where it is too much."""
    try:
        if str(file) != "-" and file.is_file():
            return read_within(file, MOST)
    except TooLargeError as fault:
        raise ImportRefusedError(f"{fault.strerror}: {SMALLER}") from None
    with click.open_file(str(file), "rb") as opened:
        data: bytes = opened.read(MOST + 1)
    if len(data) > MOST:
        raise ImportRefusedError(f"this is larger than {size(MOST)}: {SMALLER}")
    return data
