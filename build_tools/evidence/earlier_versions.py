"""What earlier versions of articles said and newer ones do not: proven in the text that it was read in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.grouped import grouped
from build_tools.model import Anchored, Annotation, Inputs, SourceId, Withdrawn
from build_tools.problem import Problem, Problems
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions


def prove_withdrawn(inputs: Inputs) -> tuple[tuple[Withdrawn, ...], Problems]:
    """What earlier versions of articles said, each annotation proven in the text that it names."""
    if not inputs.earlier:
        return (), ()
    from build_tools.evidence.proving.prove_article import prove  # with all that proves

    found: list[Withdrawn] = []
    problems: list[Problem] = []
    for (id, day), own in grouped(inputs.earlier, lambda one: (one.source, one.version)).items():
        then = as_received(inputs, id, day, own)
        mentions, _ = find_mentions(then.sources, then.entities)
        anchored, orphans = anchor(own, then.sources)
        claims, unproven = prove(anchored, then, mentions)
        of_passage = grouped(claims, lambda claim: claim.passage)
        found += (Withdrawn(named_by_day(one), of_passage.get(one.id, ())) for one in anchored)
        problems += (*orphans, *unproven)
    return tuple(found), tuple(problems)


def named_by_day(one: Anchored) -> Anchored:
    """A passage whose name, where its place gives it, is not that of one in the newest text."""
    return one if one.annotation.id else replace(one, id=f"v{one.annotation.version}-{one.id}")


def as_received(inputs: Inputs, id: SourceId, day: str, own: Sequence[Annotation]) -> Inputs:
    """One article alone, with the text of an earlier day and annotations of it."""
    source = inputs.sources[id]
    (version,) = (each for each in source.versions if each.day == day)
    then = replace(source, text=version.text, omit=version.omit, pages=version.pages, versions=())
    return replace(inputs, sources={id: then}, annotations=tuple(own), earlier=())
