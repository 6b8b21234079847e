"""What the survey finds in each dossier of `tests/dossiers`, as lines to be read beside the articles.

`python -m tests.findings.golden` writes them anew; read what `git diff` shows before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from build_tools.evidence.keys import value_key
from build_tools.model import (
    Clash,
    ConflictFinding,
    Finding,
    Findings,
    HistoryStep,
    OriginCount,
    SideFinding,
    SourceId,
    Turn,
)
from build_tools.values.printing import plain_number
from tests.checked import DOSSIERS, surveyed

GOLDEN = Path(__file__).parent / "golden"
MOST = 5
NAMES = tuple(sorted(folder.name for folder in DOSSIERS.iterdir()))


def told(name: str) -> str:
    """All that is found in a dossier, a line a finding."""
    found = surveyed(DOSSIERS / name)
    parts = (
        _whole(found),
        _series(found),
        conflict_lines(found),
        agreement_lines(found),
        _alone(found),
        history_lines(found),
        first_report_lines(found),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _whole(found: Findings) -> Iterator[str]:
    yield f"main event: {found.main_event or 'none'}"
    yield f"events in time: {', '.join(found.events) or 'none'}"
    for kind, ids in sorted(found.foremost.items()):
        yield f"{kind}, most said of: {', '.join(ids[:MOST])}"
    yield f"figures disputed: {', '.join(found.disputed_figures) or 'none'}"
    yield f"articles named by: {', '.join(f'{id} {how}' for id, how in sorted(found.named_by.items()))}"


def _series(found: Findings) -> Iterator[str]:
    """Of each figure that moves its steps, oldest first: when, what, who, and what is to be said of it."""
    for id, each in sorted(found.series.items()):
        yield ""
        yield f"series {id}: {each.kind}"
        for at, step in enumerate(each.steps):
            sources = ", ".join(dict.fromkeys(claim.citation.source for claim in step.claims))
            marks = (("published", step.assumed), ("taken back", step.withdrawn), ("leads", at in each.lead))
            told = "".join(f", {mark}" for mark, so in marks if so)
            updates = "".join(f", may update {value_key(each.steps[one].value)}" for one in step.updates)
            yield f"  {step.time.edtf}: {value_key(step.value)} ({sources}){told}{updates}"


def conflict_lines(found: Findings, concerns: bool = True) -> Iterator[str]:
    """The conflicts: what each side rests on, which clash, who gives both, is silent or not yet read."""
    for each in found.conflicts:
        yield ""
        yield f"conflict {each.id}: {each.rule}, {each.status}{_bearing(each)}"
        for at, side in enumerate(each.sides):
            yield f"  {side.label}: {_side(side)}{', upheld' if each.upheld == at else ''}"
        for clash in each.clashes:
            yield f"  clash {_clash(each, clash)}"
        for one, other in each.fitting:
            yield f"  fit {each.sides[one].label} | {each.sides[other].label}"
        for name, ids in (("gives both", each.both), ("silent", each.silent), ("not yet read", each.unread)):
            if ids:
                yield f"  {name}: {', '.join(ids)}"
        if concerns:
            concerned = sorted(id for id, conflicts in found.disputes.items() if each in conflicts)
            yield f"  concerns: {', '.join(concerned)}"


def _bearing(each: ConflictFinding) -> str:
    marks = (("cannot all be right", each.exclusive), ("maybe of different times", each.successive))
    return "".join(f", {mark}" for mark, so in marks if so) + (", recurs" if each.recurs else "")


def _side(side: SideFinding) -> str:
    times = "".join(f", as of {date.edtf}" for date in side.times)
    return f"{', '.join(side.side.sources)} = {_count(side.count)}{times}"


def _count(count: OriginCount) -> str:
    known = "independent" if count.independent == count.articles > 1 else f"{count.origins} origins"
    apart = "" if count.apart else ", not known apart"
    return f"{count.articles} articles, {count.publishers} publishers, {known}{apart}"


def _clash(each: ConflictFinding, clash: Clash) -> str:
    first, second = each.sides[clash.first].label, each.sides[clash.second].label
    amount = plain_number(clash.difference.amount)
    return f"{first} | {second}: {clash.difference.gap}{f' {amount}' if amount else ''}"


def agreement_lines(found: Findings) -> Iterator[str]:
    """What several articles say, from several origins and from one."""
    for title, alike in (("agreed", found.agreements), ("one origin", found.echoes)):
        yield ""
        yield f"{title}:"
        yield from (f"  {_finding(each)} ({_count(each.count)}){_weakest(each)}" for each in alike)


def _finding(each: Finding) -> str:
    point = f"{each.subject}.{each.property}" if each.property else each.subject
    return f"{point} {each.statement.stance} {value_key(each.statement.value)}".rstrip()


def _weakest(each: Finding) -> str:
    if each.weakest is None:
        return ""
    claim = each.weakest
    return f"; weakest {claim.raw or '-'}, {claim.qualifiers.modality}, {claim.citation.source}"


def _alone(found: Findings) -> Iterator[str]:
    yield ""
    yield "alone:"
    yield from (f"  {id}: {len(alike)}" for id, alike in sorted(found.alone.items()))


def history_lines(found: Findings) -> Iterator[str]:
    """Each conflict as it came to be known, a line an article; `=` joins those whose order is not known."""
    for each in found.histories:
        yield ""
        yield f"history {each.conflict}:"
        labels = [side.label for side in found.by_id[each.conflict].sides]
        for stage in each.stages:
            yield from (f"  {'= ' if at else ''}{_step(one, labels)}" for at, one in enumerate(stage))
        yield from (f"  undated {_step(one, labels)}" for one in each.undated)


def _step(step: HistoryStep, labels: Sequence[str]) -> str:
    told = [_turn(each, labels) for each in step.turns] + ["fits several"] * bool(step.fits)
    return f"{step.source}: {'; '.join(told)}"


def _turn(turn: Turn, labels: Sequence[str]) -> str:
    of = f" ({', '.join(turn.of)})" if turn.of else ""
    against = f" against {', '.join(turn.against)}" if turn.against else ""
    return f"{turn.move} {labels[turn.side]}{of}{against}"


def first_report_lines(found: Findings) -> Iterator[str]:
    yield ""
    yield "first reported:"
    for id, first in sorted(found.first_reports.items()):
        articles: list[SourceId] = [claims[0].citation.source for claims in first.claims]
        yield f"  {id}: {' or '.join(articles)}, of {first.articles}"


def write() -> None:
    """Keep what is found now."""
    GOLDEN.mkdir(exist_ok=True)
    for name in NAMES:
        (GOLDEN / f"{name}.txt").write_text(told(name), "utf-8")


if __name__ == "__main__":
    write()
