"""A disagreement in a line: who it is about, and beside which value it stands."""

from __future__ import annotations

from dataclasses import replace

from build_tools.findings import survey
from build_tools.findings.conflicts import weigh
from build_tools.model import (
    Conflict,
    ConflictFinding,
    ConflictId,
    Modality,
    PropertyId,
    Qualifiers,
    Rule,
    Side,
    Stance,
    TextValue,
)
from build_tools.pages.parts.callouts import callout, callouts, conflict_title, side_text, versus
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.view import View
from build_tools.values import parse_edtf
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from tests.pages.small import ADA, CLAIMS, CONFLICT, ENGINE, MILL, PAID, SALE, both, dossier, side

ROLE = side(CLAIMS[2])
WHO = Conflict(
    ConflictId("who"),
    Rule.ROLE,
    MILL.id,
    PropertyId("role"),
    (ROLE, replace(ROLE, subject=ENGINE.id)),
    question=PAID,
)
VIEW = View(survey(dossier()), EDITIONS["en"])


def weighed(conflict: Conflict) -> ConflictFinding:
    """As the survey has it."""
    return weigh(replace(conflict, clashes=((0, 1),)), VIEW.index)


def test_where_the_question_asks_who_the_sides_are_names() -> None:
    assert [side_text(VIEW, each, weighed(WHO)) for each in weighed(WHO).sides] == [
        "Ada Wang",
        VIEW.label(ENGINE.id),
    ]
    assert versus(VIEW, weighed(WHO)) == f"Ada Wang or {VIEW.label(ENGINE.id)}"
    shown = callout(Context(VIEW, HOME), weighed(WHO))
    assert f"What was paid for the Mill? Sources disagree: Ada Wang or {VIEW.label(ENGINE.id)} " in shown


def test_sides_that_are_sentences_are_told_apart() -> None:
    told = (both("She left.", "她走了。"), both("He did.", "他走了。"))
    sides = tuple(replace(ROLE, value=TextValue(words)) for words in told)
    asked = weighed(replace(WHO, sides=sides, subject=ROLE.subject))
    assert versus(VIEW, asked) == "She left; or: He did"
    assert versus(replace(VIEW, edition=EDITIONS["zh-Hans"]), asked) == "她走了；或：他走了"


def test_without_a_question_each_side_says_what_it_gives() -> None:
    bare = weighed(replace(WHO, question=None))
    assert side_text(VIEW, bare.sides[0], bare) == "Ada Wang: Chief Technology Officer"


def test_sides_that_say_different_things_say_them() -> None:
    denied = weighed(replace(WHO, sides=(ROLE, replace(ROLE, subject=ENGINE.id, stance=Stance.DENIES))))
    assert side_text(VIEW, denied.sides[0], denied) == "Ada Wang: Chief Technology Officer"
    assert versus(VIEW, weighed(CONFLICT)) == "US$14.3 billion or US$14.8 billion (planned)"


def of_post(year: str, given: Qualifiers) -> Side:
    """A side that gives a year, in claims on who has a post."""
    claims = tuple(replace(claim, qualifiers=given) for claim in ROLE.claims)
    return replace(ROLE, value=parse_edtf(year), claims=claims)


def test_the_days_of_a_post_are_told_as_when_it_began_or_ended() -> None:
    begun = [of_post(year, Qualifiers(from_=parse_edtf(year))) for year in ("2024", "2025")]
    ended = [of_post(year, Qualifiers(until=parse_edtf(year))) for year in ("2024", "2025")]
    bare = replace(WHO, subject=ROLE.subject, question=None)
    began, over = (weighed(replace(bare, sides=tuple(sides))) for sides in (begun, ended))
    assert conflict_title(VIEW, began) == "Ada Wang, Chief Technology Officer: since when"
    assert versus(VIEW, began) == "from 2024 or from 2025"
    assert conflict_title(VIEW, over) == "Ada Wang, Chief Technology Officer: until when"
    assert versus(VIEW, over) == "until 2024 or until 2025"


def test_what_all_sides_only_plan_is_said_to_be_planned() -> None:
    plans = tuple(replace(claim, qualifiers=Qualifiers(modality=Modality.PLANNED)) for claim in ROLE.claims)
    planned = replace(ROLE, claims=plans)
    who = weighed(replace(WHO, sides=(planned, replace(planned, subject=ENGINE.id))))
    assert side_text(VIEW, who.sides[0], who) == "Ada Wang: Chief Technology Officer (planned)"
    assert versus(VIEW, who).count("(planned)") == 2


def beside(property: str, conflict: Conflict) -> bool:
    view = View(survey(replace(dossier(), conflicts=(conflict,))), EDITIONS["en"])
    return bool(callouts(Context(view, HOME), SALE.id, PropertyId(property)))


def test_it_stands_beside_the_value_that_it_is_about_and_no_other() -> None:
    sides = tuple(replace(side(CLAIMS[at]), subject=SALE.id) for at in (4, 8))
    about_the_day = replace(CONFLICT, subject=SALE.id, property=PropertyId("date"), sides=sides)
    assert [beside(each, about_the_day) for each in ("date", "participant")] == [True, False]


def test_one_that_is_about_something_else_stands_beside_its_sides() -> None:
    sides = tuple(replace(side(CLAIMS[at]), subject=SALE.id) for at in (4, 7))
    about_another = replace(CONFLICT, subject=ADA.id, property=PropertyId("role"), sides=sides)
    assert [beside(each, about_another) for each in ("date", "participant")] == [True, False]
