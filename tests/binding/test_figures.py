"""The specification of binding a figure, in `tests/cases/binding.md` and `binding-news.md`."""

from __future__ import annotations

import pytest

from build_tools.binding import Binding, TieReason, bind
from tests.binding.notation import Marked, marked
from tests.cases import Case, read_cases


def bindings(one: Marked) -> list[Binding]:
    return [bind(one.text, at, one.candidates, one.wording).binding for at in range(len(one.candidates))]


@pytest.mark.parametrize("case", [*read_cases("binding"), *read_cases("binding-news")], ids=str)
def test_case(case: Case) -> None:
    for line, expected in zip(case.input.splitlines(), case.expected.splitlines(), strict=True):
        assert ", ".join(bindings(marked(line))) == expected, line


def test_those_that_the_words_stand_with_are_named() -> None:
    one = marked("[12人]{遇难}，[20人]受伤，[3人]失踪")
    assert bind(one.text, 1, one.candidates, one.wording).rivals == (0,)
    assert bind(one.text, 0, one.candidates, one.wording).rivals == ()


def test_where_it_is_open_those_that_it_may_be_are_named() -> None:
    one = marked("{votes}: A [1,200]; B [900]; C [30]")
    assert bind(one.text, 1, one.candidates, one.wording).rivals == (0, 2)


def test_another_value_of_the_same_figure_is_named() -> None:
    one = marked("{员工}由[1200人]增加到[1500人]，年底再招[80名]实习生")
    bound = bind(one.text, 0, one.candidates, one.wording)
    assert (bound.binding, bound.also, bound.rivals) == (Binding.BOUND, (1,), ())


def test_the_reason_is_that_of_the_firmest_word() -> None:
    one = marked("甲厂和<乙厂>分别{裁员}[120人]和[80人]")
    assert bind(one.text, 1, one.candidates, one.wording).reason in (TieReason.LISTED, TieReason.IN_ORDER)
    none = marked("造成[12人]死亡、[20人]受伤")
    assert bind(none.text, 0, none.candidates, none.wording).reason is None


def test_candidates_may_come_in_any_order() -> None:
    one = marked("[12人]{遇难}，[20人]受伤，[3人]失踪")
    first, second, third = one.candidates
    assert bind(one.text, 2, (third, second, first), one.wording).binding is Binding.BOUND
    assert bind(one.text, 0, (third, second, first), one.wording).rivals == (2,)
