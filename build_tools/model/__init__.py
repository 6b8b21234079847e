"""Every type of the pipeline, in the order in which the stages make them.

Those of spans and values are here at once; the others are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from build_tools.model.spans import Span, Spans
from build_tools.model.values import (
    Clock,
    DateValue,
    EntityValue,
    Interval,
    Offset,
    Qualifier,
    Quantity,
    Reading,
    TermValue,
    TextValue,
    Value,
    Verdict,
)
from build_tools.model.written import (
    NOWHERE,
    ClaimId,
    ConflictId,
    EntityId,
    LocalText,
    PropertyId,
    SourceId,
    TermId,
    Written,
)

if TYPE_CHECKING:
    from build_tools.model.claims import (
        Accepted,
        Anchored,
        Citation,
        Claim,
        How,
        Mention,
        Modality,
        PartProof,
        Qualifiers,
        Stance,
    )
    from build_tools.model.dossier import Build, Conflict, Dossier, Rule, Side, Statement, StatementGroup
    from build_tools.model.entities import Answer, Entity, Event, Figure, Kind, Question, Status
    from build_tools.model.findings import (
        Clash,
        Comparison,
        ConflictFinding,
        Difference,
        DifferenceKind,
        Finding,
        Findings,
        Given,
        NamedBy,
        OriginCount,
        Paragraph,
        Point,
        Segment,
        Setting,
        Share,
        SideFinding,
    )
    from build_tools.model.index import Index, Passage
    from build_tools.model.inputs import (
        OUR_LANGUAGES,
        Annotation,
        Beside,
        Inputs,
        Limits,
        Omission,
        Property,
        Reason,
        Reliability,
        Selector,
        Settings,
        Source,
        Term,
        ValueType,
        Vocabulary,
        WrittenClaim,
        WrittenQualifiers,
        languages_of,
    )
    from build_tools.model.scores import KindCount, Score

__all__ = [
    "NOWHERE",
    "OUR_LANGUAGES",
    "Accepted",
    "Anchored",
    "Annotation",
    "Answer",
    "Beside",
    "Build",
    "Citation",
    "Claim",
    "ClaimId",
    "Clash",
    "Clock",
    "Comparison",
    "Conflict",
    "ConflictFinding",
    "ConflictId",
    "DateValue",
    "Difference",
    "DifferenceKind",
    "Dossier",
    "Entity",
    "EntityId",
    "EntityValue",
    "Event",
    "Figure",
    "Finding",
    "Findings",
    "Given",
    "How",
    "Index",
    "Inputs",
    "Interval",
    "Kind",
    "KindCount",
    "Limits",
    "LocalText",
    "Mention",
    "Modality",
    "NamedBy",
    "Offset",
    "Omission",
    "OriginCount",
    "Paragraph",
    "PartProof",
    "Passage",
    "Point",
    "Property",
    "PropertyId",
    "Qualifier",
    "Qualifiers",
    "Quantity",
    "Question",
    "Reading",
    "Reason",
    "Reliability",
    "Rule",
    "Score",
    "Segment",
    "Selector",
    "Setting",
    "Settings",
    "Share",
    "Side",
    "SideFinding",
    "Source",
    "SourceId",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "StatementGroup",
    "Status",
    "Term",
    "TermId",
    "TermValue",
    "TextValue",
    "Value",
    "ValueType",
    "Verdict",
    "Vocabulary",
    "Written",
    "WrittenClaim",
    "WrittenQualifiers",
    "languages_of",
]

LATER = ("entities", "scores", "inputs", "claims", "dossier", "index", "findings")


def __getattr__(name: str) -> object:
    """A type of a later stage: whoever only reads values does without them."""
    for module in LATER if name in __all__ else ():
        made = vars(import_module(f"{__name__}.{module}"))
        if name in made:
            globals()[name] = made[name]
            return made[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
