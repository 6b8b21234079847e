"""Which files a dossier has, and what reading them gives."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from build_tools.model import (
    Event,
    Figure,
    Inputs,
    Kind,
    LocalText,
    Omission,
    Question,
    SourceId,
    Status,
    ValueType,
)
from build_tools.problem import Problems
from build_tools.reading import read

BASE = Path(__file__).parent.parent / "broken" / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dossier that has nothing wrong."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def codes(problems: Problems) -> list[tuple[str, str]]:
    return [(problem.origin.path, problem.code) for problem in problems]


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace some words of a file that has them."""
    path = root / "sources" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refers_only_to_what_is_there(inputs: Inputs) -> bool:
    """Whether every claim is about an entity that was read."""
    claims = [claim for annotation in inputs.annotations for claim in annotation.claims]
    return all(claim.subject.text in inputs.entities for claim in claims)


def test_the_small_dossier_is_read_whole() -> None:
    inputs, problems = read(BASE)
    assert problems == ()
    assert inputs.settings.publish_limit == Decimal(100)
    assert inputs.settings.editions == ("en", "zh-Hans", "zh-Hant")
    assert inputs.settings.opencc == "tw"
    assert [entity.kind for entity in inputs.entities.values()] == [
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.ORGANISATION,
        Kind.WORK,
        Kind.EVENT,
        Kind.EVENT,
        Kind.FIGURE,
        Kind.QUESTION,
    ]
    assert [len(annotation.claims) for annotation in inputs.annotations] == [1, 1, 6, 1, 1]


def test_the_root_may_be_the_folder_of_the_files_itself() -> None:
    within, problems = read(BASE / "sources")
    assert problems == ()
    assert within == read(BASE)[0]
    assert {annotation.origin.path for annotation in within.annotations} == {
        "articles/harbour-post/annotations.yaml",
        "articles/kite-daily/annotations.yaml",
    }


def test_an_article_keeps_every_code_point(root: Path) -> None:
    data = "\ufeff第一行\r\n第二行\u2028同一行\n\ud83d\ude00".encode("utf-16", "surrogatepass").decode(
        "utf-16"
    )
    place = root / "sources" / "articles" / "harbour-post"
    (place / "article.txt").write_bytes(data.encode("utf-8"))
    inputs, _ = read(root)
    assert inputs.sources[SourceId("harbour-post")].text == data


def test_what_is_known_of_a_source() -> None:
    inputs, _ = read(BASE)
    source = inputs.sources[SourceId("harbour-post")]
    assert source.title == LocalText(every="燈鳶科技買下風箏雲")
    assert source.publisher == LocalText(en="Harbour Post", zh="海港邮报")
    assert source.published.edtf == "2025-03"
    assert source.omit == (Omission(5, 5, LocalText(every="advertisement")),)
    assert (source.language, source.reliability.grade, source.full) == ("zh-Hant", "D", False)


def test_a_unit_is_known_by_any_of_its_words(root: Path) -> None:
    change(root, "figures/purchase-price.yaml", "unit: CNY", "unit: 公頃")
    figure = {str(id): entity for id, entity in read(root)[0].entities.items()}["purchase-price"]
    assert isinstance(figure, Figure)
    assert figure.unit == "hectare"


def test_what_is_known_of_entities(root: Path) -> None:
    change(root, "figures/purchase-price.yaml", "words: [收购]", "words: [收购]\nnot_words: [估值]")
    change(
        root, "people/lin-wan.yaml", "aliases: [林晚]", "aliases: [林晚]\nnot: {kite-daily: [晚]}\nwas: [lin]"
    )
    change(root, "questions/price-paid.yaml", "status: open", "seen: {12亿元: [kite-daily]}\nstatus: open")
    inputs, problems = read(root)
    assert problems == ()
    entities = {str(id): entity for id, entity in inputs.entities.items()}
    figure, event, question = (entities[id] for id in ("purchase-price", "kite-layoffs", "price-paid"))
    assert isinstance(figure, Figure)
    assert (figure.of, figure.unit, figure.words, figure.not_words) == (
        "kite-cloud-purchase",
        "CNY",
        ("收购",),
        ("估值",),
    )
    assert isinstance(event, Event)
    assert event.after == ("kite-cloud-purchase",)
    assert isinstance(question, Question)
    assert (question.about, question.status) == ("purchase-price", Status.OPEN)
    assert question.seen == (("12亿元", ("kite-daily",)),)
    assert entities["lin-wan"].not_aliases == (("kite-daily", ("晚",)),)
    assert entities["lin-wan"].was == ("lin",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lin Wan", LocalText(every="Lin Wan")),
        ("{en: the editors, zh: 编者}", LocalText(en="the editors", zh="编者")),
    ],
)
def test_who_judged_is_a_name_or_words_by_language(root: Path, written: str, meant: LocalText) -> None:
    signed = f"status: open\nby: {written}\ndecided: 2025-04-01"
    change(root, "questions/price-paid.yaml", "status: open", signed)
    inputs, problems = read(root)
    question = next(each for each in inputs.entities.values() if isinstance(each, Question))
    assert (question.by, problems) == (meant, ())


