"""What sources say on one property: few sentences one by one, many article by article."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.evidence import fold_claims
from build_tools.findings import survey
from build_tools.model import Claim, ClaimId, Dossier, EntityValue, Modality, Qualifiers, TermId, TextValue
from build_tools.pages.parts.page_context import Context
from build_tools.pages.parts.property_statements import group
from build_tools.pages.parts.sections import context_of
from build_tools.pages.parts.value_words import value_markup
from build_tools.pages.parts.view import View
from build_tools.website.addresses import HOME
from build_tools.website.editions import EDITIONS
from tests.pages.small import ADA, BY_ID, CLAIMS, MILL, both, dossier


def told(words: str, passage: str, said: Qualifiers | None = None) -> Claim:
    found = BY_ID[passage]
    return replace(
        CLAIMS[1],
        id=ClaimId(f"c-{passage}-{words.replace(' ', '')}"),
        value=TextValue(both(words, words)),
        qualifiers=said or Qualifiers(),
        passage=passage,
        citation=found.citation,
    )


def shown(*claims: Claim, given: Dossier | None = None) -> str:
    groups = fold_claims(claims)
    found = survey(replace(given or dossier(), groups=groups))
    return group(context_of(View(found, EDITIONS["en"]), ADA), groups[0])


FEW = [told(f"She sang {word}.", "p1") for word in ("first", "second")]
MANY = [told(f"She danced {n}.", "p3") for n in range(5)]


def test_a_few_sentences_each_name_their_article() -> None:
    assert shown(*FEW, MANY[0]).count("— <span") == 3
    assert shown(*FEW, MANY[0]).count("The Courier") == 2


def test_many_stand_under_their_article() -> None:
    list = shown(*FEW, *MANY)
    courier, _, herald = list.partition("The Herald")
    assert courier.count("The Courier") == 1
    assert (courier.count("She sang"), herald.count("She danced")) == (2, 5)


def test_who_is_credited_stands_with_the_sentence() -> None:
    credited = told("She wept.", "p3", Qualifiers(said_by=MILL.id))
    line = next(line for line in shown(*FEW, *MANY, credited).splitlines() if "She wept" in line)
    assert "— according to [the Mill]" in line
    assert "The Herald" not in line


def test_what_two_articles_tell_alike_stands_under_both() -> None:
    list = shown(*FEW, *MANY, told("She sang first.", "p3"))
    courier, _, herald = list.partition("The Herald")
    assert ("She sang first" in courier, "She sang first" in herald) == (True, True)


def test_a_sentence_with_its_terms_has_no_full_stop_before_them() -> None:
    credited = told("She wept.", "p3", Qualifiers(said_by=MILL.id))
    assert "She wept</span> — " in shown(credited)
    assert "She wept</span> — " in shown(*FEW, *MANY, credited)
    assert "She sang first</span>" in shown(*FEW, *MANY)


def test_what_editors_add_to_a_sentence_stands_in_brackets() -> None:
    noted = told("She wept.", "p3", Qualifiers(said_by=MILL.id, note=both("Or so it seems.", "似乎如此。")))
    line = next(line for line in shown(*FEW, *MANY, noted).splitlines() if "She wept" in line)
    assert re.search(r'the Mill.*? \(<span class="aside">note: Or so it seems</span>\)', line)
    alone = told("She wept.", "p3", Qualifiers(note=both("Or so it seems.", "似乎如此。")))
    assert '</span> (<span class="aside">note' in shown(*FEW, *MANY, alone)


def test_that_a_thing_is_only_rumoured_is_said_once() -> None:
    rumoured = replace(
        CLAIMS[0], property=None, value=None, qualifiers=Qualifiers(modality=Modality.RUMOURED)
    )
    assert shown(rumoured).count("rumoured") == 1


def test_what_is_told_of_somebody_does_not_link_the_name_that_stands_before_it() -> None:
    sold = TextValue(both("Ada sold the Mill.", "亚达卖掉了磨坊公司。"))
    said = value_markup(Context(View(survey(dossier()), EDITIONS["en"]), HOME), sold, ADA.id)
    assert said.startswith("Ada sold [the Mill](organisations/mill.md)")


def test_a_name_in_what_an_unnamed_speaker_is_called_is_linked() -> None:
    given = dossier()
    staff = replace(
        given.inputs.vocabulary.terms[TermId("insiders")], label=both("people at the Mill", "员工")
    )
    terms = {**given.inputs.vocabulary.terms, staff.id: staff}
    inputs = replace(given.inputs, vocabulary=replace(given.inputs.vocabulary, terms=terms))
    heard = told("She wept.", "p3", Qualifiers(said_by=staff.id))
    line = shown(heard, given=replace(given, inputs=inputs))
    assert "according to people at [the Mill](../organisations/mill.md)" in line


def test_a_value_begins_its_entry_with_a_capital() -> None:
    assert '<span class="account">Ada left' in shown(told("ada left.", "p1"))
    assert '<span class="value">[the Mill]' in shown(replace(told("", "p1"), value=EntityValue(MILL.id)))
