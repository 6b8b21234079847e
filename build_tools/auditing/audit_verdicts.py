"""The verdict on a statement: by the conflicts that the rules find once the text is one more article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from build_tools.auditing.audit_types import AuditedStatement, AuditSide, AuditVerdict, TextStatement
from build_tools.auditing.plain_article import AUDITED
from build_tools.evidence import fold_claims, reconcile
from build_tools.evidence.positions import positions
from build_tools.evidence.separators import separated
from build_tools.model import (
    COMPATIBLE,
    Claim,
    Conflict,
    DateValue,
    Dossier,
    Inputs,
    Quantity,
    Reading,
    Rule,
    Side,
    Stance,
    Value,
    Verdict,
)
from build_tools.values import compare, parse_sum
from build_tools.values.compare import allowed
from build_tools.values.intervals import contains

OF_ONE_SUBJECT = (Rule.SINGLE_BEST_VALUE, Rule.DENIED, Rule.ROLE, Rule.QUESTION)
MOST_OPEN = 3
FARTHEST = Decimal("1.5")  # of a bound from what it bounds
AS_TIME = "as the time of a value"
OPEN_SUBJECT = "it is open what this is of; the articles give it for {ids}"
SEVERAL = "it is open whether this is {ids}"
LESS_PRECISE = "the articles give a rounder value, which leaves this open: {words}"
OTHER_TIME = "the articles give another value, of a time or thing that the text leaves open: {words}"


@dataclass(frozen=True)
class Weighing:
    """What the text states, beside all that the articles claim."""

    dossier: Dossier
    inputs: Inputs
    stated: Sequence[TextStatement]

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts among the claims of the articles and of the text."""
        own = [claim for one in self.stated for claim in one.claims]
        groups = fold_claims([*self.dossier.claims, *own], self.dossier.inputs.settings.time_zone)
        found = reconcile(groups, replace(self.inputs, annotations=self.dossier.inputs.annotations))
        return tuple(one for one in found if one.rule in OF_ONE_SUBJECT)

    def judged(self, stated: TextStatement) -> AuditedStatement:
        """A statement with its verdict; of several subjects that it may have, the one that is borne out."""
        bare = AuditedStatement(stated.span, stated.kind, stated.words, AuditVerdict.NOT_HERE)
        found = [self._of_claim(bare, claim, claim in stated.firm) for claim in stated.claims]
        for verdict in (AuditVerdict.DISPUTED, AuditVerdict.PROVEN):
            for one in found:
                if one.verdict is verdict:
                    return one
        if timed := tuple(self._timed_by(stated)):
            return replace(bare, verdict=AuditVerdict.PROVEN, claims=timed, note=AS_TIME)
        if len(found) == 1:
            return found[0]
        if self._wrong_of_each(found, stated):
            against = dict.fromkeys(claim for one in found for claim in one.claims)
            return replace(found[0], claims=tuple(against))
        ids = ", ".join(f"`{claim.subject}`" for claim in stated.claims[:MOST_OPEN])
        return replace(bare, note=SEVERAL.format(ids=ids) if ids else self._open(stated.value))

    def _wrong_of_each(self, found: Sequence[AuditedStatement], stated: TextStatement) -> bool:
        """Whether the articles say otherwise of each subject; a share may be of yet another."""
        value = stated.value
        share = isinstance(value, Quantity) and (value.share or value.unit == "%")
        return bool(found) and not share and all(one.verdict is AuditVerdict.CONTRADICTED for one in found)

    def _of_claim(self, bare: AuditedStatement, claim: Claim, firm: bool) -> AuditedStatement:
        same, opposed = tuple(self._bearing_out(claim)), tuple(self._opposed(claim))
        if disputed := self._disputed(bare, same or opposed):
            return disputed
        if same:
            return replace(bare, verdict=AuditVerdict.PROVEN, claims=same)
        against = tuple(dict.fromkeys((*opposed, *self._against(claim))))
        if against and firm:
            return replace(bare, verdict=AuditVerdict.CONTRADICTED, claims=against)
        return replace(bare, note=self._near(claim, against))

    def _against(self, claim: Claim) -> Iterator[Claim]:
        """The claims of articles that cannot hold beside it; one that is reckoned may hold its parts."""
        for conflict in self.conflicts:
            for at, side in enumerate(conflict.sides):
                if claim in side.claims and not of_articles(side):
                    rivals = (conflict.sides[to] for to in clashing(conflict, at))
                    yield from (
                        one for rival in rivals for one in of_articles(rival) if not parse_sum(one.raw)
                    )

    def _disputed(self, bare: AuditedStatement, same: Sequence[Claim]) -> AuditedStatement | None:
        """The dispute in which a statement takes a side: both sides, and which of them the text states."""
        for conflict in self.dossier.conflicts:
            taken = [bool(set(side.claims) & set(same)) for side in conflict.sides]
            if conflict.rule in OF_ONE_SUBJECT and any(taken) and not all(taken):
                sides = tuple(
                    AuditSide(side.claims, bool(self._borne_out & set(side.claims)))
                    for side in conflict.sides
                )
                claims = tuple(claim for side in sides for claim in side.claims)
                return replace(
                    bare, verdict=AuditVerdict.DISPUTED, claims=claims, sides=sides, conflict=conflict
                )
        return None

    @cached_property
    def _borne_out(self) -> frozenset[Claim]:
        """Every claim of an article that the text states too."""
        own = (claim for one in self.stated for claim in one.claims)
        return frozenset(found for claim in own for found in self._bearing_out(claim))

    def _opposed(self, claim: Claim) -> Iterator[Claim]:
        """The claims of articles that affirm what the text denies, or deny what it affirms."""
        turned = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}
        other = replace(claim.qualifiers, stance=turned[claim.qualifiers.stance])
        return self._bearing_out(replace(claim, qualifiers=other))

    def _comparable(self, claim: Claim) -> Iterator[Claim]:
        """The claims of articles on the same property of the same thing, of the same time and place."""
        property = self.inputs.vocabulary.properties[claim.property] if claim.property else None
        per = property.per if property else ()
        (own,) = positions((claim,), per)
        for other in self.dossier.claims:
            if (other.subject, other.property) != (claim.subject, claim.property):
                continue
            (position,) = positions((other,), per)
            if other.qualifiers.stance is claim.qualifiers.stance and not separated(
                own.separators, position.separators
            ):
                yield other

    def _bearing_out(self, claim: Claim) -> Iterator[Claim]:
        return (one for one in self._comparable(claim) if is_borne_out(claim.value, one.value))

    def _near(self, claim: Claim, against: Sequence[Claim]) -> str:
        """What the articles have that does not decide it."""
        vaguer = [one for one in self._comparable(claim) if is_compatible(claim.value, one.value)]
        if vaguer:
            return LESS_PRECISE.format(words=_words(vaguer))
        return other_values(against)

    def _timed_by(self, stated: TextStatement) -> Iterator[Claim]:
        """The claims of articles that hold at a date, where the text gives it as the time of their value."""
        if not isinstance(stated.value, DateValue):
            return
        for own in (claim for one in self.stated for claim in one.claims):
            time = own.qualifiers.period or own.qualifiers.as_of
            if time and time.raw == stated.words:
                for claim in self._bearing_out(own):
                    if is_borne_out(time, claim.qualifiers.period or claim.qualifiers.as_of):
                        yield claim

    def _open(self, value: Reading | None) -> str:
        """Of what the articles give this value, where the text does not say of what it is."""
        if not isinstance(value, Quantity) or value.value is None or value.unit is None:
            return ""
        same = (one for one in self.dossier.claims if isinstance(one.value, Quantity))
        found = dict.fromkeys(one.subject for one in same if is_borne_out(value, one.value))
        listed = ", ".join(f"`{id}`" for id in tuple(found)[:MOST_OPEN])
        return OPEN_SUBJECT.format(ids=listed) if listed else ""


