"""`dossier relays`: the families of articles that pass on one report, with what they have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
from rich.cells import cell_len

from build_tools.contributing.roots import find_root
from build_tools.evidence.families import Family, Member, families
from build_tools.evidence.relays import beginning_of
from build_tools.exports.json_lines import Json, json_line
from build_tools.model import Source, SourceId, Span
from build_tools.reading import read
from build_tools.text.paragraphs import line_of

SHOWN = 60
HEAD = ("article", "published", "share", "shared with", "the editors say")

Sources = Mapping[SourceId, Source]


@click.command("relays")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="A table, or JSON lines."
)
@click.pass_obj
def relays_command(given: Path | None, form: str) -> None:
    """Print which articles pass on one report, and the passages they share."""
    inputs = read(find_root(given))[0]
    found = families(inputs)
    if form == "json":
        lines = [json_line(family_record(family, inputs.sources)) for family in found]
    else:
        lines = list(family_tables(found, inputs.sources))
    click.echo("".join(f"{line}\n" for line in lines), nl=False)


def family_tables(found: Sequence[Family], sources: Sources) -> Iterator[str]:
    """A table of each family, and under it the passages, by the lines of both articles."""
    if not found:
        yield "no articles that pass on one report"
    for number, family in enumerate(found):
        yield from ("",) * bool(number)
        yield from in_columns([HEAD, *family_rows(family, sources)])
        for member in family.members:
            yield f"\n  {member.source}, line by line of {member.like}:"
            yield from (f"    {line}" for line in passage_lines(member, sources))


def family_rows(family: Family, sources: Sources) -> Iterator[tuple[str, ...]]:
    """The earliest article, then those that have its words."""
    yield family.origin, when_published(sources[family.origin]), "", "", "(the earliest)"
    for one in family.members:
        said = "one origin" if one.confirmed else "nothing yet"
        yield one.source, when_published(sources[one.source]), f"{one.shared.percent}%", one.like, said


def when_published(source: Source) -> str:
    """The date, with its hour and zone where they are known."""
    date = source.published
    given = (date.edtf or "unknown").removesuffix(":00")
    return f"{given} {date.zone}" if date.zone and date.clock else given


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as what is in them."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def passage_lines(member: Member, sources: Sources) -> Iterator[str]:
    """Each passage with its line in the one article and in the other."""
    one, other = sources[member.source], sources[member.like]
    for passage in member.shared.passages():
        at, to = line_of(one.text, passage.first.start), line_of(other.text, passage.second.start)
        yield f"{at} ({to}): {beginning_of(one, passage, SHOWN)}"


def family_record(family: Family, sources: Sources) -> Mapping[str, Json]:
    """A family as a record: spans are code points of each article."""
    return {
        "origin": family.origin,
        "confirmed": family.confirmed,
        "members": [_member(member, sources) for member in family.members],
    }


def _member(member: Member, sources: Sources) -> Mapping[str, Json]:
    one, other = sources[member.source], sources[member.like]
    return {
        "source": member.source,
        "shared_with": member.like,
        "percent": member.shared.percent,
        "confirmed": member.confirmed,
        "passages": [
            {**_place("", one, passage.first), **_place("its_", other, passage.second)}
            for passage in member.shared.passages()
        ],
    }


def _place(prefix: str, source: Source, span: Span) -> Mapping[str, Json]:
    line = line_of(source.text, span.start)
    return {f"{prefix}start": span.start, f"{prefix}end": span.end, f"{prefix}line": line}
