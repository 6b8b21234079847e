"""Steps: the claims on a figure that moves, each with the time that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from build_tools.evidence.keys import claim_order
from build_tools.evidence.stepping.passing_on import (
    Giver,
    givers_of,
    is_copy_of,
    is_taken_over,
    passed_on_from,
    passes_on,
)
from build_tools.model import (
    Claim,
    ClaimId,
    DateValue,
    Inputs,
    Interval,
    Qualifiers,
    Quantity,
    Source,
    Verdict,
)
from build_tools.text.folding import fold_plain
from build_tools.values import compare, received_at
from build_tools.values.grammar.day_parts import part_of_day
from build_tools.values.moments import in_greenwich
from build_tools.values.zones import zone_named

HOUR = 60  # minutes
MONTH = 27 * 24 * HOUR
AT_ONCE = 60  # minutes: a time as narrow as this is one moment
MOST_PASSED_ON = 50  # earlier claims of one origin that are looked at
NEVER = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Step:
    """A claim of a series, the minutes (of Greenwich) that it may be of, and the date that says so.

    `assumed`: its time is that of publication, its own or that of the report that it passes on. `misprints`
    is the claim whose sentence it has with another number, in an article that its own passes on.
    """

    claim: Claim
    within: Interval
    time: DateValue
    assumed: bool
    misprints: ClaimId | None = None

    def is_before(self, other: Step) -> bool:
        """Whether its time is surely over when that of the other begins."""
        last, first = self.within.high, other.within.low
        return last is not None and first is not None and last < first

    def is_with(self, other: Step) -> bool:
        """Whether both are surely of one time: one moment, or the same words of one article."""
        if self.within != other.within or self.within == NEVER or self.assumed != other.assumed:
            return False
        if self.claim.citation.source == other.claim.citation.source:
            return self.assumed or self._is_moment or self.time.raw == other.time.raw
        return self.is_of_given_moment

    def is_of_months_with(self, other: Step) -> bool:
        """Whether both claims say that they are of one month or longer, which was over: the rate in March."""
        low, high = self.within.low, self.within.high
        told = not self.assumed and not other.assumed and self.within == other.within
        return told and low is not None and high is not None and high - low >= MONTH

    @property
    def is_of_given_moment(self) -> bool:
        """Whether its own claim says of which minute it is."""
        return self._is_moment and not self.assumed

    @property
    def _is_moment(self) -> bool:
        low, high = self.within.low, self.within.high
        return low is not None and high is not None and high - low <= AT_ONCE


def steps_of(claims: Iterable[Claim], inputs: Inputs) -> tuple[Step, ...]:
    """The claims with their times, oldest first; one that passes a report on is as old as the report.

    What an article said before it was changed is no step, but a report that others may pass on.
    """
    made: list[Step] = []
    places: dict[Giver, list[int]] = {}
    claims = tuple(claims)
    gone = _said_before(claims, inputs)
    for claim in sorted((*claims, *gone), key=lambda claim: _published_order(claim, inputs)):
        own = _own_time(claim, inputs)
        report = _report(own, made, places, inputs) if own.assumed else None
        if own.assumed and report is None and (report := _misprinted(own, made, places, inputs)):
            own = replace(own, misprints=report.claim.id)
        for giver in givers_of(claim, inputs):
            places.setdefault(giver, []).append(len(made))
        made.append(replace(own, within=report.within, time=report.time) if report else own)
    steps = made if not gone else [step for step in made if step.claim not in gone]
    return tuple(sorted(steps, key=_oldest_first))


def _said_before(claims: Iterable[Claim], inputs: Inputs) -> tuple[Claim, ...]:
    """What articles no longer say of the properties that some claims give."""
    if not inputs.said_before:
        return ()
    told = {(claim.subject, claim.property) for claim in claims}
    subjects = {subject for subject, _ in told}
    found = (claim for id in subjects for claim in inputs.said_before_of.get(id, ()))
    return tuple(claim for claim in found if (claim.subject, claim.property) in told)


def _published_order(claim: Claim, inputs: Inputs) -> tuple[Decimal, object]:
    source = inputs.sources.get(claim.citation.source)
    published = _published(source).low if source else None
    return published or Decimal(0), claim_order(claim)


def _oldest_first(step: Step) -> tuple[bool, Decimal, Decimal, object]:
    last, first = step.within.high, step.within.low
    return last is None, last or Decimal(0), first or Decimal(0), claim_order(step.claim)


def _published(source: Source) -> Interval:
    return _minutes(source.published, source.published.zone or "")


@lru_cache(maxsize=1024)
def _minutes(published: DateValue, zone: str) -> Interval:
    """The minutes of a publication; its zone is named, for two dates may be equal without it."""
    return in_greenwich(published, zone_named(zone))


def _own_time(claim: Claim, inputs: Inputs) -> Step:
    """The time that a claim gives itself, at the latest that of publication; else the publication."""
    source = inputs.sources.get(claim.citation.source)
    if source is None:
        return Step(claim, NEVER, DateValue(None, None, None), assumed=True)
    published, given = _came_out(claim, source), _given(claim.qualifiers)
    if given is None:
        return Step(claim, published, source.published, assumed=True)
    within = in_part_of_day(given, in_greenwich(given, zone_named(source.published.zone or "")))
    return Step(claim, _by_then(within, published), given, assumed=False)


def _came_out(claim: Claim, source: Source) -> Interval:
    """When the words of a claim came out: with the article, or by the day of a later text of it."""
    published = _published(source)
    if not source.versions or _has_words(source.versions[0].text, claim.citation.quote):
        return published
    first = (one.day for one in source.versions[1:] if _has_words(one.text, claim.citation.quote))
    zone = source.published.zone or ""
    received = received_at(next(first, source.retrieved), zone)
    by_then = in_greenwich(received, zone_named(zone)).high if received else None
    ends = [end for end in (published.high, by_then) if end is not None]
    return Interval(published.low, max(ends, default=None))


def _has_words(text: str, quote: Iterable[str]) -> bool:
    words = _bare(text)
    return all(_bare(part) in words for part in quote)


@lru_cache(maxsize=64)
def _bare(text: str) -> str:
    return fold_plain("".join(text.split()))


def _given(said: Qualifiers) -> DateValue | None:
    """The date that a claim says it is of."""
    dates = (said.as_of, said.until, said.from_)
    return next((one for one in dates if one and (one.earliest or one.latest)), None)


def in_part_of_day(given: DateValue, within: Interval) -> Interval:
    """The hours of the part of a day that its words name: Friday afternoon, noon to 17:59."""
    one_day = given.earliest is not None and given.earliest == given.latest
    part = part_of_day(given.raw) if one_day and given.clock is None else None
    if part is None or within.low is None:
        return within
    first, last = part
    return Interval(within.low + first * HOUR, within.low + last * HOUR - 1)


def _by_then(within: Interval, published: Interval) -> Interval:
    """A time up to its publication: nobody reports a number of later, and by midnight is at midnight."""
    end = published.high
    if end is None:
        return within
    last = end if within.high is None else min(within.high, end)
    first = last if within.low is None else min(within.low, last)
    return Interval(first, last)


def _report(
    step: Step, earlier: Sequence[Step], places: Mapping[Giver, Sequence[int]], inputs: Inputs
) -> Step | None:
    """The first claim that said the same and that this one passes on; none where the origin moved on.

    A source that said 24, then 42, and then 24 has returned to 24: its last claim is new.
    """
    givers = passed_on_from(step.claim, inputs)
    near = {at for giver in givers for at in places.get(giver, ())[-MOST_PASSED_ON:]}
    others = [earlier[at] for at in sorted(near, reverse=True)]
    reports = [
        other
        for other in others
        if other.claim.qualifiers.stance is step.claim.qualifiers.stance
        and passes_on(step.claim, other.claim, inputs)
    ]
    copied = (other for other in reports if is_copy_of(step.claim, other.claim, inputs))
    if same := next((other for other in copied if _verdict(step, other) is Verdict.AGREE), None):
        return same
    alike = {other.claim.citation.source for other in reports if _verdict(step, other) is Verdict.AGREE}
    origin = None
    for other in reports:
        if _verdict(step, other) is Verdict.AGREE:
            origin = other
        elif _verdict(step, other) is Verdict.CONFLICT and other.claim.citation.source not in alike:
            break
    return origin


def _misprinted(
    step: Step, earlier: Sequence[Step], places: Mapping[Giver, Sequence[int]], inputs: Inputs
) -> Step | None:
    """The claim of an article that this one passes on with the same sentence, but another number in it."""
    if not isinstance(step.claim.value, Quantity):
        return None
    near = {at for giver in passed_on_from(step.claim, inputs) for at in places.get(giver, ())}
    others = (earlier[at] for at in sorted(near, reverse=True)[:MOST_PASSED_ON])
    copied = (other for other in others if is_taken_over(step.claim, other.claim, inputs))
    sentence = _without_number(step.claim)
    alike = (other for other in copied if _without_number(other.claim) == sentence)
    return next((other for other in alike if _verdict(step, other) is Verdict.CONFLICT), None)


def _without_number(claim: Claim) -> str:
    """The words of a quote without those of its value."""
    return fold_plain("".join(claim.citation.quote)).replace(fold_plain(claim.raw), "", 1)


def _verdict(one: Step, other: Step) -> Verdict:
    a, b = one.claim.value, other.claim.value
    return Verdict.INCOMPARABLE if a is None or b is None else compare(a, b)
