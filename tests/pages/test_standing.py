"""What independent articles agree on, what only one says, and which disagreement weighs most."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import (
    Claim,
    ClaimId,
    ConflictId,
    EntityId,
    PropertyId,
    Qualifiers,
    SourceId,
    Stance,
    Statement,
    StatementGroup,
    TermId,
    TermValue,
)
from build_tools.pages.standing import agreed, by_weight, notable, single
from build_tools.pages.view import View
from build_tools.website.editions import EDITIONS
from tests.pages.small import CLAIMS, CONFLICT, dossier

ROLE = TermValue(TermId("cto"))


def claim(source: str, at: str = "mill", via: str | None = None) -> Claim:
    said = Qualifiers(at=EntityId(at), via=EntityId(via) if via else None)
    cited = replace(CLAIMS[2].citation, source=SourceId(source))
    return replace(CLAIMS[2], id=ClaimId(f"c-{source}-{at}"), qualifiers=said, citation=cited)


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


def test_figures_come_first_among_what_only_one_says() -> None:
    found = notable(View(dossier(), EDITIONS["en"]), 1)
    assert [said.claims[0].id for _, said in found] == ["c-p2-role", "c-p4-date", "c-p7-price"]


def test_the_disagreement_with_the_most_articles_comes_first() -> None:
    two = replace(CONFLICT, id=ConflictId("a-two"), fits_both=())
    assert by_weight([two, CONFLICT]) == (CONFLICT, two)
