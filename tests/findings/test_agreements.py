"""What independent articles agree on, what only one says, and which disagreement weighs most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.evidence import fold_claims
from build_tools.findings import survey
from build_tools.findings.agreements import substantial
from build_tools.findings.conflicts import weighed_conflicts
from build_tools.findings.weight import varied
from build_tools.model import (
    Claim,
    ClaimId,
    ConflictId,
    Dossier,
    EntityId,
    EntityValue,
    Finding,
    Findings,
    FindingSort,
    Index,
    PropertyId,
    Qualifiers,
    Rule,
    SourceId,
    Stance,
    Statement,
    StatementGroup,
    TermId,
    TermValue,
)
from tests.pages.small import CLAIMS, CONFLICT, dossier

ROLE = TermValue(TermId("cto"))


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
    found = survey(given).agreements
    return [(each.subject, str(each.property)) for each in found if each.statement.value is None]


def found_in(*claims: Claim) -> Findings:
    statement = Statement(ROLE, Stance.AFFIRMS, claims)
    group = StatementGroup(EntityId("ada"), PropertyId("role"), (statement,))
    return survey(replace(dossier(), groups=(group,), conflicts=()))


def sources(found: Iterable[Finding]) -> list[set[str]]:
    return [set(each.sources) for each in found]


def test_two_independent_articles_agree() -> None:
    assert sources(found_in(claim("courier"), claim("herald")).agreements) == [{"courier", "herald"}]


def test_two_articles_that_pass_on_one_report_do_not() -> None:
    assert found_in(claim("courier", via="engine"), claim("herald", via="engine")).agreements == ()


def test_one_office_at_two_firms_is_not_said_twice() -> None:
    given = found_in(claim("courier"), claim("herald", at="engine"))
    assert given.agreements == ()
    assert {id: sources(found) for id, found in given.alone.items()} == {
        "courier": [{"courier"}],
        "herald": [{"herald"}],
    }


def test_what_is_contested_is_neither_agreed_nor_said_by_one_alone() -> None:
    alone = survey(dossier()).alone
    told = [claim.id for found in alone.values() for each in found for claim in each.statement.claims]
    assert "c-p2-role" in told
    assert "c-p1-price" not in told
    assert "c-p1-told" not in told


def test_who_took_part_in_an_event_that_one_article_tells_of_goes_without_saying() -> None:
    given = survey(without("p6-date", "p6-ada", "p6-mill")).alone
    sales = [each for found in given.values() for each in found if each.subject == "sale"]
    assert [str(each.property) for each in sales] == ["date"]
    given = survey(without("p4-date", "p6-date")).alone
    sales = [each for found in given.values() for each in found if each.subject == "sale"]
    assert [(each.property, each.statement.value) for each in sales] == [(None, None)]


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
    found = survey(replace(dossier(), groups=grouped([*CLAIMS, *OFFICES]))).agreements
    assert [each.subject for each in found] == ["sale", "ada"]


def test_home_lists_no_more_than_a_few_of_one_subject_and_no_bare_names() -> None:
    role = next(iter(survey(dossier()).alone[SourceId("courier")]))
    claims = role.statement.claims
    statement = Statement(EntityValue(EntityId("mill")), Stance.AFFIRMS, claims)
    named = replace(role, statement=statement, sort=FindingSort.NAME)
    assert substantial([role, named, role, role], 2) == (role, role)


def test_each_sort_of_disagreement_has_its_turn() -> None:
    number, other = CONFLICT, replace(CONFLICT, id=ConflictId("b"))
    denial = replace(CONFLICT, id=ConflictId("c"), rule=Rule.DENIED, fits_both=())
    found = varied(weighed_conflicts(Index(replace(dossier(), conflicts=(denial, other, number)))))
    assert [each.conflict for each in found] == [other, denial, number]


def test_the_disagreement_with_the_most_articles_comes_first() -> None:
    two = replace(CONFLICT, id=ConflictId("a-two"), fits_both=())
    found = weighed_conflicts(Index(replace(dossier(), conflicts=(two, CONFLICT))))
    assert [each.conflict for each in found] == [CONFLICT, two]
