"""Sentences in which no rule of dates can find anything are left out, and every date stays as it is."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.model import DateValue
from build_tools.values import parse_edtf
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.dated_sentences import items_with_dates
from build_tools.values.grammar.dating import dates_in
from build_tools.values.grammar.items import MARKS, items_of
from build_tools.values.grammar.lexer import lex, lex_again
from build_tools.values.grammar.patterns import load_rules
from build_tools.values.plain_text import make_plain
from tests.cases import read_cases

CASES = [
    line
    for name in ("values-dates", "values-direction", "values-hours", "values-news")
    for case in read_cases(name)
    for line in case.input.splitlines()
]
PIECES = [
    *(
        "昨夜10点到场",
        "清晨5点离开",
        "晚上9点30分开始",
        "2点结束",
        "他在11点40分离开",
        "今天",
        "周三",
        "3月",
        "6月12日",
    ),
    *(
        "自此以后",
        "since then",
        "He left at 11:40 p.m.",
        "and died at 12:30 a.m.",
        "in the fifties",
        "the heat",
    ),
    *("工会要求见面", "街上的店铺陆续开门", "上", "一", "Yahoo!", "3", "第", "...", "It rained", "(", ")"),
]
ENDS = ["。", "！", "?", "\n", "。\n", "，", " ", "", ". ", "；"]
TEXTS = st.lists(
    st.tuples(st.one_of(st.sampled_from(CASES), st.sampled_from(PIECES)), st.sampled_from(ENDS)), max_size=7
).map(lambda pairs: "".join(part for pair in pairs for part in pair))
PUBLISHED = [None, parse_edtf("2025-06-21"), parse_edtf("2031-11-20T00:20")]


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from(PUBLISHED))
@example("On 3 May at 11:40 p.m. it began。It had rained before。He left at 12:30 a.m.", PUBLISHED[1])
def test_no_date_is_another_where_all_sentences_are_read(text: str, published: DateValue | None) -> None:
    short, whole = make_plain(text), make_plain(text)
    vars(whole)["items"] = items_of(lex_again(whole.lexed, load_date_lexicon()))
    assert dates_in(short, published) == dates_in(whole, published)


def test_a_sentence_without_a_date_is_one_item_and_its_mark() -> None:
    lexed = lex("街上的店铺，一家又一家，陆续开门。6月12日开业！", load_date_lexicon())
    words = [lexed.text[item.start : item.end] for item in items_with_dates(lexed)]
    assert words == ["街上的店铺,一家又一家,陆续开门", "。", "6", "月", "12", "日", "开业", "!"]


def test_no_rule_begins_with_a_mark() -> None:
    """Only words and numbers are tried."""
    firsts = {opening[0] for rule in load_rules() for opening in rule.openings}
    assert not [one for one in firsts if one.among & set(MARKS.values())]
