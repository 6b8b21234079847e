"""Proving who speaks: the sentence gives its words to the speaker that the claim credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.names import is_speaker_near
from build_tools.evidence.proving.own_words import spans_of_claim
from build_tools.evidence.proving.prove_subjects import not_near
from build_tools.evidence.proving.talk import Talk, talk_around
from build_tools.evidence.proving.wording import OR_CONTEXT, listed_ids
from build_tools.model import Entity, EntityId, Kind, Quantity, Span, TermValue, Written
from build_tools.problem import Problem, Severity


def prove_speakers(context: ClaimContext, value: Proof | None) -> Iterator[Proof]:
    """Check that the credited speaker speaks in the sentence, and that the article names a relayed outlet."""
    given = context.written.qualifiers
    if given.said_by is not None:
        yield Proof("said_by", gaps=tuple(_check_speaker(given.said_by, context, value)))
    if given.via is not None:
        yield Proof("via", gaps=tuple(_check_outlet(given.via, context)))


def _check_outlet(via: Written, context: ClaimContext) -> Iterator[Problem]:
    if not _is_named_in_article(EntityId(via.text), context):
        yield outlet_not_in_source(via)
        return
    talk, entities = talk_around(context), context.inputs.entities
    outlets = [one for one in talk.outlets() if one in entities]
    firms = [one for one in talk.reporters() if one in entities and is_firm(entities[EntityId(one)])]
    named = tuple(outlets or firms)
    if named and via.text not in (*outlets, *firms):
        yield another_outlet(via, named, Severity.ERROR if outlets else Severity.WARNING)


def is_firm(entity: Entity) -> bool:
    """Whether an entity can be an outlet."""
    return entity.kind is Kind.ORGANISATION


def _check_speaker(written: Written, context: ClaimContext, value: Proof | None) -> Iterator[Problem]:
    if not is_speaker_near(written, context):
        speaking = talk_around(context).speaking_here()
        if speaking:
            yield another_speaks(written, speaking, Severity.ERROR)
        else:
            yield not_near(written.origin, written.text)
    elif EntityId(written.text) not in context.passage.context_names:
        talk = talk_around(context)
        others = talk.others(written.text)
        if context.written.qualifiers.stance is None and talk.has_other_figure(written.text, context):
            return
        places = tuple(_in_setting(spans_of_claim(context, value), context))
        if value is not None and isinstance(value.value, Quantity) and talk.gave(written.text, places):
            return
        if talk.is_only_told_of(written.text, places):
            yield not_the_speaker(written)
            return
        if talk.may_speak(written.text):
            others = _saying_rather(written.text, talk, context, value)
        elif talk.acts_apart(written.text, places):
            return
        if others:
            plain = set(others) <= {*talk.speaking_here(), *talk.subject_here()}
            yield another_speaks(written, others, Severity.ERROR if plain else Severity.WARNING)


def _saying_rather(id: str, talk: Talk, context: ClaimContext, value: Proof | None) -> tuple[str, ...]:
    """The actual speakers of these words, where the credited one says something else in the sentence."""
    places = list(_in_setting(spans_of_claim(context, value), context))
    if value is not None and isinstance(value.value, TermValue) and talk.introduces(id, places):
        return ()
    denied = context.written.qualifiers.stance is not None and not talk.negates(places)
    saying = talk.denying() if denied else talk.saying(places)
    saying = tuple(one for one in saying if not talk.has_other_figure(one, context))
    return saying if id not in saying and talk.says_here(id) else ()


def _in_setting(spans: Iterable[Span], context: ClaimContext) -> Iterator[Span]:
    """Places of the article as places of the text around the quote."""
    start = context.passage.article.setting(context.passage.citation).start
    yield from (Span(one.start - start, one.end - start) for one in spans)


def not_the_speaker(written: Written) -> Problem:
    """Somebody who is named in a sentence in which another speaks, by a pronoun or without a name."""
    message = f"the sentence has somebody else say this, not `{written.text}`"
    hint = f"correct `said_by:`, {OR_CONTEXT} in which `{written.text}` says it"
    return Problem(written.origin, "speaker-not-in-quote", message, hint)


def another_speaks(written: Written, speaking: tuple[str, ...], severity: Severity) -> Problem:
    """A claim that credits the wrong speaker."""
    message = f"the article gives these words to {listed_ids(speaking)}, not to `{written.text}`"
    hint = f"correct `said_by:`, {OR_CONTEXT} in which `{written.text}` says it"
    return Problem(written.origin, "speaker-not-in-quote", message, hint, severity)


def another_outlet(via: Written, outlets: tuple[str, ...], severity: Severity) -> Problem:
    """A claim that relays an outlet, where the sentence relays another."""
    message = f"the sentence relays {listed_ids(outlets)}, not `{via.text}`"
    hint = "correct `via:`; whoever the outlet quotes goes under `said_by:`"
    return Problem(via.origin, "outlet-not-in-source", message, hint, severity)


def outlet_not_in_source(via: Written) -> Problem:
    """An outlet that the article never names."""
    message = f"the article does not name `{via.text}`"
    hint = "`via` is the outlet that the article says it relays; give it the alias that the article uses"
    return Problem(via.origin, "outlet-not-in-source", message, hint, Severity.WARNING)


def _is_named_in_article(id: EntityId, context: ClaimContext) -> bool:
    passage = context.passage
    return id in passage.names or any(mention.entity == id for mention in passage.article.mentions)
