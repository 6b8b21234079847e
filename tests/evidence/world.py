"""A small world for the cases: what there is in it, and how a claim is written in one line.

    first: price = 143亿美元; period 2025年
    second: cut.date != 6月12日; said_by acme; modality planned
    third: not cut

is what three articles say. `!=` denies a value, `not` denies the subject or the property named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from build_tools.evidence import fold_claims, reconcile
from build_tools.evidence.proving.identity import claim_id, numbered
from build_tools.evidence.questions import labels
from build_tools.model import (
    Answer,
    Citation,
    Claim,
    ClaimId,
    Conflict,
    DateValue,
    Entity,
    EntityId,
    EntityValue,
    Event,
    Figure,
    Inputs,
    Kind,
    LocalText,
    Modality,
    Property,
    PropertyId,
    Qualifiers,
    Question,
    Reliability,
    Settings,
    Source,
    SourceId,
    Span,
    Stance,
    Term,
    TermId,
    TermValue,
    TextValue,
    Value,
    ValueType,
    Vocabulary,
)
from build_tools.values import parse_date, parse_edtf, parse_quantity

NO_TEXT = LocalText()
LINE = re.compile(
    r"(?P<source>[\w-]+): (?P<no>not )?(?P<subject>[\w-]+)(?:\.(?P<property>\w+))?"
    r"(?: (?P<sign>=|!=) (?P<value>[^;]+))?(?P<rest>(?:; \w+ [^;]+)*)"
)
V = TypeVar("V")
DATES = ("period", "as_of", "from", "until")


def say(text: str) -> LocalText:
    """Words of ours that are the same in every edition."""
    return LocalText(every=text)


def a_property(
    id: str, type: ValueType, of: Kind, single: bool = False, per: tuple[str, ...] = ()
) -> Property:
    """A property of one kind of entity."""
    return Property(PropertyId(id), type, say(id), single, (of,), per)


PROPERTIES = (
    a_property("account", ValueType.TEXT, Kind.PERSON),
    a_property("role", ValueType.TERM, Kind.PERSON, per=("at",)),
    a_property("owner", ValueType.ENTITY, Kind.ORGANISATION, single=True),
    a_property("date", ValueType.DATE, Kind.EVENT, single=True),
    a_property("participant", ValueType.ENTITY, Kind.EVENT),
    a_property("value", ValueType.QUANTITY, Kind.FIGURE, single=True, per=("period",)),
    a_property("forecast", ValueType.QUANTITY, Kind.ORGANISATION, single=True, per=("said_by",)),
)
TERMS = (
    Term(TermId("ceo"), say("CEO"), ("CEO",), single_holder=True),
    Term(TermId("cto"), say("CTO"), ("CTO",), excludes=(TermId("coo"),)),
    Term(TermId("coo"), say("COO"), ("COO",)),
    Term(TermId("insiders"), say("insiders"), ("知情人士",)),
)


def an_entity(id: str, kind: Kind) -> Entity:
    return Entity(id=EntityId(id), kind=kind, label=say(id))


def a_figure(id: str, *parts: str) -> Figure:
    return Figure(id=EntityId(id), kind=Kind.FIGURE, label=say(id), sum_of=tuple(map(EntityId, parts)))


def an_event(id: str, *after: str) -> Event:
    return Event(id=EntityId(id), kind=Kind.EVENT, label=say(id), after=tuple(map(EntityId, after)))


ENTITIES: tuple[Entity, ...] = (
    *(an_entity(id, Kind.PERSON) for id in ("ann", "ben")),
    *(an_entity(id, Kind.ORGANISATION) for id in ("acme", "bolt", "wire")),
    *(a_figure(id) for id in ("price", "staff", "part-one", "part-two")),
    a_figure("whole", "part-one", "part-two"),
    *(an_event(id) for id in ("cut", "test")),
    an_event("draft", "test"),
    an_event("launch", "draft"),
    Question(
        id=EntityId("kept"),
        kind=Kind.QUESTION,
        label=say("Was he kept?"),
        answers=(Answer(TermId("yes"), say("Yes")), Answer(TermId("no"), say("No"))),
    ),
)


def a_source(id: str, text: str = "") -> Source:
    """A source of which little matters but its name."""
    return Source(
        id=SourceId(id),
        text=text,
        title=say(id),
        author=NO_TEXT,
        publisher=say(id),
        through=NO_TEXT,
        url="",
        published=parse_edtf("2025-12-20") or DateValue(None, None, None),
        published_why=NO_TEXT,
        language="zh-Hans",
        reliability=Reliability("F", NO_TEXT),
    )


def a_world(sources: Iterable[Source], entities: tuple[Entity, ...] = ()) -> Inputs:
    """The inputs beside which claims are compared."""
    return Inputs(
        settings=Settings(NO_TEXT, NO_TEXT, ("en",), "tw", Decimal(100), ""),
        vocabulary=Vocabulary({one.id: one for one in PROPERTIES}, {one.id: one for one in TERMS}),
        sources={one.id: one for one in sources},
        entities={one.id: one for one in (*ENTITIES, *entities)},
        annotations=(),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What some lines say: the claims, and the world in which they are made."""

    claims: tuple[Claim, ...]
    inputs: Inputs

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return reconcile(fold_claims(self.claims), self.inputs)