def of_articles(side: Side) -> tuple[Claim, ...]:
    """The claims of a side that articles make."""
    return tuple(claim for claim in side.claims if claim.citation.source != AUDITED)


def clashing(conflict: Conflict, at: int) -> tuple[int, ...]:
    """The sides that cannot hold beside one; where no pairs are known, all others."""
    pairs = conflict.clashes or tuple(
        (one, other) for one in range(len(conflict.sides)) for other in range(one + 1, len(conflict.sides))
    )
    return tuple(other if one == at else one for one, other in pairs if at in (one, other))


def is_compatible(stated: Value | None, claimed: Value | None) -> bool:
    """Whether both may hold."""
    return stated is not None and claimed is not None and compare(stated, claimed) in COMPATIBLE


def is_borne_out(stated: Value | None, claimed: Value | None) -> bool:
    """Whether an article's value bears out a stated one: it is the same, or lies within it.

    A value that is more precise than the article's is not borne out by it, nor is a bound far from it: who
    says "more than 100" of 200 says something else.
    """
    if not is_compatible(stated, claimed):
        return False
    match stated, claimed:
        case Quantity(), Quantity():
            exact = stated.value is not None and stated == claimed
            return exact or (contains(stated.loose, claimed.tight) and _is_near(stated, claimed))
        case DateValue(), DateValue():
            outer, inner = allowed(stated), allowed(claimed)
            return outer is not None and inner is not None and contains(outer, inner)
        case _:
            return stated is not None and claimed is not None and compare(stated, claimed) is Verdict.AGREE


def _is_near(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are no further apart than a bound and what it bounds; so are those without one."""
    if one.value is None or other.value is None or not one.value or not other.value:
        return True
    return max(one.value / other.value, other.value / one.value) <= FARTHEST


def other_values(claims: Sequence[Claim]) -> str:
    """That the articles say otherwise, if a statement is of what these claims are of; nothing without any."""
    return OTHER_TIME.format(words=_words(claims)) if claims else ""


def _words(claims: Iterable[Claim]) -> str:
    """The articles' own words, each once."""
    found = dict.fromkeys(f"{one.raw} ({one.citation.source})" for one in claims)
    return ", ".join(tuple(found)[:MOST_OPEN])
