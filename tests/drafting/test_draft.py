"""A scripted model answers with recorded candidates, and each is sorted as a person would sort it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools import pipeline
from build_tools.cli import main
from build_tools.problem import Severity

BASE = Path(__file__).parents[1] / "broken" / "base"
ANSWERS = Path(__file__).with_name("answers.jsonl")
ANNOTATIONS = "sources/articles/kite-daily/annotations.yaml"
PROVEN, WORD, REFUSED = "proven", "in need of a word", "refused"
# What each line of the answers is, by what the article says, and one thing that the report says of it.
EXPECTED = {
    2: (PROVEN, ""),  # word for word
    3: (PROVEN, ""),  # the same in other characters
    4: (PROVEN, ""),
    5: (PROVEN, ""),  # a denial, claimed as one
    6: (REFUSED, "quote-not-found"),  # 12 altered into 14
    7: (REFUSED, "value-not-in-quote"),  # a right quote, a wrong value
    8: (WORD, "property-not-of-kind"),  # a firm in the place of a person
    9: (REFUSED, "claim-of-negation"),  # a denial claimed as a fact
    10: (REFUSED, "quote-not-found"),  # invented
    11: (WORD, "quote-ambiguous"),  # which of three places
    12: (WORD, None),  # an account, which only a person can hold against the quote
    13: (WORD, "unknown-id"),  # near to a known id
    14: (WORD, "unknown-id"),  # a new id
    15: (REFUSED, "entity-not-in-quote"),  # the wrong firm, with an excuse
    16: (REFUSED, None),  # a key twice
    17: (REFUSED, None),  # talk
}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "dossier"))
    (root / ANNOTATIONS).unlink()
    (root / "sources/questions/price-paid.yaml").unlink()
    settings = root / "sources/dossier.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").partition("story:")[0], encoding="utf-8")
    return root


def draft(root: Path, *options: str, text: str | None = None) -> Result:
    file = "-" if text is not None else str(ANSWERS)
    called = ["--root", str(root), "draft", "kite-daily", file, *options]
    return CliRunner().invoke(main, called, input=text, catch_exceptions=False)


def reported(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)["candidates"]
    return found


def test_each_candidate_is_sorted_by_what_the_article_says(dossier: Path) -> None:
    result = draft(dossier, "--report", "json")
    made = {one["line"]: one for one in reported(result)}
    assert {line: one["sort"] for line, one in made.items()} == {
        line: sort for line, (sort, _) in EXPECTED.items()
    }
    for line, (sort, code) in EXPECTED.items():
        remarks = made[line]["remarks"]
        assert isinstance(remarks, list)
        assert bool(remarks) is (sort != PROVEN)
        if code:
            assert code in [remark["code"] for remark in remarks]
    assert result.exit_code == 1


def test_a_program_gets_the_hint_the_place_and_the_nearest_passage(dossier: Path) -> None:
    made = {one["line"]: one for one in reported(draft(dossier, "--report", "json"))}
    assert made[6]["nearest"] == {"line": 3, "quote": "灯鸢科技宣布以12亿元收购风筝云"}
    assert made[2]["place"] == {
        "start": 21,
        "end": 37,
        "line": 3,
        "quote": ["灯鸢科技宣布以12亿元收购风筝云"],
    }
    assert "did you mean `lin-wan`?" in json.dumps(made[13], ensure_ascii=False)
    assert "`dossier new person kite-system-renaming`" in json.dumps(made[14], ensure_ascii=False)
    assert not (dossier / "sources/people/kite-system-renaming.yaml").exists()


def test_a_person_gets_it_in_80_columns(dossier: Path) -> None:
    text = draft(dossier).stdout
    assert text.endswith("\n4 proven, 5 in need of a word, 7 refused\n")
    assert "   - [quote-not-found] quote not found in `kite-daily`\n" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_nothing_is_written_unless_asked(dossier: Path) -> None:
    draft(dossier)
    assert not (dossier / ANNOTATIONS).exists()


def test_what_is_proven_is_written_in_the_article_s_order_and_passes_the_check(dossier: Path) -> None:
    result = draft(dossier, "--write", "--by", "a scripted model")
    assert f"{ANNOTATIONS}: 4 added" in result.stderr
    text = (dossier / ANNOTATIONS).read_text(encoding="utf-8")
    starts = [
        text.index(words)
        for words in ("2025年3月4日,灯鸢", "quote: 灯鸢科技宣布", "创始人林晚出任", "灯鸢科技否认")
    ]
    assert starts == sorted(starts)
    assert text.count("drafted_by: a scripted model") == 4
    assert "read_by" not in text
    problems = pipeline.check(dossier).problems
    assert [(one.code, one.severity) for one in problems] == [("not-yet-read", Severity.WARNING)]


def test_the_same_draft_a_second_time_adds_nothing(dossier: Path) -> None:
    draft(dossier, "--write")
    before = (dossier / ANNOTATIONS).read_bytes()
    result = draft(dossier, "--write")
    assert "0 added" in result.stderr
    assert (dossier / ANNOTATIONS).read_bytes() == before


def test_what_is_there_is_left_as_it_is_written(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "dossier"))
    path = root / ANNOTATIONS
    old = "\ufeff" + path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(old.encode())
    draft(root, "--write")
    new = path.read_bytes().decode()
    added = [line for line in new.split("\r\n") if line not in old.split("\r\n")]
    assert "drafted_by: unnamed" in "".join(added)
    kept = iter(new.split("\r\n"))
    assert all(line in kept for line in old.split("\r\n"))
    assert "\n" not in new.replace("\r\n", "")


def test_the_lines_of_langextract_are_candidates_too(dossier: Path) -> None:
    document = {
        "extractions": [
            {
                "extraction_class": "purchase-price",
                "extraction_text": "灯鸢科技宣布以12亿元收购风筝云",
                "char_interval": {"start_pos": 0, "end_pos": 3},
                "alignment_status": "match_exact",
                "attributes": {
                    "value": "12亿元",
                    "translation": "Lantern Kite buys Kite Cloud for 1.2 billion yuan",
                },
            },
            {
                "extraction_class": "denial",
                "extraction_text": "灯鸢科技没有否认裁员。",
                "char_interval": {"start_pos": 60, "end_pos": 68},
                "alignment_status": "match_fuzzy",
                "attributes": {
                    "subject": "kite-layoffs",
                    "stance": "denies",
                    "translation": "It does not deny layoffs.",
                },
            },
        ],
        "text": "…",
        "document_id": "doc_1",
    }
    made = reported(draft(dossier, "--report", "json", text=json.dumps(document, ensure_ascii=False)))
    assert [one["sort"] for one in made] == [PROVEN, REFUSED]
    place = made[0]["place"]
    assert isinstance(place, dict)
    assert place["start"] == 21  # where the words are, not where the line says that they are


def test_of_several_places_the_only_one_that_proves_is_offered(dossier: Path) -> None:
    article = dossier / "sources/articles/kite-daily/article.txt"
    article.write_text("有人说灯鸢科技裁员。\n后来说灯鸢科技裁员并非事实。\n", encoding="utf-8")
    line = {
        "quote": "灯鸢科技裁员",
        "translation": "Lantern Kite lays people off",
        "claims": [{"kite-layoffs": {"participant": "lantern-kite"}}],
    }
    (one,) = reported(draft(dossier, "--report", "json", text=json.dumps(line)))
    assert one["sort"] == WORD
    assert one["fix"] == {"prefix": "有人说"}
    article.write_text("有人说灯鸢科技裁员。\n又有人说灯鸢科技裁员。\n", encoding="utf-8")
    (one,) = reported(draft(dossier, "--report", "json", text=json.dumps(line)))
    assert one["fix"] == {}


@pytest.mark.parametrize(
    "line",
    [
        '{"quote": "\\ud800", "claims": []}',
        '{"quote": ["a", 1, null, true], "claims": [{"lin-wan": [[[]]]}]}',
        "[" * 100_000,
        '{"a": ' * 5000 + "1" + "}" * 5000,
        '{"claims": "x"}',
        '{"quote": {"en": "a"}, "claims": [{}]}',
        "\x1b[31m",
        '{"quote": "灯鸢\\u202e", "means": {"他": "lin-wan"}, "claims": [{"lin-wan": {}}]}',
    ],
)
def test_a_hostile_line_proves_nothing_and_is_printed_harmless(dossier: Path, line: str) -> None:
    result = draft(dossier, text=line)
    assert "proven" not in result.stdout.splitlines()[-1]
    assert all(sign.isprintable() or sign == "\n" for sign in result.stdout)