def tell(lines: str, entities: tuple[Entity, ...] = ()) -> Told:
    """The claims of some lines, an article's in the order of its lines."""
    claims = [parse_claim(line, at) for at, line in enumerate(lines.splitlines()) if line.strip()]
    sources = sorted({claim.citation.source for claim in claims})
    return Told(numbered(claims), a_world(map(a_source, sources), entities))


def parse_claim(line: str, at: int = 0) -> Claim:
    """One line as a claim."""
    found = LINE.fullmatch(line.strip())
    if not found:
        raise ValueError(f"not a claim: {line}")
    subject, property = EntityId(found["subject"]), found["property"]
    if property is None and found["value"]:
        property = "answer" if subject == "kept" else "value"
    raw = (found["value"] or "").strip()
    claim = Claim(
        id=ClaimId(""),
        subject=subject,
        property=PropertyId(property) if property else None,
        value=parse_value(property, raw) if property and raw else None,
        qualifiers=parse_qualifiers(found["rest"], bool(found["no"]) or found["sign"] == "!="),
        citation=Citation(SourceId(found["source"]), (Span(at, at + 1),), (line,), at + 1),
        passage=f"p{at}",
        translation=NO_TEXT,
        raw=raw,
    )
    return replace(claim, id=claim_id(claim))


def parse_value(property: str, text: str) -> Value:
    """A value by its property."""
    match property:
        case "value" | "forecast":
            return known(parse_quantity(text), text)
        case "date":
            return known(parse_date(text, parse_edtf("2025-12-20")), text)
        case "role" | "answer":
            return TermValue(TermId(text))
        case "account":
            return TextValue(say(text))
        case _:
            return EntityValue(EntityId(text))


def known(value: V | None, text: str) -> V:
    if value is None:
        raise ValueError(f"nothing read in {text}")
    return value


def parse_qualifiers(rest: str, denied: bool) -> Qualifiers:
    """`; period 2025年; at acme` as qualifiers."""
    given = dict(one.split(" ", 1) for one in rest.split("; ") if one)
    dates = {name: known(parse_date(given[name], None), given[name]) for name in DATES if name in given}
    return Qualifiers(
        period=dates.get("period"),
        as_of=dates.get("as_of"),
        from_=dates.get("from"),
        until=dates.get("until"),
        at=EntityId(given["at"]) if "at" in given else None,
        said_by=EntityId(given["said_by"]) if "said_by" in given else None,
        via=EntityId(given["via"]) if "via" in given else None,
        stance=Stance.DENIES if denied else Stance.AFFIRMS,
        modality=Modality(given.get("modality", "asserted")),
    )


def shown(conflicts: Iterable[Conflict]) -> str:
    """Conflicts as the cases write them: a line for each, one for each side, one for what fits both."""
    lines: list[str] = []
    for conflict in conflicts:
        lines.append(f"{conflict.id} ({conflict.rule})")
        for label, side in zip(labels(conflict), conflict.sides, strict=True):
            lines.append(f"  {label}: {', '.join(side.sources)}")
        if conflict.fits_both:
            lines.append(f"  fits: {', '.join(claim.citation.source for claim in conflict.fits_both)}")
    return "\n".join(lines) or "none"
