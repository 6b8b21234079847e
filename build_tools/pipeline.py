"""The pipeline: what happens between a folder of articles and a website, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.evidence import (
    Comparer,
    Prover,
    check_relays,
    fold_claims,
    judge,
    prove_all,
    prove_here,
    prove_withdrawn,
    reconcile,
    unless_claims_are_lost,
)
from build_tools.known_by.known_by import known_by
from build_tools.model import Build, DateValue, Dossier, Inputs
from build_tools.pausing import collector_paused
from build_tools.problem import Problems, Severity
from build_tools.reading import Files, Reader, find_files, read_found, read_here


@dataclass(frozen=True, slots=True)
class Ways:
    """How articles are read, proven and compared: all of them, here; or only those that have changed."""

    reader: Reader = read_here
    prover: Prover = prove_here
    comparer: Comparer = check_relays


HERE = Ways()


class DossierError(ValueError):
    """The files of a dossier have errors: `problems` lists them."""

    def __init__(self, problems: Problems) -> None:
        first, *others = problems
        more = f", and {len(others)} more" if others else ""
        super().__init__(f"{first.origin.path}:{first.origin.line}: {first.message}{more}")
        self.problems = problems


def load(root: Path | str) -> Dossier:
    """The dossier in a folder; errors in its files raise DossierError, warnings do not."""
    made = check(root)
    errors = tuple(problem for problem in made.problems if problem.severity is Severity.ERROR)
    if errors:
        raise DossierError(errors)
    return made.dossier


def check(root: Path | str, moment: DateValue | None = None, ways: Ways = HERE) -> Build:
    """The dossier in a folder and every problem of its files; nothing is written.

    With a moment it is the dossier as known then; the problems are those of the whole.
    """
    return check_found(find_files(Path(root)), moment, ways)


def check_found(found: tuple[Files, Problems], moment: DateValue | None = None, ways: Ways = HERE) -> Build:
    """The same of files that were found."""
    with collector_paused():
        inputs, unread = read_found(found, ways.reader)
        made = build(inputs, unread, ways)
        return replace(made, dossier=build(known_by(inputs, moment)).dossier) if moment else made


def build(inputs: Inputs, unread: Problems = (), ways: Ways = HERE) -> Build:
    """The dossier that the files describe, and every problem of them."""
    withdrawn, unfounded = prove_withdrawn(inputs)
    inputs = replace(inputs, said_before=tuple(claim for one in withdrawn for claim in one.claims))
    proven, unproven = prove_all(inputs, ways.prover)
    groups = fold_claims(proven.claims, inputs.settings.time_zone)
    conflicts = reconcile(groups, inputs)
    dossier, stale = judge(inputs, proven.mentions, proven.anchored, groups, conflicts)
    copied = ways.comparer(inputs)
    wrong = (*unread, *unproven, *unfounded)
    made = replace(dossier, withdrawn=withdrawn)
    return Build(made, problems=(*wrong, *copied, *unless_claims_are_lost(stale, wrong)))


def publish(dossier: Dossier, root: Path, fresh: bool = False) -> Problems:
    """Make the pages of every edition, all again where `fresh`, write them, render them into `site/`."""
    with collector_paused():
        return _publish(dossier, root, fresh)


def _publish(dossier: Dossier, root: Path, fresh: bool) -> Problems:
    from build_tools.exports import GivenData, data_files
    from build_tools.findings import survey
    from build_tools.pages import plan_pages
    from build_tools.pages.composing import compose_pages, open_kept_pages
    from build_tools.pages.parts.view import View
    from build_tools.pages.written_pages import citable
    from build_tools.website.editions import editions_of
    from build_tools.website.entrance import declared_site, site_url
    from build_tools.website.exchanging import PAGES
    from build_tools.website.publishing import write_site

    chosen = editions_of(dossier.inputs, root=root)
    findings = survey(dossier)
    data = data_files(GivenData(findings, declared_site()))
    kept = None if fresh else open_kept_pages(root)
    pages = {
        one: compose_pages(
            plan_pages, View(findings, one, site_url(), data), root, root / PAGES / one.folder, kept
        )
        for one in chosen
    }
    return write_site(root, dossier.inputs, pages, data, citable(findings, site_url()))
