"""The line: what happens between a folder of articles and a website, in order."""

from __future__ import annotations

from pathlib import Path

from build_tools.evidence import fold, judge, prove, reconcile, unless_claims_are_lost
from build_tools.exports import EXPORTS
from build_tools.findings import survey
from build_tools.model import Build, Dossier, Inputs
from build_tools.pages import make_pages
from build_tools.pages.written_pages import citable
from build_tools.problem import Problems
from build_tools.reading import read
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from build_tools.website import publishing
from build_tools.website.editions import editions
from build_tools.website.entrance import site_url


def check(root: Path) -> Build:
    """Read a dossier from disk and say everything it says; nothing is written."""
    inputs, unread = read(root)
    return build(inputs, unread)


def build(inputs: Inputs, unread: Problems = ()) -> Build:
    """Everything the dossier says, and everything wrong with its files."""
    mentions, ambiguous = find_mentions(inputs.sources, inputs.entities)
    anchored, orphans = anchor(inputs.annotations, inputs.sources)
    claims, unproven = prove(anchored, inputs, mentions)
    groups = fold(claims)
    conflicts = reconcile(groups, inputs)
    dossier, stale = judge(inputs, mentions, anchored, groups, conflicts)
    wrong = (*unread, *ambiguous, *orphans, *unproven)
    return Build(dossier, problems=(*wrong, *unless_claims_are_lost(stale, wrong)))


def publish(dossier: Dossier, root: Path) -> Problems:
    """Make the pages of every edition, write them, and render them into `site/`."""
    settings = dossier.inputs.settings
    chosen = editions(settings.editions, settings.opencc)
    findings = survey(dossier)
    pages = {one: make_pages(findings, one, site_url()) for one in chosen}
    data = {name: lines(findings) for name, lines in EXPORTS}
    return publishing.publish(root, settings, pages, data, citable(findings, site_url()))
