"""What holds of every heap of claims, whatever they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_tools.evidence import fold_claims, reconcile
from build_tools.evidence.keys import value_key
from build_tools.evidence.proving.identity import numbered, told_apart
from build_tools.findings.origins import count_origins
from build_tools.model import Claim, ClaimId, Conflict, Qualifiers, Side, SourceId, Stance
from tests.evidence.world import Told, a_source, a_world, parse_claim, tell

VALUES = (
    "143亿美元",
    "148亿美元",
    "140亿美元",
    "超过140亿美元",
    "不到145亿美元",
    "约150亿美元",
    "数百亿美元",
    "143亿",
    "5亿欧元",
    "9亿欧元",
)
SAID = (
    *(f"price = {value}" for value in VALUES),
    *(f"price != {value}" for value in VALUES[:4]),
    "not price",
    "cut",
    "not cut",
    "cut.date = 2025年6月",
    "cut.date = 2025年6月12日",
    "cut.date = 2025年7月",
    "draft.date = 2025年9月",
    "launch.date = 2025年5月",
    "ann.role = cto; at acme",
    "ann.role = coo; at acme",
    "ann.role = ceo; at acme",
    "ben.role = ceo; at acme",
    "whole = 128亿美元",
    "part-one = 31亿美元",
    "part-two = 42亿美元",
    "kept = yes",
    "kept = no",
)
QUALIFIED = (
    "",
    "",
    "; period 2024年",
    "; period 2025年",
    "; as_of 2025年1月",
    "; as_of 2025年6月",
    "; via wire",
)
SOURCES = ("first", "second", "third")
lines = st.builds(
    "{}: {}{}".format, st.sampled_from(SOURCES), st.sampled_from(SAID), st.sampled_from(QUALIFIED)
)
unhurried = settings(deadline=None)
prices = st.builds(
    "{}: price = {}{}".format, st.sampled_from(SOURCES), st.sampled_from(VALUES), st.sampled_from(QUALIFIED)
)
heaps = st.lists(lines, min_size=1, max_size=12).map("\n".join)
TO_TRADITIONAL = str.maketrans({"亿": "億", "过": "過", "约": "約", "数": "數", "欧": "歐"})


def bare(conflicts: tuple[Conflict, ...]) -> list[tuple[object, ...]]:
    """Conflicts without the words of their claims."""
    return [
        (one.id, one.rule, [(side.subject, side.value, side.stance, side.sources) for side in one.sides])
        for one in conflicts
    ]


def reconciled(claims: tuple[Claim, ...], told: Told) -> tuple[Conflict, ...]:
    return reconcile(fold_claims(claims), told.inputs)


@unhurried
@given(heaps, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(heap: str, random: Random) -> None:
    told = tell(heap)
    shuffled = list(told.claims)
    random.shuffle(shuffled)
    assert fold_claims(tuple(shuffled)) == fold_claims(told.claims)
    assert reconciled(tuple(shuffled), told) == told.conflicts


@unhurried
@given(heaps)
def test_what_the_articles_are_called_never_matters(heap: str) -> None:
    names = {"first": "c", "second": "b", "third": "a"}
    renamed = "\n".join(f"{names[line.split(':')[0]]}:{line.partition(':')[2]}" for line in heap.splitlines())
    assert facing(tell(renamed)) == facing(tell(heap), names)


def facing(told: Told, names: Mapping[str, str] | None = None) -> list[tuple[object, ...]]:
    """Which articles stand against which, under these names of theirs."""
    called = names or {id: str(id) for id in told.inputs.sources}
    return sorted(
        (
            *(one.rule, one.subject, str(one.property)),
            sorted((*said(side), *sorted(called[id] for id in side.sources)) for side in one.sides),
            sorted({called[claim.citation.source] for claim in one.fits_both}),
        )
        for one in told.conflicts
    )


def said(side: Side) -> tuple[str, str, str]:
    return side.subject, value_key(side.value), side.stance


@unhurried
@given(heaps, st.integers(0, 11))
def test_a_claim_that_agrees_never_opens_a_conflict(heap: str, at: int) -> None:
    told = tell(heap)
    agreed = told.claims[at % len(told.claims)]
    assume(not told_both_ways(agreed, told.claims))
    after = reconciled(numbered((*told.claims, echo(agreed))), with_echo(told, agreed))
    assert disputes(after) == disputes(told.conflicts)


@unhurried
@given(st.lists(prices, min_size=1, max_size=8).map("\n".join), st.integers(0, 7))
def test_nor_does_one_that_agrees_and_leaves_out_when(heap: str, at: int) -> None:
    told = tell(heap)
    undated = replace(echo(told.claims[at % len(told.claims)]), qualifiers=Qualifiers())
    if undated.value and told.claims[at % len(told.claims)].qualifiers.stance is Stance.AFFIRMS:
        after = reconciled(numbered((*told.claims, undated)), told)
        assert bool(after) <= bool(told.conflicts)


def told_both_ways(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether an article affirms and denies a thing, of two times: another disputes one of them."""
    own = (one for one in claims if one.citation.source == claim.citation.source)
    return any(
        one.qualifiers.stance is not claim.qualifiers.stance for one in own if one.subject == claim.subject
    )


