"""The command that audits a text; `cli.py` lists it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from build_tools import pipeline
from build_tools.auditing.audit_pages import audit_html, audit_markdown
from build_tools.auditing.audit_report import audit_json, audit_text
from build_tools.auditing.audit_types import AuditVerdict
from build_tools.auditing.auditing_texts import audit
from build_tools.contributing.roots import find_root
from build_tools.model import DateValue
from build_tools.values import parse_edtf

MOST_BYTES = 1_000_000
PRINTED = {"text": audit_text, "json": audit_json, "markdown": audit_markdown, "html": audit_html}


@click.command("audit")
@click.argument("file", type=click.File("rb"), metavar="FILE|-")
@click.option("--published", metavar="DATE", help="When the text was written; 今年 is read against it.")
@click.option(
    "--format", "form", type=click.Choice(tuple(PRINTED)), default="text", help="How the audit is printed."
)
@click.pass_obj
def audit_command(given: Path | None, file: BinaryIO, published: str | None, form: str) -> None:
    """Hold a text about the story against the articles.

    Every number, date, office, quotation, and answer to a question of the dossier is proven, contradicted,
    disputed or not here. FILE is plain text or Markdown, in English or Chinese. Exit code 1 if something is
    contradicted.
    """
    day = day_given(published)
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise click.UsageError("the text is larger than 1 MB: divide it")
    dossier = pipeline.check(find_root(given)).dossier
    found = audit(dossier, data.decode("utf-8-sig", "replace"), day)
    click.echo(PRINTED[form](found, dossier), nl=False)
    sys.exit(bool(found.count(AuditVerdict.CONTRADICTED)))


def day_given(published: str | None) -> DateValue | None:
    """The day of a text as it is typed; a usage error where it is no date."""
    if published is None:
        return None
    day = parse_edtf(published)
    if day is None:
        raise click.BadParameter("write it as 2025-06-12, 2025-06 or 2025", param_hint="--published")
    return day
