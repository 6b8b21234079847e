"""`dossier new`: a dossier to begin with, and the file of an entity."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from build_tools.contributing import scaffold
from build_tools.contributing.new_edition import VALUES, edition_files, known_locale
from build_tools.contributing.roots import find_root
from build_tools.locale_folders import FOLDER
from build_tools.model import Kind
from build_tools.reading import read
from build_tools.reading.folders import open_folder
from build_tools.reading.ids import ID, folders_of
from build_tools.reading.known_ids import a
from build_tools.reading.nearest_words import did_you_mean, nearest_or_all
from build_tools.website.editions import EDITIONS, MESSAGES


class KindsAsCommands(click.Group):
    """A command for each kind of entity: those that ship, and any that the dossier declares."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a kind; what no dossier declares is refused when it is run."""
        found = super().get_command(ctx, cmd_name)
        return found or (new_entity(Kind(cmd_name)) if ID.fullmatch(cmd_name) else None)


@click.group("new", cls=KindsAsCommands)
def new_command() -> None:
    """Make a dossier, or the file of a person, a place, an event, … or of a kind of your own."""


def new_entity(kind: Kind) -> click.Command:
    """The command that makes the file of an entity of this kind."""

    def make(given: Path | None, id_: str) -> None:
        root = find_root(given)
        try:
            inputs = read(root)[0]
            kinds = tuple(folders_of(inputs.vocabulary.kinds))
            if kind not in kinds:
                known = did_you_mean(kind, kinds) or f"the kinds are {', '.join(kinds)}"
                raise click.UsageError(f"there is no kind `{kind}`: {known}")
            editions = inputs.settings.editions or scaffold.FIRST
            path = scaffold.write_stub(root, open_folder(root).path, kind, id_, editions)
        except scaffold.NotMadeError as refused:
            raise click.ClickException(str(refused)) from None
        click.echo(path.relative_to(root).as_posix())

    parameters: list[click.Parameter] = [click.Argument(["id_"], metavar="ID")]
    help = f"Make the file of {a(kind)}."
    return click.Command(kind.value, params=parameters, callback=click.pass_obj(make), help=help)


def listed_editions(given: str) -> tuple[str, ...]:
    """The ids of editions that a person lists, with commas or spaces between them; else BadParameter."""
    named = tuple(dict.fromkeys(re.split(r"[,\s]+", given.strip(" ,"))))
    for id in named:
        if id not in EDITIONS and known_locale(id) is None:
            own = "; or the tag of a language, such as `fr` or `pt-BR`"
            raise click.BadParameter(f"there is no edition `{id}`: {nearest_or_all(id, EDITIONS)}{own}")
    return named


for _kind in Kind:
    new_command.add_command(new_entity(_kind))


@new_command.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def theme(given: Path | None, id_: str) -> None:
    """Make the file of a theme, the last in the order."""
    root = find_root(given)
    inputs = read(root)[0]
    order = max((each.order for each in inputs.themes), default=0) + 1
    try:
        path = scaffold.write_theme(
            root, open_folder(root).path, id_, order, inputs.settings.editions or scaffold.FIRST
        )
    except scaffold.NotMadeError as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(path.relative_to(root).as_posix())


@new_command.command()
@click.argument("tag")
@click.pass_obj
def edition(given: Path | None, tag: str) -> None:
    """Make the folder of an edition in a language of your own, such as fr or pt-BR, to be translated."""
    root, (id,) = find_root(given), listed_editions(tag)
    files = edition_files([id])
    if not files:
        raise click.ClickException(f"the tool brings the edition `{id}`: name it under `editions:`")
    try:
        scaffold.write_new_edition(root, files)
    except scaffold.NotMadeError as refused:
        raise click.ClickException(str(refused)) from None
    click.echo("\n".join(path.as_posix() for path in files))


@new_command.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="Otherwise from the folder's name.")
@click.option(
    "--languages",
    default=",".join(EDITIONS),
    show_default=True,
    callback=lambda _context, _option, named: listed_editions(named),
    help="The editions of its site, the first one first.",
)
@click.option("--bare", is_flag=True, help="Without the two invented articles that explain themselves.")
@click.option("--tool", "address", help="The git repository of this tool, if it has another address.")
def dossier(
    folder: Path, title: str | None, languages: tuple[str, ...], bare: bool, address: str | None
) -> None:
    """Make a dossier in FOLDER that builds, checks and deploys."""
    tool = scaffold.this_tool()
    if address:
        tool = scaffold.Tool(address, tool.version if tool else "main")
    if tool is None:
        raise click.UsageError(
            "this tool was not installed from a git repository: give the address of one with --tool"
        )
    try:
        named = (title or "").strip() or scaffold.name_of(folder.resolve().name)
        made = scaffold.dossier_files(named, tool, languages)
        made = scaffold.without_story(made) if bare else made
        scaffold.write_dossier(folder, made)
    except scaffold.NotMadeError as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"{folder}: {len(made)} files")
    for id in (each for each in languages if each not in EDITIONS):
        click.echo(
            f"note: the words of the site are English until {FOLDER}/{id}/{MESSAGES} has yours, and those of "
            f"numbers and units until {FOLDER}/{id}/{VALUES} has them",
            err=True,
        )
    if not scaffold.is_public(tool.address):
        click.echo(
            f"note: its Makefile fetches the tool from {tool.address}; before you push it to GitHub, "
            "set TOOL there to the tool's public address",
            err=True,
        )
    click.echo(f"next: cd {shlex.quote(str(folder))} && git init && make site", err=True)
