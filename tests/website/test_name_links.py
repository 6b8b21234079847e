"""Every name in a sentence of ours leads to the page of what it names."""

from __future__ import annotations

import pytest

from build_tools.model import Entity, EntityId, Kind, LocalText, Written
from build_tools.website.editions import EDITIONS
from build_tools.website.name_links import Name, names_of, split_names
from tests.cases import Case, read_cases


def entity(id: str, en: str, zh: str, *aliases: str, kind: Kind = Kind.WORK) -> Entity:
    label = LocalText(en=en, zh=zh)
    return Entity(id=EntityId(id), kind=kind, label=label, aliases=tuple(map(Written, aliases)))


ENTITIES = (
    entity("wang", "Alexandr Wang", "亚历山大·王", "Wang", "汪滔", kind=Kind.PERSON),
    entity("scale", "Scale AI", "Scale AI"),
    entity("scale-price", "Scale AI price", "Scale AI 的价格", kind=Kind.FIGURE),
    entity("meta", "Meta", "Meta"),
    entity("metaverse", "Metaverse", "元宇宙"),
    entity("lab", "the first lab", "第一实验室", "the lab"),
    entity("fair", "FAIR", "FAIR", "the lab"),
    entity("asked", "Then", "Then", kind=Kind.QUESTION),
)


@pytest.mark.parametrize("case", read_cases("links"), ids=str)
def test_names(case: Case) -> None:
    edition, sentence = case.input.split("\n")
    names = names_of(ENTITIES, EDITIONS[edition])
    pieces = split_names(sentence, names, frozenset())
    shown = [f"[{piece.words}|{piece.entity}]" if isinstance(piece, Name) else piece for piece in pieces]
    assert "".join(shown) == case.expected


def test_what_is_linked_already_is_not_linked_again() -> None:
    names = names_of(ENTITIES, EDITIONS["en"])
    assert split_names("Meta paid.", names, frozenset({EntityId("meta")})) == ("Meta paid.",)


def test_the_order_of_entities_changes_nothing() -> None:
    there, back = names_of(ENTITIES, EDITIONS["en"]), names_of(ENTITIES[::-1], EDITIONS["en"])
    sentence = "Alexandr Wang left the lab at Meta for Scale AI."
    assert split_names(sentence, there, frozenset()) == split_names(sentence, back, frozenset())
