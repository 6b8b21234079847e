"""Who speaks in a paragraph and with which verbs, who is spoken about, and who is only named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language import (
    Attribution,
    Cue,
    Force,
    Reach,
    clauses,
    compared_authors,
    denied_authors,
    find_cues,
    governing,
    speakers,
)
from build_tools.language.tables import level_letters
from build_tools.model import EntityId, Kind, Span, Written
from build_tools.text.letters import HAN, is_mostly_han
from build_tools.text.mentions import find_forms
from build_tools.values import parse_sum

OPENS = re.compile(rf"[“\"「]?(?:[A-Za-z][\w'’-]*\s){{0,4}}|[{HAN}]{{0,8}}")
LINK = 3
NEAR = 12  # letters between a figure and who gave it
PRONOUNS = frozenset({"he", "she", "it", "they"})
SAYING = frozenset({Force.SPEECH, Force.DENIAL, Force.HEARSAY})


@dataclass(frozen=True, slots=True)
class Talk:
    """Who speaks in a paragraph, and who is named where; places are those of its text.

    `own` is the sentence of the quote.
    """

    text: str
    found: tuple[Attribution, ...]
    names: Mapping[Span, str]
    own: Span

    def may_speak(self, id: str) -> bool:
        """Whether the sentence of the quote has a speaker, named or not."""
        here = [one for one in self._within(self.own) if not self._is_aside(one)]
        if any(one.speakers for one in here):
            named = (name for one in here for name in one.speakers)
            return id in self._speaking(self.own) or any(self._is_officer(id, name) for name in named)
        if led := self._speaking(self._lead):
            return id in led
        if id not in self._named(self.own) and self.subject_here():
            return False
        return (
            bool(self._within(self.own))
            or id in self._named(self.own)
            or id in self._speaking(Span(0, self.own.start))
        )

    def subject_here(self) -> tuple[str, ...]:
        """The first name in the sentence of the quote, if nobody else can be the speaker in it.

        A verb of saying with a pronoun may be another's: Kovac would stay, she said.
        """
        first = next(
            (name for name in sorted(self.names, key=lambda one: one.start) if name.start >= self.own.start),
            None,
        )
        if first is None or first.end > self.own.end:
            return ()
        lead, behind = self.text[self.own.start : first.start], self.text[first.end : first.end + 2]
        verbs = [one for one in self._within(self.own) if one.cue.force is Force.SPEECH]
        verbs = [one for one in verbs if one.cue.reach is Reach.SAYS and one.cue.span.start > first.end]
        verbs = [
            one for one in verbs if not worded("is_told").search(self.text[first.end : one.cue.span.end])
        ]
        between = (worded("pronoun").search(self.text, first.end, one.cue.span.start) for one in verbs)
        plain = not any(one and one[0].isascii() for one in between)
        opens = OPENS.fullmatch(lead) and not worded("owns").match(behind)
        return (self.names[first],) if verbs and opens and plain else ()

    def _is_aside(self, one: Attribution) -> bool:
        """Whether somebody speaks in a clause of what others said: as the Herald had claimed."""
        return bool(one.speakers) and bool(worded("told_aside").search(self.text[: one.speakers[0].start]))

    @property
    def _lead(self) -> Span:
        """The line that leads up to the quote with a colon: "he says:"; nothing where there is none."""
        first = self.text.partition("\n")[0]
        leads = len(first) < self.own.start and first.rstrip().endswith((":", "："))
        return Span(0, len(first) if leads else 0)

    def has_other_figure(self, id: str, context: ClaimContext) -> bool:
        """Whether the sentence reports a figure of somebody else, to deny it or to compare with it."""
        start, places = self.own.start, (name for name in self.names if name.is_within([self.own]))
        own = {Span(name.start - start, name.end - start): self.names[name] for name in places}
        sentence, written = self.text[start : self.own.end], context.written.value
        found = denied_authors(sentence, tuple(own))
        if isinstance(written, Written) and parse_sum(written.text):
            found = (*found, *compared_authors(sentence, tuple(own)))
        return id in {own[name] for name in found}

    def gave(self, id: str, places: Iterable[Span]) -> bool:
        """Whether a figure stands behind somebody as theirs: 甲答应的每人380万元."""
        names = [name for name, who in self.names.items() if who == id]
        between = (
            self.text[name.end : one.start] for one in places for name in names if name.end < one.start
        )
        return any(worded("gave_figure").fullmatch(level_letters(words)) for words in between)

    def outlets(self) -> tuple[str, ...]:
        """Those that the sentence of the quote names as its source, or as passing on another's words."""
        found = self._within(self.own)
        sources = (one for one in found if one.cue.reach is Reach.SOURCE and not one.relays)
        named = [name for one in sources for name in one.speakers]
        named += [name for one in found for name in one.relays]
        return tuple(dict.fromkeys(self.names[name] for name in named))

    def reporters(self) -> tuple[str, ...]:
        """Those who are spoken to in the sentence of the quote, or who say something there."""
        named = (name for one in self._within(self.own) for name in (*one.addressees, *one.speakers))
        return tuple(dict.fromkeys(self.names[name] for name in named))

    def _is_officer(self, id: str, speaker: Span) -> bool:
        """Whether somebody is named behind the speaker, by an office there: the bank's chairman, A."""
        places = [name for name, who in self.names.items() if who == id and name.start >= speaker.end]
        return any(self._is_office(Span(speaker.end, name.start)) for name in places)

    def _is_office(self, gap: Span) -> bool:
        verbs = [one.cue.span for one in self.found]
        return bool(worded("office").fullmatch(self.text[gap.start : gap.end])) and not gap.touches(verbs)

    def introduces(self, id: str, places: Iterable[Span]) -> bool:
        """Whether one of some words is right before a name of somebody in a Chinese text: 发言人薩米爾."""
        names = {name.start for name, who in self.names.items() if who == id}
        return any(place.end in names for place in places)

    def saying(self, places: Sequence[Span]) -> tuple[str, ...]:
        """The speakers whose statement holds all of some words of the quote's sentence."""
        cues = [frozenset(cue.span for cue in governing(self.text, place)) for place in places]
        shared = frozenset.intersection(*cues) if cues else frozenset()
        here = (one for one in self._within(self.own) if one.cue.span in shared)
        return tuple(dict.fromkeys(self.names[name] for one in here for name in one.speakers))

    def negates(self, places: Iterable[Span]) -> bool:
        """Whether there is a "not" before any of some words, or behind one in its clause."""
        not_ = [cue.span for cue in find_cues(self.text) if cue.force is Force.NEGATION]
        return any(
            any(cue.force is Force.NEGATION for cue in governing(self.text, place))
            or any(one.start >= place.end and one.is_within([self._clause(place)]) for one in not_)
            for place in places
        )

    def _clause(self, place: Span) -> Span:
        return next((one for one in clauses(self.text) if place.is_within([one])), place)

    def denying(self) -> tuple[str, ...]:
        """Those who deny something in the sentence of the quote."""
        here = (one for one in self._within(self.own) if one.cue.force is Force.DENIAL)
        return tuple(dict.fromkeys(self.names[name] for one in here for name in one.speakers))

    def speaking_here(self) -> tuple[str, ...]:
        """Those who say something in the sentence of the quote."""
        return self._speaking(self.own)

    def says_here(self, id: str) -> bool:
        """Whether somebody says something in the sentence of the quote."""
        return id in self._speaking(self.own)

    def others(self, id: str) -> tuple[str, ...]:
        """Those who speak in the sentence of the quote, or before it where nobody does there."""
        found = self._speaking(self.own) or self.subject_here() or self._speaking(Span(0, self.own.start))
        return tuple(one for one in found if one != id)

    def may_deny(self, cue: Cue, id: str) -> bool:
        """Whether a denial can be somebody's: a word such as "untrue" is nobody's, a verb its speaker's.

        A verb without its own subject, behind "and", is that of the one who spoke before.
        """
        if cue.reach is not Reach.SAYS:
            return True
        if named := self.speakers_of(cue):
            return id in named
        return len(self.text[self._clause(cue.span).start : cue.span.start].strip()) <= LINK

    def is_only_told_of(self, id: str, places: Sequence[Span]) -> bool:
        """Whether somebody is only named in what a pronoun says: it warned that A would object."""
        named = [name for name, who in self.names.items() if who == id and name.is_within([self.own])]
        if not named or any(self.text[name.start : name.end].lower() in PRONOUNS for name in named):
            return False
        cues = {cue.span for place in places for cue in governing(self.text, place)}
        told = (one.cue.span for one in self._within(self.own) if one.cue.span in cues and not one.speakers)
        first = min(name.start for name in named)
        if any(0 <= first - place.end <= NEAR for place in places):
            return False  # the £52mn that analysts had expected
        return any(
            span.end < first and worded("pronoun_says").search(self.text[self.own.start : span.start])
            for span in told
        )

    def acts_apart(self, id: str, places: Sequence[Span]) -> bool:
        """Whether somebody is the subject of what is claimed: A put it at 5, though B said 6.

        Nobody else's words hold it.
        """
        cues = {cue.span for place in places for cue in governing(self.text, place)}
        if any(one.speakers for one in self._within(self.own) if one.cue.span in cues):
            return False
        own = [(self._clause(place), place) for place in places]
        own = [
            (clause, place) for clause, place in own if not is_mostly_han(self.text[clause.start : place.end])
        ]
        named = [name for name, who in self.names.items() if who == id]
        return any(clause.start <= name.start < place.start for clause, place in own for name in named)

    def speakers_of(self, cue: Cue) -> tuple[str, ...]:
        """Those who say, deny or demand something with one verb."""
        return tuple(
            self.names[name] for one in self.found if one.cue.span == cue.span for name in one.speakers
        )

    def _within(self, place: Span) -> tuple[Attribution, ...]:
        return tuple(one for one in self.found if one.cue.span.is_within([place]))

    def _speaking(self, place: Span) -> tuple[str, ...]:
        spoken = (name for one in self._within(place) for name in one.speakers)
        return tuple(dict.fromkeys(self.names[name] for name in spoken))

    def _named(self, place: Span) -> frozenset[str]:
        return frozenset(who for name, who in self.names.items() if name.is_within([place]))


