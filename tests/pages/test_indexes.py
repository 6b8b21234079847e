"""The ways in: figures by disagreement, disagreements as cards, events in time, articles by both titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_tools.evidence import fold_claims
from build_tools.model import ClaimId, Dossier, EntityId, Event, Kind, LocalText, SourceId
from tests.pages.browse import pages_of, see
from tests.pages.small import CLAIMS, day, dossier


def body(address: str, given: Dossier | None = None, edition: str = "en") -> str:
    made = pages_of(given or dossier(), edition)
    return next(page.body for page in made if page.address == address)


def text(address: str, given: Dossier | None = None) -> str:
    made = pages_of(given or dossier())
    return see(next(page for page in made if page.address == address)).text


def test_disputed_figures_come_first_with_their_chart() -> None:
    shown = body("figures/index.md")
    assert shown.index("{ #disputed }") < shown.index("{ #f-price }") < shown.index('class="chart"')
    assert shown.index('class="chart"') < shown.index("{ #single }") < shown.index("Worth of the Mill")


def test_figures_that_articles_do_not_dispute_come_second() -> None:
    assert "{ #shared }" in body("figures/index.md", replace(dossier(), conflicts=()))


def test_a_disagreement_is_a_card_with_both_values() -> None:
    card = body("conflicts/index.md").partition('class="card"')[2].partition("</div>")[0]
    assert "US&#36;14.3 billion" in card or "US$14.3 billion" in card
    assert "14.8 billion (planned)" in card


def test_where_none_disagree_no_number_of_points_is_given() -> None:
    shown = text("conflicts/index.md", replace(dossier(), conflicts=()))
    assert "No disagreement has been found." in shown
    assert "0 points" not in shown


def test_of_a_kind_of_which_there_is_nothing_there_is_no_page() -> None:
    inputs = dossier().inputs
    people = {id: one for id, one in inputs.entities.items() if one.kind is Kind.PERSON}
    bare = Dossier(replace(inputs, entities=people), (), (), (), ())
    made = pages_of(bare)
    kinds = {"people", "organisations", "works", "events", "figures"}
    found = {page.address.partition("/")[0] for page in made if page.address.endswith("/index.md")}
    assert found & kinds == {"people"}


def test_an_event_without_a_date_comes_after_what_it_is_said_to_follow() -> None:
    shown = body("timeline.md")
    assert shown.index('id="e-sale"') < shown.index('id="e-layoffs"') < shown.index('class="axis"')
    assert "undated" in shown.partition('id="e-layoffs"')[2].partition("</div>")[0]
    assert "{ #undated }" not in shown


def test_every_event_has_its_place_on_the_timeline_and_the_undated_come_last() -> None:
    inputs = dossier().inputs
    apart = {
        id: replace(one, before=()) if isinstance(one, Event) else one for id, one in inputs.entities.items()
    }
    shown = body("timeline.md", replace(dossier(), inputs=replace(inputs, entities=apart)))
    assert shown.index('id="e-sale"') < shown.index('class="axis"') < shown.index("{ #undated }")
    assert shown.index("{ #undated }") < shown.index('id="e-layoffs"')
    undated = shown.partition("{ #undated }")[2]
    assert ("track" in undated, ">undated<" in undated) == (False, False)


def test_dates_that_differ_and_fit_are_marked_so() -> None:
    assert "dates differ but are compatible" in text("timeline.md")
    alone = [claim for claim in CLAIMS if claim.id != "c-p4-date"]
    assert "different dates" not in text("timeline.md", replace(dossier(), groups=fold_claims(alone)))


def test_the_most_exact_date_comes_first() -> None:
    row = body("timeline.md").partition('id="e-sale"')[2]
    assert row.index(">12 June 2025<") < row.index(">June 2025<")


def test_an_event_after_the_picture_is_an_arrow() -> None:
    days = [day(f"2025-06-{n:02}", date(2025, 6, n), raw=str(n)) for n in range(1, 20)]
    far = day("2031", date(2031, 1, 1), date(2031, 12, 31), "2031")
    dates = [
        replace(CLAIMS[7], id=ClaimId(f"c-p6-d{n}"), value=value) for n, value in enumerate([*days, far])
    ]
    shown = body("timeline.md", replace(dossier(), groups=fold_claims(dates), conflicts=()))
    assert shown.count('class="bar later"') == 1


def test_an_article_in_another_language_is_listed_with_both_titles() -> None:
    given = dossier()
    known = dict(given.inputs.sources)
    courier = SourceId("courier")
    known[courier] = replace(known[courier], title=LocalText(en="The Mill Is Sold", zh="磨坊易主"))
    given = replace(given, inputs=replace(given.inputs, sources=known))
    listed = body("sources/index.md", given)
    assert "The Mill Is Sold" in listed
    assert '<cite lang="zh-Hans">磨坊易主</cite>' in listed
    assert "<cite" not in body("sources/index.md", given, "zh-Hans")


def test_what_is_agreed_on_is_sorted_by_what_it_tells() -> None:
    second = replace(CLAIMS[2], id=ClaimId("c-p3-role"), citation=CLAIMS[3].citation, passage="p3")
    shown = body("agreed.md", replace(dossier(), groups=fold_claims([*CLAIMS, second]), conflicts=()))
    assert shown.index("{ #agreed-figures }") < shown.index("{ #agreed-terms }")
    assert shown.index("{ #agreed-terms }") < shown.index("Chief Technology Officer")


def test_on_a_phone_a_cell_says_what_it_is() -> None:
    assert "--label-2:&#39;Published: &#39;" in body("sources/index.md")
    assert "--label-2:&#39;发表：&#39;" in body("sources/index.md", edition="zh-Hans")
    assert "--label-1" not in body("sources/index.md")
    assert "--label-2" not in body("people/index.md")
    assert "--label-3:&#39;Things said: &#39;" in body("people/index.md")


def test_events_without_a_summary_need_no_column_for_it() -> None:
    assert "In one line" not in text("events/index.md")
    given = dossier()
    told = replace(given.inputs.entities[EntityId("sale")], summary=LocalText(en="The Mill is sold."))
    entities = {**given.inputs.entities, told.id: told}
    given = replace(given, inputs=replace(given.inputs, entities=entities))
    assert "In one line" in text("events/index.md", given)


def test_a_card_under_the_name_of_its_state_does_not_repeat_it() -> None:
    assert 'class="status' not in body("conflicts/index.md")
    assert 'class="status' in body("index.md")


def test_a_line_about_somebody_links_the_others_it_names_and_leaves_footnotes_to_their_page() -> None:
    line = next(each for each in body("people/index.md").splitlines() if "</em> runs" in each)
    assert "runs [the Mill](../organisations/mill.md)" in line
    assert line.count("ada.md") == 1
    assert "[^" not in line


def test_what_is_named_in_passing_is_folded_below_the_others() -> None:
    known = dossier()
    ada = known.inputs.entities[EntityId("ada")]
    extras = {id: replace(ada, id=id) for id in (EntityId(f"extra-{n}") for n in range(4))}
    claims = [replace(CLAIMS[2], id=ClaimId(f"c-{id}"), subject=id) for id in extras]
    # Of Ada three things are said, so that she is not named in passing herself.
    more = replace(CLAIMS[2], id=ClaimId("c-more"))
    inputs = replace(known.inputs, entities={**known.inputs.entities, **extras})
    given = replace(known, inputs=inputs, groups=fold_claims([*CLAIMS, more, *claims]))
    above, summary, below = body("people/index.md", given).partition("and 4 more, named in passing")
    assert summary
    assert "(ada.md)" in above
    assert all(f"({id}.md)" in below and f"({id}.md)" not in above for id in extras)
    few = replace(given, groups=fold_claims([*CLAIMS, more, *claims[:3]]))
    assert "named in passing" not in body("people/index.md", few)


def test_home_folds_its_footnotes_where_it_has_any() -> None:
    place = "///Footnotes Go Here///"
    assert place in body("index.md").partition("<summary")[2]
    settings = replace(dossier().inputs.settings, story=())
    bare = replace(dossier(), groups=(), conflicts=(), inputs=replace(dossier().inputs, settings=settings))
    assert place not in body("index.md", bare)


def test_home_leads_to_every_list() -> None:
    shown = body("index.md")
    lists = ("agreed.md#only", "timeline.md", "people/index.md", "sources/index.md", "coverage.md")
    assert all(f"({there})" in shown for there in lists)
