"""The file that an article comes in, as a command is given it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

NOT_FETCHED = "nothing is fetched: save the page in your browser, and give that file, the address with --url"


class Received(click.Path):
    """A file that is there, or `-` for standard input; an address is none."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, allow_dash=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of the file."""
        if str(value).startswith(("http://", "https://")):
            self.fail(NOT_FETCHED, param, ctx)
        return super().convert(value, param, ctx)