def talk_around(context: ClaimContext) -> Talk:
    """Who speaks in the paragraph of a quote, and in what leads up to it."""
    credited = context.written.qualifiers.said_by
    return _talk(context.passage, credited.text if credited else "")


@lru_cache(maxsize=64)
def _talk(passage: Passage, credited: str) -> Talk:
    """The same for all claims of a quote that credit one speaker."""
    place = passage.article.setting(passage.citation)
    names = _names(passage, credited, place)
    own = Span(passage.sentence.start - place.start, passage.sentence.end - place.start)
    ordered = tuple(sorted(names, key=lambda span: span.start))
    text = passage.article.words(place)
    cues = [cue.span for cue in find_cues(text)]
    named = tuple(span for span in ordered if not span.is_within(cues))
    people = {id for id, one in passage.article.lexicon.inputs.entities.items() if one.kind is Kind.PERSON}
    found = (_without_persons(one, text, names, people) for one in speakers(text, named))
    said = [one for one in found if one.cue.force in SAYING or _expects(one, text)]
    return Talk(text, (*said, *_unnamed(text, ordered)), names, own)


def _without_persons(
    one: Attribution, text: str, names: Mapping[Span, str], people: Collection[EntityId]
) -> Attribution:
    """A verb of "it" without the people before it: she was turned down, it says, by A."""
    before = [name for name in one.speakers if name.end <= one.cue.span.start and names[name] in people]
    by_it = before and worded("it_right_before").search(text[before[-1].end : one.cue.span.start])
    return replace(one, speakers=()) if by_it else one


