"""What a Chinese account repeats of its quote, of another or as more certain than it is there."""

from __future__ import annotations

import re

import pytest

from build_tools.evidence.proving.copied_statements import changed_statements
from build_tools.evidence.proving.swaps import NamedText
from build_tools.language.cue_kinds import HEDGES
from build_tools.model import EntityId, Span

PEOPLE = ("柯立", "林慧", "罗河", "董保")


def _named(text: str) -> NamedText:
    places = sorted((one.start(), name) for name in PEOPLE for one in re.finditer(name, text))
    found = tuple((Span(at, at + len(name)), EntityId(name)) for at, name in places)
    ids = frozenset(EntityId(name) for name in PEOPLE)
    return NamedText(text, found, ids, dict.fromkeys(ids, "person"))


CHANGED = [
    ("总理柯立已准辞，并拟于7月提名继任者；林慧要求他下台。", "林慧拟于7月提名继任者。"),
    ("庄主罗河被问话后于当晚获释，酿酒师董保下落不明。", "董保于当晚获释。"),
    ("律师表示，罗河将在十日内提出上诉。", "罗河已提出上诉。"),
    ("科考尚待主管部门批准。", "科考已获主管部门批准。"),
    ("柯立强调，若资方不让步，罢工将延长至月底。", "柯立强调，罢工将延长至月底。"),
    ("据说队长罗河季后转投飞鹰，球会未有证实。", "罗河季后转投飞鹰。"),
    ("据说队长罗河季后转投飞鹰，球会未有证实。", "据说球会证实罗河季后转投飞鹰。"),
]
KEPT = [
    ("总理柯立已准辞，并拟于7月提名继任者；林慧要求他下台。", "柯立拟于7月提名继任者。"),
    ("庄主罗河被问话后于当晚获释，酿酒师董保下落不明。", "罗河于当晚获释。"),
    ("罗河与董保会面，并同意出资。", "董保同意出资。"),
    ("对方打给董保，但他没有接听电话。", "董保没有接听电话。"),
    ("律师表示，罗河已提出上诉。", "罗河已提出上诉。"),
    ("柯立强调，若资方不让步，罢工将延长至月底。", "柯立强调，资方若不让步，罢工将延长。"),
    ("据说队长罗河季后转投飞鹰，球会未有证实。", "据传罗河季后转投飞鹰，球会未有证实。"),
    ("Kerr said that Lund resigned.", "Lund resigned."),
]


@pytest.mark.parametrize(("quote", "account"), CHANGED)
def test_a_statement_of_another_or_more_certain_is_found(quote: str, account: str) -> None:
    assert changed_statements(_named(quote), _named(account), HEDGES)


@pytest.mark.parametrize(("quote", "account"), KEPT)
def test_a_statement_as_the_quote_has_it_is_left_alone(quote: str, account: str) -> None:
    assert changed_statements(_named(quote), _named(account), HEDGES) == ()
