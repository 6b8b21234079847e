"""How a text and its translation are compared: the cases, and the translations of the first dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from build_tools.language import differing_forces
from tests.cases import Case, read_cases

ARTICLES = Path(__file__).parents[2] / "sources" / "articles"


def differences(line: str) -> str:
    text, _, translation = line.partition(" | ")
    return ", ".join(sorted(differing_forces(text, translation))) or "-"


@pytest.mark.parametrize("case", read_cases("comparing"), ids=str)
def test_case(case: Case) -> None:
    texts, expected = case.input.split("\n"), case.expected.split("\n")
    found = [f"{line} → {differences(line)}" for line in texts]
    assert found == [f"{line} → {forces}" for line, forces in zip(texts, expected, strict=True)]


def translations() -> Iterator[tuple[str, str]]:
    """Each quote of the first dossier with its translation."""
    for file in sorted(ARTICLES.glob("*/annotations.yaml")):
        for annotation in yaml.load(file.read_bytes(), yaml.CBaseLoader):
            quote, translation = annotation["quote"], annotation.get("translation", "")
            text = quote if isinstance(quote, str) else "…".join(quote)
            yield text, translation if isinstance(translation, str) else translation["en"]


def test_right_translations_seldom_seem_to_differ() -> None:
    pairs = [(text, translation) for text, translation in translations() if translation]
    differing = [text for text, translation in pairs if differing_forces(text, translation)]
    assert len(pairs) > 200
    assert len(differing) * 100 < len(pairs) * 2, differing
