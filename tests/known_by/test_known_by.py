"""What was known at a moment: laws of the cut, on every dossier here, and what it takes away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from click.testing import CliRunner, Result

from build_tools.cli import main
from build_tools.known_by.known_by import known_by
from build_tools.known_by.known_words import links_in
from build_tools.model import (
    Build,
    Claim,
    Cut,
    DateValue,
    EntityId,
    Inputs,
    Question,
    SourceId,
    Status,
    TextValue,
)
from build_tools.pipeline import build
from build_tools.problem import Severity
from build_tools.reading import read
from build_tools.text.marks import MARK
from build_tools.values import parse_edtf
from build_tools.values.zones import told_in
from build_tools.website.addresses import ABOUT
from tests.checked import checked
from tests.pages.browse import broken, pages_of, see_all

TESTS = Path(__file__).parents[1]
BASE = TESTS / "broken" / "base"
DOSSIERS = (TESTS.parent, BASE, *sorted((TESTS / "dossiers").iterdir()))
QUICK = (BASE, *(TESTS / "dossiers" / name for name in ("every-rule", "english", "updates", "lighthouse")))
UPDATES = TESTS / "dossiers" / "updates"
LONG_BEFORE = "1900"
OF_EVERY_EDITION = "editions: [en, zh-Hans, zh-Hant]"


def moment(text: str) -> DateValue:
    """A moment as the command line takes it."""
    found = parse_edtf(text)
    assert found
    return found


@cache
def given(root: Path) -> Inputs:
    return read(root)[0]


def whole(root: Path) -> Build:
    return checked(root)


@cache
def known(root: Path, text: str) -> Build:
    return build(known_by(given(root), moment(text)))


def moments(root: Path) -> tuple[str, ...]:
    """Before everything, and the last day on which each article may have appeared."""
    days = {str(one.published.latest) for one in given(root).sources.values()}
    return (LONG_BEFORE, *sorted(days))


def sampled(root: Path) -> Iterator[ParameterSet]:
    """Each of them; only the first, one of the middle and the last are not left to the soak."""
    found = moments(root)
    few = {0, len(found) // 2, len(found) - 1}
    for at, text in enumerate(found):
        yield pytest.param(root, text, marks=() if at in few else pytest.mark.soak)


def cut_of(made: Build) -> Cut:
    cut = made.dossier.inputs.cut
    assert cut
    return cut


def cites_later(claim: Claim, root: Path, made: Build) -> bool:
    """Whether a claim is an account that cites or links what was not known."""
    if not isinstance(claim.value, TextValue):
        return False
    words = claim.value.text
    cited = {found["source"] for text in (words.en, words.zh, words.every) for found in MARK.finditer(text)}
    later = {str(id) for id in given(root).sources.keys() - made.dossier.inputs.sources.keys()}
    unknown = given(root).entities.keys() - made.dossier.inputs.entities.keys()
    return bool(cited & later or unknown & set(links_in(words)))


every_moment = pytest.mark.parametrize(
    ("root", "text"), [each for root in DOSSIERS for each in sampled(root)], ids=str
)


@every_moment
def test_no_error_arises_from_the_cut(root: Path, text: str) -> None:
    errors = {one for one in known(root, text).problems if one.severity is Severity.ERROR}
    assert errors - set(whole(root).problems) == set()


@every_moment
def test_the_claims_are_exactly_those_of_the_articles_kept(root: Path, text: str) -> None:
    made = known(root, text)
    kept = made.dossier.inputs.sources.keys()
    expected = [
        (claim.id, claim.subject, claim.property, claim.raw)
        for claim in whole(root).dossier.claims
        if claim.citation.source in kept and not cites_later(claim, root, made)
    ]
    found = [(claim.id, claim.subject, claim.property, claim.raw) for claim in made.dossier.claims]
    assert found == expected


@every_moment
def test_an_article_is_kept_exactly_when_its_last_day_is_over(root: Path, text: str) -> None:
    end = moment(text).latest
    kept = known(root, text).dossier.inputs.sources
    for id, source in given(root).sources.items():
        last = source.published.latest
        assert (id in kept) == bool(last and end and last <= end)
    assert set(cut_of(known(root, text)).sources) == given(root).sources.keys() - kept.keys()


@pytest.mark.parametrize("root", DOSSIERS, ids=lambda root: root.name)
def test_at_the_end_nothing_is_cut(root: Path) -> None:
    assert replace(known_by(given(root), moment("9998")), cut=None) == given(root)


@pytest.mark.parametrize("root", QUICK, ids=lambda root: root.name)
def test_at_the_end_everything_is_known(root: Path) -> None:
    made = known(root, "9998")
    assert made.problems == whole(root).problems
    assert [claim.id for claim in made.dossier.claims] == [claim.id for claim in whole(root).dossier.claims]
    assert made.dossier.conflicts == whole(root).dossier.conflicts
    cut = cut_of(made)
    assert (cut.sources, cut.judgements, cut.prose) == ((), (), 0)


@pytest.mark.parametrize(
    ("root", "text", "edition"),
    [
        (TESTS.parent, LONG_BEFORE, "zh-Hant"),
        (TESTS.parent, "2025-06-21", "en"),
        (BASE, LONG_BEFORE, "en"),
        (BASE, LONG_BEFORE, "zh-Hant"),
        (TESTS / "dossiers" / "ferry", "2033-10-20", "zh-Hant"),
        (TESTS / "dossiers" / "dam", "2029-03-22", "en"),
        (TESTS / "dossiers" / "every-rule", "2031-08-01", "en"),
        (TESTS / "dossiers" / "every-rule", "2031-08-01", "zh-Hant"),
    ],
    ids=str,
)
def test_every_page_of_the_cut_leads_only_to_what_was_known(root: Path, text: str, edition: str) -> None:
    shown = see_all(pages_of(known(root, text).dossier, edition))
    assert broken(shown, frozenset({str(ABOUT)})) == []
    assert [address for address, seen in shown.items() if "[^" in seen.text] == []


@pytest.mark.parametrize(
    ("edition", "banner"),
    [
        ("en", "This site shows what was known by the end of 30 April 2031."),
        ("zh-Hans", "本站只展示截至2031年4月30日结束时已知的内容。"),
    ],
)
def test_every_page_says_as_of_when_it_is(edition: str, banner: str) -> None:
    shown = see_all(pages_of(known(UPDATES, "2031-04-30").dossier, edition))
    assert [address for address, seen in shown.items() if banner not in seen.text] == []
    assert [
        address for address, seen in see_all(pages_of(whole(UPDATES).dossier)).items() if banner in seen.text
    ] == []


def test_the_home_page_counts_what_is_left_out() -> None:
    home = see_all(pages_of(known(UPDATES, "2031-04-30").dossier))["index.md"].text
    assert "One later article is left out. One later judgement is left out." in home


def question(made: Build, id: str) -> Question:
    found = made.dossier.inputs.entities[EntityId(id)]
    assert isinstance(found, Question)
    return found


def test_a_judgement_is_not_known_before_its_day() -> None:
    # spring is of 2031-04-01, the judgement of 2031-05-01, autumn of 2031-10-01
    before, after = known(UPDATES, "2031-04-30"), known(UPDATES, "2031-05-01")
    assert before.dossier.inputs.sources.keys() == after.dossier.inputs.sources.keys() == {"spring"}
    early, late = question(before, "what-the-pier-cost"), question(after, "what-the-pier-cost")
    assert (early.status, early.decided, early.seen, early.upholds) == (Status.OPEN, "", (), "")
    assert late.decided == "2031-05-01"
    assert {id for _, ids in late.seen for id in ids} <= {SourceId("spring")}
    assert cut_of(before).judgements == ("what-the-pier-cost",)
    assert cut_of(after).judgements == ()


def test_a_time_of_day_counts() -> None:
    base = given(BASE)
    # an article dated to a day is not known during that day
    day = max(str(one.published.latest) for one in base.sources.values())
    kept = known_by(base, moment(f"{day}T23:58")).sources
    assert kept.keys() < base.sources.keys()
    assert known_by(base, moment(day)).sources.keys() == base.sources.keys()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2031-04-01T21:29", []),
        ("2031-04-01T21:30", ["spring"]),  # a moment without a zone is in that of the earliest article
        ("2031-04-01T13:29Z", []),
        ("2031-04-01T13:30Z", ["spring"]),
        ("2031-04-01T09:30-04:00", ["spring"]),
        ("2031-04-01T10:29-04:00", ["spring"]),
        ("2031-04-01T10:30-04:00", ["autumn", "spring"]),
    ],
)
def test_moments_and_articles_are_compared_in_one_zone(text: str, kept: list[str]) -> None:
    # 21:30 in Shanghai is 13:30 at Greenwich, and 10:30 in New York is 14:30
    inputs = given(UPDATES)
    out = {
        "spring": told_in(moment("2031-04-01T21:30"), "Asia/Shanghai"),
        "autumn": told_in(moment("2031-04-01T10:30"), "America/New_York"),
    }
    sources = {id: replace(one, published=out[id]) for id, one in inputs.sources.items()}
    earliest_first = replace(inputs, sources=sources, settings=replace(inputs.settings, time_zone=None))
    assert sorted(known_by(earliest_first, moment(text)).sources) == kept


def test_an_alias_is_known_once_an_article_writes_it() -> None:
    for root in DOSSIERS:
        for text in moments(root):
            inputs = known_by(given(root), moment(text))
            later = {
                alias.text
                for id, entity in inputs.entities.items()
                for alias in given(root).entities[id].aliases
                if alias not in entity.aliases
            }
            texts = [source.text for source in inputs.sources.values()]
            assert [alias for alias in later if any(alias in each for each in texts)] == []


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def test_check_says_what_is_left_out_and_takes_problems_from_the_whole(tmp_path: Path) -> None:
    root = Path(shutil.copytree(UPDATES, tmp_path / "updates"))
    whole_run = run("--root", root, "check")
    cut_run = run("--root", root, "check", "--known-by", "2031-04-30")
    assert cut_run.exit_code == whole_run.exit_code
    assert "as known by 30 April 2031: 1 of 2 articles left out; 1 judgement left out" in cut_run.stderr


def test_export_has_the_claims_of_the_articles_that_were_out() -> None:
    result = run("--root", UPDATES, "export", "claims", "--known-by", "2031-04-30")
    assert result.exit_code == 0
    assert '"source": "spring"' in result.stdout
    assert '"source": "autumn"' not in result.stdout


def test_the_site_that_is_built_holds_nothing_later(tmp_path: Path) -> None:
    root = Path(shutil.copytree(UPDATES, tmp_path / "updates"))
    settings = root / "sources/dossier.yaml"
    text = settings.read_text("utf-8")
    assert OF_EVERY_EDITION in text
    settings.write_text(text.replace(OF_EVERY_EDITION, "editions: [en]"), "utf-8")
    result = run("--root", root, "build", "--known-by", "2031-04-30")
    assert result.exit_code == 0, result.output
    site = root / "site"
    home = (site / "en/index.html").read_text("utf-8")
    assert "This site shows what was known by the end of 30 April 2031." in home
    assert (site / "en/sources/spring/index.html").exists()
    assert not (site / "en/sources/autumn").exists()
    kept = [path for path in site.rglob("*") if path.suffix in (".html", ".json", ".jsonl")]
    assert [path for path in kept if "autumn" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("wrong", ["yesterday", "2031-13", "2031-04~", "2031-04/2031-05", "2031-04-30T25:00"])
def test_what_is_no_moment_is_a_wrong_call(wrong: str) -> None:
    result = run("--root", UPDATES, "check", "--known-by", wrong)
    assert result.exit_code == 2
    assert f"`{wrong}` is no moment: write a minute as 2020-02-07T01:00" in result.stderr
