"""What an account changes in a sentence that it copies but for a word."""

from __future__ import annotations

import pytest

from build_tools.evidence.proving.near_copies import changes_in_copy
from build_tools.language import Force
from build_tools.language.cue_kinds import HEDGES, NEGATIVE
from tests.evidence.test_swaps import naming

ALL = NEGATIVE | set(HEDGES)
QUOTES = {
    "strike": "The pilots may walk out again on Friday, Wang said, unless the line pays 340 of them by noon.",
    "resigning": "Li offered to resign, but Wang refused to let her go before an inquiry has ended.",
    "warning": "王称，灾前没有接到任何预警，但李予以否认，称当晚已通知全村74人撤离，仅31人转移。",
    "cold": "因低温下刹车可能失灵，公司召回汽车。",
    "vote": "李说，312个投票站中，有5个计票出错，但未发现舞弊。",
    "running": "公司也试图吸引王加盟，并计划投资他与李共同管理的风险投资基金。",
    "wolves": "Wolves killed 1,460 sheep in the upper valley (830) and the lower valley (630).",
    "recount": "Li asked for a recount in three districts, and the board ordered it.",
    "remorse": "Li, the former treasurer, had shown no remorse, Wang said.",
    "counsel": "His counsel, Wang, denied it, but prosecutor Li showed the jury receipts for two yachts.",
    "wide": "The gap has widened since March.",
    "blaming": "Li does not blame the inspectors. It is the builders she blames, not them.",
    "deputy": "Minister Li was told, his deputy Wang said, and has so far refused to say if he will go.",
    "parallel": "Front has not withdrawn its demand for a loan, nor has Renewal agreed to pay it.",
    "denying": "王說，助理教練李將暫代至球季結束，並否認已與張接觸。",
}
REFUSED = [
    ("recount", "Li asked for no recount in three districts, and the board ordered it.", "adds `no`"),
    ("remorse", "Li, the former treasurer, had shown remorse.", "leaves out `no`"),
    ("resigning", "Wang offered to resign.", "names `wang` where the quote names `li`"),
    ("counsel", "Wang showed the jury receipts for two yachts.", "names `wang` where the quote names `li`"),
    ("wide", "The gap has narrowed since March.", "says `widened`, the account `narrowed`"),
    ("warning", "李称，当晚已通知全村31人撤离。", "gives 31人 where the quote gives 74人"),
]
CHANGED = [
    ("strike", "The pilots will walk out again on Friday.", ["the account leaves out `may`"]),
    (
        "recount",
        "Li asked for a rerun in three districts.",
        ["the quote says `recount`, the account `rerun`"],
    ),
    ("strike", "The pilots may walk out again on Friday, Li said.", []),
    ("resigning", "Wang offered to resign.", ["the account names `wang` where the quote names `li`"]),
    ("warning", "王称，灾前接到了预警。", ["the account leaves out `没有`"]),
    (
        "warning",
        "李称，当晚已通知全村31人撤离。",
        ["the account gives 31人 where the quote gives 74人"],
    ),
    ("cold", "高温下刹车可能失灵。", ["the quote says `低`, the account `高`"]),
    ("cold", "低温下刹车失灵。", ["the account leaves out `可能`"]),
]
FAITHFUL = [
    ("strike", "The pilots may walk out on Friday."),
    ("strike", "Wang said the pilots might walk out again on Friday."),
    ("resigning", "Li offered to resign."),
    ("resigning", "Wang refused to let her go."),
    ("warning", "王称，灾前没有接到任何预警。"),
    ("warning", "李称，当晚已通知全村74人撤离。"),
    ("cold", "低温下刹车可能失灵。"),
    ("vote", "李说，5个投票站计票出错，但未发现舞弊。"),
    ("denying", "王否認已與張接觸。"),
    ("deputy", "Li has so far refused to say if he will go."),
    ("parallel", "Renewal has not agreed to pay it."),
    ("recount", "Li asked for recounts in three districts."),
    ("warning", "Wang says there was no warning."),
    ("wolves", "Wolves killed 830 sheep in the upper valley."),
    ("running", "李与王共同管理风险投资基金。"),
]


@pytest.mark.parametrize(("quote", "account", "changes"), CHANGED)
def test_a_word_changed_in_a_copy_is_found(quote: str, account: str, changes: list[str]) -> None:
    found = changes_in_copy(naming(QUOTES[quote]), naming(account), ALL)
    assert [one.message for one in found] == changes


@pytest.mark.parametrize(("quote", "account", "change"), REFUSED)
def test_a_change_that_can_only_say_another_thing_is_certain(quote: str, account: str, change: str) -> None:
    found = changes_in_copy(naming(QUOTES[quote]), naming(account), ALL)
    assert any(one.is_certain and one.message.endswith(change) for one in found)


def test_a_negation_that_may_be_said_elsewhere_is_not_certain() -> None:
    found = changes_in_copy(
        naming(QUOTES["blaming"]), naming("Li blames the builders, not the inspectors."), ALL
    )
    assert not any(one.is_certain for one in found)


@pytest.mark.parametrize(("quote", "account"), FAITHFUL)
def test_a_shorter_sentence_is_no_change(quote: str, account: str) -> None:
    assert changes_in_copy(naming(QUOTES[quote]), naming(account), ALL) == ()


def test_only_forces_that_are_asked_for_are_missed() -> None:
    quote, account = naming(QUOTES["cold"]), naming("低温下刹车失灵。")
    assert changes_in_copy(quote, account, {Force.NEGATION}) == ()
