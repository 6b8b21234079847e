"""What the editors write beside a quote: an annotation and its claims, before they are proven."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.written import NOWHERE, WORDLESS, ClaimId, LocalText, PropertyId, SourceId, Written
from build_tools.problem import Origin


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something holds, in words of the editors; `of` is a part of a claim, or the code of a warning.

    Without `of` it is the bare form, which serves the one part of a claim that needs it.
    """

    of: Written | None
    why: LocalText


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of a quote that say what a value is of; of every property where none is named."""

    property: PropertyId | None
    words: Written


@dataclass(frozen=True, slots=True)
class WrittenQualifiers:
    """The qualifiers of a claim, or of an annotation for all its claims, as written."""

    period: Written | None = None
    as_of: Written | None = None
    at: Written | None = None
    from_: Written | None = None
    until: Written | None = None
    since: Written | None = None
    said_by: Written | None = None
    via: Written | None = None
    stance: Written | None = None
    modality: Written | None = None
    beside: tuple[Beside, ...] = ()
    inferred: tuple[Reason, ...] = ()
    accept: tuple[Reason, ...] = ()
    note: LocalText | None = None
    doubt: LocalText | None = None
    was: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """One thing said of one subject, before it is proven; no property: the subject itself."""

    subject: Written
    property: Written | None
    value: Written | LocalText | None
    qualifiers: WrittenQualifiers
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Selector:
    """How a quote is found: its parts in order, and the words before and after."""

    exact: tuple[Written, ...]
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A quote from one source and the claims read out of it; `version` is the day of an earlier text.

    `drafted_by` names the model or person that drafted it, `read_by` the person who has read it since.
    """

    source: SourceId
    selector: Selector
    claims: tuple[WrittenClaim, ...] = ()
    id: str = ""
    translation: LocalText = WORDLESS
    means: tuple[tuple[Written, Written], ...] = ()
    context: tuple[Selector, ...] = ()
    skip: str = ""
    accept: tuple[Reason, ...] = ()
    note: LocalText = WORDLESS
    version: str = ""
    doubt: LocalText = WORDLESS
    drafted_by: str = ""
    read_by: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)
