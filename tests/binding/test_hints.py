"""What is offered where a figure's value is not bound: fewer words, or the words beside it."""

from __future__ import annotations

import pytest

from build_tools.binding import Binding, Bound, Wording, bind
from tests.binding.notation import Marked, marked


def bound(one: Marked, chosen: int) -> Bound:
    return bind(one.text, chosen, one.candidates, one.wording)


@pytest.mark.parametrize(
    ("line", "chosen", "shortest"),
    [
        ("爆炸造成[12人]{死亡}、[20人]受伤", 0, "12人死亡"),
        ("{死亡}人数升至[12人]，另有[20人]受伤", 0, "死亡人数升至12人"),
        ("爆炸造成[12人]{死亡}、[20人]受伤", 1, None),
        ("{死亡}名单公布，已有[12人]{死亡}、[20人]受伤", 0, "12人死亡"),
        ("At least [12 people] have been {killed} and [20] hurt", 0, "12 people have been killed"),
        ("[12] {killed} and [20] hurt", 1, None),
        ("[12] of the [20] wounded {died}", 0, None),
    ],
)
def test_the_shortest_stretch(line: str, chosen: int, shortest: str | None) -> None:
    one = marked(line)
    found = bound(one, chosen).shortest
    assert (one.words(found) if found else None) == shortest


@pytest.mark.parametrize(
    ("line", "chosen", "words"),
    [
        ("造成[12人]死亡、[20人]受伤", 1, ["受伤"]),
        ("另有[20人]受伤，[12人]死亡", 0, ["受伤"]),
        ("確診人數升至[37198人]，死亡人數升至[811人]", 1, ["死亡人數升至"]),
        ("A gunman killed [12 people] and wounded [20]", 1, ["wounded"]),
        ("A gunman killed [12 people] and wounded [20]", 0, ["killed", "gunman"]),
        ("It killed [12 people] in Alpha and [20] in Beta", 1, ["Beta"]),
        ("两起事故造成[12人]和[20人]死亡", 0, []),
        ("每[10万人]死亡[12人]", 0, []),
    ],
)
def test_the_words_that_would_do(line: str, chosen: int, words: list[str]) -> None:
    one = marked(line)
    assert [one.words(span) for span in bound(one, chosen).beside] == words


def test_a_long_stretch_of_chinese_is_cut_at_the_far_end() -> None:
    one = marked("一二三四五六七八九十甲乙丙丁[12人]，戊己庚辛壬癸子丑寅卯辰巳[20人]")
    assert [one.words(span) for span in bound(one, 0).beside] == ["七八九十甲乙丙丁"]


@pytest.mark.parametrize(
    "line",
    [
        "造成[12人]死亡、[20人]受伤、[3人]失踪",
        "該隊[14名]早期核心成員中有[11人]離職，其中[5人]轉投對手",
        "Fares will rise from [$15] to [$20], though students will still pay [$8]",
        "Lee won [51.2%] of the vote to Stone's [47.9%]",
    ],
)
def test_what_is_offered_binds(line: str) -> None:
    one = marked(line)
    for at in range(len(one.candidates)):
        for word in bound(one, at).beside:
            answer = bind(one.text, at, one.candidates, Wording((word,)))
            assert answer.binding is Binding.BOUND, one.words(word)
