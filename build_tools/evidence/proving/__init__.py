"""Prove: a claim is accepted only where its quote says who, what, how much and when."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.proving.claims import prove_claim
from build_tools.evidence.proving.identity import numbered, repeated
from build_tools.evidence.proving.passages import passages
from build_tools.evidence.proving.since import resolve
from build_tools.evidence.proving.subjects import check_means
from build_tools.evidence.proving.translations import check_translation
from build_tools.model import Anchored, Claim, Inputs, Mention
from build_tools.problem import Problem, Problems


def prove(
    anchored: Iterable[Anchored], inputs: Inputs, mentions: Iterable[Mention]
) -> tuple[tuple[Claim, ...], Problems]:
    """Every claim that its quote bears out, in the order of the articles, and every one that it does not."""
    proven: list[Claim] = []
    problems: list[Problem] = []
    for one, passage in passages(anchored, inputs.sources, mentions):
        problems += check_means(one, passage)
        problems += check_translation(one, passage)
        for written in one.annotation.claims:
            claim, wrong = prove_claim(written, one, passage, inputs)
            proven += [claim] if claim else []
            problems += wrong
    dated, undated = resolve(numbered(proven))
    return dated, tuple(dict.fromkeys((*problems, *repeated(proven), *undated)))


__all__ = ["prove"]
