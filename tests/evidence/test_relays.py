"""Passages that two articles share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.evidence.relays import check_relays, suspected_relays
from build_tools.model import LocalText, Omission, Source, SourceId
from tests.evidence.world import a_source

SHARED = "消息称,海港公司正在把地图部门的全部员工、机房和客户并入云业务,并计划在年内完成"
TRADITIONAL = "消息稱,海港公司正在把地圖部門的全部員工、機房和客戶併入雲業務,並計劃在年內完成"
SLIP = "消息称,海港公司正把地图部门的全部员工、机房及客户并入云业务,并计划年内完成"
BEFORE, AFTER = "第一段。\n林岸昨日抵达。", "随后再无消息。\n"


def pair(one: str, other: str) -> dict[SourceId, Source]:
    made = a_source("first", BEFORE + one + AFTER), a_source("second", "别的开头:" + other + "别的结尾。")
    return {source.id: source for source in made}


def passages(sources: dict[SourceId, Source]) -> list[tuple[str, str]]:
    return [
        (
            sources[one.first].text[one.first_span.start : one.first_span.end],
            sources[one.second].text[one.second_span.start : one.second_span.end],
        )
        for one in suspected_relays(sources)
    ]


def test_a_passage_word_for_word() -> None:
    assert passages(pair(SHARED, SHARED)) == [(SHARED, SHARED)]


def test_a_passage_at_the_end_of_a_paragraph() -> None:
    sources = [a_source("first", f"{SHARED}\n随后。"), a_source("second", f"开头:{SHARED}")]
    assert passages({source.id: source for source in sources}) == [(SHARED, SHARED)]


def test_a_passage_in_the_other_script() -> None:
    assert passages(pair(SHARED, TRADITIONAL)) == [(SHARED, TRADITIONAL)]


def test_a_passage_with_a_slip_here_and_there() -> None:
    (found,) = passages(pair(SHARED, SLIP))
    assert len(found[0]) >= 30
    assert found[0] in SHARED
    assert found[1] in SLIP


@pytest.mark.parametrize(
    "other", [SHARED[:26], "海港公司正在裁员。", SHARED[:14] + "而另一家" + SHARED[22:34]]
)
def test_too_little_is_no_passage(other: str) -> None:
    assert passages(pair(SHARED, other)) == []


def test_one_article_may_repeat_itself() -> None:
    source = a_source("first", SHARED + "\n" + SHARED)
    assert suspected_relays({source.id: source}) == ()


def test_lines_that_are_not_the_article_do_not_count() -> None:
    sources = pair(SHARED, SHARED)
    omit = (Omission(1, 1, LocalText()),)
    sources[SourceId("second")] = replace(sources[SourceId("second")], omit=omit)
    assert passages(sources) == []


@pytest.mark.parametrize("field", ["copies", "not_relays"])
@pytest.mark.parametrize("which", ["first", "second"])
def test_an_editor_has_the_last_word(field: str, which: str) -> None:
    sources = pair(SHARED, SHARED)
    other = SourceId({"first": "second", "second": "first"}[which])
    source = sources[SourceId(which)]
    said = replace(source, copies=(other,)) if field == "copies" else replace(source, not_relays=(other,))
    assert suspected_relays({**sources, source.id: said}) == ()


def test_one_warning_for_two_articles() -> None:
    text = f"{SHARED}\n中间。\n{SHARED[::-1]}\n"
    (found,) = check_relays({SourceId(id): a_source(id, text) for id in ("second", "first")})
    assert found.message == (
        "“消息称,海港公司正在把地图部门的全部员工、机房和…” (line 1) "
        "is almost word for word in `first`, line 1"
    )
    assert found.hint == (
        "add `copies: [first]` if the two share an origin, "
        "`not_copies: [first]` if you looked and they do not"
    )
