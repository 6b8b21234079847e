"""What a cue governs: stretches of the sentence, and for a verb of saying its statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from build_tools.language.ahead import ahead, clause_end, resumed
from build_tools.language.brackets import enclosed
from build_tools.language.chinese_reach import passive_start
from build_tools.language.clauses import FILLER, Mark, Zone, joined_sentences, zone_of
from build_tools.language.cue_kinds import Cue, Force, Reach
from build_tools.language.english_reach import own_clause
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import level_letters, one_of, words_of
from build_tools.model import Span

SPEAKING = frozenset({Force.SPEECH, Force.HEARSAY, Force.DENIAL})
GOES_ON = frozenset({Force.SPEECH, Force.HEARSAY})
THAT_CLAUSE = re.compile(r"\bthat\b|○")
RELATIVE = re.compile(r"\s*(?:who|which|whose|where)\b")
OTHER_SPEAKS = re.compile(r"\s*(?:but|and|while|adding|which|who)\b")
PROMISED = re.compile(r"\b(?:that|which)\s(?:[\w'’○-]+\s){1,5}(?:had|has|have)\s$")  # the sum that A had …
AS = re.compile(r"\S\s+as\s")
JOINING_STOPS = frozenset({":", "-", "--", "—", "——", "–"})


def statement_of(zone: Zone, cue: Cue, near: Sequence[Cue]) -> tuple[Span, ...]:
    """The statement of a verb: the words behind it; else those before it."""
    own = zone.clause_around(cue.span)
    before, tail = zone.words(own.start, cue.span.start), zone.words(cue.span.end, own.end)
    if cue.force is Force.DENIAL and (passive := passive_start(before)) is not None:
        return _subject_denied(zone, own, before[:passive])
    denies = cue.force is Force.DENIAL and cue.raw.isascii()
    taken = cue.span.end + (own_clause(tail) if denies else len(tail))
    start = _statement_start(zone, cue, own.end) if worded("blank").fullmatch(tail) else cue.span.end
    if start is None or _adds_nothing(zone, cue, own, tail):
        return (
            *_before(zone, cue, own, before),
            Span(cue.span.end, taken),
            *_resumed(zone, cue, own, near),
        )
    if cue.force is Force.DENIAL and _pointing().fullmatch(tail):
        return (*earlier(zone, own, before), Span(cue.span.end, taken))
    if cue.force in GOES_ON and not _within_one_clause(cue, before):
        return (Span(start, _speech_end(zone, start, near)),)
    end = clause_end(zone, cue, start)
    return (Span(start, start + own_clause(zone.words(start, end)) if cue.raw.isascii() else end),)


def sourced(zone: Zone, cue: Cue, near: Sequence[Cue]) -> tuple[Span, ...]:
    """What a source is named for: the words after its clause, else those before; and its own clause."""
    own = zone.clause_around(cue.span)
    end = _speech_end(zone, own.end, near)
    if zone.words(own.end, end).strip(" ,:.。") and not zone.words(own.start, cue.span.start).strip():
        return (Span(cue.span.end, end),)
    return (*earlier(zone, own, ""), Span(own.start, cue.span.start), Span(cue.span.end, end))


def behind(zone: Zone, cue: Cue) -> tuple[Span, ...]:
    """The words before it in its clause; the clauses before too, if those words only point to them."""
    own = zone.clause_around(cue.span)
    if re.match(r"\s*that\b", zone.words(cue.span.end, own.end)):
        return (Span(cue.span.end, clause_end(zone, cue, cue.span.end)),)
    if _pointing().fullmatch(zone.words(own.start, cue.span.start)):
        return (*earlier(zone, own, ""), Span(own.start, cue.span.start))
    reports = [one.start() for one in worded("reported").finditer(zone.words(zone.start, cue.span.start))]
    return (Span(min([own.start, *(zone.start + at for at in reports[-1:])]), cue.span.start),)


def earlier(zone: Zone, own: Span, before: str) -> Iterator[Span]:
    """The clauses before that of a verb; or the quotation before the verb, or the words behind 对."""
    topic = worded("topic").search(before)
    if FILLER in before:
        yield Span(own.start, own.start + before.rindex(FILLER) + 1)
    elif topic and not _pointing().fullmatch(worded("giving").sub("", topic[1])):
        yield Span(own.start + topic.start(1), own.start + topic.end(1))
    elif own.start > zone.start:
        stops = [one for one in zone.breaks if one.mark is Mark.STOP and one.end < own.start]
        ends = [one.end for one in stops if ":" not in zone.words(one.start, one.end)]
        yield Span(max(ends, default=zone.start), own.start)


def _before(zone: Zone, cue: Cue, own: Span, before: str) -> Iterator[Span]:
    """The words before a verb that nothing follows; those of its own clause before "as", and for hearsay."""
    auxiliary, _, verb = cue.raw.rpartition(" ")  # the sum that A | had projected
    if relative := PROMISED.search(f"{before}{auxiliary} " if auxiliary and verb else before):
        yield Span(own.start, own.start + relative.start())
        return
    if found := AS.search(before):
        yield Span(own.start, own.start + found.start() + 1)
        return
    if cue.raw.isascii() or cue.force is not Force.SUPPOSITION or _pointing().fullmatch(before):
        yield from earlier(zone, own, before)  # 存户毋须担心 supposes nothing that is said before
    if cue.force is Force.HEARSAY:
        yield Span(own.start, cue.span.start)


def _subject_denied(zone: Zone, own: Span, subject: str) -> tuple[Span, ...]:
    """The subject of what is denied by others; the clauses before too, where it only points to them."""
    spoken = Span(own.start, own.start + len(subject))
    return (*earlier(zone, own, ""), spoken) if _pointing().fullmatch(subject) else (spoken,)


def _statement_start(zone: Zone, cue: Cue, end: int) -> int | None:
    """Where the statement begins that a colon or a Chinese comma introduces."""
    for one in (one for one in zone.breaks if one.start == end):
        if zone.words(one.end, zone.end).strip():
            comma = one.mark is Mark.COMMA and cue.force is not Force.DENIAL and not cue.raw.isascii()
            if comma or zone.words(one.start, one.end).strip() == ":":
                return one.end
    return None


def _adds_nothing(zone: Zone, cue: Cue, own: Span, tail: str) -> bool:
    """Whether an English verb only closes what it says: "…, Wang said on Monday", "…," said Wang."""
    quoted = FILLER in zone.words(own.start, cue.span.start)
    anything = quoted or zone.words(zone.start, own.start).strip(" ,")
    if not anything or not cue.raw.isascii() or THAT_CLAUSE.search(tail):
        return False
    if cue.force is Force.DENIAL:
        return bool(_circumstance().match(tail))
    if cue.raw.lower() not in words_of("plain_saying"):
        return False
    return quoted or not _has_statement().search(tail)


def _resumed(zone: Zone, cue: Cue, own: Span, near: Sequence[Cue]) -> Iterator[Span]:
    """The rest of a sentence that its verb of saying interrupts: "the deal, Wang said, will close"."""
    for one in (one for one in zone.breaks if one.start == own.end and one.mark is Mark.COMMA):
        if cue.force is Force.SPEECH and not OTHER_SPEAKS.match(zone.words(one.end, zone.end)):
            yield Span(one.end, _speech_end(zone, one.end, near))


def _within_one_clause(cue: Cue, before: str) -> bool:
    """Whether a verb of saying reaches no further than its clause: accused of …, which he said …."""
    return level_letters(cue.raw) in words_of("accusing") or bool(RELATIVE.match(before))


def _speech_end(zone: Zone, start: int, near: Iterable[Cue]) -> int:
    """To the end of the sentence, or to where it turns or somebody else speaks."""
    heard = [
        one.span.start
        for one in near
        if one.force in SPEAKING and one.reach is not Reach.AHEAD and one.span.start > start
    ]
    for one in (one for one in zone.breaks if one.start >= start and zone.words(start, one.start).strip()):
        following = min((two.start for two in zone.breaks if two.start > one.start), default=zone.end)
        joins = one.mark is Mark.STOP and zone.words(one.start, one.end).strip() in JOINING_STOPS
        if any(one.end <= place < following for place in heard):
            return one.start
        if one.mark is not Mark.COMMA and not joins:
            return one.start
    return zone.end


@cache
def _circumstance() -> re.Pattern[str]:
    return re.compile(rf"\s*{one_of('circumstance')}")


@cache
def _has_statement() -> re.Pattern[str]:
    return re.compile(rf"{one_of('finite', 'irregular_past')}|\b\w{{3,}}ed\b")


@cache
def _pointing() -> re.Pattern[str]:
    """Words that only point back to an earlier statement: 这一说法, "the report on Monday"."""
    pointing_zh, pointed_at_zh = one_of("pointing_zh"), one_of("pointed_at_zh")
    pointing_en, pointed_at_en = one_of("pointing_en"), one_of("pointed_at_en")
    lead, counted, behind = map(worded.source, ("pointing_lead", "pointing_counted", "pointing_behind"))
    zh = f"{lead}{pointing_zh}?{counted}{pointed_at_zh}?{behind}"
    en = rf"\s*(?:{pointing_en}\s+)?(?:\w+\s+)?{pointed_at_en}?\s*(?:{one_of('circumstance')}.*)?"
    return re.compile(rf"\s*{zh}\s*|{en}")


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
    found = min([*inner, *outer], key=_length, default=cue.span)
    return zone_of(text, Span(max([found.start, *(one.start for one in outer)]), found.end))


def _length(span: Span) -> int:
    return span.end - span.start


def _spans(zone: Zone, cue: Cue, near: Sequence[Cue]) -> tuple[Span, ...]:
    match cue.reach:
        case Reach.AHEAD:
            return (ahead(zone, cue, near), *resumed(zone, cue))
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
