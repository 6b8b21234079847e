"""Whether an account gives what it copies to another subject than the sentence does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import Match

from build_tools.evidence.proving.aligned_words import Slot, count_words
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language import Force, find_cues
from build_tools.language.clauses import joined_sentences, zone_of
from build_tools.language.pronouns import points
from build_tools.language.senses import Say, words_say
from build_tools.language.subject_of_saying import acting_names, clause_at, inherited
from build_tools.model import EntityId, Span

ENOUGH = 3  # words of a copied predicate
WHO = re.compile(r"\s*who\b")


def subject_exchanged(
    quote: NamedText, ours: NamedText, given: Sequence[Slot], told: Sequence[Slot], blocks: Sequence[Match]
) -> tuple[EntityId, EntityId] | None:
    """The person whose predicate an account copies, and the other one to whom it gives it.

    The account begins with its subject, and the copied words follow; the quote names both.
    """
    first = next((one for one in told if one.name), None)
    if first is None or first.name not in quote.people or ours.text[: first.span.start].strip():
        return None
    block = next((one for one in blocks if told[one.b].span.start >= first.span.end), None)
    own = next((one for one in blocks if told[one.b] is first), None)
    if own is not None and own.size > 1:
        start, run = own.a + 1, told[own.b + 1 : own.b + own.size]
    elif block is not None and told[block.b - 1] is first:
        start, run = block.a, told[block.b : block.b + block.size]
    else:
        return None
    if count_words(run) < ENOUGH:
        return None
    found = _subject(quote, given[start].span)
    if len(found) == 1 and found != {first.name} and found <= quote.people:
        return min(found), first.name
    return None


def _subject(quote: NamedText, verb: Span) -> frozenset[EntityId]:
    """Whoever acts with a verb of the quote, in its clause or in the one that it goes on from."""
    sentence = next((one for one in joined_sentences(quote.text) if verb.is_within([one])), None)
    if sentence is None:
        return frozenset()
    if points(quote.text[verb.start : sentence.end]):
        return frozenset()  # 甲说，那张相片是旧照
    zone, names = zone_of(quote.text, sentence), dict(quote.places)
    ordered = sorted(names, key=lambda span: span.start)
    clause = clause_at(zone, zone.clause_around(verb), ordered)
    start = clause.span.start
    if WHO.match(clause.words(start, verb.start)):
        before = [span for span in ordered if span.end <= start]
        ends = before and not zone.words(before[-1].end, start).strip(" ,")
        return frozenset({names[before[-1]]}) if ends else frozenset()
    acting = acting_names(clause, start, verb.start)
    if not acting and not _goes_on_speaking(quote.text, sentence, clause.words(start, verb.start), verb):
        acting = inherited(clause, start, verb.start, ordered, {})
        if acting and _is_said_of_another(quote.text, acting[-1], ordered, verb):
            return frozenset()
    return frozenset(names[span] for span in acting)


def _is_said_of_another(text: str, name: Span, names: Sequence[Span], verb: Span) -> bool:
    """Whether a name only says what another does with a verb: A said B, 71, would have lived."""
    between = [one for one in names if name.end <= one.start and one.end <= verb.start]
    spoken = (cue.span for cue in find_cues(text) if cue.force is Force.SPEECH)
    return any(name.end <= cue.start and cue.end <= one.start for cue in spoken for one in between)


def _goes_on_speaking(text: str, sentence: Span, lead: str, verb: Span) -> bool:
    """Whether a verb behind "and" may be of one before the one who speaks: B was told, A said, and has …."""
    before = Span(sentence.start, verb.start)
    spoken = (cue for cue in find_cues(text) if cue.force is Force.SPEECH and cue.span.is_within([before]))
    return words_say(f"{lead.strip()} " if lead.isascii() else lead, Say.GOING_ON) and any(spoken)
