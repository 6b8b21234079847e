"""A small dossier, built in code: three articles on who paid what for a mill, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from build_tools.model import (
    Anchored,
    Annotation,
    Answer,
    Citation,
    Claim,
    ClaimId,
    Conflict,
    ConflictId,
    DateValue,
    Dossier,
    Entity,
    EntityId,
    EntityValue,
    Event,
    Figure,
    Inputs,
    Interval,
    Kind,
    LocalText,
    Mention,
    Modality,
    Omission,
    Property,
    PropertyId,
    Qualifier,
    Qualifiers,
    Quantity,
    Question,
    Reliability,
    Rule,
    Selector,
    Settings,
    Side,
    Source,
    SourceId,
    Span,
    Stance,
    Statement,
    StatementGroup,
    Term,
    TermId,
    TermValue,
    TextValue,
    Value,
    ValueType,
    Vocabulary,
    Written,
    WrittenClaim,
    WrittenQualifiers,
)
from build_tools.problem import Origin

TEXTS = {
    "courier": "广告\n亚达·王以143亿美元收购磨坊公司。亚达·王是首席技术官。没有人提到别的。\n天气很好。\n",
    "herald": "亞達·王將以148億美元收購磨坊公司。交易在2025年6月完成。\n磨坊公司否認裁員。\n",
    "times": "Ada Wang bought the Mill on 12 June 2025. It rained. She paid about $14 billion.\n",
}
LANGUAGES = {"courier": "zh-Hans", "herald": "zh-Hant", "times": "en"}


def both(en: str, zh: str) -> LocalText:
    """A text of ours in both languages."""
    return LocalText(en=en, zh=zh)


def origin(path: str, line: int = 1) -> Origin:
    """A place in a file."""
    return Origin(path, line)


def day(edtf: str, first: date, last: date | None = None, raw: str = "") -> DateValue:
    """A date or a range of days."""
    return DateValue(edtf, first, last or first, raw=raw)


def money(billions: str, spread: str, raw: str, qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    """So many billion dollars, rounded to `spread` on either side."""
    value, half = Decimal(billions) * 10**9, Decimal(spread) * 10**9
    loose = Interval(value - half, value + half)
    return Quantity(value, Interval(value, value), loose, qualifier, "USD", raw=raw)


def source(id: str) -> Source:
    """One of the three articles."""
    return Source(
        id=SourceId(id),
        text=TEXTS[id],
        title=LocalText(
            every={"courier": "磨坊易主", "herald": "磨坊之爭"}.get(id, "The Mill Changes Hands")
        ),
        author=LocalText(every="A. Writer"),
        publisher=both(f"The {id.title()}", {"courier": "信使报", "herald": "先驱报"}.get(id, "泰晤士报")),
        through=LocalText(every=""),
        url="",
        published=day("2025-06-21", date(2025, 6, 21)),
        published_why=both("dated in the article", "文中注明日期"),
        language=LANGUAGES[id],
        reliability=Reliability("C", both("It names its sources.", "它写明了来源。")),
        omit=(Omission(1, 1, both("advertisement", "广告")),) if id == "courier" else (),
        origin=origin(f"sources/articles/{id}/source.yaml"),
    )


SOURCES = {SourceId(id): source(id) for id in TEXTS}


def entity(id: str, kind: Kind, en: str, zh: str, *aliases: str) -> Entity:
    """A person, an organisation or a work."""
    return Entity(
        id=EntityId(id),
        kind=kind,
        label=both(en, zh),
        aliases=tuple(Written(alias) for alias in aliases),
        origin=origin(f"sources/{kind}/{id}.yaml"),
    )


ADA = replace(
    entity("ada", Kind.PERSON, "Ada Wang", "亚达·王", "Ada", "亚达"),
    summary=both("*Ada* runs the Mill[@courier/p2].", "*亚达*经营磨坊公司[@courier/p2]。"),
    note=both("The two spellings are one name.", "两种写法是同一个名字。"),
    was=("ada-w",),
)
MILL = entity("mill", Kind.ORGANISATION, "the Mill", "磨坊公司", "Mill")
ENGINE = entity("engine", Kind.WORK, "Analytical Engine", "分析机")
SALE = Event(
    id=EntityId("sale"),
    kind=Kind.EVENT,
    label=both("Sale of the Mill", "磨坊公司的出售"),
    before=(EntityId("layoffs"),),
    origin=origin("sources/events/sale.yaml"),
)
LAYOFFS = Event(
    id=EntityId("layoffs"),
    kind=Kind.EVENT,
    label=both("Layoffs at the Mill", "磨坊公司裁员"),
    origin=origin("sources/events/layoffs.yaml"),
)
PRICE = Figure(
    id=EntityId("price"),
    kind=Kind.FIGURE,
    label=both("Price of the Mill", "磨坊公司的价格"),
    of=SALE.id,
    unit="USD",
    unlike=(EntityId("worth"),),
    note=both("A price is not a worth.", "价格不是估值。"),
    origin=origin("sources/figures/price.yaml"),
)
WORTH = Figure(
    id=EntityId("worth"),
    kind=Kind.FIGURE,
    label=both("Worth of the Mill", "磨坊公司的估值"),
    note=both("No article gives it.", "没有文章给出。"),
    origin=origin("sources/figures/worth.yaml"),
)
PAID = Question(
    id=EntityId("paid"),
    kind=Kind.QUESTION,
    label=both("What was paid for the Mill?", "磨坊公司卖了多少钱？"),
    about=PRICE.id,
    note=both("The contract would settle it.", "合同能够定论。"),
    by=both("the editors", "编者"),
    decided="2025-07-01",
    origin=origin("sources/questions/paid.yaml"),
)
KEPT = Question(
    id=EntityId("kept"),
    kind=Kind.QUESTION,
    label=both("Did the Mill keep its staff?", "磨坊公司留住员工了吗？"),
    answers=(
        Answer(TermId("yes"), both("It did", "留住了")),
        Answer(TermId("no"), both("It did not", "没有留住")),
    ),
    origin=origin("sources/questions/kept.yaml"),
)
ENTITIES = {each.id: each for each in (ADA, MILL, ENGINE, SALE, LAYOFFS, PRICE, WORTH, PAID, KEPT)}

PROPERTIES = (
    Property(PropertyId("role"), ValueType.TERM, both("role", "职务"), False, (Kind.PERSON,), ("at",)),
    Property(PropertyId("date"), ValueType.DATE, both("date", "时间"), True, (Kind.EVENT,)),
    Property(
        PropertyId("participant"), ValueType.ENTITY, both("taking part", "参与者"), False, (Kind.EVENT,)
    ),
    Property(PropertyId("value"), ValueType.QUANTITY, both("value", "数值"), True, (Kind.FIGURE,)),
    Property(PropertyId("answer"), ValueType.TERM, both("answer", "回答"), True, (Kind.QUESTION,)),
    Property(
        PropertyId("account"), ValueType.TEXT, both("what each article reports", "讲述"), False, tuple(Kind)
    ),
)
VOCABULARY = Vocabulary(
    {each.id: each for each in PROPERTIES},
    {
        TermId("cto"): Term(TermId("cto"), both("Chief Technology Officer", "首席技术官"), ("首席技术官",)),
        TermId("insiders"): Term(TermId("insiders"), both("insiders", "知情人士"), ("知情人士",)),
    },
)
SETTINGS = Settings(
    title=both("Who bought the Mill", "谁买下了磨坊"),
    description=both("Three articles on a sale.", "三篇关于一笔交易的文章。"),
    editions=("en", "zh-Hans", "zh-Hant"),
    opencc="tw",
    publish_limit=Decimal(100),
    repository="https://github.com/example/mill",
    story=(both("[[ada]] bought [[mill|it]][@courier/p1].", "[[ada]]买下了[[mill|它]][@courier/p1]。"),),
    origin=origin("sources/dossier.yaml"),
)


def anchored(id: str, source: str, *quote: str, translation: str = "") -> Anchored:
    """A quote, found where it stands in its article."""
    text = TEXTS[source]
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in quote)
    line = text.count("\n", 0, spans[0].start) + 1
    written = (WrittenClaim(Written("ada"), None, None, WrittenQualifiers()),)
    annotation = Annotation(
        SourceId(source),
        Selector(tuple(Written(part) for part in quote)),
        written,
        id,
        LocalText(en=translation),
        origin=origin(f"sources/articles/{source}/annotations.yaml", 3),
    )
    return Anchored(id, annotation, Citation(SourceId(source), spans, quote, line))


PASSAGES = (
    anchored(
        "p1",
        "courier",
        "亚达·王以143亿美元收购磨坊公司",
        translation="Ada Wang buys the Mill for $14.3 billion",
    ),
    anchored("p2", "courier", "亚达·王是首席技术官", translation="Ada Wang is chief technology officer"),
    anchored("p3", "herald", "將以148億美元收購磨坊公司", translation="will buy the Mill for $14.8 billion"),
    anchored("p4", "herald", "交易在2025年6月完成", translation="the deal was done in June 2025"),
    anchored("p5", "herald", "磨坊公司否認裁員", translation="the Mill denied layoffs"),
    anchored("p6", "times", "Ada Wang bought the Mill", "on 12 June 2025"),
    anchored("p7", "times", "She paid about $14 billion."),
)
BY_ID = {each.id: each for each in PASSAGES}


def claim(
    id: str, subject: Entity, property: str, value: Value | None, said: Qualifiers | None = None
) -> Claim:
    """A claim; the passage stands in its name: `p1-price`."""
    found = BY_ID[id.partition("-")[0]]
    raw = value.raw if isinstance(value, Quantity | DateValue) else ""
    source = found.citation.source
    return Claim(
        id=ClaimId(f"c-{id}"),
        subject=subject.id,
        property=PropertyId(property) if property else None,
        value=value,
        qualifiers=said or Qualifiers(),
        citation=found.citation,
        passage=found.id,
        translation=found.annotation.translation,
        raw=raw,
        origin=origin(f"sources/articles/{source}/annotations.yaml", 7),
    )


JUNE = day("2025-06", date(2025, 6, 1), date(2025, 6, 30), "2025年6月")
TWELFTH = day("2025-06-12", date(2025, 6, 12), raw="12 June 2025")
PLANNED = Qualifiers(modality=Modality.PLANNED, note=both("before the sale", "出售之前"))
DENIED = Qualifiers(stance=Stance.DENIES, said_by=MILL.id)
TOLD = TextValue(both("Ada takes over the Mill.", "亚达接手磨坊公司。"))

CLAIMS = (
    claim("p1-price", PRICE, "value", money("14.3", "0.05", "143亿美元")),
    claim("p1-told", ADA, "account", TOLD),
    claim("p2-role", ADA, "role", TermValue(TermId("cto")), Qualifiers(at=MILL.id)),
    claim("p3-price", PRICE, "value", money("14.8", "0.05", "148億美元"), PLANNED),
    claim("p4-date", SALE, "date", JUNE),
    claim("p5-layoffs", LAYOFFS, "", None, DENIED),
    claim("p5-kept", KEPT, "answer", TermValue(TermId("yes"))),
    claim("p6-date", SALE, "date", TWELFTH),
    claim("p6-ada", SALE, "participant", EntityValue(ADA.id)),
    claim("p6-mill", SALE, "participant", EntityValue(MILL.id)),
    claim("p7-price", PRICE, "value", money("14", "0.5", "about $14 billion", Qualifier.ABOUT)),
)


def grouped(claims: Iterable[Claim]) -> tuple[StatementGroup, ...]:
    """Statement groups: a statement a value."""
    found: dict[tuple[EntityId, PropertyId | None], list[Statement]] = {}
    for each in claims:
        statement = Statement(each.value, each.qualifiers.stance, (each,))
        found.setdefault((each.subject, each.property), []).append(statement)
    return tuple(StatementGroup(subject, id, tuple(said)) for (subject, id), said in found.items())


def side(claim: Claim) -> Side:
    """A side with one claim."""
    return Side(claim.subject, claim.value, claim.qualifiers.stance, (claim,))


CONFLICT = Conflict(
    id=ConflictId("price-value"),
    rule=Rule.SINGLE_BEST_VALUE,
    subject=PRICE.id,
    property=PropertyId("value"),
    sides=(side(CLAIMS[0]), side(CLAIMS[3])),
    fits_both=(CLAIMS[10],),
    clashes=((0, 1),),
    question=PAID,
    unseen=(CLAIMS[3],),
)


def mentions() -> tuple[Mention, ...]:
    """Where the people and things are named."""
    forms = ((ADA, ("亚达·王", "亞達·王", "Ada Wang")), (MILL, ("磨坊公司", "Mill")))
    found = [
        Mention(SourceId(id), Span(at, at + len(form)), entity.id, form)
        for id, text in TEXTS.items()
        for entity, names in forms
        for form in names
        for at in range(len(text))
        if text.startswith(form, at)
    ]
    return tuple(sorted(found, key=lambda each: (each.source, each.span.start)))


def dossier() -> Dossier:
    """The whole."""
    inputs = Inputs(SETTINGS, VOCABULARY, SOURCES, ENTITIES, tuple(each.annotation for each in PASSAGES))
    return Dossier(inputs, mentions(), PASSAGES, grouped(CLAIMS), (CONFLICT,))
