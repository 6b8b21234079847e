"""Speakers: for each verb of saying, which name speaks, which is spoken to, accused, or relays it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from build_tools.language.chinese_reach import passive_start
from build_tools.language.cue_kinds import Cue, Force, Reach
from build_tools.language.cues import find_cues
from build_tools.language.reach import zone_around
from build_tools.language.sentence_patterns import worded
from build_tools.language.subject_of_saying import (
    Clause,
    acting_names,
    clause_at,
    follows_addition,
    has_verb,
    inherited,
    is_light,
    is_oblique,
    speaks_for_another,
    states_something,
)
from build_tools.language.tables import level_letters, one_of, words_of
from build_tools.model import Span

Spoke = Mapping[int, tuple[Span, ...]]
SPOKEN = frozenset({Force.SPEECH, Force.DENIAL, Force.PLAN, Force.SUPPOSITION})
DENIES = re.compile(r"\s(?:denied|refuted|rebutted)$|^call", re.IGNORECASE)
DENIED = re.compile(r"\s(?:denied|refuted|rebutted)$")
CITED = re.compile(r"cit|quot")
PASSIVE_EN = re.compile(r"\b(?:was|were|is|are|been|being|be|who)\s+(?:\w+ly\s+|also\s+)?$|^\s*$")
TO = re.compile(r"\s*(?:[\w']+\s+){0,3}?to\s+$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying and the names bound to it; `speakers` is empty where no name is known to speak."""

    cue: Cue
    speakers: tuple[Span, ...] = ()
    addressees: tuple[Span, ...] = ()
    accused: tuple[Span, ...] = ()
    relays: tuple[Span, ...] = ()

    @property
    def speaker(self) -> Span | None:
        """The name that speaks, of several the nearest."""
        return self.speakers[-1] if self.speakers else None


