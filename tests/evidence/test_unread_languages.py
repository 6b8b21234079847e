"""Articles in a language without a reader: their names are found, their values are inferred by rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_tools.model import Build, Claim, ConflictId, How, SourceId
from build_tools.pages import make_pages
from build_tools.pipeline import check
from build_tools.website.editions import editions_of
from build_tools.website.page import document
from tests.checked import checked, surveyed

STRAIT = Path(__file__).parents[1] / "dossiers" / "strait"
JAPANESE = "articles/kaikyo-shimbun"


def strait() -> Build:
    return checked(STRAIT)


def claim_of(source: str, property: str) -> Claim:
    found = [
        each
        for each in strait().dossier.claims
        if (each.citation.source, each.property) == (source, property)
    ]
    (one,) = found
    return one


def how(claim: Claim) -> dict[str, How]:
    return {one.part: one.how for one in claim.proof}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(STRAIT, tmp_path / "strait")
    return tmp_path / "strait"


def changed(root: Path, file: str, old: str, new: str) -> Build:
    """The dossier with one thing written otherwise."""
    path = root / "sources" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return check(root)


@pytest.mark.parametrize("source", ["la-vigie", "kaikyo-shimbun"])
def test_values_are_inferred_by_rule_and_names_are_proven(source: str) -> None:
    number, place = claim_of(source, "value"), claim_of(source, "place")
    assert how(number)["value"] is How.INFERRED
    assert how(claim_of(source, "date"))["value"] is How.INFERRED
    (why,) = [one.why for one in number.proof if one.part == "value"]
    assert why.en == "by rule, as the tool does not read the article's language"
    assert how(place) | {"said_by": How.INFERRED} == {
        "subject": How.PROVEN,
        "value": How.PROVEN,
        "said_by": How.INFERRED,
    }
    assert how(number)["as_of"] is How.ASSUMED


def test_they_are_compared_like_others() -> None:
    found = {conflict.id: conflict for conflict in strait().dossier.conflicts}
    assert set(found) == {"grounding.place", "passengers"}
    assert {len(side.claims) for side in found[ConflictId("grounding.place")].sides} == {1, 2}


def test_japanese_numerals_are_not_read_as_chinese(copied: Path) -> None:
    """Their script is that of Chinese: only the language of the article tells."""
    made = changed(copied, f"{JAPANESE}/annotations.yaml", "209 people", "212 people")
    assert made.problems == ()
    read = changed(copied, f"{JAPANESE}/source.yaml", "language: ja", "language: zh-Hant")
    assert "value-not-in-quote" in [problem.code for problem in read.problems]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("place: port-sable", "place: anse-bleue", "entity-not-in-quote"),
        ("209 people", "二百九人の乗客たち", "value-unreadable"),
    ],
)
def test_what_a_name_or_a_value_must_be_is_checked(copied: Path, old: str, new: str, code: str) -> None:
    made = changed(copied, f"{JAPANESE}/annotations.yaml", old, new)
    assert code in [problem.code for problem in made.problems]


def test_a_quotation_has_an_english_translation(copied: Path) -> None:
    path = copied / "sources/articles/la-vigie/annotations.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("    en:")), encoding="utf-8")
    made = check(copied)
    assert [problem.code for problem in made.problems] == ["translation-missing"]


@pytest.mark.parametrize("tag", ["fr", "pt-BR", "sr-Cyrl", "zh-Hant-TW", "es-419", "en-GB"])
def test_any_tag_is_taken(copied: Path, tag: str) -> None:
    made = changed(copied, f"{JAPANESE}/source.yaml", "language: ja", f"language: {tag}")
    assert "bad-form" not in [problem.code for problem in made.problems]
    assert made.dossier.inputs.sources[SourceId("kaikyo-shimbun")].language == tag


@pytest.mark.parametrize("tag", ["zh", "zh-TW", "French", "fr_FR", "FR"])
def test_what_is_no_tag_is_refused(copied: Path, tag: str) -> None:
    made = changed(copied, f"{JAPANESE}/source.yaml", "language: ja", f"language: {tag}")
    assert "bad-form" in [problem.code for problem in made.problems]


@pytest.mark.parametrize(("edition", "language"), [("en", "Japanese"), ("zh-Hans", "日语")])
def test_pages_say_that_values_are_inferred_and_in_which_language(edition: str, language: str) -> None:
    findings = surveyed(STRAIT)
    (chosen,) = editions_of(findings.dossier.inputs, [edition])
    pages = {str(page.address): document(page) for page in make_pages(findings, chosen)}
    assert language in pages["sources/kaikyo-shimbun.md"]
    why = {"en": "by rule, as the tool does not read", "zh-Hans": "依规则推断，因为工具不读"}[edition]
    figure = pages["figures/passengers.md"]
    assert why in figure.replace("’", "'")
    assert '<q lang="ja">' in figure
    lang = ' lang="en"' if edition == "zh-Hans" else ""
    assert f'<span class="translation"{lang}>“The ferry Corail ran aground' in figure
