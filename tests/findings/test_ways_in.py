"""The ways in beside people, events and figures: what belongs to each, decided once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.findings import survey
from build_tools.model import (
    Claim,
    Credited,
    Dossier,
    EntityId,
    LocalText,
    Money,
    Qualifiers,
    SourceId,
    Stance,
    TermId,
    Theme,
    ThemeId,
    WaysIn,
)
from tests.pages.small import ADA, CLAIMS, DENIED, MILL, PASSAGES, PRICE, WORTH, dossier, grouped

WHY = LocalText(every="No price has been told before.")


def found(given: Dossier) -> WaysIn:
    return survey(given).ways_in


def with_themes(*themes: tuple[str, tuple[str, ...]]) -> Dossier:
    given = dossier()
    made = tuple(
        Theme(ThemeId(id), LocalText(every=id), at, tuple(map(EntityId, about)))
        for at, (id, about) in enumerate(themes)
    )
    return replace(given, inputs=replace(given.inputs, themes=made))


def with_doubt(passage: str, given: Dossier) -> Dossier:
    """The same dossier, in which the editors doubt one passage."""
    doubted = tuple(
        replace(each, annotation=replace(each.annotation, doubt=WHY)) if each.id == passage else each
        for each in PASSAGES
    )
    return replace(given, anchored=doubted)


def with_claim(number: int, said: Qualifiers) -> Dossier:
    claims = [replace(each, qualifiers=said) if at == number else each for at, each in enumerate(CLAIMS)]
    return replace(dossier(), groups=grouped(claims))


def test_a_theme_has_the_disagreements_on_what_it_lists() -> None:
    money, people = found(with_themes(("money", ("price",)), ("people", ("ada",)))).themes
    assert [each.id for each in money.disputed] == ["price-value"]
    assert people.disputed == ()


def test_a_theme_that_lists_only_a_question_has_its_disagreement_and_no_claims() -> None:
    (theme,) = found(with_themes(("paid", ("paid",)))).themes
    assert [each.id for each in theme.disputed] == ["price-value"]
    assert theme.said == ()


def test_a_theme_knows_what_several_articles_say_of_what_it_lists() -> None:
    sale, price = found(with_themes(("sale", ("sale",)), ("price", ("price",)))).themes
    assert {each.subject for each in sale.known} == {"sale"}
    assert price.known == ()


def test_what_a_theme_says_is_in_the_order_of_its_list() -> None:
    (theme,) = found(with_themes(("all", ("sale", "worth", "ada", "price")))).themes
    assert [id for id, _ in theme.said] == ["sale", "ada", "price"]


def test_a_doubt_concerns_the_figure_of_its_passage_and_not_what_is_told_beside_it() -> None:
    (doubt,) = found(with_doubt("p1", dossier())).doubts
    assert [claim.id for claim in doubt.claims] == ["c-p1-price", "c-p1-told"]
    assert [claim.id for claim in doubt.concerned] == ["c-p1-price"]


def test_a_doubt_of_one_claim_concerns_that_claim_and_none_beside_it() -> None:
    given = with_claim(0, replace(CLAIMS[0].qualifiers, doubt=WHY))
    (doubt,) = found(given).doubts
    assert (doubt.id, doubt.why) == (CLAIMS[0].id, WHY)
    assert [claim.id for claim in doubt.concerned] == [CLAIMS[0].id]
    assert len(found(given).doubt_of) == 1


def test_a_passage_and_a_claim_in_it_may_both_be_doubtful() -> None:
    given = with_doubt("p1", with_claim(0, replace(CLAIMS[0].qualifiers, doubt=WHY)))
    assert CLAIMS[0].passage == "p1"
    assert [doubt.id for doubt in found(given).doubts] == ["p1", CLAIMS[0].id]


def test_a_doubt_belongs_to_the_themes_of_its_claims() -> None:
    given = with_doubt("p1", with_themes(("price", ("price",)), ("ada", ("ada",)), ("sale", ("sale",))))
    assert [len(each.doubtful) for each in found(given).themes] == [1, 1, 0]


def test_two_figures_that_both_say_why_are_one_pair() -> None:
    given = dossier()
    apart = {
        PRICE.id: replace(PRICE, why_unlike=((WORTH.id, WHY),)),
        WORTH.id: replace(WORTH, why_unlike=((PRICE.id, WHY),)),
    }
    inputs = replace(given.inputs, entities={**given.inputs.entities, **apart})
    ways = found(replace(given, inputs=inputs))
    assert [(each.one, each.other) for each in ways.not_compared] == [("price", "worth")]
    assert ways.why_apart(WORTH.id) == (WHY,)


def test_sums_are_apart_by_how_they_are_given_and_the_smallest_is_first() -> None:
    sums = found(dossier()).sums
    assert [(each.given, [claim.id for claim in each.claims]) for each in sums] == [
        (Money.STATED, ["c-p7-price"]),
        (Money.STATED, ["c-p1-price"]),
        (Money.PLANNED, ["c-p3-price"]),
    ]


def test_a_sum_that_is_denied_is_none() -> None:
    assert Money.PLANNED not in {each.given for each in found(with_claim(3, DENIED)).sums}


def test_a_number_without_a_currency_is_money_only_where_its_figure_says_so() -> None:
    bare = [replace(each, value=replace(each.value, unit=None)) for each in _prices()]  # type: ignore[type-var]
    given = replace(dossier(), groups=grouped(bare), conflicts=())
    assert found(given).sums == ()
    figure = replace(PRICE, unit=None, no_currency=True)
    inputs = replace(given.inputs, entities={**given.inputs.entities, PRICE.id: figure})
    assert {each.given for each in found(replace(given, inputs=inputs)).sums} == {Money.NO_CURRENCY}


def _prices() -> list[Claim]:
    return [each for each in CLAIMS if each.subject == PRICE.id]


def test_one_sum_alone_is_not_worth_a_scale() -> None:
    assert found(replace(dossier(), groups=grouped(_prices()[:1]), conflicts=())).sums == ()


@pytest.mark.parametrize(
    ("said", "credited"),
    [
        (Qualifiers(), Credited.NOBODY),
        (Qualifiers(said_by=ADA.id), Credited.PERSON),
        (Qualifiers(said_by=MILL.id, stance=Stance.DENIES), Credited.ORGANISATION),
        (Qualifiers(said_by=TermId("insiders")), Credited.UNNAMED),
        (Qualifiers(via=MILL.id), Credited.OUTLET),
        (Qualifiers(via=MILL.id, said_by=TermId("insiders")), Credited.OUTLET),
    ],
)
def test_whom_an_article_credits(said: Qualifiers, credited: Credited) -> None:
    courier = next(each for each in found(with_claim(1, said)).credits if each.source == "courier")
    assert "c-p1-told" in [claim.id for claim in courier.by[credited]]
    assert sum(map(len, courier.by.values())) == 3


def test_an_outlet_that_is_listed_and_credited_with_nothing_is_said_to_be() -> None:
    given = dossier()
    courier = replace(given.inputs.sources[SourceId("courier")], relays=(MILL.id,))
    inputs = replace(given.inputs, sources={**given.inputs.sources, courier.id: courier})
    credits = found(replace(given, inputs=inputs)).credits
    assert {each.source: each.outlets for each in credits}[courier.id] == ((MILL.id, ()),)
