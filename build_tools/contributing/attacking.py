"""The command that makes claims wrong; `cli.py` lists it."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools import attack as attacking
from build_tools import pipeline
from build_tools.attack import KINDS
from build_tools.attack.attack_report import attack_json, attack_text
from build_tools.attack.score_file import kept_scores, scores_text
from build_tools.contributing.roots import find_root, id_in, known_source
from build_tools.evidence.judging import loses_claims
from build_tools.reading.folders import SCORES, open_folder
from build_tools.safe_files import write_own


@click.command("attack")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.name for kind in KINDS]))
@click.option(
    "--seed",
    type=int,
    default=0,
    show_default=True,
    help="The seed that chooses the variants to try, where there are very many.",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How the report is printed."
)
@click.option("--write", is_flag=True, help="Keep the scores in attack.json, for the pages to show.")
@click.pass_obj
def attack_command(
    given: Path | None, sources: tuple[str, ...], kinds: tuple[str, ...], seed: int, form: str, write: bool
) -> None:
    """Make each claim wrong in every plausible way, and print what passes the check.

    Each variant is one change. All articles are attacked where no SOURCE is named.
    """
    if write and (kinds or seed):
        raise click.UsageError("--write keeps the scores of all kinds, with the seed 0")
    root = find_root(given)
    made = pipeline.check(root)
    if loses_claims(made.problems):
        click.echo("note: claims with an error are not attacked; `dossier check` shows them", err=True)
    chosen = [known_source(made.dossier, id_in(one)) for one in sources] or sorted(
        made.dossier.inputs.sources
    )
    for one in chosen:
        if not made.dossier.inputs.sources[one].is_read:
            click.echo(f"note: {one}: its language is not read, so that most variants pass", err=True)
    attempts = attacking.attack(
        made.dossier, chosen, [one for one in KINDS if one.name in kinds or not kinds], seed
    )
    click.echo(attack_text(attempts) if form == "text" else attack_json(attempts, seed), nl=False)
    if write:
        scores = kept_scores(made.dossier, chosen, attempts)
        write_own(root, open_folder(root).path / SCORES, scores_text(scores).encode())
