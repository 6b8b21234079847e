"""The stretches of a sentence that a cue governs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from build_tools.language.ahead import ahead, clause_end
from build_tools.language.brackets import enclosed
from build_tools.language.clauses import Zone, joined_sentences, zone_of
from build_tools.language.cue_kinds import Cue, Reach
from build_tools.language.statements import behind, sourced, statement_of
from build_tools.model import Span


@lru_cache(maxsize=4096)
def reach_of(text: str, cue: Cue, cues: tuple[Cue, ...]) -> tuple[Span, ...]:
    """The stretches that a cue governs, in its own quotation or sentence.

    >>> from build_tools.language.cues import find_cues
    >>> text = "Meta否认了收购，称只是投资"
    >>> [text[span.start : span.end] for span in reach_of(text, find_cues(text)[0], find_cues(text))]
    ['了收购']
    """
    zone = zone_around(text, cue)
    inside = (one for one in cues if one != cue and zone.start <= one.span.start < zone.end)
    near = tuple(one for one in inside if zone_around(text, one) == zone)
    return tuple(span for span in _spans(zone, cue, near) if span.start < span.end)


def zone_around(text: str, cue: Cue) -> Zone:
    """The innermost quotation or bracket that holds a cue, or its sentence."""
    inner = [span for span in enclosed(text) if cue.span.is_within([span])]
    outer = [span for span in joined_sentences(text) if cue.span.is_within([span])]
    return zone_of(text, min([*inner, *outer], key=_length, default=cue.span))


def _length(span: Span) -> int:
    return span.end - span.start


def _spans(zone: Zone, cue: Cue, near: Sequence[Cue]) -> tuple[Span, ...]:
    match cue.reach:
        case Reach.AHEAD:
            return (ahead(zone, cue, near),)
        case Reach.SAYS:
            return statement_of(zone, cue, near)
        case Reach.SOURCE:
            return sourced(zone, cue, near)
        case Reach.WHOLE:
            return _whole(zone, cue)
        case Reach.BACK:
            return behind(zone, cue)


def _whole(zone: Zone, cue: Cue) -> tuple[Span, ...]:
    """All of the clause but the word; or its neighbours, if the clause holds nothing else."""
    own = zone.clause_around(cue.span)
    if not (zone.words(own.start, cue.span.start) + zone.words(cue.span.end, own.end)).strip():
        end = clause_end(zone, cue, min(own.end + 1, zone.end))
        return (Span(zone.start, cue.span.start), Span(cue.span.end, end))
    return (Span(own.start, cue.span.start), Span(cue.span.end, own.end))
