"""A dossier in English alone: four short articles of our own invention on the sale of a battery maker.

What is expected here was worked out from the articles, not from what the tool printed.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from build_tools import pipeline
from build_tools.cli import main
from build_tools.findings import survey
from build_tools.findings.coverage import coverage
from build_tools.model import Build, Claim, Quantity, Rule
from build_tools.pages import make_pages
from build_tools.values.printing import plain_number
from build_tools.website.editions import EDITIONS
from build_tools.website.page import document
from tests.evidence.world import shown
from tests.exports.records import records

DOSSIER = Path(__file__).parent / "dossiers" / "english"
FIRST, CORRECTED = "northgate-wire-2025-03-04", "northgate-wire-2025-03-05"
GAZETTE, LEDGER = "saltmere-gazette-2025-03-07", "harbour-ledger-2025-04-02"
HAN = re.compile("[\u3400-\u9fff]")
OF_THE_TOOL = ("guide", "problems")  # which show how Chinese is annotated, in any dossier


@pytest.fixture(scope="module")
def made() -> Build:
    return pipeline.check(DOSSIER)


@pytest.fixture(scope="module")
def pages(made: Build) -> dict[str, str]:
    """The pages made of the dossier, by their addresses, as Markdown."""
    return {
        str(page.address): document(page)
        for page in make_pages(survey(made.dossier), EDITIONS["en"], "https://x.org/")
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published."""
    root = copied(tmp_path_factory.mktemp("english"))
    assert run(root, "build", "--strict") == ""
    return root / "site"


def copied(root: Path) -> Path:
    shutil.copytree(DOSSIER, root, dirs_exist_ok=True)
    return root


def run(root: Path, *words: str) -> str:
    """What a command prints but for the last, usual words of a build."""
    done = CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout if words[0] != "build" else ""


def claims(made: Build, subject: str, source: str) -> list[Claim]:
    return [one for one in made.dossier.claims if (one.subject, one.citation.source) == (subject, source)]


def test_nothing_is_wrong_with_it(made: Build) -> None:
    assert made.problems == ()


def test_what_the_articles_disagree_on(made: Build) -> None:
    assert (
        shown(made.dossier.conflicts)
        == f"""\
ashdown-departure.happened (denied)
  affirmed: {FIRST}
  denied: {GAZETTE}
grant (denied)
  €20 million: {FIRST}, {CORRECTED}
  not €20m: {GAZETTE}
  fits: {GAZETTE}
jobs-lost (single-best-value)
  At least 300 jobs: {FIRST}, {CORRECTED}
  Between 40 and 50 jobs: {GAZETTE}
  more than 300 jobs: {LEDGER}
  not hundreds of jobs: {GAZETTE}
purchase-price (single-best-value)
  about $1.2 billion: {LEDGER}, {FIRST}
  about $1.4 billion: {CORRECTED}
purchase.date (single-best-value)
  2025-03-04: {FIRST}, {CORRECTED}
  2025-03-03: {GAZETTE}"""
    )


def test_the_wire_its_correction_and_who_relays_it_are_one_witness(made: Build) -> None:
    rows = records("conflicts", survey(made.dossier))
    assert {side["witnesses"] for row in rows for side in row["sides"]} == {1}
    price = next(row for row in rows if row["id"] == "purchase-price")
    assert price["status"] == "explained"
    assert [one.rule for one in made.dossier.conflicts].count(Rule.DENIED) == 2


@pytest.mark.parametrize(
    ("subject", "source", "values"),
    [
        ("purchase-price", FIRST, ["about 1200000000 USD"]),
        ("purchase-price", LEDGER, ["exact 1200000000 USD"]),
        ("price-in-pounds", GAZETTE, ["exact 1100000000 GBP"]),
        ("revenue-growth", FIRST, ["nearly 33.333333333333333333 %"]),
        ("revenue-growth", LEDGER, ["exact 31 %"]),
        ("share-on-second-line", GAZETTE, ["exact 40 %"]),
        ("share-of-jobs-lost", GAZETTE, ["exact 25 %"]),
        ("shares-lost-since", LEDGER, ["exact 20 %"]),
        ("strike-fund", GAZETTE, ["exact 500000 GBP"]),
        ("jobs-lost", FIRST, ["at_least 300 person"]),
        ("jobs-lost", GAZETTE, ["several 100..1000 person", "range 40..50 person"]),
        ("staff", LEDGER, ["about 1000 person", "exact 1150 person"]),
        ("loss", LEDGER, ["exact 12000000 USD", "range 30000000..40000000 USD"]),
    ],
)
def test_what_a_figure_is(made: Build, subject: str, source: str, values: list[str]) -> None:
    found = [one.value for one in claims(made, subject, source) if isinstance(one.value, Quantity)]
    assert sorted(map(told, found)) == sorted(values)


def told(value: Quantity) -> str:
    """A quantity as the cases above write it: a number, or both ends."""
    low, high = value.tight.low, value.tight.high
    number = f"{low}..{high}" if value.value is None else plain_number(value.value)
    return f"{value.qualifier} {number} {value.unit}"


