"""Whether a statement leaves no doubt of what it speaks, so that it may contradict an article."""

from __future__ import annotations

from build_tools.auditing.audited_inputs import audit_words
from build_tools.auditing.text_read import SentenceRead, TextRead
from build_tools.language import Force, find_cues
from build_tools.model import Claim, DateValue, Entity, Event, Figure, Quantity, Reading, Span, Stance
from build_tools.text.mentions import find_forms
from build_tools.values import gives_year


def may_contradict(read: TextRead, subject: Entity, claim: Claim, value: Reading, said: SentenceRead) -> bool:
    """Whether the words name the person, the event and, where the articles do, the time.

    A date without its year is not firm, nor a length of time, nor what somebody in the text denies, nor what
    another statement separates from its negation, nor what is affirmed in one breath with a negation.
    """
    event, alone = read.event_of(subject), SentenceRead(said.span, ())
    if event and not read.pins_event(event, alone) and not (event != subject and read.has_date(event, alone)):
        return False
    if (claim.qualifiers.stance is Stance.DENIES) != _is_denied_here(read, value.span, said):
        return False
    match value:
        case DateValue():
            return gives_year(value)
        case Quantity() if isinstance(subject, Figure):
            return _is_of_owner(read, subject, value.span, said) and _is_firm_quantity(
                read, subject, claim, value, said
            )
        case _:
            return True


def _is_denied_here(read: TextRead, place: Span, said: SentenceRead) -> bool:
    """Whether the text itself denies, in one breath with the value: no `and` is between."""
    words = read.article.words(said.span)
    cues = find_cues(words)
    if any(cue.force is Force.DENIAL for cue in cues):
        return False
    start, end = place.start - said.span.start, place.end - said.span.start
    negations = [cue.span for cue in cues if cue.force is Force.NEGATION]
    between = (words[min(one.end, end) : max(one.start, start)] for one in negations)
    return any(not find_forms(stretch, tuple(audit_words()["joining_words"])) for stretch in between)


def _is_firm_quantity(
    read: TextRead, figure: Figure, claim: Claim, value: Quantity, said: SentenceRead
) -> bool:
    """Whether a word beside the number says what is measured, and the sentence of which time it is."""
    apart = [place for place in read.places(figure.words, said.span) if not place.touches([value.span])]
    if not apart or value.unit in audit_words()["lengths_of_time"]:
        return False
    if not read.needs_time(figure.id):
        return True
    alike = [one for one in read.readings(said) if isinstance(one, Quantity) and one.unit == value.unit]
    timed = bool(claim.qualifiers.period or claim.qualifiers.as_of)
    return timed and len(read.dates(said)) == 1 and len(alike) == 1


def _is_of_owner(read: TextRead, figure: Figure, place: Span, said: SentenceRead) -> bool:
    """Whether the sentence names whose a number is before it, and nobody else of that kind in between."""
    owner = read.owner_of(figure)
    if owner is None or isinstance(owner, Event | Figure):
        return True
    entities = read.inputs.entities
    named = read.article.named_within([*said.before, said.span])
    alike = [one for one in named if entities[one.entity].kind is owner.kind and one.span.end <= place.start]
    if alike and read.article.named_within([said.span]):
        last = max(alike, key=lambda one: one.span.end)
        return last.entity == owner.id and last.span.start >= said.span.start
    return False
