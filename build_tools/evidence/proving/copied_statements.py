"""What a Chinese account repeats of its quote, of somebody else or as more certain than it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from build_tools.evidence.proving.near_copies import CopyChange
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language import Force, find_cues, governing
from build_tools.language.cue_kinds import NEGATIVE
from build_tools.language.senses import language_of
from build_tools.language.tables import level_letters
from build_tools.model import EntityId, Span

LEAST_COPIED = 4  # letters behind a name that are enough to recognise a statement
FEWEST = 3  # letters behind a word for what is done
BACK = 3  # clauses before a statement in which its subject may be named
MOST_OF = 0.6  # of a statement that an account repeats
SAYING = 2  # letters of a verb of saying that says what it is
HEDGED = frozenset({Force.HEARSAY, Force.SPEECH, Force.SUPPOSITION})


def changed_statements(
    quote: NamedText, ours: NamedText, forces: Collection[Force]
) -> tuple[CopyChange, ...]:
    """The changes that an account makes in statements which it repeats letter by letter.

    `forces` are those of the words that it may not leave out.
    """
    alike = language_of(quote.text) == language_of(ours.text) == "zh"
    return tuple(_changes(quote, ours, forces)) if alike else ()


def _changes(quote: NamedText, ours: NamedText, forces: Collection[Force]) -> Iterator[CopyChange]:
    if names := another_subject(quote, ours):
        message = f"the account names `{names[1]}` where the quote names `{names[0]}`"
        yield CopyChange(message, True)
    given, told = level_letters(quote.text), level_letters(ours.text)
    if Force.PLAN in forces and (done := done_already(given, told)):
        yield CopyChange(f"the account says `{done}`, the quote does not", True)
    if Force.SUPPOSITION in forces and (left := _condition_left_out(given, told)):
        yield CopyChange(f"the account leaves out `{left}`")
    if Force.HEARSAY in forces and (left := _hearsay_left_out(quote.text, ours.text)):
        yield CopyChange(f"the account leaves out `{left}`")
    if verb := _saying_negated(quote.text, ours.text):
        yield CopyChange(f"`{verb}` is negated in the quote or in the account, but not in both")


def another_subject(quote: NamedText, ours: NamedText) -> tuple[EntityId, EntityId] | None:
    """Of whom the quote says what an account says of another of the same kind, right behind the name."""
    told = level_letters(ours.text)
    for span, id in ours.places:
        start = span.end + bool(worded("led_by").match(told, span.end))
        ends = worded("statement_end").search(told, start)
        rest = told[start : ends.start() if ends else len(told)]
        place = _copied_from(rest, level_letters(quote.text))
        subject = place and _subject_of(place, quote, id)
        if subject:
            return subject, id
    return None


def _copied_from(rest: str, given: str) -> Span | None:
    """The one place of a quote that has the beginning of a statement, at least four letters or all of it."""
    for size in range(len(rest), min(LEAST_COPIED, len(rest)) - 1, -1):
        if size >= FEWEST and given.count(rest[:size]) == 1:
            at = given.index(rest[:size])
            return Span(at, at + size)
    return None


def _subject_of(place: Span, quote: NamedText, ours: EntityId) -> EntityId | None:
    """Another of one kind who is the subject of a statement, and of whom alone the quote can say it."""
    given, end = level_letters(quote.text), place.start
    for back in range(BACK + 1):
        start = _clause_start(given, end)
        words = given[start:end]
        inside = [(span, id) for span, id in quote.places if span.is_within([Span(start, end)])]
        alike = [one for one in inside if quote.kinds.get(one[1]) == quote.kinds.get(ours)]
        if any(id == ours for _, id in inside) or worded("pointing_back").search(words):
            return None
        if alike:
            named = (id for span, id in alike if _acts(span, given, start))
            before = (id for span, id in quote.places if span.end <= place.start)
            return next(named, None) if not back or ours not in before else None
        if not start or given[start - 1] not in ",，":
            return None
        end = start - 1
    return None


def _clause_start(given: str, end: int) -> int:
    return max((one.end() for one in worded("statement_end").finditer(given, 0, end)), default=0)


def _acts(name: Span, given: str, start: int) -> bool:
    """Whether a name may be the subject of its clause: not behind a preposition, not before 的."""
    oblique = worded("not_acting").search(given[start : name.start])
    return not oblique and not worded("not_owner").match(given, name.end)


def done_already(given: str, told: str) -> str:
    """The 已 of an account before what its quote says is to come.

    >>> done_already("他将在十日内提出上诉", "他已提出上诉"), done_already("他已提出上诉", "他已提出上诉")
    ('已', '')
    """
    for done in worded("has_done").finditer(told):
        for skipped in range(FEWEST):
            rest = told[done.end() + skipped :]
            size = next((n for n in range(len(rest), FEWEST - 1, -1) if rest[:n] in given), 0)
            if size >= FEWEST and given.count(rest[:size]) == 1:
                at = given.index(rest[:size])
                before = given[_clause_start(given, at) : at]
                if worded("pending").search(before) and not worded("has_done").search(before):
                    return done[0]
                break
    return ""


def _condition_left_out(given: str, told: str) -> str:
    """The condition right before a statement that an account repeats without any."""
    if worded("conditional_word").search(told):
        return ""
    found = worded("if_clause").finditer(given)
    return next((one[0].partition(",")[0] for one in found if _repeats(told, one["then"])), "")


def _hearsay_left_out(quote: str, ours: str) -> str:
    """The 据说 right before a statement that an account repeats as a fact."""
    if any(cue.force in HEDGED for cue in find_cues(ours)):
        return ""
    given, told = level_letters(quote), level_letters(ours)
    for cue in find_cues(quote):
        end = worded("statement_end").search(given, cue.span.end + 1)
        statement = given[cue.span.end : end.start() if end else len(given)].lstrip(",，")
        if cue.force is Force.HEARSAY and _repeats(told, statement):
            return cue.raw
    return ""


def _repeats(told: str, statement: str) -> bool:
    """Whether an account has most of a statement in one run."""
    size = max(LEAST_COPIED, round(MOST_OF * len(statement)))
    return any(statement[at : at + size] in told for at in range(len(statement) - size + 1))


def _saying_negated(quote: str, ours: str) -> str:
    """The verb of saying that both texts have and only one negates wherever it is: 未有证实, 证实."""
    for cue in find_cues(ours):
        if cue.force is not Force.SPEECH or len(cue.raw) < SAYING:
            continue
        same = [one for one in find_cues(quote) if level_letters(one.raw) == level_letters(cue.raw)]
        negated = {_is_negated(quote, one.span) for one in same}
        if len(negated) == 1 and _is_negated(ours, cue.span) not in negated:
            return cue.raw
    return ""


def _is_negated(text: str, span: Span) -> bool:
    return any(cue.force in NEGATIVE for cue in governing(text, span))