def with_echo(told: Told, claim: Claim) -> Told:
    """The same world with one more article, of the day of another."""
    sources = told.inputs.sources
    more = replace(sources[claim.citation.source], id=SourceId("echo"))
    return replace(told, inputs=replace(told.inputs, sources={**sources, more.id: more}))


def echo(claim: Claim) -> Claim:
    """The same, said by another article."""
    return replace(claim, citation=replace(claim.citation, source=SourceId("echo")))


def disputes(conflicts: tuple[Conflict, ...]) -> set[tuple[object, ...]]:
    """What stands against what, whoever says it."""
    return {(one.rule, one.subject, one.property, frozenset(map(stand, one.sides))) for one in conflicts}


def stand(side: Side) -> tuple[object, ...]:
    return side.subject, side.value, side.stance


@unhurried
@given(heaps)
def test_the_other_script_changes_no_verdict(heap: str) -> None:
    converted = tell(heap.translate(TO_TRADITIONAL))
    assert bare(converted.conflicts) == bare(tell(heap).conflicts)


@unhurried
@given(heaps)
def test_an_article_split_into_two_copies_adds_no_origin(heap: str) -> None:
    told = tell(heap)
    halves = tuple(
        replace(claim, citation=replace(claim.citation, source=half(claim.citation.source, at)))
        for at, claim in enumerate(told.claims)
    )
    names = {*told.inputs.sources, *(claim.citation.source for claim in halves)}
    copies = [replace(a_source(id), copies=(whole(id),)) if id != whole(id) else a_source(id) for id in names]
    assert count_origins(halves, a_world(copies)).origins == count_origins(told.claims, told.inputs).origins


def half(source: SourceId, at: int) -> SourceId:
    return SourceId(f"{source}-copy") if at % 2 else source


def whole(source: SourceId) -> SourceId:
    return SourceId(source.removesuffix("-copy"))


def test_a_claim_keeps_its_name_when_others_come_and_go() -> None:
    one = parse_claim("first: price = 143亿美元; period 2025年")
    other = parse_claim("first: price = 148亿美元", at=3)
    again = parse_claim("first: price = $14.3bn; said_by acme", at=7)
    elsewhere = parse_claim("second: price = 143亿美元")
    assert one.id == again.id
    assert len({one.id, other.id, elsewhere.id}) == 3
    assert [claim.id for claim in numbered((again, other, one))] == [one.id, other.id, f"{one.id}-2"]


def test_two_articles_whose_claims_come_to_the_same_digits_have_two_ids() -> None:
    made = parse_claim("first: price = 143亿美元")
    others = (parse_claim(f"{source}: price = 143亿美元") for source in ("second", "third"))
    by_chance = [replace(one, id=made.id) for one in others]
    repeat = replace(made, id=ClaimId(f"{made.id}-2"))
    ids = [claim.id for claim in told_apart((made, repeat, *by_chance))]
    assert ids == [made.id, f"{made.id}-2", f"{made.id}-3", f"{made.id}-4"]
