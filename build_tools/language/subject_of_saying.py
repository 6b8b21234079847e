"""The subject of a verb of saying: which names before it speak, and which only modify another noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.language.clauses import Mark, Zone
from build_tools.language.offices import titles
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import one_of
from build_tools.language.telling_apart import holds_verb
from build_tools.model import Span

PREPOSITION_EN = re.compile(
    r"(\w+)?\s*\b(?:of|for|at|with|to|from|in|on|by|about|against|near|inside|like|than|after|before)"
    r"\s+(?:the\s+|its\s+|a\s+)?$"
)
RELATIVE = re.compile(r"(?:who|whom|which|whose|\w+ed|\w+ing)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and the names in it, those inside deeper quotations left out, but for titles."""

    zone: Zone
    span: Span
    names: tuple[Span, ...]

    def words(self, start: int, end: int) -> str:
        return self.zone.words(start, end)


def clause_at(zone: Zone, span: Span, names: Iterable[Span]) -> Clause:
    """A clause of a zone with its names in their order."""
    inside = sorted((name for name in names if name.is_within([span])), key=lambda name: name.start)
    return Clause(zone, span, tuple(name for name in inside if _is_open(zone, name)))


def _is_open(zone: Zone, name: Span) -> bool:
    """Whether a name is in the clause itself, or all that is between the marks of a title: 据《晨报》报道."""
    titled = zone.words(name.start - 1, name.start) == "《" and zone.words(name.end, name.end + 1) == "》"
    return titled or bool(zone.words(name.start, name.end).strip("○"))


