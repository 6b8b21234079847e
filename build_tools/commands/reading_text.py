"""`dossier read`: what is read in a text, as JSON lines for programs, marks and a table for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

import click
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from build_tools.exports.json_lines import Json, json_line
from build_tools.model import DateValue, Quantity, Reading
from build_tools.pausing import collector_paused
from build_tools.values import parse_edtf, read_all
from build_tools.values.printing import ends, plain_number, reading_record


class WrongInputError(ValueError):
    """The input is not what the command reads: no record with a `text`, no date of publication."""


def read_text(text: str, published: str | None) -> tuple[Reading, ...]:
    """The quantities and dates of a text; `published` (EDTF) is what 今年 is read against."""
    day = parse_edtf(published) if published else None
    if published and day is None:
        raise WrongInputError(
            f"`{published}` is not a date: write 2025-06-21, 2025-06 or 2025-12~ (approximate)"
        )
    return read_all(text, day)


def lines(readings: Iterable[Reading]) -> Iterator[str]:
    """A JSON line a reading."""
    return (json_line(reading_record(one)) for one in readings)


def answer_line(line: str) -> str:
    """The answer to one line of `--jsonl`: `{"found": […]}`."""
    text, published = asked_line(line)
    found: list[Json] = [reading_record(one) for one in read_text(text, published)]
    return json_line({"found": found})


def asked_line(line: str) -> tuple[str, str | None]:
    """The text and the publication date of one line of `--jsonl`."""
    try:
        row = json.loads(line)
        text, published = row["text"], row.get("published")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise WrongInputError('a line must be like {"text": "…", "published": "2025-06-21"}') from fault
    if not isinstance(text, str) or not isinstance(published, str | None):
        raise WrongInputError("`text` and `published` must be texts")
    return text, published


# Yellow, green and cyan fade on a light terminal, blue and grey on a dark one.
MARKS = {Quantity: "bold magenta", DateValue: "bold underline"}


def picture(text: str, readings: tuple[Reading, ...]) -> RenderableType:
    """The text with its readings marked, and a table of what they say."""
    marked = Text(text.rstrip("\n"))
    for one in readings:
        marked.stylize(MARKS[type(one)], one.span.start, one.span.end)
    return (
        Group(marked, Text(), readings_table(readings))
        if readings
        else Group(marked, Text("\nno figures, no dates"))
    )


def readings_table(readings: Iterable[Reading]) -> Table:
    """What each reading says, in words and in numbers."""
    made = Table(box=None, pad_edge=False)
    for title in ("words", "value", "unit", "from", "to", "how"):
        made.add_column(title, justify="right" if title in ("value", "from", "to") else "left")
    for one in readings:
        made.add_row(*map(Text, reading_row(one)))
    return made


def reading_row(reading: Reading) -> tuple[str, ...]:
    """The cells of one reading; brackets are as in mathematics: `[` counts, `(` does not."""
    match reading:
        case Quantity(tight=tight):
            low = (
                f"{'(' if tight.low_open else '['}{plain_number(tight.low)}"
                if tight.low is not None
                else "-∞"
            )
            high = (
                f"{plain_number(tight.high)}{')' if tight.high_open else ']'}"
                if tight.high is not None
                else "∞"
            )
            unit = f"{reading.unit or '-'}{' (assumed)' if reading.assumed else ''}"
            return (
                reading.raw,
                str(plain_number(reading.value) or "-"),
                unit,
                low,
                high,
                reading.qualifier.value,
            )
        case DateValue(edtf=None):
            return reading.raw, "-", "date", "-", "-", "counted from an event"
        case DateValue():
            return reading.raw, str(reading.edtf), "date", *(end or "" for end in ends(reading)), ""


@click.command("read")
@click.option("--published", metavar="DATE", help="When the text was published; 今年 is read against it.")
@click.option("--jsonl", is_flag=True, help='Each line is {"text": …, "published": …}.')
def read_command(published: str | None, jsonl: bool) -> None:
    """Print which quantities and dates the tool reads in a text."""
    source = click.open_file("-", encoding="utf-8", errors="replace")
    try:
        if not jsonl:
            print_readings(source.read(), published)
            return
        for line in source:
            click.echo(answer_line(line))
    except WrongInputError as fault:
        raise click.UsageError(str(fault)) from None


def print_readings(text: str, published: str | None) -> None:
    """What is read in one text: a picture in a terminal, else a JSON line a reading."""
    with collector_paused():
        readings = read_text(text, published)
    if sys.stdout.isatty():
        Console().print(picture(text, readings))
    else:
        click.echo("".join(f"{line}\n" for line in lines(readings)), nl=False)
