"""To which readings one occurrence of a word belongs, and why."""

from __future__ import annotations

import pytest

from build_tools.binding import Attachment, TieReason, Weight, attach
from tests.binding.notation import marked


def attached(line: str) -> Attachment:
    one = marked(line)
    return attach(one.text, one.asked, one.candidates)


@pytest.mark.parametrize(
    ("line", "certain", "reason"),
    [
        ("[28{岁}]的王某和[41岁]的李某", {0}, TieReason.INSIDE),
        ("造成[12人]{死亡}、[20人]受伤", {0}, TieReason.CLAUSE),
        ("事故致[12]死[20]{伤}", {1}, TieReason.CLAUSE),
        ("{员工}共计如下，约[1200人]", {0}, TieReason.SENTENCE),
        ("甲厂和{乙厂}分别裁员[120人]和[80人]", {1}, TieReason.IN_ORDER),
        ("Revenue and {profit} were [$5m] and [$3m] respectively", {1}, TieReason.IN_ORDER),
        ("{乙公司}（市占率[5.4%]）和丙公司（市占率[2.7%]）", {0}, TieReason.BRACKETS),
        ("The {toll} rose from [9] to [12]", {0, 1}, TieReason.AGAIN),
        ("{员工}[1200人]（2024年为[900人]）", {0, 1}, TieReason.AGAIN),
        ("两起事故造成[12人]和[20人]{死亡}", {0, 1}, TieReason.LISTED),
        ("{votes}: A [12]; B [20]", {0, 1}, TieReason.LISTED),
    ],
)
def test_certain(line: str, certain: set[int], reason: TieReason) -> None:
    found = attached(line)
    assert set(found.certain) == certain
    assert reason in {tie.reason for tie in found.ties if tie.candidate in certain}


@pytest.mark.parametrize(
    ("line", "open_", "reason"),
    [
        ("[12人]死亡，{工人}占多数，[20人]受伤", {0, 1}, TieReason.BETWEEN),
        ("{死亡}[12人]，受伤[20人]，失踪[3人]", {1, 2}, TieReason.TOPIC),
        ("[Three] of the [five] {bombs} were defused", {0}, TieReason.PART),
        ("[12人]在甲镇，[20人]在乙镇，均已{死亡}", {0, 1}, TieReason.LATER),
        ("The {toll} is rising. It was [12] on Monday", {0}, TieReason.EARLIER),
    ],
)
def test_open(line: str, open_: set[int], reason: TieReason) -> None:
    found = attached(line)
    assert set(found.open) == open_
    assert {tie.reason for tie in found.ties if tie.candidate in open_} == {reason}


def test_a_word_of_another_clause_holds_less_firmly() -> None:
    near, far = attached("去年，{营收}为[50亿元]"), attached("去年{营收}公布了，为[50亿元]")
    assert [tie.weight for tie in near.ties] == [Weight.SURE]
    assert [tie.weight for tie in far.ties] == [Weight.OTHER_CLAUSE]


def test_where_nothing_is_read_a_word_belongs_to_nothing() -> None:
    assert attached("造成多人{死亡}").ties == ()


def test_what_a_rate_is_reckoned_on_takes_no_words() -> None:
    assert attached("每[10万人]{死亡}[12人]").certain == (1,)
