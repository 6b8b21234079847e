"""The context in which a claim is proven, and the proof of one of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.model import (
    WORDLESS,
    Entity,
    Figure,
    How,
    Inputs,
    LocalText,
    PropertyId,
    Value,
    ValueType,
    Written,
    WrittenClaim,
)
from build_tools.problem import Problems


@dataclass(frozen=True, slots=True)
class Sibling:
    """What matters of another claim of the annotation: the words of the quote that it uses, and as what.

    `listed` says that both are values of one list.
    """

    subject: Written
    property: str
    words: str
    qualifiers: tuple[str, ...]
    listed: bool


def siblings_of(claim: WrittenClaim, among: Iterable[WrittenClaim], inputs: Inputs) -> tuple[Sibling, ...]:
    """The other claims that write a value; they matter to a quantity, a date or an entity."""
    if type_of(claim, inputs) not in (ValueType.QUANTITY, ValueType.DATE, ValueType.ENTITY):
        return ()
    others = (one for one in among if one is not claim)
    return tuple(
        Sibling(
            one.subject,
            one.property.text if one.property else "",
            one.value.text,
            separators_in_words(one),
            listed=one.subject is claim.subject,
        )
        for one in others
        if isinstance(one.value, Written)
    )


def type_of(claim: WrittenClaim, inputs: Inputs) -> ValueType | None:
    """The type of a claim's property."""
    known = inputs.vocabulary.properties.get(PropertyId(claim.property.text)) if claim.property else None
    return known.type if known else None


def separators_in_words(claim: WrittenClaim) -> tuple[str, ...]:
    """The qualifiers by which two claims of one value are told apart."""
    given = claim.qualifiers
    written = (given.period, given.as_of, given.from_, given.until, given.said_by, given.stance)
    return tuple(one.text if one else "" for one in written)


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """A claim as written, with its passage and its subject."""

    inputs: Inputs
    passage: Passage
    subject: Entity
    written: WrittenClaim
    siblings: tuple[Sibling, ...] = ()

    @property
    def unit(self) -> str | None:
        """The unit that the figure measures, if the subject is one and says."""
        return self.subject.unit if isinstance(self.subject, Figure) else None

    @property
    def changes_with_time(self) -> bool:
        """Whether the value is one that may change with time: a quantity or a term."""
        return type_of(self.written, self.inputs) in (ValueType.QUANTITY, ValueType.TERM)

    @property
    def is_plain(self) -> bool:
        """Whether the claim is stated as a fact by the article itself: no modality, and nobody credited."""
        given = self.written.qualifiers
        return given.modality is None and given.said_by is None and given.via is None

    @property
    def names_no_subject(self) -> bool:
        """Whether the editors say why words that do not name the subject are of it."""
        reasons = self.written.qualifiers.inferred
        return any(one.of is not None and one.of.text == "subject" for one in reasons)

    @property
    def beside(self) -> Written | None:
        """The words that say what the value is of: those for its property, else those for every property."""
        given = {one.property: one.words for one in self.written.qualifiers.beside}
        own = PropertyId(self.written.property.text) if self.written.property else None
        return given.get(own, given.get(None))


@dataclass(frozen=True, slots=True)
class Proof:
    """One part of a claim, as quote and context give it.

    `faults` are wrong whatever the editors say; `gaps` are what the words leave unproven, which a reason of
    the editors answers; `against` are words of the quote that say otherwise.
    """

    part: str
    value: Value | None = None
    raw: str = ""
    faults: Problems = ()
    gaps: Problems = ()
    against: tuple[str, ...] = ()
    how: How = How.PROVEN
    why: LocalText = WORDLESS
