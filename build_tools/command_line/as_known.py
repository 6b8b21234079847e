"""`--known-by MOMENT`: commands that show what was known at a moment, and say what that leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from build_tools.model import Build, Cut, DateValue
from build_tools.values import parse_edtf, show_date
from build_tools.values.edtf import is_approximate

Command = TypeVar("Command", bound=Callable[..., Any])
HINT = "write a minute as 2020-02-07T01:00, a day as 2020-02-07 or a month as 2020-02"


class Moment(click.ParamType[DateValue]):
    """A minute, or the end of a day, a month or a year."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> DateValue:
        """The moment that is written; anything else is a wrong call."""
        if isinstance(value, DateValue):
            return value
        moment = parse_edtf(value)
        if moment is None or "/" in value or is_approximate(value):
            self.fail(f"`{value}` is no moment: {HINT}", param, ctx)
        return moment


def known_by_option(command: Command) -> Command:
    """Give a command the option that cuts a dossier to what was known at a moment."""
    return click.option(
        "--known-by",
        "moment",
        type=Moment(),
        metavar="MOMENT",
        help="Only what was known then: 2020-02-07T01:00, or the end of 2020-02-07.",
    )(command)


def say_cut(made: Build) -> None:
    """Print what a build leaves out, if it shows what was known at a moment."""
    cut = made.dossier.inputs.cut
    if cut:
        kept = len(made.dossier.inputs.sources)
        click.echo(f"as known by {show_date(cut.moment, 'en')}: {'; '.join(_left_out(cut, kept))}", err=True)


def _left_out(cut: Cut, kept: int) -> Iterator[str]:
    yield f"{len(cut.sources)} of {kept + len(cut.sources)} articles left out"
    if cut.judgements:
        yield f"{len(cut.judgements)} judgement{'s' * (len(cut.judgements) > 1)} left out"
    if cut.prose:
        yield f"{cut.prose} text{'s' * (cut.prose > 1)} of the editors left out"