def acting_names(clause: Clause, start: int, verb: int, others: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The names between two places that act: the first, with those joined to it, or one that it belongs to.

    A name behind a verb or a preposition is an object; one before an employee, a rival or another noun does
    not act itself, unless the noun speaks for it: Meta发言人, a spokesman for Meta.
    """
    found: list[Span] = []
    at, handled = start, False
    for name in (one for one in clause.names if start <= one.start and one.end <= verb and one not in others):
        gap = clause.words(at, name.start)
        handled = handled or bool(found and worded("handles").search(gap))
        if worded("new_subject").search(gap):
            found, handled = [name], False
        elif handled:
            pass  # 警方将甲移送检方
        elif not found:
            found = [] if is_oblique(gap) else [name]
        elif _joins().fullmatch(gap):
            found.append(name)
        elif _is_title(gap):
            kept = found if _represents().search(gap) and not _was_before(clause, start, found[0]) else []
            found = [*kept, name]
        at = name.end
    return tuple(found) if found and _acts_itself(clause, start, found, verb) else ()


def inherited(
    clause: Clause, start: int, verb: int, names: Sequence[Span], spoke: Mapping[int, tuple[Span, ...]]
) -> tuple[Span, ...]:
    """The subject of the clause before, where this one has none, or only 他; `spoke` is who spoke where."""
    if not is_light(clause.words(start, verb)):
        return ()
    earlier = [span for span in clause.zone.clauses() if span.end <= clause.span.start]
    while earlier:
        last = clause_at(clause.zone, earlier.pop(), names)
        if earlier and worded("as_others_say").match(last.words(last.span.start, last.span.end)):
            continue
        if last.span in last.names and _is_of_office(earlier, last, names):
            continue
        if earlier and _is_apposition(last) and _adds_to_name(last, earlier, names):
            continue
        said = [at for at in spoke if last.span.start <= at < last.span.end]
        if said:
            return spoke[max(said)]
        if last.names:
            return acting_names(last, last.span.start, last.span.end)[-1:]
        if not is_light(last.words(last.span.start, last.span.end)):
            return ()
    return ()


def follows_addition(clause: Clause, names: Iterable[Span]) -> bool:
    """Whether this clause goes on from a name to which the one before only adds: "Wang, the chair, said"."""
    earlier = [span for span in clause.zone.clauses() if span.end <= clause.span.start]
    if len(earlier) < 2:
        return False
    named, added = (clause_at(clause.zone, span, names) for span in earlier[-2:])
    return _is_apposition(added) and _is_named(named, added)


def states_something(clause: Clause) -> bool:
    """Whether the clause before this one is a statement, which "said Wang" closes."""
    earlier = [span for span in clause.zone.clauses() if span.end <= clause.span.start]
    words = clause.words(earlier[-1].start, earlier[-1].end) if earlier else ""
    return "○" in words or (bool(_finite().search(words)) and not RELATIVE.match(words))


def has_verb(words: str) -> bool:
    """Whether the words hold an English verb with a tense.

    >>> has_verb("he was glad"), has_verb("in a letter")
    (True, False)
    """
    return bool(_finite().search(words))


def is_light(words: str) -> bool:
    """Whether the words hold no noun: nothing, an adverb, 并, 他, "and he".

    >>> is_light("并"), is_light("and he "), is_light("公司")
    (True, True, False)
    """
    return bool(_light().fullmatch(words))


def is_oblique(lead: str) -> bool:
    """Whether a preposition makes the name behind it something else than the subject: at Meta, 在Meta.

    >>> is_oblique("people close to "), is_oblique("a spokesman for "), is_oblique("昨日")
    (True, False, False)
    """
    if worded("preposition_zh").search(lead):
        return True
    found = PREPOSITION_EN.search(lead)
    return bool(found) and not _speaks_for().search(lead[: found.end()] if found else "")


def speaks_for_another(rest: str) -> bool:
    """Whether the noun behind a name speaks, and not for it: Meta员工, Meta's rivals, Meta的工会."""
    if _speaks_for().match(worded("possessive").sub("", rest, count=1).lstrip()):
        return False
    noun = worded("parts_of_noun").split(rest)[0]
    return bool(_outsider().search(noun)) or bool(
        worded("possessive").match(rest) and not _speaks_for().search(noun)
    )


def _acts_itself(clause: Clause, start: int, found: Sequence[Span], verb: int) -> bool:
    rest = clause.words(found[-1].end, verb)
    if speaks_for_another(rest):
        return False
    return not (_was_before(clause, start, found[-1]) and _speaks_for().search(rest))


def _was_before(clause: Clause, start: int, name: Span) -> bool:
    """Whether somebody was there formerly: 前Meta高管, a former Meta executive."""
    return bool(worded("formerly").search(clause.words(start, name.start)))


def _is_title(gap: str) -> bool:
    """Whether there is nothing but a title between two names: Meta chief executive Mark Zuckerberg."""
    if worded("own_title").fullmatch(gap) and _office().search(gap):
        return True  # 甲的辩护律师乙
    rest = _office().sub("", _speaks_for().sub("", gap))
    return len(gap) <= 40 and not holds_verb(rest) and not _verb_or_preposition().search(rest)


def _is_apposition(clause: Clause) -> bool:
    """Whether an English clause only adds to a name before it: "Wang, Meta's AI chief, said"; or who …."""
    words = clause.words(clause.span.start, clause.span.end)
    return words.isascii() and (bool(RELATIVE.match(words)) or not _finite().search(words))


def _is_of_office(earlier: Sequence[Span], name: Clause, names: Sequence[Span]) -> bool:
    """Whether a lone name ends an addition to another: A, engineer of the builders, Pell & Sons, said."""
    if len(earlier) < 2:
        return False
    holder, office = (clause_at(name.zone, span, names) for span in earlier[-2:])
    plain = not office.names and _is_apposition(office) and not _is_relative(office)
    return plain and _is_named(holder, office)


def _is_relative(clause: Clause) -> bool:
    return bool(RELATIVE.match(clause.words(clause.span.start, clause.span.end)))


def _adds_to_name(addition: Clause, earlier: Sequence[Span], names: Sequence[Span]) -> bool:
    """Whether a clause adds to a name that ends a clause before it, with other additions between them."""
    for span in reversed(earlier):
        before = clause_at(addition.zone, span, names)
        if _is_joined(addition.zone, span, addition.span):
            return False
        if _is_named(before, addition):
            return True
        if not _is_apposition(before):
            return False
    return False


def _is_joined(zone: Zone, one: Span, other: Span) -> bool:
    """Whether a conjunction is between two clauses, so that the second adds nothing: …, although Wang."""
    return any(mark.mark is Mark.WORD and one.end <= mark.start <= other.start for mark in zone.breaks)


def _is_named(clause: Clause, addition: Clause) -> bool:
    """Whether a clause ends in a name to which the next clause only adds."""
    ends_in_name = bool(clause.names) and clause.names[-1].end == clause.span.end
    return ends_in_name and addition.span not in addition.names


@cache
def _speaks_for() -> re.Pattern[str]:
    return re.compile(one_of("speaking_for"))


@cache
def _office() -> re.Pattern[str]:
    """The office right before a name; its letters may be those of a verb: 特使, 指挥长."""
    return re.compile(f"(?:{'|'.join(sorted(titles(), key=len, reverse=True))})$")


@cache
def _represents() -> re.Pattern[str]:
    return re.compile(one_of("representing"))


@cache
def _outsider() -> re.Pattern[str]:
    return re.compile(one_of("outsiders"))


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"\s*{one_of('joining')}\s*")


@cache
def _light() -> re.Pattern[str]:
    return re.compile(
        rf"{worded('light').pattern}(?:{one_of('pronouns_zh', 'pronouns_en')})?{worded('light').pattern}"
    )


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(rf"{one_of('finite')}|{one_of('irregular_past')}|\b\w{{2,}}ed\b")


@cache
def _verb_or_preposition() -> re.Pattern[str]:
    chinese = worded.source("prepositions_han")
    english = r"\b(?:of|for|at|with|to|from|in|on|by|about|against|as|is|saying|that)\b"
    return re.compile(rf"{chinese}|{english}|{_finite().pattern}")
