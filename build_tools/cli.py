"""The command line: which commands there are; each reads its arguments, calls the line and prints."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.command_line.calling import Commands, Later

COMMANDS = {
    "attack": Later(
        "build_tools.contributing.attacking",
        "Make each claim wrong in every plausible way, and print what passes the check.",
    ),
    "audit": Later("build_tools.auditing.audit_command", "Hold a text about the story against the articles."),
    "build": Later(
        "build_tools.commands.site_commands", "Check, write the pages, and render all editions into site/."
    ),
    "check": Later(
        "build_tools.commands.check_commands",
        "Prove every quote and value; print every problem; write nothing but a cache.",
    ),
    "diff": Later(
        "build_tools.contributing.commands", "Print what has changed since the branch left BASE, as Markdown."
    ),
    "draft": Later(
        "build_tools.drafting.draft_command",
        "Sort candidate annotations of SOURCE: proven, in need of a word, refused.",
    ),
    "explain": Later("build_tools.contributing.commands", "Explain what a problem means and how to fix it."),
    "export": Later(
        "build_tools.commands.export_command",
        "Print the data in a FORMAT; of articles only what the site publishes.",
    ),
    "import": Later(
        "build_tools.contributing.importing.import_command",
        "Make a new source of each saved web page, text or PDF.",
    ),
    "judge": Later(
        "build_tools.commands.check_commands", "Write into a QUESTION which sides the editors now have."
    ),
    "mcp": Later(
        "build_tools.answering.mcp_command",
        "Answer programs over the Model Context Protocol, on standard input and output.",
    ),
    "new": Later(
        "build_tools.contributing.new_commands",
        "Make a dossier, or the file of a person, a place, an event, … or of a kind of your own.",
    ),
    "read": Later(
        "build_tools.commands.reading_text", "Print which quantities and dates the tool reads in a text."
    ),
    "relays": Later(
        "build_tools.commands.relaying",
        "Print which articles pass on one report, and the passages they share.",
    ),
    "serve": Later(
        "build_tools.commands.site_commands",
        "Serve one EDITION (en, zh-Hans, zh-Hant), each page made as it is opened.",
    ),
    "suggest": Later(
        "build_tools.contributing.commands", "Print what is not annotated yet in SOURCE, as YAML."
    ),
}


@click.group(
    cls=Commands,
    later=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
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
