"""What holds for every passage: script, order and surroundings change nothing, and no word binds two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_tools.binding import (
    Binding,
    Bound,
    TieReason,
    Wording,
    attach,
    bind,
    bind_name,
    bind_organisation,
    bind_parties,
)
from build_tools.model import Span
from build_tools.text.folding import opencc_table, simplify
from tests.binding.notation import Marked, marked
from tests.cases import read_cases

RELAXED = settings(deadline=None, max_examples=150)
LINES = tuple(
    line
    for name in ("binding", "binding-news")
    for case in read_cases(name)
    for line in case.input.splitlines()
)
NAMED = tuple(
    line
    for name in ("binding-names", "binding-names-news")
    for case in read_cases(name)
    for line in case.input.splitlines()[1:]
)
CLAUSES = st.sampled_from(
    [
        *("死亡[12人]", "[12人]死亡", "另有[20人]受伤", "其中[3人]为儿童", "从[9人]升至[14人]", "均为工人"),
        *("营收[5亿元]", "净利润为[1亿元]", "甲镇[12人]", "（[3人]）", "分别为[12人]和[20人]", "裁员[120人]"),
        *("killed [12 people]", "[20] wounded", "of which [four] exploded", "rose from [9] to [12]"),
        *("[12] of the [20] wounded died", "was [$5m]", "against [$3m] a year earlier", "respectively"),
        *("including [three] children", "Beta [20]", "([5.4%])", "in <Alpha>", "<甲厂>"),
    ]
)
JOINTS = st.sampled_from(["，", "、", "；", "。", "和", "", ", ", " and ", "; ", ". ", " ", "\n", "而"])
RANDOM = st.text("死亡12人、，。；和其中分别从至增加百（）()[],.;: killedoftharsp\n\u3000億", max_size=40)


@st.composite
def passages(draw: st.DrawFn) -> Marked:
    """A passage of the cases, or clauses put together anyhow."""
    clauses = draw(st.lists(st.tuples(CLAUSES, JOINTS), min_size=1, max_size=6))
    line = draw(
        st.one_of(st.sampled_from(LINES), st.just("".join(part for pair in clauses for part in pair)))
    )
    one = marked(line)
    assume(one.candidates)
    return one


@st.composite
def words(draw: st.DrawFn) -> tuple[Marked, Span]:
    """A passage, and any word in it that is no part of a reading."""
    one = draw(passages())
    start = draw(st.integers(0, len(one.text) - 1))
    word = Span(start, min(start + draw(st.integers(1, 6)), len(one.text)))
    assume(not word.touches(one.candidates))
    return one, word


def answers(text: str, candidates: Sequence[Span], wording: Wording) -> list[Bound]:
    return [bind(text, at, candidates, wording) for at in range(len(candidates))]


def to_traditional(text: str) -> str:
    """Each character as a Traditional one, where there is one."""
    table = {
        ord(one): others[0] for one, others in opencc_table("STCharacters").items() if len(others[0]) == 1
    }
    return text.translate(table)


@RELAXED
@given(passages())
def test_the_script_changes_nothing(one: Marked) -> None:
    expected = answers(one.text, one.candidates, one.wording)
    for other in (simplify(one.text), to_traditional(one.text)):
        assert answers(other, one.candidates, one.wording) == expected


@RELAXED
@given(words())
def test_one_word_binds_two_only_where_it_belongs_to_both(given_: tuple[Marked, Span]) -> None:
    one, word = given_
    found = answers(one.text, one.candidates, Wording((word,)))
    bound = [at for at, answer in enumerate(found) if answer.binding is Binding.BOUND]
    reasons = {tie.reason for tie in attach(one.text, word, one.candidates).ties}
    assert len(bound) < 2 or TieReason.AGAIN in reasons


@RELAXED
@given(words())
def test_a_word_is_certain_or_open_of_each_once(given_: tuple[Marked, Span]) -> None:
    one, word = given_
    found = attach(one.text, word, one.candidates)
    named = [tie.candidate for tie in found.ties]
    assert len(named) == len(set(named))
    assert sorted((*found.certain, *found.open)) == sorted(named)
    assert set(named) <= set(range(len(one.candidates)))


@RELAXED
@given(passages(), st.randoms(use_true_random=False))
def test_the_order_of_candidates_and_words_changes_nothing(one: Marked, chance: object) -> None:
    order = list(range(len(one.candidates)))[::-1]
    turned = [one.candidates[at] for at in order]
    wording = Wording(one.wording.own[::-1], one.wording.of[::-1], one.wording.others[::-1])
    plain = Wording(one.wording.own, one.wording.of, one.wording.others)
    before = [answer.binding for answer in answers(one.text, one.candidates, plain)]
    after = [answer.binding for answer in answers(one.text, turned, wording)]
    assert [after[order.index(at)] for at in range(len(order))] == before


@RELAXED
@given(passages(), st.sampled_from(["前一天下了雨。", "It had rained. ", "雨停了。\n"]))
def test_a_sentence_before_changes_nothing(one: Marked, sentence: str) -> None:
    assume(not (sentence.isascii() and one.text[0].isdigit()))  # no sentence ends in `approx. 12`
    moved = [_moved(spans, len(sentence)) for spans in (one.candidates, *_places(one.wording))]
    before = [answer.binding for answer in answers(one.text, one.candidates, one.wording)]
    after = answers(sentence + one.text, moved[0], Wording(*moved[1:]))
    assert [answer.binding for answer in after] == before


@RELAXED
@given(passages())
def test_bound_has_no_rival_and_all_else_has_or_no_word(one: Marked) -> None:
    for at, answer in enumerate(answers(one.text, one.candidates, one.wording)):
        assert at not in (*answer.rivals, *answer.also)
        assert (answer.binding is Binding.BOUND) <= (not answer.rivals)
        assert (answer.binding is Binding.ELSEWHERE) <= bool(answer.rivals)
        if answer.shortest:
            others = [span for other, span in enumerate(one.candidates) if other != at]
            assert one.candidates[at].is_within([answer.shortest])
            assert not answer.shortest.touches(others)


@RELAXED
@given(RANDOM, st.data())
def test_no_text_is_too_odd(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    candidates, own = spans[::2], tuple(spans[1::2])
    answers(text, candidates, Wording(own, own[:1], own[1:], own[:1]))
    for word in own[:1]:
        for ask in (bind_name, bind_organisation, bind_parties):
            ask(text, word, candidates)


@pytest.mark.parametrize("line", NAMED)
def test_the_script_changes_no_name(line: str) -> None:
    one = marked(line)
    for ask in (bind_name, bind_organisation, bind_parties):
        expected = ask(one.text, one.asked, one.candidates)
        for other in (simplify(one.text), to_traditional(one.text)):
            assert ask(other, one.asked, one.candidates) == expected, ask.__name__


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def _places(wording: Wording) -> tuple[Sequence[Span], ...]:
    return wording.own, wording.of, wording.others, wording.strangers