@pytest.mark.parametrize(
    ("subject", "source", "property", "days"),
    [
        ("closing", FIRST, "date", "2025-05-11/2025-05-20"),
        ("closing", LEDGER, "date", "2025-06-30"),
        ("ashdown-departure", FIRST, "date", "2025-07/2025-09"),
        ("second-line", FIRST, "date", "2024-10/2024-12"),
        ("second-line", GAZETTE, "date", "2024-11-12"),
        ("strike-vote", GAZETTE, "date", "2025-03-21"),
    ],
)
def test_when_it_was(made: Build, subject: str, source: str, property: str, days: str) -> None:
    dates = [one.value for one in claims(made, subject, source) if one.property == property]
    assert [getattr(one, "edtf", None) for one in dates] == [days]


def test_what_is_left_to_read(made: Build) -> None:
    left = {
        one.source: [*(each.raw for each in one.uncited_figures), *(each.raw for each in one.uncited_dates)]
        for one in coverage(made.dossier)
    }
    assert {source: sorted(words) for source, words in left.items()} == {
        FIRST: ["about $1.2 billion", "by the end of 2026", "last month", "one person"],
        CORRECTED: ["$1.2 billion", "about $1.4 billion", "by the end of 2026", "last month", "one person"],
        GAZETTE: ["Thursday", "by the end of the year", "more than four times"],
        LEDGER: [
            "10 March",
            "March 20",
            "about half",
            "dozens",
            "last month",
            "since 2019",
            "until the first half of 2026",
        ],
    }


def test_the_pages_hold_no_chinese_and_no_other_edition(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        assert not HAN.search(text), address
        assert "zh" not in re.sub(r"\bdata-\w+", "", text), address
        assert "ranslat" not in text, address


def test_no_page_and_no_section_is_empty(pages: dict[str, str]) -> None:
    assert "works/index.md" not in pages
    for address, text in pages.items():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        parts = re.split(r"^(#{1,3}) .*\n", body, flags=re.MULTILINE)
        levels, contents = parts[1::2], parts[2::2]
        for at, content in enumerate(contents):
            deeper = at + 1 < len(levels) and levels[at + 1] > levels[at]
            assert content.strip() or deeper, f"{address}: {body}"


def test_the_pages_read_as_english(pages: dict[str, str]) -> None:
    growth = pages["figures/revenue-growth.md"]
    assert (
        "<strong>nearly 33 1/3%</strong> and <strong>31%</strong>: one is less precise, and fits." in growth
    )
    assert "for the first quarter of 2025" in pages["figures/loss.md"]
    assert "Usually reliable (grade B). A paper of our own invention." in pages[f"sources/{FIRST}.md"]
    assert "4 March 2025" in pages["events/purchase.md"]


def test_the_site_is_english_alone(site: Path) -> None:
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == ["data", "en"]
    for path in [site / "index.html", site / "404.html", *(site / "en").rglob("*.html")]:
        if path.parent.name not in OF_THE_TOOL:
            text = path.read_text("utf-8")
            assert '<html lang="en"' in text, path
            assert not HAN.search(text), path
            assert "zh-" not in text, path
            assert "md-select__link" not in text, path


def test_what_stands_in_the_search(site: Path) -> None:
    results = (json.loads(path.read_bytes()) for path in (site / "en/search/results").iterdir())
    pages = {
        one[0]: json.dumps(one, ensure_ascii=False) for one in results if not one[0].startswith(OF_THE_TOOL)
    }
    assert [place for place, shown in pages.items() if HAN.search(shown)] == []
    assert "4 March 2025" in pages["events/purchase/"]


def test_a_sentence_of_each_kind_is_suggested(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = root / "sources/articles" / GAZETTE / "annotations.yaml"
    path.write_text("", encoding="utf-8")
    text = run(root, "suggest", GAZETTE)
    quotes = [one["quote"] for one in yaml.safe_load(text)]
    assert "She predicted that a quarter of the workforce would be gone by mid-2026." in quotes
    assert "Ruth Penhallow, the union’s general secretary, called the sale “a betrayal”." in quotes
    assert "#   - staff: 1,200 people" in text
    assert f"#   # elsewhere: About 1,000 people ({LEDGER}), about 1,150 people ({FIRST})" in text
    assert "revenue: a quarter" not in text
    assert "translation" not in text
    path.write_text(text, encoding="utf-8")
    wrong = {one.code for one in pipeline.check(root).problems if GAZETTE in one.origin.path}
    assert wrong <= {"no-claims", "out-of-order"}  # the best comes first


def test_what_is_new_is_made_in_english(tmp_path: Path) -> None:
    root = copied(tmp_path)
    path = run(root, "new", "person", "priya-tolland").strip()
    assert "label: Priya Tolland\n" in (root / path).read_text("utf-8")
    assert "zh" not in run(root, "check")


def test_what_a_change_does_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path)
    for words in ("init -q -b main", "add .", "-c user.name=T -c user.email=t@example.org commit -qm all"):
        subprocess.run(["git", *words.split()], cwd=root, check=True, capture_output=True)
    path = root / "sources/articles" / LEDGER / "annotations.yaml"
    text = path.read_text("utf-8")
    claim = "    - closing: {date: June 30, modality: planned}\n"
    assert text.count(claim) == 1
    path.write_text(text.replace(claim, ""), "utf-8")
    report = run(root, "diff", "main")
    assert "<strong>The closing of the purchase, date</strong>: June 30" in report
    assert not HAN.search(report)


@pytest.mark.parametrize("format", ["claims", "conflicts", "entities"])
def test_the_data_hold_no_chinese(format: str) -> None:
    rows = run(DOSSIER, "export", format)
    assert len(rows.splitlines()) >= 5
    assert not HAN.search(rows)
