"""The shape of an annotation and its claims as a contributor writes them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, GetJsonSchemaHandler, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from build_tools.model import Modality, Stance
from build_tools.reading.located import Located
from build_tools.reading.scalar_forms import (
    CLAIM_ID,
    VERSION,
    OneOf,
    Quote,
    Shape,
    Text,
    Words,
    form_of,
    refuse_flow,
)
from build_tools.reading.texts_by_language import Local, Reasons, Values


class QualifiersShape(Shape):
    """The time, place, speaker and modality of a claim."""

    period: Annotated[Text | None, Field(description="the time a figure is for, in the article's words")] = (
        None
    )
    as_of: Text | None = Field(default=None, description="the day on which it holds")
    at: Text | None = Field(default=None, description="the organisation or the place of a role")
    from_: Text | None = Field(default=None, alias="from", description="since when it holds")
    until: Text | None = Field(default=None, description="until when it holds")
    since: Text | None = Field(default=None, description="the event that `8 days later` counts from")
    said_by: Text | None = Field(
        default=None, description="who the article credits: an entity, or a term such as insiders"
    )
    via: Text | None = Field(default=None, description="the outlet the article relays")
    stance: Annotated[Text, OneOf(tuple(Stance))] | None = None
    modality: Annotated[Text, OneOf(tuple(Modality))] | None = None
    beside: Words | None = Field(
        default=None, description="the words of the quote that say what a value measures, if it gives several"
    )
    inferred: Reasons | None = Field(
        default=None, description="why a part holds that the quote does not prove: `part: why`"
    )
    accept: dict[Text, Local] = Field(
        default_factory=dict, description="why a warning is wrong here: `code: why`"
    )
    note: Local | None = Field(default=None, description="a remark for readers")
    doubt: Local | None = Field(
        default=None, description="why the statement is doubtful on its face, from the article alone"
    )
    was: list[Annotated[Text, CLAIM_ID]] = Field(
        default_factory=list, description="earlier ids of the claim; links to them lead here"
    )


QUALIFIERS = QualifiersShape.keys()
REMARKS = ("beside", "inferred", "accept", "note", "doubt", "was")
PARTS = tuple(name for name in QUALIFIERS if name not in REMARKS)
PER = tuple(name for name in PARTS if name not in ("stance", "modality"))


class BodyShape(Shape):
    """What is said of a subject: properties with their values, and qualifiers."""

    qualifiers: QualifiersShape
    properties: dict[Text, Values]

    @model_validator(mode="before")
    @classmethod
    def divide(cls, written: dict[Located, Any]) -> dict[str, dict[Located, Any]]:
        """Keep qualifiers and properties apart."""
        return {
            "qualifiers": {key: value for key, value in written.items() if key in QUALIFIERS},
            "properties": {key: value for key, value in written.items() if key not in QUALIFIERS},
        }

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Properties and qualifiers are next to each other in the file."""
        apart = handler.resolve_ref_schema(handler(schema))["properties"]
        qualifiers = handler.resolve_ref_schema(apart["qualifiers"])["properties"]
        return {
            "type": "object",
            "description": cls.__doc__,
            "properties": qualifiers,
            "additionalProperties": apart["properties"]["additionalProperties"],
        }


Said = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[list[Local], Field(min_length=1), Tag("a list")]
    | Annotated[BodyShape, Tag("a mapping")],
    Discriminator(form_of),
]


class PassageShape(Shape):
    """A passage of the article, found like a quote."""

    quote: Quote = Field(description="word for word")
    prefix: Text | None = Field(default=None, description="the words before it, if it occurs twice")
    suffix: Text | None = Field(default=None, description="the words after it, if it occurs twice")


Passages = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[PassageShape, Tag("a mapping")]
    | Annotated[
        list[
            Annotated[
                Annotated[Text, Tag("a text")] | Annotated[PassageShape, Tag("a mapping")],
                Discriminator(form_of),
            ]
        ],
        Field(min_length=1),
        BeforeValidator(refuse_flow),
        Tag("a list"),
    ],
    Discriminator(form_of),
]


class AnnotationShape(QualifiersShape):
    """A quote, its translation, and the claims in it; qualifiers here hold for all its claims."""

    id: Text | None = Field(default=None, description="needed where prose cites this annotation")
    quote: Quote = Field(description="word for word; best a whole sentence")
    prefix: Text | None = Field(default=None, description="the words before it, if it occurs twice")
    suffix: Text | None = Field(default=None, description="the words after it, if it occurs twice")
    translation: Local | None = Field(default=None, description="into English")
    context: Passages | None = Field(
        default=None,
        description="passages that give what the quote leaves out: the year, the person, the speaker",
    )
    means: dict[Text, Text] = Field(
        default_factory=dict, description="what a word of the quote refers to, `he: alexandr-wang`"
    )
    claims: list[dict[Text, Said]] = Field(
        default_factory=list, description="`subject: its properties`, one per item"
    )
    version: Annotated[Text, VERSION] | None = Field(
        default=None, description="the day of the earlier text that has the quote, where the newest has not"
    )
    drafted_by: Text | None = Field(
        default=None, description="the model or person that drafted it: `dossier draft --write`"
    )
    read_by: Text | None = Field(default=None, description="the person who has read it against the article")
    skip: Text | None = Field(
        default=None, description="why nothing is claimed: rhetoric, version, hypothetical"
    )