def _expects(one: Attribution, text: str) -> bool:
    """Whether somebody right before a Chinese verb says what is expected or demanded: 甲预计."""
    before = text[one.speakers[-1].end : one.cue.span.start] if one.speakers else None
    return before is not None and bool(worded("right_before").fullmatch(before))


def _unnamed(text: str, names: Sequence[Span]) -> Iterator[Attribution]:
    """The cues that hold their own source: 消息称, reportedly."""
    for cue in find_cues(text):
        inside = tuple(name for name in names if name.touches([cue.span]))
        if inside and cue.force in SAYING:
            yield Attribution(cue, inside)


def _names(passage: Passage, credited: str, place: Span) -> dict[Span, str]:
    """Where a paragraph names anybody who can speak: an entity, a term, a word that means one of them."""
    inputs, text = passage.article.lexicon.inputs, passage.article.words(place)
    found: dict[Span, str] = {}
    found |= {span: str(id) for span, id in passage.article.lexicon.speakers_in(text).items()}
    for word, entity in passage.means:
        found |= dict.fromkeys(find_forms(text, (word,)), str(entity))
    for mention in passage.article.named_within([place]):
        if not (inputs.entities[mention.entity].kind.speaks or credited == mention.entity):
            continue
        found[Span(mention.span.start - place.start, mention.span.end - place.start)] = str(mention.entity)
    longer = [span for span in found if found[span] in inputs.vocabulary.terms]
    return {span: id for span, id in found.items() if span in longer or not span.is_within(longer)}
