"""Whether two texts give one what is another's."""

from __future__ import annotations

import pytest

from build_tools.evidence.proving.swaps import NamedText, are_swapped
from build_tools.model import EntityId, Span

IDS = {"王": "wang", "李": "li", "Wang": "wang", "Li": "li", "Front": "front", "Renewal": "renewal"}
PEOPLE = frozenset({EntityId("wang"), EntityId("li")})


def naming(text: str) -> NamedText:
    places = [
        (Span(at, at + len(name)), EntityId(id))
        for at in range(len(text))
        for name, id in IDS.items()
        if text.startswith(name, at)
    ]
    return NamedText(text, tuple(places), PEOPLE)


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("王指控李下令开船", "Wang accuses Li of having ordered it", False),
        ("王指控李下令开船", "Li accuses Wang of having ordered it", True),
        ("李被王指控下令开船", "Wang accuses Li of having ordered it", False),
        ("王两度建议延后开船，李没有采纳", "李没有采纳王延后开船的建议", False),
        ("王两度建议延后开船，李没有采纳", "王没有采纳李延后开船的建议", True),
        ("坚持开船的是王，不是李", "It was Wang who insisted, not Li", False),
        ("坚持开船的是王，不是李", "It was Li who insisted, not Wang", True),
        ("Wang, not Li, was sworn in", "Li, not Wang, was sworn in", True),
        ("王走了", "Li left", False),
    ],
)
def test_who_changes_places(one: str, other: str, swapped: bool) -> None:
    assert are_swapped(naming(one), naming(other)) is swapped
