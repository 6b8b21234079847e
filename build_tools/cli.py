"""The command line: each command reads its arguments, calls the pipeline and prints."""

from __future__ import annotations

import shlex
import sys
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from build_tools import pipeline, reading_text
from build_tools.calling import Commands
from build_tools.contributing.commands import COMMANDS, apply_fixes
from build_tools.contributing.question_files import question_stub, write_seen
from build_tools.contributing.roots import find_root, id_in
from build_tools.evidence.coverage import print_coverage
from build_tools.evidence.questions import seen_of
from build_tools.evidence.stale_judgements import loses_claims
from build_tools.exports import EXPORTS
from build_tools.model import Build, EntityId
from build_tools.one_build import only_build, saying_what_is_left, stop_at, wait_for
from build_tools.problem import Problems, Severity
from build_tools.problem_printing import echo_problems
from build_tools.reading.nearest_words import nearest_or_all
from build_tools.safe_files import write_anywhere
from build_tools.website.editions import EDITIONS

FORMATS = ("text", "github", "json")
LOOK = """
The site is in {site}. To look at it:

  python3 -m http.server --directory {quoted} 8000

and open http://127.0.0.1:8000/
"""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The dossier's folder; otherwise found from the current one upwards.",
)
@click.version_option(package_name="annotated-dossier")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Annotated dossiers: every statement leads back to the words that made it."""
    context.obj = root


def fails(problems: Problems, strict: bool = False) -> bool:
    """Whether these problems fail the build."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def show(made: Build, root: Path, form: str) -> None:
    """Every problem, and the question files that could be written."""
    echo_problems(made.problems, root, form, Console())
    unjudged = [conflict for conflict in made.dossier.conflicts if not conflict.question]
    if form == "text" and unjudged:
        click.echo("\nConflicts without a question; to judge one, paste its file and fill it in:\n")
        languages = made.dossier.inputs.settings.languages
        click.echo("\n".join(question_stub(conflict, languages) for conflict in unjudged), nl=False)


@main.command("check")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed."
)
@click.option("--coverage", is_flag=True, help="Print how much of each article is annotated, too.")
@click.option("--fix", is_flag=True, help="First fix what has only one right answer, and show the change.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.pass_obj
def check_command(given: Path | None, form: str, coverage: bool, fix: bool, strict: bool) -> None:
    """Prove every quote and value; print every problem; write nothing."""
    root = find_root(given)
    made = apply_fixes(root, pipeline.check(root)) if fix else pipeline.check(root)
    show(made, root, form)
    if coverage:
        click.echo(f"\n{print_coverage(made.dossier)}", nl=False)
    sys.exit(fails(made.problems, strict))


@main.command("build")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.pass_obj
def build_command(given: Path | None, strict: bool) -> None:
    """Check, write the pages, and render every edition into site/."""
    root = find_root(given)
    with saying_what_is_left(root), only_build(root):
        made = pipeline.check(root)
        show(made, root, "text")
        if fails(made.problems, strict):
            sys.exit(1)
        with Console(stderr=True).status("rendering every edition …"):
            unrendered = pipeline.publish(made.dossier, root)
    stop_at(unrendered, root)
    site = f"{root}/site"
    click.echo(LOOK.format(site=site, quoted=shlex.quote(site)), nl=False)


@main.command("serve")
@click.argument(
    "edition", metavar="[EDITION]", default="en", type=click.Choice(list(EDITIONS), case_sensitive=False)
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port of this machine to serve at.",
)
@click.pass_obj
def serve_command(given: Path | None, edition: str, port: int) -> None:
    """Build one EDITION (en, zh-Hans, zh-Hant), and build it again as files change."""
    # the renderer takes a while to import, and no other command needs it in this process
    from build_tools.contributing.previewing import preview
    from build_tools.website.serving import PortError

    root = find_root(given)
    try:
        preview(root, edition, port, lambda made, seconds: tell_of(made, root, seconds), announce, wait_for)
    except PortError as fault:
        raise click.ClickException(f"{fault}; choose another with --port") from None


def tell_of(made: Build, root: Path, seconds: float) -> None:
    """The problems of a build, and under them when it was and how long it took."""
    done = f"{datetime.now():%H:%M:%S} built in {seconds:.1f} s"
    if made.problems:
        echo_problems(made.problems, root, "text", Console())
        click.echo(f"{done}\n", err=True)
    else:
        click.echo(f"{done}: no problems", err=True)


def announce(address: str) -> None:
    """Where the site is served."""
    click.echo(f"\n{address} shows it, and every change; Ctrl-C ends it\n", err=True)


@main.command("read")
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
            click.echo(reading_text.answer_line(line))
    except reading_text.WrongInputError as fault:
        raise click.UsageError(str(fault)) from None


def print_readings(text: str, published: str | None) -> None:
    """What is read in one text: a picture in a terminal, else a JSON line a reading."""
    readings = reading_text.read_text(text, published)
    if sys.stdout.isatty():
        Console().print(reading_text.picture(text, readings))
    else:
        click.echo("".join(f"{line}\n" for line in reading_text.lines(readings)), nl=False)


@main.command("judge")
@click.argument("question")
@click.pass_obj
def judge_command(given: Path | None, question: str) -> None:
    """Record in QUESTION which sides the editors have seen."""
    root, question = find_root(given), id_in(question)
    made = pipeline.check(root)
    if loses_claims(made.problems):
        show(made, root, "text")
        raise click.ClickException("fix these errors first: they drop claims")
    asked = made.dossier.by_question
    if question not in asked:
        message = f"question `{question}` has no conflict: {nearest_or_all(question, asked)}"
        raise click.BadParameter(message, param_hint="QUESTION")
    name = made.dossier.inputs.entities[EntityId(question)].origin.path
    write_seen(root, name, seen_of(asked[EntityId(question)]))
    click.echo(f"{name}: `seen:` is up to date")


@main.command()
@click.argument("form", metavar="FORMAT", type=click.Choice([one.name for one in EXPORTS]))
@click.option(
    "-o",
    "--out",
    "--output",
    "output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write.",
)
@click.pass_obj
def export(given: Path | None, form: str, output: Path | None) -> None:
    """Print the data: claims, conflicts or entities, a JSON line each."""
    root = find_root(given)
    dossier = pipeline.check(root).dossier
    chosen = next(one for one in EXPORTS if one.name == form)
    text = "".join(f"{line}\n" for line in chosen.lines(dossier))
    if output:
        write_anywhere(root, output, text.encode())
    else:
        click.echo(text, nl=False)


for command in COMMANDS:
    main.add_command(command)
