"""Mentions: the cases, and what holds among several articles."""

from __future__ import annotations

import pytest

from build_tools.model import Entity, Kind, Mention, SourceId, Span
from build_tools.problem import Origin, Problem, Problems, Severity
from build_tools.text.mentions import find_forms, find_mentions
from build_tools.text.paragraphs import line_of
from tests.cases import Case, read_cases
from tests.text.helpers import a_source, an_entity, printed


def result(case: Case) -> str:
    """The mentions and the Problems, as the cases write them."""
    article, _, written = case.input.partition("\n---\n")
    rows = [line.partition(":")[::2] for line in written.split("\n")]
    given = {key: value.strip() for key, value in rows}
    omit = [tuple(map(int, value.split("-"))) for key, value in given.items() if key == "omit"]
    kinds = [key.split(" ") for key in given if key.split(" ")[0] in set(Kind)]
    entities = [entity(id, Kind(kind), given) for kind, id in kinds]
    source = a_source(article, omit=[(lines[0], lines[1]) for lines in omit])
    mentions, problems = find_mentions({source.id: source}, {one.id: one for one in entities})
    lines = [f"{line_of(article, one.span.start)}: {one.raw} {one.entity}" for one in mentions]
    return "\n".join([*lines, *map(printed, problems)])


def entity(id: str, kind: Kind, given: dict[str, str]) -> Entity:
    aliases = [alias for alias in given[f"{kind} {id}"].split(" | ") if alias]
    forms = given.get(f"not {id}", "")
    not_ = [("sina", (forms,))] if forms else []
    return an_entity(id, *aliases, kind=kind, label=given.get(f"label {id}", ""), not_=not_)


@pytest.mark.parametrize("case", read_cases("mentions"), ids=str)
def test_case(case: Case) -> None:
    assert result(case) == case.expected


def mentions_in(*texts: str, entities: tuple[Entity, ...]) -> tuple[tuple[Mention, ...], Problems]:
    sources = [a_source(text, id=id) for text, id in zip(texts, ("one", "two", "three"), strict=False)]
    return find_mentions({one.id: one for one in sources}, {one.id: one for one in entities})


def test_spans_are_code_points_of_the_article_and_the_words_its_own() -> None:
    (mention,), problems = mentions_in("据 楊立昆 说", entities=(an_entity("yann-lecun", "杨立昆"),))
    assert not problems
    assert mention == Mention(SourceId("one"), Span(2, 5), mention.entity, "楊立昆")
    assert mention.span == Span(2, 5)


def test_an_alias_need_occur_in_one_article_only() -> None:
    mentions, problems = mentions_in("汪滔", "汪韬", entities=(an_entity("alexandr-wang", "汪滔", "汪韬"),))
    assert not problems
    assert [(one.source, one.raw) for one in mentions] == [("one", "汪滔"), ("two", "汪韬")]


def test_the_warning_stands_at_the_alias() -> None:
    _, (problem,) = mentions_in("汪滔", entities=(an_entity("alexandr-wang", "汪滔", "汪韬"),))
    assert problem == Problem(
        Origin("alexandr-wang.yaml", 3),
        "alias-not-found",
        "`汪韬` occurs in no article",
        "write it as an article does, as a whole word outside omitted lines; or delete it",
        Severity.WARNING,
    )


def test_a_shared_name_is_one_problem_for_all_its_sources() -> None:
    entities = (an_entity("b", "Wang"), an_entity("a", "汪", "Wang"))
    mentions, (problem,) = mentions_in("Wang与汪", "Wang", "张", entities=entities)
    assert [one.raw for one in mentions] == ["汪"]
    assert problem.origin == Origin("b.yaml", 2)
    assert printed(problem) == (
        "error ambiguous-alias: `Wang` may be `a` or `b` in `one` and `two`\n"
        "hint: write `not: {one: [Wang], two: [Wang]}` in the file of the entity not meant there"
    )


def test_a_shared_name_is_kept_apart_source_by_source() -> None:
    a = an_entity("a", "Wang", not_=[("two", ("Wang",))])
    b = an_entity("b", "Ｗａｎｇ", not_=[("one", ("Wang",))])
    mentions, problems = mentions_in("Wang", "Wang", entities=(a, b))
    assert not problems
    assert [(one.source, one.entity) for one in mentions] == [("one", "a"), ("two", "b")]


def test_one_name_written_twice_is_shared_with_nobody() -> None:
    entities = (an_entity("mark-zuckerberg", "扎克伯格", "扎克伯格", label="扎克伯格"),)
    mentions, problems = mentions_in("扎克伯格", entities=entities)
    assert not problems
    assert len(mentions) == 1


def test_the_order_of_files_changes_nothing() -> None:
    entities = (an_entity("a", "甲"), an_entity("b", "乙"))
    assert mentions_in("乙甲", "甲", entities=entities) == mentions_in("乙甲", "甲", entities=entities[::-1])


def test_a_name_of_nothing_is_no_name() -> None:
    mentions, (problem,) = mentions_in("汪 滔", entities=(an_entity("a", "\u200b"),))
    assert not mentions
    assert problem.code == "alias-not-found"


@pytest.mark.parametrize(
    ("quote", "forms", "words"),
    [
        ("任命其為首席技術官", ["首席技术官"], ["首席技術官"]),
        ("其CTOAlexandr", ["CTO"], ["CTO"]),
        ("OpenAI的CEOs", ["CEO", "AI"], []),
        ("其CeoWANG", ["ceo", "Wang"], []),
        ("an Open Source model", ["open source"], ["Open Source"]),
        ("投资148 亿,再投资", ["投資"], ["投资", "投资"]),
        ("超级智能实验室", ["智能", "超级智能实验室"], ["超级智能实验室"]),
        ("收购", ["", " "], []),
        ("", ["收购"], []),
    ],
)
def test_forms_named_in_a_quote(quote: str, forms: list[str], words: list[str]) -> None:
    assert [quote[span.start : span.end] for span in find_forms(quote, forms)] == words
