"""Speakers: the cases, and what must hold for any names."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from build_tools.language import Attribution, speakers
from build_tools.model import Span
from tests.cases import Case, read_cases


def marked(line: str) -> tuple[str, list[Span]]:
    """A sentence without its brackets, and the places of what they held."""
    sentence, names = "", []
    for piece in re.split(r"(\[[^\]]*\])", line):
        words = piece.strip("[]")
        if piece.startswith("["):
            names.append(Span(len(sentence), len(sentence) + len(words)))
        sentence += words
    return sentence, names


def spoken(line: str) -> str:
    """The names bound to each verb of saying in a sentence, as the cases write it."""
    sentence, names = marked(line)
    return "; ".join(shown(sentence, one) for one in speakers(sentence, tuple(names))) or "-"


def shown(sentence: str, one: Attribution) -> str:
    roles = {" to ": one.addressees, " of ": one.accused, " by way of ": one.relays}
    others = "".join(role + words_of(sentence, spans) for role, spans in roles.items() if spans)
    return f"{one.cue.raw}: {words_of(sentence, one.speakers) or '?'}{others}"


def words_of(sentence: str, spans: Sequence[Span]) -> str:
    return "+".join(sentence[span.start : span.end] for span in spans)


@pytest.mark.parametrize("case", read_cases("speakers"), ids=str)
def test_case(case: Case) -> None:
    sentences, expected = case.input.split("\n"), case.expected.split("\n")
    found = [f"{line} → {spoken(line)}" for line in sentences]
    assert found == [f"{line} → {verbs}" for line, verbs in zip(sentences, expected, strict=True)]
