"""What independent articles agree on, what only one says, and which disagreement weighs most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from build_tools.evidence import fold_claims
from build_tools.model import (
    Claim,
    ClaimId,
    ConflictId,
    Dossier,
    EntityId,
    EntityValue,
    Interval,
    PropertyId,
    Qualifier,
    Qualifiers,
    Quantity,
    Rule,
    SourceId,
    Stance,
    Statement,
    StatementGroup,
    TermId,
    TermValue,
)
from build_tools.pages.standing import agreed, by_weight, notable, single, substantial, varied
from build_tools.pages.view import View
from build_tools.website.editions import EDITIONS
from tests.pages.small import CLAIMS, CONFLICT, dossier

ROLE = TermValue(TermId("cto"))
EN = EDITIONS["en"]
FEW = Interval(Decimal(2), Decimal(9))
SEVERAL = Quantity(None, FEW, FEW, Qualifier.SEVERAL, "USD")


def claim(source: str, at: str = "mill", via: str | None = None) -> Claim:
    said = Qualifiers(at=EntityId(at), via=EntityId(via) if via else None)
    cited = replace(CLAIMS[2].citation, source=SourceId(source))
    return replace(CLAIMS[2], id=ClaimId(f"c-{source}-{at}"), qualifiers=said, citation=cited)


OFFICES = (claim("courier"), claim("herald"))


def grouped(claims: Iterable[Claim]) -> tuple[StatementGroup, ...]:
    """As the line groups them."""
    return fold_claims(claims)


def without(*ids: str) -> Dossier:
    left = [each for each in CLAIMS if each.id.removeprefix("c-") not in ids]
    return replace(dossier(), groups=grouped(left), conflicts=())


def told(given: Dossier) -> list[tuple[str, str]]:
    found = agreed(View(given, EN))
    return [(group.subject, str(group.property)) for group, said in found if said.value is None]


def view(*claims: Claim) -> View:
    statement = Statement(ROLE, Stance.AFFIRMS, claims)
    group = StatementGroup(EntityId("ada"), PropertyId("role"), (statement,))
    return View(replace(dossier(), groups=(group,), conflicts=()), EDITIONS["en"])


def sources(found: object) -> list[set[str]]:
    assert isinstance(found, tuple)
    return [{claim.citation.source for claim in statement.claims} for _, statement in found]


def test_two_independent_articles_agree() -> None:
    assert sources(agreed(view(claim("courier"), claim("herald")))) == [{"courier", "herald"}]


def test_two_articles_that_pass_on_one_report_do_not() -> None:
    assert agreed(view(claim("courier", via="engine"), claim("herald", via="engine"))) == ()


def test_one_office_at_two_firms_is_not_said_twice() -> None:
    given = view(claim("courier"), claim("herald", at="engine"))
    assert agreed(given) == ()
    assert {id: sources(found) for id, found in single(given).items()} == {
        "courier": [{"courier"}],
        "herald": [{"herald"}],
    }


def test_what_is_contested_is_neither_agreed_nor_said_by_one_alone() -> None:
    given = View(dossier(), EDITIONS["en"])
    told = [claim.id for found in single(given).values() for _, said in found for claim in said.claims]
    assert "c-p2-role" in told
    assert "c-p1-price" not in told
    assert "c-p1-told" not in told


def test_of_each_article_a_figure_and_an_event_of_which_no_other_tells() -> None:
    alone = View(without("p6-date", "p6-ada", "p6-mill"), EN)
    found = [said.claims[0].id for _, said in notable(alone)]
    assert found == ["c-p1-price", "c-p3-price", "c-p4-date", "c-p7-price"]


def test_money_comes_before_a_vague_count() -> None:
    vague = replace(CLAIMS[10], id=ClaimId("c-p7-some"), subject=EntityId("worth"), value=SEVERAL)
    found = notable(View(replace(dossier(), groups=grouped([vague, CLAIMS[10]]), conflicts=()), EN))
    assert [said.claims[0].id for _, said in found] == ["c-p7-price"]


def test_an_event_is_agreed_on_where_two_articles_date_it_or_name_who_took_part() -> None:
    assert [subject for subject, *_ in told(dossier())] == ["sale"]
    assert told(without("p6-date", "p6-ada", "p6-mill")) == []


def test_an_event_that_two_articles_say_happened_is_agreed_on_once() -> None:
    happened = [replace(each, id=ClaimId(f"{each.id}-so"), property=None, value=None) for each in CLAIMS[7:9]]
    other = replace(happened[0], id=ClaimId("c-p4-so"), citation=CLAIMS[4].citation)
    assert told(replace(dossier(), groups=grouped([*CLAIMS, *happened, other]))) == [("sale", "None")]


def test_an_event_that_somebody_denies_is_not() -> None:
    doubt = replace(CLAIMS[5], id=ClaimId("c-p5-doubt"), subject=EntityId("sale"))
    assert told(replace(dossier(), groups=grouped([*CLAIMS, doubt]))) == []


def test_figures_and_events_are_agreed_on_before_offices() -> None:
    found = agreed(View(replace(dossier(), groups=grouped([*CLAIMS, *OFFICES])), EN))
    assert [group.subject for group, _ in found] == ["sale", "ada"]


def test_home_lists_no_more_than_a_few_of_one_subject_and_no_bare_names() -> None:
    group, role = next(said for said in single(View(dossier(), EN))[SourceId("courier")])
    named = Statement(EntityValue(EntityId("mill")), Stance.AFFIRMS, role.claims)
    every = [(group, role), (group, named), (group, role), (group, role)]
    assert substantial(every, 2) == ((group, role), (group, role))


def test_each_sort_of_disagreement_has_its_turn() -> None:
    number, other = CONFLICT, replace(CONFLICT, id=ConflictId("b"))
    denial = replace(CONFLICT, id=ConflictId("c"), rule=Rule.DENIED, fits_both=())
    assert varied([denial, other, number]) == (other, denial, number)


def test_the_disagreement_with_the_most_articles_comes_first() -> None:
    two = replace(CONFLICT, id=ConflictId("a-two"), fits_both=())
    assert by_weight([two, CONFLICT]) == (CONFLICT, two)
