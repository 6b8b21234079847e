"""A difference as Markdown, for the reviewer of a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from build_tools.contributing.diffing.changes import Change, Changes, parts_changed
from build_tools.contributing.diffing.report_words import ReportWords, qualified
from build_tools.findings.coverage import SourceCoverage
from build_tools.model import Claim, Conflict, Dossier
from build_tools.problem import Problem
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

MOST = 60
SITE = re.compile(r"\b(www)\.", re.IGNORECASE)
NOTHING = "This change does not affect what the dossier says."


def report(difference: Changes, before: Dossier, after: Dossier) -> str:
    """What the change does, section by section; sections with nothing to say are left out."""
    old, new = ReportWords(before), ReportWords(after)
    edited = [pair for pair in difference.claims.changed if parts_changed(*pair)]
    kept = [pair for pair in difference.claims.changed if not parts_changed(*pair)]
    parts = (
        report_section("Problems that this change adds", [problem_item(one) for one in difference.problems]),
        report_section("Claims added", new.claims(difference.claims.added), len(difference.claims.added)),
        report_section("Claims changed", [changed(old, new, pair) for pair in edited]),
        report_section("Claims whose words are in another line", list(moved_claims(kept)), len(kept)),
        report_section(
            "Claims removed", old.claims(difference.claims.removed), len(difference.claims.removed)
        ),
        report_section(
            "Claims that their article no longer makes",
            old.claims(difference.withdrawn),
            len(difference.withdrawn),
        ),
        report_section("Conflicts opened", [new.conflict(one) for one in difference.conflicts.added]),
        report_section("Conflicts closed", [old.conflict(one) for one in difference.conflicts.removed]),
        report_section(
            "Conflicts changed", [reopened(old, new, pair) for pair in difference.conflicts.changed]
        ),
        report_section("Origins", [new.recounted(one) for one in difference.origins]),
        report_section("Pages", list(pages(difference.pages))),
        coverage_table(difference.coverage),
    )
    body = md.blocks(*parts) or md.text(NOTHING)
    made = md.blocks(md.heading(2, md.text("What this change does")), body, other_faults(difference))
    return f"{readable(made)}\n"


def readable(made: Markup) -> str:
    """For those who read it in a terminal: inside a line of GitHub's Markdown these signs do nothing.

    GitHub makes links of what begins as the address of a site often does.

    >>> readable(md.text("a = 'b' < www.c.org"))
    "a = 'b' &#60; www&#46;c.org"
    """
    shown = made.replace("&#61;", "=").replace("&#34;", '"').replace("&#39;", "'")
    return SITE.sub(r"\1&#46;", shown)


def other_faults(difference: Changes) -> Markup:
    """What is not this change's doing."""
    left, fixed = difference.problems_left, difference.problems_fixed
    words = [f"unchanged from before: {left}"] * bool(left)
    words += [f"fixed: {fixed}"] * bool(fixed)
    return md.text(f"Problems {'; '.join(words)}.") if words else md.EMPTY


def report_section(title: str, items: Sequence[Markup], count: int | None = None) -> Markup:
    """A heading with the number of items, or of what they hold, and the items."""
    if not items:
        return md.EMPTY
    head = md.heading(3, md.text(f"{title} ({count or len(items)})"))
    rest = [md.text(f"… and {len(items) - MOST} more")] * (len(items) > MOST)
    return md.blocks(head, md.bullets([*items[:MOST], *rest]))


def changed(old: ReportWords, new: ReportWords, pair: tuple[Claim, Claim]) -> Markup:
    """A claim as it is, with what it said before, or with what else has changed."""
    was, now = pair
    before, after = old.value(was), new.value(now)
    told = md.fill("; before: {value}", value=before) if before != after else md.EMPTY
    if qualified(was) != qualified(now):
        gone = [part for part in qualified(was) if part not in qualified(now)]
        told = md.join((told, md.text(f"; before: {', '.join(gone) or 'without it'}")))
    note = told or md.text(f"; changed: {', '.join(parts_changed(was, now))}")
    return md.join((new.said(now), note, md.BREAK, new.quote(now)))


def moved_claims(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[Markup]:
    """How many claims of each article are where they were not, and say what they said."""
    for source, count in sorted(Counter(now.citation.source for _, now in pairs).items()):
        yield md.text(f"{source}: {count}")


def reopened(old: ReportWords, new: ReportWords, pair: tuple[Conflict, Conflict]) -> Markup:
    """A conflict as it is, with its sides before where they differ."""
    was, now = pair
    before, after = old.sides(was), new.sides(now)
    told = md.fill("; before: {sides}", sides=before) if before != after else md.text("; judged anew")
    return md.join((new.conflict(now), told))


def problem_item(problem: Problem) -> Markup:
    """A problem with its place."""
    origin = problem.origin
    return md.fill(
        "{severity} {code} {place}: {message}",
        severity=md.text(problem.severity),
        code=md.strong(md.text(problem.code)),
        place=md.text(f"{origin.path}:{origin.line}"),
        message=md.text(problem.message),
    )


def pages(change: Change[str]) -> Iterator[Markup]:
    """The addresses of the pages that a change touches."""
    groups: tuple[tuple[str, Iterable[str]], ...] = (
        ("new", change.added),
        ("gone", change.removed),
        ("changed", (address for address, _ in change.changed)),
    )
    for word, addresses in groups:
        yield from (md.text(f"{word}: {address}") for address in sorted(addresses))


def coverage_table(change: Change[SourceCoverage]) -> Markup:
    """How much of each article was read, and is."""
    pairs: list[tuple[SourceCoverage | None, SourceCoverage | None]] = [
        *((None, one) for one in change.added),
        *((one, None) for one in change.removed),
        *change.changed,
    ]
    rows = sorted([md.text(cell) for cell in cells] for was, now in pairs if (cells := table_row(was, now)))
    header = [md.text(word) for word in ("article", "figures", "dates", "names", "paragraphs", "published")]
    table = md.table(header, rows)
    return md.blocks(md.heading(3, md.text("How much is annotated")), table) if table else md.EMPTY


MEASURES: tuple[Callable[[SourceCoverage], str], ...] = (
    lambda one: annotated_share(one.figures, one.uncited_figures),
    lambda one: annotated_share(one.dates, one.uncited_dates),
    lambda one: annotated_share(one.names, one.unclaimed_names),
    lambda one: annotated_share(one.paragraphs, one.unannotated),
    lambda one: f"{one.published} %",
)


def table_row(was: SourceCoverage | None, now: SourceCoverage | None) -> list[str]:
    """One article with what was read of it and what is; nothing where the counts are the same."""
    there = [one for one in (now, was) if one]
    cells = [before_and_after(measure, was, now) for measure in MEASURES]
    return [there[0].source, *cells] if any("→" in cell for cell in cells) else []


def before_and_after(
    measure: Callable[[SourceCoverage], str], was: SourceCoverage | None, now: SourceCoverage | None
) -> str:
    """A measure, or two where it changed."""
    before, after = measure(was) if was else "–", measure(now) if now else "–"
    return after if before == after else f"{before} → {after}"


def annotated_share(all: Sequence[object], left: Sequence[object]) -> str:
    """How many of all are read.

    >>> annotated_share("abc", "a")
    '2/3'
    """
    return f"{len(all) - len(left)}/{len(all)}"
