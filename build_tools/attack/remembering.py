"""What the variants of one annotation share is proven once: the claims that no change touches."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from build_tools.evidence.proving import Steps, Tried, prove_alone
from build_tools.evidence.proving.claim_context import siblings_of
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.translations import check_translation
from build_tools.model import Anchored, Inputs, WrittenClaim
from build_tools.problem import Problems


class Remembered(Steps):
    """The steps of one annotation: a claim is proven anew where it, its quote or its siblings change."""

    def __init__(self, own: Anchored, passage: Passage) -> None:
        self.own, self.passage = own, passage
        self.places = {id(claim): at for at, claim in enumerate(own.annotation.claims)}
        self.tried: dict[Hashable, Tried] = {}
        self.translated: Problems | None = None

    def claim(self, written: WrittenClaim, one: Anchored, passage: Passage, inputs: Inputs) -> Tried:
        """One claim, which is remembered if it is one of the annotation's own."""
        at = self.places.get(id(written))
        if at is None or passage is not self.passage:
            return prove_alone(written, one, passage, inputs)
        key = at, siblings_of(written, one.annotation.claims, inputs)
        if key not in self.tried:
            self.tried[key] = prove_alone(written, one, passage, inputs)
        found, translation = self.tried[key], one.annotation.translation
        if found.claim is None or found.claim.translation is translation:
            return found
        return replace(found, claim=replace(found.claim, translation=translation))

    def translation(self, one: Anchored, passage: Passage) -> Problems:
        """What is wrong with the translation, which is remembered if it is the annotation's own."""
        own, given = self.own.annotation, one.annotation
        if passage is not self.passage or given.translation is not own.translation or given.skip != own.skip:
            return tuple(check_translation(one, passage))
        if self.translated is None:
            self.translated = tuple(check_translation(one, passage))
        return self.translated
