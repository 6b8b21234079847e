"""The commands that check a dossier and print what it says; `cli.py` lists them."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from build_tools import pipeline
from build_tools.cache.kept_results import CheckResult, result_of
from build_tools.command_line.as_known import say_cut
from build_tools.command_line.checking_options import Checking, checking_options
from build_tools.command_line.problem_printing import echo_problems
from build_tools.contributing.bearing import errors_that_bear
from build_tools.contributing.question_files import question_stub, write_seen
from build_tools.contributing.roots import find_root, id_in
from build_tools.evidence.questions import seen_of
from build_tools.model import EntityId, Question
from build_tools.problem import Problems, Severity
from build_tools.reading import read
from build_tools.reading.nearest_words import nearest_or_all

FORMATS = ("text", "github", "json")


def fails(problems: Problems, strict: bool = False) -> bool:
    """Whether these problems fail the build."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def show(result: CheckResult, root: Path, form: str) -> None:
    """Every problem, and the question files that could be written."""
    echo_problems(result.problems, root, form, Console())
    if form == "text" and result.unjudged:
        click.echo("\nConflicts without a question; to judge one, paste its file and fill it in:\n")
        stubs = (question_stub(conflict, result.languages) for conflict in result.unjudged)
        click.echo("\n".join(stubs), nl=False)


@click.command("check")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed."
)
@click.option("--coverage", is_flag=True, help="Print how much of each article is annotated, too.")
@click.option("--fix", is_flag=True, help="First fix what has only one right answer, and show the change.")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@checking_options
@click.pass_obj
def check_command(
    given: Path | None,
    form: str,
    coverage: bool,
    fix: bool,
    strict: bool,
    checking: Checking,
) -> None:
    """Prove every quote and value; print every problem; write nothing but a cache."""
    root, made = find_root(given), None
    if fix:
        from build_tools.contributing.commands import (
            apply_fixes,  # with all that is imported to make things
        )

        made = apply_fixes(root, checking.moment)
    elif coverage or checking.moment:
        made = checking.check(root)
    result = result_of(made) if made else checking.result(root)
    show(result, root, form)
    if made:
        say_cut(made)
    if made and coverage:
        from build_tools.findings.coverage import print_coverage  # with the whole survey

        click.echo(f"\n{print_coverage(made.dossier)}", nl=False)
    sys.exit(fails(result.problems, strict))


@click.command("judge")
@click.argument("question")
@click.pass_obj
def judge_command(given: Path | None, question: str) -> None:
    """Write into a QUESTION which sides the editors now have."""
    root, question = find_root(given), id_in(question)
    made = pipeline.check(root)
    asked, id = made.dossier.by_question, EntityId(question)
    known = isinstance(made.dossier.inputs.entities.get(id), Question)
    if wrong := errors_that_bear(made, id, read(root)[1]) if known else ():
        echo_problems(wrong, root, "text", Console())
        raise click.ClickException("fix these errors first: they may hide a side of this question")
    if question not in asked:
        message = f"question `{question}` has no conflict: {nearest_or_all(question, asked)}"
        raise click.BadParameter(message, param_hint="QUESTION")
    name = made.dossier.inputs.entities[EntityId(question)].origin.path
    write_seen(root, name, seen_of(asked[EntityId(question)]))
    click.echo(f"{name}: `seen:` is up to date")
