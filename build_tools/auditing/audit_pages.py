"""An audit as Markdown and as a whole HTML page; whatever the text holds is shown as written."""

from __future__ import annotations

import re
from html import escape

from build_tools.auditing.audit_report import counted_verdicts, numbered_statements, verdict_details
from build_tools.auditing.audit_types import Audit, AuditedStatement, AuditVerdict
from build_tools.model import Dossier

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Audit</title><style>
body { max-width: 44rem; margin: 2rem auto; font: 1rem/1.6 serif; }
mark.proven { background: #dfd; } mark.contradicted { background: #fcc; }
mark.disputed { background: #fea; }
mark.our-translation { background: #def; } mark.not-here { background: #eee; }
p.text { white-space: pre-wrap; } sup { font: .7em sans-serif; }
</style></head><body>
"""


def audit_markdown(found: Audit, dossier: Dossier) -> str:
    """A list of the statements with their verdicts, each with what it rests on."""
    lines = [f"# {counted_verdicts(found)}", ""]
    for number, one in numbered_statements(found):
        lines.append(f"{number}. **{one.verdict}**: {plain_markdown(one.words)}")
        lines += [f"    - {plain_markdown(detail)}" for detail in verdict_details(one)]
    return "".join(f"{line}\n" for line in lines)


def plain_markdown(text: str) -> str:
    """A text in which nothing is Markdown.

    >>> plain_markdown("[a](b) <i>")
    '\\\\[a\\\\]\\\\(b\\\\) \\\\<i\\\\>'
    """
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def audit_html(found: Audit, dossier: Dossier) -> str:
    """The text with each statement marked, and below it what each verdict rests on."""
    parts, done = [HEAD, f'<h1>{escape(counted_verdicts(found))}</h1>\n<p class="text">'], 0
    for number, one in numbered_statements(found):
        start, end = max(one.span.start, done), max(one.span.end, done)
        parts += [escape(found.text[done:start]), _mark(number, one, found.text[start:end])]
        done = end
    parts += [escape(found.text[done:]), "</p>\n<ol>\n"]
    parts += [_item(number, one) for number, one in numbered_statements(found)]
    return "".join((*parts, "</ol>\n</body></html>\n"))


def css_of(verdict: AuditVerdict) -> str:
    """The class of a verdict.

    >>> css_of(AuditVerdict.NOT_HERE)
    'not-here'
    """
    return verdict.replace(" ", "-")


def _mark(number: int, one: AuditedStatement, words: str) -> str:
    link = f'<sup><a href="#s{number}">{number}</a></sup>'
    return f'<mark class="{css_of(one.verdict)}" title="{escape(one.verdict)}">{escape(words)}</mark>{link}'


def _item(number: int, one: AuditedStatement) -> str:
    listed = "".join(f"<li>{escape(detail)}</li>" for detail in verdict_details(one))
    below = f"<ul>{listed}</ul>" if listed else ""
    return f'<li id="s{number}"><b>{escape(one.verdict)}</b>: {escape(one.words)}{below}</li>\n'
