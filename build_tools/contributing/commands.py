"""The commands for a person who adds to a dossier; `cli.py` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from build_tools import pipeline
from build_tools.command_line.as_known import known_by_option, say_cut
from build_tools.contributing import explaining, fixing, suggesting
from build_tools.contributing.diffing.changes import compare_dossiers
from build_tools.contributing.diffing.renaming import with_new_ids
from build_tools.contributing.diffing.report import report
from build_tools.contributing.diffing.revisions import NoSuchRevisionError, common_commit, dossier_at
from build_tools.contributing.roots import find_root, id_in, known_entity, known_source
from build_tools.contributing.suggested_yaml import (
    new_only,
    suggested_entries,
    suggestions_in_order,
    with_suggestions,
)
from build_tools.contributing.suggesting import Suggestion
from build_tools.contributing.unknown_names import unknown_names
from build_tools.contributing.yaml_text import with_its_ends
from build_tools.findings import survey
from build_tools.model import Build, DateValue, Dossier, SourceId, our_language
from build_tools.pages import make_pages
from build_tools.reading import read_editions
from build_tools.reading.folders import open_folder
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.sizes import limit_for, read_within
from build_tools.safe_files import in_bounds, write_own
from build_tools.website.editions import Edition, editions, known_editions
from build_tools.website.page import document

AS_PRINTED = re.compile(r"^(?:error|warning)?\[(.*)\]$")  # as the check has it: error[tab]
SHALLOW = "it is compared as it is now (in a shallow clone, `git fetch --unshallow` gets the rest)"


@click.command("suggest")
@click.argument("source")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the N best.")
@click.option("--about", metavar="ID", help="Only sentences about this person, event, figure, …")
@click.option("--write", is_flag=True, help="Append them to the source's annotations.yaml, as comments.")
@click.pass_obj
def suggest_command(given: Path | None, source: str, top: int | None, about: str | None, write: bool) -> None:
    """Print what is not annotated yet in SOURCE, as YAML.

    The best comes first: what other articles speak of too; then known figures, events and roles; then
    denials and accusations; then other values; then names.
    """
    root = find_root(given)
    dossier = pipeline.check(root).dossier
    id = known_source(dossier, id_in(source))
    made = suggesting.suggestions(dossier, id, known_entity(dossier, id_in(about)) if about else None)
    chosen = made[:top]
    if write:
        append_suggestions(root, dossier, id, chosen)
        return
    click.echo("\n".join(suggested_entries(dossier, id, chosen)), nl=False)
    if not dossier.inputs.sources[id].is_read:
        tongue = dossier.inputs.sources[id].language
        click.echo(f"note: numbers and dates in `{tongue}` are not read: quote them yourself", err=True)
    for one in unknown_names(dossier, id):
        click.echo(
            f"not known yet: {one.name} ({one.times}×); `dossier new {one.kind} ID` makes a file", err=True
        )
    if len(chosen) < len(made):
        click.echo(f"{len(chosen)} of {len(made)} suggestions", err=True)


def append_suggestions(root: Path, dossier: Dossier, id: SourceId, made: Iterable[Suggestion]) -> None:
    """Write suggestions at the end of a source's annotations, in the order of the article, as comments."""
    entries = suggested_entries(dossier, id, suggestions_in_order(made))
    path = open_folder(root).path / "articles" / id / "annotations.yaml"
    limit = limit_for(path, dossier.inputs.settings.limits)
    data = read_within(in_bounds(root, path), limit) if path.exists() else b""
    text = data.decode("utf-8", "surrogateescape")
    whole = with_its_ends(text, lambda lines: with_suggestions(lines, entries))
    write_own(root, path, whole.encode("utf-8", "surrogateescape"))
    added = len(new_only(entries, text))
    click.echo(f"{path.relative_to(root).as_posix()}: {added} suggestion{'' if added == 1 else 's'}")


@click.command("diff")
@click.argument("base")
@known_by_option
@click.pass_obj
def diff_command(given: Path | None, base: str, moment: DateValue | None) -> None:
    """Print what has changed since the branch left BASE, as Markdown."""
    root = find_root(given)
    try:
        with dossier_at(root, base) as there:
            before = pipeline.check(there, moment)
    except NoSuchRevisionError as refused:
        raise click.BadParameter(str(refused), param_hint="BASE") from None
    if not common_commit(root, base):
        click.echo(
            f"note: git does not have the commit at which the branch left `{base}`: {SHALLOW}", err=True
        )
    after = pipeline.check(root, moment)
    say_cut(after)
    pages = pages_of(before.dossier), pages_of(after.dossier)
    before = replace(before, dossier=with_new_ids(before.dossier, after.dossier.inputs))
    click.echo(report(compare_dossiers(before, after, pages), before.dossier, after.dossier), nl=False)


def pages_of(dossier: Dossier) -> dict[str, str]:
    """The pages of the English edition by their addresses."""
    (edition,) = editions(["en"])
    return {str(page.address): document(page) for page in make_pages(survey(dossier), edition)}


@click.command("explain")
@click.argument("code", required=False)
@click.option(
    "--language",
    type=click.Choice(explaining.LANGUAGES),
    help="Otherwise that of the dossier's first edition; English where there is no dossier.",
)
@click.pass_obj
def explain_command(given: Path | None, code: str | None, language: str | None) -> None:
    """Explain what a problem means and how to fix it.

    Without CODE, list them all.
    """
    words = explaining.read_words()
    edition = first_edition(given)
    language = language or our_language(edition.id)
    code = AS_PRINTED.sub(r"\1", code) if code else None
    if code is None:
        lines = (f"{one:28} {edition.script(words[one].title[language])}\n" for one in words)
        click.echo("".join(lines), nl=False)
    elif code in words:
        click.echo(explaining.explain(code, language, edition.script), nl=False)
    else:
        hint = did_you_mean(code, words) or "`dossier explain` lists them all"
        raise click.BadParameter(f"no problem has the code `{code}`: {hint}", param_hint="CODE")


def first_edition(given: Path | None) -> Edition:
    """The first edition of the dossier around here, or the English one."""
    with suppress(click.UsageError, KeyError):
        root = find_root(given)
        return editions(read_editions(root)[:1], known=known_editions(root))[0]
    return editions(["en"])[0]


def apply_fixes(root: Path, moment: DateValue | None = None) -> Build:
    """Fix what has one right answer, print the change, and check what is there then."""
    made = pipeline.check(root)
    found = fixing.fixes(root, made.dossier)
    fixing.write_fixes(root, found)
    for fix in found:
        click.echo(fix.shown(), nl=False)
    return pipeline.check(root, moment) if found or moment else made