def test_the_vocabulary_always_has_values_and_answers(root: Path) -> None:
    (root / "sources" / "vocabulary.yaml").write_text("terms: {}\n", encoding="utf-8")
    vocabulary = read(root)[0].vocabulary
    types = {str(id): property.type for id, property in vocabulary.properties.items()}
    assert types == {"value": ValueType.QUANTITY, "answer": ValueType.TERM}


def test_folders_may_have_folders(root: Path) -> None:
    people = root / "sources" / "people"
    (people / "founders" / "early").mkdir(parents=True)
    (people / "lin-wan.yaml").rename(people / "founders" / "early" / "lin-wan.yaml")
    inputs, problems = read(root)
    assert problems == ()
    origin = next(entity.origin for id, entity in inputs.entities.items() if id == "lin-wan")
    assert origin.path == "sources/people/founders/early/lin-wan.yaml"


def test_hidden_files_and_other_files_are_passed_over(root: Path) -> None:
    for name in (".cache/x.yaml", "people/.#lin-wan.yaml", "articles/kite-daily/received.html", "README.md"):
        path = root / "sources" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("[", encoding="utf-8")
    assert read(root)[1] == ()


def test_beside_a_dossier_at_the_root_other_yaml_is_nobodys_business(root: Path) -> None:
    (root / "sources" / "mkdocs.yml").write_text("[", encoding="utf-8")
    assert codes(read(root)[1]) == [("sources/mkdocs.yml", "unexpected-file")]
    assert read(root / "sources")[1] == ()


def test_an_empty_folder_has_no_dossier(tmp_path: Path) -> None:
    inputs, problems = read(tmp_path)
    assert codes(problems) == [("dossier.yaml", "missing-file"), ("vocabulary.yaml", "missing-file")]
    assert (inputs.sources, inputs.entities, inputs.annotations) == ({}, {}, ())


def test_what_an_article_was_made_from_is_kept_as_it_was(root: Path) -> None:
    place = root / "sources" / "articles" / "kite-daily"
    (place / "received.html").write_bytes(b"<p>")
    given = "received: {file: received.html, sha256: " + "0" * 64 + "}\n"
    change(root, "articles/kite-daily/source.yaml", "title:", given + "title:")
    assert codes(read(root)[1]) == [("sources/articles/kite-daily/source.yaml", "sha256-differs")]
    (place / "received.html").unlink()
    assert codes(read(root)[1]) == [("sources/articles/kite-daily/source.yaml", "missing-file")]


def test_a_damaged_file_does_not_hide_what_else_is_wrong(root: Path) -> None:
    change(root, "people/lin-wan.yaml", "aliases:", "nicknames: [晚]\naliases:")
    change(root, "works/kite-os.yaml", "label:", "label: [")
    change(root, "articles/kite-daily/source.yaml", "language: zh-Hans", "language: Chinese")
    inputs, problems = read(root)
    assert codes(problems) == [
        ("sources/articles/kite-daily/source.yaml", "bad-form"),
        ("sources/people/lin-wan.yaml", "unknown-key"),
        ("sources/works/kite-os.yaml", "special-start"),
    ]
    entities = {str(id): entity for id, entity in inputs.entities.items()}
    assert [alias.text for alias in entities["lin-wan"].aliases] == ["林晚"]
    assert [alias.text for alias in entities["kite-os"].aliases] == ["风筝系统"]
    assert entities["kite-os"].label == LocalText(every="kite-os")
    assert refers_only_to_what_is_there(inputs)


def test_a_missing_entity_takes_only_its_claims_along(root: Path) -> None:
    (root / "sources" / "figures" / "purchase-price.yaml").unlink()
    inputs, problems = read(root)
    assert {code for _, code in codes(problems)} == {"unknown-id"}
    assert refers_only_to_what_is_there(inputs)
    assert [len(annotation.claims) for annotation in inputs.annotations] == [0, 1, 5, 1, 1]


def test_an_article_may_relay_an_outlet_or_another_article(root: Path) -> None:
    name = "articles/kite-daily/source.yaml"
    change(root, name, "language:", "relays: [lantern-kite, harbour-post]\nlanguage:")
    inputs, problems = read(root)
    source = inputs.sources[SourceId("kite-daily")]
    assert (problems, source.relays, source.relayed_sources) == ((), ("lantern-kite",), ("harbour-post",))


def test_what_an_article_relays_must_be_there(root: Path) -> None:
    change(root, "articles/kite-daily/source.yaml", "language:", "relays: [harbor-post]\nlanguage:")
    (problem,) = read(root)[1]
    assert (problem.code, problem.message) == ("unknown-id", "no entity or source has the id `harbor-post`")
    assert problem.hint.startswith("did you mean `harbour-post`? If it is new: `dossier new organisation")


@pytest.mark.parametrize("target", ["nowhere.yaml", "annotations.yaml"])
def test_a_link_to_nowhere_is_not_taken_for_a_file_that_need_not_be_there(target: str, root: Path) -> None:
    notes = next((root / "sources" / "articles").glob("*/annotations.yaml"))
    notes.unlink()
    notes.symlink_to(target)
    _, problems = read(root)
    told = {problem.code for problem in problems if problem.origin.path.endswith("annotations.yaml")}
    assert told & {"missing-file", "unreadable-file", "link-leads-out"}
