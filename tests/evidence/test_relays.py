"""Families of articles: what is a copy, what only shares words, and what the editors said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.evidence.families import families
from build_tools.evidence.relays import check_relays
from build_tools.model import EntityId, Inputs, LocalText, Omission, Source, SourceId
from build_tools.reading import read
from build_tools.values import parse_edtf
from tests.evidence.world import a_source, tell

WIRE = (
    "CARROW (Meridian) - A warehouse of the Lorrin works burned down on Tuesday night, the brigade said.",
    "The fire began at the loading gate and reached the roof before the first engine came from the harbour.",
    "Forty workers of the late shift left the building by the river door; a guard is still being looked for.",
    "The mayor closed the bridge, and trains to the north were sent by way of the valley until the morning.",
    "The company, which makes paint and glue, said that its insurers would look at the damage this week.",
)
OWN = (
    "Our reporter walked along the quay at dawn and found the smell of glue as far away as the old market.",
    "Bakers in the lane had shut their windows, and nobody could say when the school would open its doors.",
    "A teacher who lives across the water counted nine engines, more than she had ever seen in one place.",
    "The insurers answered no calls, the works were silent, and a single crane swung over the black walls.",
)
FOOTER = (
    "Get the most important stories of the day in your inbox every morning before breakfast. By signing "
    "up you agree to the terms of use and to the privacy policy of the Lorrin media group."
)
SPEECH = (
    "“We will not sleep before the last of our people has been found and brought home to the families "
    "who wait for them at the gates tonight, and we will not rest before we know who let this happen, "
    "and who knew of it, and who kept silent when there was still time to speak.",
    "“I say to those who signed the papers without reading them: come forward now, by your own will, "
    "and tell this province what was stored in that house, for how long, and in whose name it was.”",
)
SIMPLIFIED = (
    "消息称,海港公司正在把地图部门的全部员工、机房和客户并入云业务,并计划在年内完成。",
    "公司没有说明有多少员工会离开,也没有说明机房搬迁要花多少钱。",
    "一名在场的员工说,会议只开了十分钟,没有人提问。",
)
TRADITIONAL = (
    "消息稱,海港公司正在把地圖部門的全部員工、機房和客戶併入雲業務,並計劃在年內完成。",
    "公司沒有說明有多少員工會離開,也沒有說明機房搬遷要花多少錢。",
    "一名在場的員工說,會議只開了十分鐘,沒有人提問。",
)


def dossier(*texts: Iterable[str]) -> Inputs:
    """Articles `a`, `b`, … of as many publishers, a day after each other, of such paragraphs."""
    made: dict[SourceId, Source] = {}
    for number, paragraphs in enumerate(texts):
        id = SourceId(chr(ord("a") + number))
        published = parse_edtf(f"2031-11-{number + 1:02}")
        assert published
        source = a_source(id, "\n\n".join(paragraphs) + "\n")
        made[id] = replace(source, published=published, publisher=LocalText(every=f"paper {id}"))
    return replace(tell("").inputs, sources=made)


def said(inputs: Inputs, id: str, **what: object) -> Inputs:
    """With what an editor says of one article."""
    source = replace(inputs.sources[SourceId(id)], **what)  # type: ignore[arg-type]
    return replace(inputs, sources={**inputs.sources, source.id: source})


def found(inputs: Inputs) -> list[str]:
    """Each family as the names of its articles, the earliest first."""
    return ["".join((each.origin, *(one.source for one in each.members))) for each in families(inputs)]


def shares(inputs: Inputs) -> list[int]:
    (family,) = families(inputs)
    return [member.shared.percent for member in family.members]


def test_a_wire_and_its_takers_are_one_family() -> None:
    takers = (WIRE[:4], (OWN[0], *WIRE[1:]), (*WIRE[:2], *OWN[1:3]))
    assert found(dossier(WIRE, *takers, OWN[::-1])) == ["abcd"]


def test_takers_are_a_family_where_the_wire_is_not_here() -> None:
    inputs = dossier((*WIRE[:4], OWN[0]), (*WIRE[:3], OWN[1]), (*WIRE[1:4], OWN[2]))
    assert found(inputs) == ["abc"]


def test_the_share_is_that_of_the_shorter_article() -> None:
    assert shares(dossier(WIRE, WIRE[:3])) == [100]
    assert 45 <= shares(dossier((*WIRE[:2], *OWN[:2]), WIRE))[0] <= 55


def test_two_wires_with_their_takers_are_two_families() -> None:
    inputs = dossier((*WIRE, FOOTER), (*OWN, FOOTER), (*WIRE[:4], FOOTER), (*OWN[1:], FOOTER))
    assert found(inputs) == ["ac", "bd"]


@pytest.mark.parametrize("other", [TRADITIONAL, SIMPLIFIED])
def test_a_copy_in_either_script(other: tuple[str, ...]) -> None:
    assert shares(dossier(SIMPLIFIED, other)) == [100]


def test_a_copy_with_other_numbers() -> None:
    text = "\n".join(WIRE).replace("Forty", "Sixty").replace("Tuesday", "Wednesday").replace("this", "next")
    assert shares(dossier(WIRE, text.split("\n")))[0] >= 60


def test_a_sentence_of_other_news_in_the_same_form_is_no_copy() -> None:
    form = "A quake of magnitude {} shook {} on {}, the institute said. Nobody was hurt, it said."
    rows = [("5.1", "Carrow", "Monday"), ("4.4", "Lorrin", "Friday"), ("6.0", "Ennis", "Sunday")]
    assert found(dossier(*([form.format(*row)] for row in rows))) == []


def test_a_footer_is_no_copy() -> None:
    short = [(one, FOOTER) for one in (*WIRE, *OWN)]
    assert found(dossier(*short)) == []
    assert found(dossier((*WIRE, FOOTER), (*OWN, FOOTER))) == []


def test_a_footer_of_two_articles_alone_is_no_copy() -> None:
    assert found(dossier((*WIRE[:2], FOOTER), (*OWN[:2], FOOTER))) == []


def test_a_footer_before_the_last_line_is_no_copy() -> None:
    first, second = (*WIRE[:3], FOOTER, "Read also: the harbour."), (*OWN[:3], FOOTER)
    assert found(dossier(first, second)) == []


def test_ten_papers_with_one_short_wire_are_one_family() -> None:
    assert found(dossier(*([f"Paper {one}", WIRE[0], WIRE[1]] for one in range(10)))) == ["abcdefghij"]


def test_ten_short_wires_are_none() -> None:
    assert found(dossier(*([one] for one in (*WIRE, *OWN)))) == []


def test_a_quotation_is_no_copy() -> None:
    said = (
        "The mayor said: “We will not sleep before the last of our people has been found and brought home.”"
    )
    assert found(dossier((said, *WIRE[:2]), (*OWN[:2], said))) == []


def test_a_speech_quoted_at_length_is_no_copy() -> None:
    first = ("On Wednesday the governor spoke in the old hall.", *SPEECH, WIRE[1])
    second = (OWN[0], "She turned to the families first.", *SPEECH, OWN[2])
    assert found(dossier(first, second)) == []


def test_an_interview_taken_over_whole_is_a_copy() -> None:
    text = (WIRE[0], *SPEECH, WIRE[2])
    assert shares(dossier(text, text)) == [100]


def test_a_long_passage_is_a_copy_in_articles_of_any_length() -> None:
    rows = [
        f"Line {n} of this long paper speaks of matter {n * 7} and of street {n * 13}." for n in range(90)
    ]
    other = [f"Row {n} in that other one tells about house {n * 5} near bridge {n * 11}." for n in range(90)]
    assert found(dossier([*rows, *WIRE], [*other[:40], *WIRE, *other[40:]])) == ["ab"]


def test_articles_of_one_publisher_are_one_origin_already() -> None:
    inputs = dossier(WIRE, WIRE[:4])
    same = LocalText(every="paper a")
    assert found(said(inputs, "b", publisher=same)) == []


def test_publishers_that_are_not_known_are_not_one() -> None:
    unknown = LocalText(every="unknown")
    inputs = said(dossier(WIRE, WIRE[:4]), "a", publisher=unknown)
    assert found(said(inputs, "b", publisher=unknown)) == ["ab"]


def test_lines_that_are_not_the_article_do_not_count() -> None:
    inputs = dossier((*WIRE, *OWN), (*WIRE, *SIMPLIFIED))
    assert found(said(inputs, "b", omit=(Omission(1, 10, LocalText()),))) == []


def test_one_warning_a_family() -> None:
    (warning,) = check_relays(dossier(WIRE, WIRE[:4], WIRE[1:]))
    assert warning.message == (
        "`b`, `c` and `a` have 100% of their words in common: “CARROW (Meridian) - A wa…” (line 1) "
        "is in line 1 of `a`"
    )
    assert warning.hint == (
        "add `relays: [a]` here, and to `c`, if it passes on that report, or the same outlet to both; "
        "`not_copies: [a]` if you looked and it does not"
    )


OUTLET = EntityId("meridian")


def test_the_same_outlet_on_both_settles_them() -> None:
    inputs = said(dossier(WIRE[:4], WIRE[1:]), "a", relays=(OUTLET,))
    assert len(list(check_relays(inputs))) == 1
    assert list(check_relays(said(inputs, "b", relays=(OUTLET,)))) == []


def test_the_outlet_that_published_the_one_settles_them() -> None:
    inputs = said(dossier(WIRE, WIRE[1:]), "b", relays=(OUTLET,))
    assert list(check_relays(said(inputs, "a", outlet=OUTLET))) == []


@pytest.mark.parametrize("field", ["copies", "relayed_sources"])
@pytest.mark.parametrize("which", ["ab", "ba"])
def test_an_article_named_by_either_settles_them(field: str, which: str) -> None:
    inputs = said(dossier(WIRE, WIRE[1:]), which[0], **{field: (SourceId(which[1]),)})
    assert list(check_relays(inputs)) == []
    assert [family.confirmed for family in families(inputs)] == [True]


def test_who_is_settled_is_not_asked_of_again() -> None:
    inputs = said(dossier(WIRE, WIRE[1:], WIRE[:4]), "b", relayed_sources=(SourceId("a"),))
    (warning,) = check_relays(inputs)
    assert warning.message.startswith("`c` and `a` have 100%")


@pytest.mark.parametrize("which", ["ab", "ba"])
def test_articles_found_independent_are_no_family(which: str) -> None:
    inputs = said(dossier(WIRE, WIRE[1:]), which[0], not_relays=(SourceId(which[1]),))
    assert found(inputs) == []


def test_who_is_independent_of_a_wire_is_so_of_its_takers() -> None:
    inputs = said(dossier(WIRE, WIRE[1:], WIRE[:4]), "b", relayed_sources=(SourceId("a"),))
    assert found(said(inputs, "c", not_relays=(SourceId("a"),))) == ["ab"]


def test_many_copies_are_one_family_each_shown_with_the_earliest() -> None:
    inputs = dossier(*((f"Paper number {n * 17} of this town.", *WIRE) for n in range(25)))
    (family,) = families(inputs)
    assert family.origin == "a"
    assert len(family.members) == 24


# Read by hand: the wire and the four papers that print it, and the report that another paper takes over.
FAMILIES = {
    "disaster": [
        ["meridian-18-1745", "tribune-18-1320", "herald-18-1840", "oslin-19-0010", "times-18-1505"],
    ],
    "night": [["gangsheng-08-2205", "daobao-08-2230"]],
}
DOSSIERS = Path(__file__).parents[1] / "dossiers"


@pytest.mark.parametrize("name", sorted(path.name for path in DOSSIERS.iterdir()))
def test_the_families_of_a_dossier_by_its_words_alone(name: str) -> None:
    inputs, _ = read(DOSSIERS / name)
    nothing = {"relays": (), "relayed_sources": (), "copies": (), "not_relays": ()}
    for id in inputs.sources:
        inputs = said(inputs, id, **nothing)
    made = [[each.origin, *(one.source for one in each.members)] for each in families(inputs)]
    assert made == FAMILIES.get(name, [])
