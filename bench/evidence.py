"""How long it takes to set many claims against each other: `python -m bench.evidence [CLAIMS]`.

The claims are of figures, roles and events in the mix of a dossier, five to a subject, a tenth of the
subjects in dispute; they are made beforehand, and folding and reconciling are timed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from time import perf_counter, process_time
from typing import TypeVar

from build_tools.evidence import fold_claims, reconcile
from build_tools.evidence.proving.identity import claim_id, numbered
from build_tools.model import (
    Citation,
    Claim,
    ClaimId,
    Entity,
    EntityId,
    Event,
    Figure,
    Inputs,
    Kind,
    LocalText,
    Property,
    PropertyId,
    Qualifiers,
    Reliability,
    Settings,
    Source,
    SourceId,
    Span,
    Term,
    TermId,
    TermValue,
    Value,
    ValueType,
    Vocabulary,
)
from build_tools.values import parse_date, parse_edtf, parse_quantity

CLAIMS = 100_000
EACH = 5
SOURCES = 200
NOTHING = LocalText()
V = TypeVar("V")
LIMIT = 3.0


def read(value: V | None) -> V:
    """What was read, which is there."""
    assert value is not None
    return value


PUBLISHED = read(parse_edtf("2025-12-20"))
ACME = EntityId("acme")
AGREED = [read(parse_quantity(text)) for text in ("143亿美元", "$14.3bn", "超过140亿美元", "约143亿美元")]
OTHER = read(parse_quantity("148亿美元"))
DAYS = [read(parse_date(text, PUBLISHED)) for text in ("2025年6月", "2025年6月12日", "2025年")]
OTHER_DAY = read(parse_date("2025年7月3日", PUBLISHED))
PERIODS = [read(parse_date(text, PUBLISHED)) for text in ("2024年", "2025年")]
ROLES = [TermValue(TermId(id)) for id in ("cto", "founder", "cto")]
OTHER_ROLE = TermValue(TermId("coo"))


def world(subjects: int) -> Inputs:
    """So many subjects, a third each figures, events and people."""
    entities = {one.id: one for one in map(subject, range(subjects))}
    of = [
        Property(PropertyId("value"), ValueType.QUANTITY, NOTHING, True, (Kind.FIGURE,), ("period",)),
        Property(PropertyId("date"), ValueType.DATE, NOTHING, True, (Kind.EVENT,)),
        Property(PropertyId("role"), ValueType.TERM, NOTHING, False, (Kind.PERSON,), ("at",)),
    ]
    terms = [
        Term(TermId("cto"), NOTHING, ("CTO",), excludes=(TermId("coo"),)),
        Term(TermId("coo"), NOTHING, ("COO",)),
        Term(TermId("founder"), NOTHING, ("founder",)),
    ]
    settings = Settings(NOTHING, NOTHING, ("en",), "tw", Decimal(100), "")
    sources = {one.id: one for one in map(source, range(SOURCES))}
    vocabulary = Vocabulary({one.id: one for one in of}, {one.id: one for one in terms})
    return Inputs(settings, vocabulary, sources, entities, ())


def subject(number: int) -> Entity:
    match number % 3:
        case 0:
            return Figure(id=EntityId(f"figure-{number}"), kind=Kind.FIGURE, label=NOTHING)
        case 1:
            return Event(id=EntityId(f"event-{number}"), kind=Kind.EVENT, label=NOTHING)
        case _:
            return Entity(id=EntityId(f"person-{number}"), kind=Kind.PERSON, label=NOTHING)


def source(number: int) -> Source:
    id, doubt = SourceId(f"s-{number}"), Reliability("F", NOTHING)
    made = (NOTHING, NOTHING, NOTHING, NOTHING)
    return Source(id, "", *made, "", PUBLISHED, NOTHING, "zh-Hans", doubt, relays=(ACME,) * (number % 9 == 0))


def claims(inputs: Inputs) -> Iterator[Claim]:
    """Five claims on each subject, by five articles; every tenth subject is in dispute."""
    for number, entity in enumerate(inputs.entities.values()):
        for at in range(EACH):
            yield claim(entity, number, at, disputed=number % 10 == 0 and at == EACH - 1)


def claim(entity: Entity, number: int, at: int, disputed: bool) -> Claim:
    property, value, given = said(entity, at, disputed)
    where = SourceId(f"s-{(number * 7 + at * 13) % SOURCES}")
    made = Claim(
        id=ClaimId(""),
        subject=entity.id,
        property=PropertyId(property),
        value=value,
        qualifiers=given,
        citation=Citation(where, (Span(number, number + 9),), ("",), 1),
        passage="",
        translation=NOTHING,
        raw="",
    )
    return replace(made, id=claim_id(made))


def said(entity: Entity, at: int, disputed: bool) -> tuple[str, Value, Qualifiers]:
    match entity.kind:
        case Kind.FIGURE:
            period = Qualifiers(period=PERIODS[at % 2]) if at < 2 else Qualifiers()
            return "value", OTHER if disputed else AGREED[at % 4], period
        case Kind.EVENT:
            return "date", OTHER_DAY if disputed else DAYS[at % 3], Qualifiers()
        case _:
            return "role", OTHER_ROLE if disputed else ROLES[at % 3], Qualifiers(at=ACME)


def measure(count: int) -> float:
    """Fold and reconcile so many claims; the seconds of processor time that took."""
    inputs = world(count // EACH)
    given = numbered(claims(inputs))
    start, started = perf_counter(), process_time()
    conflicts = reconcile(fold_claims(given), inputs)
    taken, busy = perf_counter() - start, process_time() - started
    print(f"{count:>9,} claims: {busy:.2f} s of processor, {taken:.2f} s; {len(conflicts):,} conflicts")
    assert len(conflicts) == -(-len(inputs.entities) // 10)
    return busy


def main() -> None:
    """Measure a quarter, a half and the whole, so that the growth can be seen."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    quarter, _, whole = (measure(size) for size in (count // 4, count // 2, count))
    print(f"four times the claims take {whole / quarter:.1f} times as long; limit for the whole: {LIMIT} s")


if __name__ == "__main__":
    main()
