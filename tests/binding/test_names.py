"""The specification of binding names, in `tests/cases/binding-names.md` and two more files."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from build_tools.binding import bind_name, bind_organisation, bind_parties, bind_relation
from build_tools.model import Span
from tests.binding.notation import Marked, marked
from tests.cases import Case, read_cases


def shown(one: Marked, names: Sequence[int]) -> str:
    return "; ".join(one.words(one.candidates[at]) for at in names) or "-"


def answer(kind: str, one: Marked) -> str:
    """The names that belong to the word, as the cases write them."""
    if kind == "relation":
        ties = bind_relation(one.text, one.asked, one.candidates)
        return ", ".join(tie.name.lower() for tie in ties)
    if kind == "owner":
        return shown(one, bind_parties(one.text, one.asked, one.candidates).owners)
    if kind == "event":
        parties = bind_parties(one.text, one.asked, one.candidates)
        certain, open_ = f"{shown(one, parties.agents)} > {shown(one, parties.objects)}", parties.open
    else:
        bind = bind_name if kind == "role" else bind_organisation
        found = bind(one.text, one.asked, one.candidates)
        if not found.certain:
            return "open"
        certain, open_ = shown(one, found.certain), found.open
    return f"{certain} | {shown(one, open_)}" if open_ else certain


FILES = ("binding-names", "binding-names-news", "binding-names-owners")


@pytest.mark.parametrize("case", [case for name in FILES for case in read_cases(name)], ids=str)
def test_case(case: Case) -> None:
    kind, *lines = case.input.splitlines()
    for line, expected in zip(lines, case.expected.splitlines(), strict=True):
        assert answer(kind, marked(line)) == expected, line


def test_a_name_in_brackets_is_the_same_one() -> None:
    one = marked("任命[亚历山大·王]([Alexandr Wang])为{首席技术官}，[扎克伯格]宣布")
    assert bind_name(one.text, one.asked, one.candidates).certain == (0, 1)


def test_a_title_of_him_is_that_of_somebody_named_before() -> None:
    one = marked("[杨立昆]被边缘化。身为{图灵奖得主}的他很不满[汪韬]")
    found = bind_name(one.text, one.asked, one.candidates)
    assert (found.certain, found.open) == ((0,), ())


def test_a_name_in_another_sentence_is_open_where_nobody_else_is_meant() -> None:
    one = marked("[杨立昆]被边缘化。{图灵奖得主}很不满")
    found = bind_name(one.text, one.asked, one.candidates)
    assert (found.certain, found.open) == ((), (0,))


def test_an_organisation_within_a_title_is_its_own() -> None:
    text = "前Meta公共政策总监、现任谷歌事务官某某"
    assert bind_organisation(text, Span(0, 11), [Span(1, 5), Span(14, 16)]).certain == (0,)


def test_those_of_another_clause_with_its_own_subject_take_no_part() -> None:
    one = marked("[Meta] {sued} [Google], and [Microsoft] declined to comment")
    assert bind_parties(one.text, one.asked, one.candidates).others == (2,)


def test_the_one_who_only_says_it_takes_no_part() -> None:
    for line in ("[微软]表示，[Meta]{收购}了[谷歌]", "[Microsoft] said [Meta] had {bought} [Google]"):
        one = marked(line)
        assert bind_parties(one.text, one.asked, one.candidates).others == (0,)


def test_no_names_are_no_trouble() -> None:
    text = "任命他为董事长"
    assert bind_name(text, Span(4, 7), []).certain == ()
    assert bind_organisation(text, Span(4, 7), []).open == ()
    assert bind_parties(text, Span(0, 2), []).agents == ()