@lru_cache(maxsize=1024)
def speakers(text: str, names: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Who speaks, for each verb of saying, denying, demanding or expecting in a text.

    >>> text = "Meta发言人对路透社表示"
    >>> speakers(text, (Span(0, 4), Span(8, 11)))[0].speaker
    Span(start=0, end=4)
    """
    found: list[Attribution] = []
    for cue in find_cues(text):
        if cue.force in SPOKEN and (cue.reach in (Reach.SAYS, Reach.SOURCE) or DENIES.search(cue.raw)):
            found.append(_attribution(text, cue, names, found))
    return tuple(_as_cited(one, found) for one in found if not _is_of_what(one, text))


def _is_of_what(one: Attribution, text: str) -> bool:
    """Whether somebody said what only another noun refers to: contradicting what A had said before."""
    if not one.speakers or one.speakers[0].start > one.cue.span.start:
        return False
    before, behind = text[: one.speakers[0].start], text[one.cue.span.end :]
    return bool(worded("of_what").search(before)) and not worded("was_what").match(behind)


def _attribution(text: str, cue: Cue, names: Sequence[Span], earlier: Sequence[Attribution]) -> Attribution:
    """The names bound to one verb, by their place beside it."""
    zone = zone_around(text, cue)
    clause = clause_at(zone, zone.clause_around(cue.span), names)
    spoke = {one.cue.span.start: one.speakers for one in earlier}
    relaying = _relaying().search(clause.words(clause.span.start, clause.span.end))
    if relaying and (cue.reach is Reach.SOURCE or clause.span.start + relaying.start() <= cue.span.start):
        return _relayed(clause, cue, clause.span.start + relaying.start())
    if cue.reach is Reach.SOURCE:
        return _source(clause, cue, names, spoke)
    if (mark := _passive_start(clause, cue)) is not None:
        return _passive(clause, cue, mark, names)
    chain = [one for one in earlier if one.cue.span.is_within([clause.span])]
    return _active(clause, cue, names, chain, spoke)


def _active(
    clause: Clause, cue: Cue, names: Sequence[Span], chain: Sequence[Attribution], spoke: Spoke
) -> Attribution:
    """Somebody says: the subject before the verb, or behind it where the clause begins with the verb."""
    heard, inverted = _addressees(clause, cue), _is_inverted(clause, cue, names)
    accused = _accused(clause, cue, names) if _accuses(cue) else ()
    found = _named_behind(clause, cue, names) if inverted else ()
    if re.search(r"\bas\s+$", clause.words(clause.span.start, cue.span.start)):
        found = tuple(name for name in clause.names if name.end <= cue.span.start)[-1:]
    elif not found:
        found = _subject(clause, cue, chain, heard)
        if not found and not chain and not _is_aside(clause, cue):
            found = inherited(clause, _behind_topic(clause, heard, cue), cue.span.start, names, spoke)
    return Attribution(cue, _except(found, (*heard, *accused)), heard, accused)


def _is_aside(clause: Clause, cue: Cue) -> bool:
    """Whether "he said" stands within the clause of another: Lowe, he said, had signed every transfer."""
    before = clause.words(clause.span.start, cue.span.start).strip().lower()
    closes = not clause.words(cue.span.end, clause.span.end).strip()
    rest = clause.zone.words(clause.span.end, clause.zone.end)
    return before in {"he", "she"} and closes and bool(worded("verb_follows").match(rest))


def _subject(
    clause: Clause, cue: Cue, chain: Sequence[Attribution], heard: Sequence[Span]
) -> tuple[Span, ...]:
    """Of the names before the verb, those behind the last other verb of saying; else who spoke there."""
    start = clause.span.start
    if chain:
        between = clause.words(chain[-1].cue.span.end, cue.span.start)
        if is_light(between) or worded("and").search(between):
            return chain[-1].speakers
        start = chain[-1].cue.span.end
        heard = (*heard, *chain[-1].addressees)
    return acting_names(clause, start, cue.span.start, heard)


def _behind_topic(clause: Clause, heard: Sequence[Span], cue: Cue) -> int:
    """Where a clause goes on behind 对路透社 and the like."""
    return max((name.end for name in heard if name.end <= cue.span.start), default=clause.span.start)


def _accused(clause: Clause, cue: Cue, names: Sequence[Span]) -> tuple[Span, ...]:
    """The accused: the first name behind the verb, or the one before "whom"."""
    if re.match(r"\s*whom\b", clause.words(clause.span.start, cue.span.start)):
        return tuple(name for name in names if name.end < clause.span.start)[-1:]
    return tuple(name for name in clause.names if name.start >= cue.span.end)[:1]


def _source(clause: Clause, cue: Cue, names: Sequence[Span], spoke: Spoke) -> Attribution:
    """According to somebody, or citing somebody: the names behind the word."""
    named = _named_behind(clause, cue, names)
    if not CITED.match(level_letters(cue.raw)):
        return Attribution(cue, named)
    start = clause.span.start
    quoting = acting_names(clause, start, cue.span.start) or inherited(
        clause, start, cue.span.start, names, spoke
    )
    return Attribution(cue, named, relays=_except(quoting, named))


def _relayed(clause: Clause, cue: Cue, at: int) -> Attribution:
    """路透社援引Meta发言人的话称: who is quoted speaks, who quotes passes it on."""
    words = worded("of_words").search(clause.words(at, clause.span.end))
    quoted = acting_names(clause, at, at + words.start()) if words else ()
    quoted = quoted or tuple(name for name in clause.names if at <= name.start)[:1]
    quoting = tuple(name for name in clause.names if name.end <= at)[-1:]
    rest = clause.words(quoted[0].end, clause.span.end) if quoted else ""
    own = speaks_for_another(worded("of_words").split(rest)[0])
    return Attribution(cue, () if own else quoted, relays=quoting)


def _as_cited(one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Reuters reported, citing Wang: Wang speaks, and Reuters passes it on."""
    for other in found:
        if other is not one and other.relays and other.relays == one.speakers:
            return replace(one, speakers=other.speakers, relays=other.relays)
    return one


def _passive(clause: Clause, cue: Cue, mark: int, names: Sequence[Span]) -> Attribution:
    """Meta被谷歌指责, Meta was accused by Google: the name behind 被 or "by" speaks."""
    behind = [name for name in clause.names if mark <= name.start and name.end <= cue.span.start]
    agent = _agent(clause, cue) if cue.raw.isascii() else tuple(behind[-1:])
    start = clause.span.start
    before = acting_names(clause, start, mark) or inherited(clause, start, mark, names, {})
    return Attribution(cue, agent, accused=_except(before, agent) if _accuses(cue) else ())


def _passive_start(clause: Clause, cue: Cue) -> int | None:
    """Where 被 or "was" makes a verb passive; nowhere in most clauses."""
    before = clause.words(clause.span.start, cue.span.start)
    if DENIED.search(cue.raw):
        return cue.span.start
    if not cue.raw.isascii():
        passive = passive_start(before)
        return None if passive is None else clause.span.start + passive
    found = PASSIVE_EN.search(before)
    if found is None or not (_agent(clause, cue) or (found[0].strip() and _accuses(cue))):
        return None
    return clause.span.start + found.start()


def _agent(clause: Clause, cue: Cue) -> tuple[Span, ...]:
    """The name behind "by", unless another verb is between: says that it was approved by Wang."""
    words = clause.words(cue.span.end, clause.span.end)
    by = re.search(r"\bby\s+", words)
    if by is None or has_verb(words[: by.start()]):
        return ()
    return _first_behind(clause, cue.span.end + by.end())


def _is_inverted(clause: Clause, cue: Cue, names: Sequence[Span]) -> bool:
    """Whether an English clause begins with its verb, which its subject follows: "…," said Wang."""
    before = clause.words(clause.span.start, cue.span.start).strip()
    if not cue.raw.isascii() or cue.raw.endswith("ing") or cue.raw.lower() not in words_of("plain_saying"):
        return False
    tail = clause.words(cue.span.end, clause.span.end)
    if before:
        return before[-1:] in set("\"”’'」")
    if follows_addition(clause, names):
        behind = [name for name in clause.names if name.start > cue.span.end]
        return (
            bool(behind)
            and not has_verb(tail)
            and not re.search(r"\w", clause.words(behind[-1].end, clause.span.end))
        )
    return states_something(clause) or not has_verb(tail)


def _named_behind(clause: Clause, cue: Cue, names: Sequence[Span]) -> tuple[Span, ...]:
    """The name behind a verb of saying or a source: "…," said Wang; according to a memo by Wang."""
    by = worded("written_by").match(clause.words(cue.span.end, clause.span.end))
    start = cue.span.end + by.end() if by else cue.span.end
    return _added_behind(clause, cue, names) or _first_behind(clause, start)


def _first_behind(clause: Clause, start: int) -> tuple[Span, ...]:
    """The name nearest behind a place, and one that it belongs to: Meta spokesman Andy Stone."""
    behind = [name for name in clause.names if name.start >= start]
    if not behind:
        return ()
    until = next((one.start for one in clause.names if one.start > start), clause.span.end)
    return _acting_behind(clause, start, until)


def _added_behind(clause: Clause, cue: Cue, names: Sequence[Span]) -> tuple[Span, ...]:
    """The name that says who an office is: according to its director, Trevor Boyd; said its handler, A."""
    office = clause.words(cue.span.end, clause.span.end)
    others = (name for name in clause.names if name.start >= cue.span.end)
    named = any(clause.words(name.start, name.end).lower() not in words_of("owners_en") for name in others)
    if named or not worded("own_office").fullmatch(office) or has_verb(office):
        return ()
    gaps = ((name, clause.zone.words(clause.span.end, name.start)) for name in names)
    return tuple(name for name, gap in gaps if gap and worded("comma_and_title").fullmatch(gap))


def _acting_behind(clause: Clause, start: int, first: int) -> tuple[Span, ...]:
    """The names behind a place, as if the verb came at the end of the clause."""
    lead = clause.words(start, first)
    if is_oblique(lead) and len(lead) > 24:
        return ()
    return acting_names(clause, start, _own_subject_behind(clause, start))


def _own_subject_behind(clause: Clause, start: int) -> int:
    """Where a clause begins that a name behind a source opens: according to the weekly Beacon | he was."""
    behind = [name for name in clause.names if name.start >= start]
    for before, name in pairwise(behind):
        pronoun = clause.words(name.start, name.end) in words_of("pronouns_en")
        if pronoun and not clause.words(before.end, name.start).strip():
            return name.start
    return clause.span.end


def _addressees(clause: Clause, cue: Cue) -> tuple[Span, ...]:
    """The names that 对…表示, 告诉…, told … speaks to."""
    found = [
        name
        for name in clause.names
        if name.end <= cue.span.start and _addressing().search(clause.words(clause.span.start, name.start))
    ]
    behind = [name for name in clause.names if name.start >= cue.span.end][:1]
    leads = [(name, clause.words(cue.span.end, name.start)) for name in behind]
    tells = level_letters(cue.raw) in words_of("telling")
    return (*found, *(name for name, lead in leads if (tells and len(lead) < 24) or TO.fullmatch(lead)))


def _accuses(cue: Cue) -> bool:
    return level_letters(cue.raw) in words_of("accusing")


def _except(names: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(name for name in names if name not in others)


@cache
def _relaying() -> re.Pattern[str]:
    return re.compile(one_of("relaying"))


@cache
def _addressing() -> re.Pattern[str]:
    return re.compile(rf"{one_of('addressing')}\s*$")
