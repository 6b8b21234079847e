"""What a cue governs after it: to the end of its clause, past the commas of a list, or less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.language.chinese_reach import chinese_stretch
from build_tools.language.clauses import ClauseEnd, Mark, Zone
from build_tools.language.cue_kinds import Cue, Force, Reach
from build_tools.language.english_reach import begins_clause, english_end, has_any_verb
from build_tools.language.sentence_patterns import worded
from build_tools.model import Span

AND = re.compile(r"\s*(?:and|or|nor)\b")
LAST_ITEM = re.compile(r"(?P<item>[^,;:]*?)\b(?:and|or|nor)\b(?P<last>[^,;:]*)")
MORE_ITEMS = re.compile(r"(?P<item>[^,;:]*),(?:[^,;:]*,)*[^,;:]*\b(?:and|or|nor)\b")
ITEM = re.compile(r"\s*(?!(?:a|an|the|which|who|where|said|says|according|and|or)\b)(?:[\w'’○-]+\s*){1,4}$")
CARRIED = frozenset({Force.PLAN, Force.SUPPOSITION})
SUBJECTS = frozenset({"no", "none", "neither", "nobody", "no one", "no-one", "nothing", "nor"})
OBJECTS = frozenset({"nothing", "nobody", "no one", "no-one", "none", "nowhere"})


def ahead(zone: Zone, cue: Cue, near: Sequence[Cue]) -> Span:
    """From behind the word to where its clause, or what it governs in it, ends.

    "He admitted nothing" has nothing behind the word, which then governs the verb before it.
    """
    end = clause_end(zone, cue, cue.span.end)
    after, own = zone.words(cue.span.end, end), zone.clause_around(cue.span)
    if not cue.raw.isascii():
        places = [one.span.start - cue.span.end for one in near if cue.span.end < one.span.start < end]
        first, last = chinese_stretch(after, cue, places)
        return Span(cue.span.end + first, cue.span.end + last)
    if cue.raw.lower() in OBJECTS and not after.strip():
        return Span(own.start, cue.span.start)
    before = zone.words(own.start, cue.span.start)
    return Span(cue.span.end, cue.span.end + english_end(before, after, cue))


def resumed(zone: Zone, cue: Cue) -> Iterator[Span]:
    """What a denied subject does, behind an aside: neither of the men, aged 24 and 51, | has been named."""
    comma = next((one for one in zone.breaks if one.start >= cue.span.end), None)
    if comma is None or comma.mark is not Mark.COMMA or cue.raw.lower() not in SUBJECTS:
        return
    aside = worded("aside_before_verb").match(zone.words(comma.end, zone.end))
    if aside and not has_any_verb(zone.words(cue.span.end, comma.start)):
        start = comma.end + aside.end("aside") + 1
        end = clause_end(zone, cue, start)
        yield Span(start, start + english_end("", zone.words(start, end), cue))


def clause_end(zone: Zone, cue: Cue, at: int) -> int:
    """The first mark or turn behind a place, except the commas of a list and of a parenthesis."""
    aside = False
    for one in (one for one in zone.breaks if one.start >= at):
        begins = not zone.words(at, one.start).strip()
        if one.mark is Mark.WORD and begins:
            continue
        if one.mark is Mark.COMMA and (aside or begins):
            aside = not aside
            continue
        if one.mark is not Mark.COMMA or not _goes_over(zone, cue, one):
            return one.start
    return zone.end


def _goes_over(zone: Zone, cue: Cue, comma: ClauseEnd) -> bool:
    """Whether a comma only joins: another "that", another item of a list."""
    rest = zone.words(comma.end, zone.end)
    if cue.reach is Reach.SAYS and worded("and_that").match(rest):
        return True
    if not cue.raw.isascii():
        return cue.force in CARRIED and bool(worded("carries_on").match(rest))
    if joined := AND.match(rest):
        return not begins_clause(rest[joined.end() :], base_form=cue.reach is Reach.AHEAD)
    if found := LAST_ITEM.match(rest):
        return bool(ITEM.match(found["item"])) and not begins_clause(found["last"], base_form=True)
    more = MORE_ITEMS.match(rest)
    return bool(more) and bool(ITEM.match(more["item"] if more else ""))
