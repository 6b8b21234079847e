"""The shape of each file as a contributor writes it; the only place that knows pydantic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    InstanceOf,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from build_tools.reading.located import Flow, Located

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
KINDS = ("person", "organisation", "work", "event", "figure", "question")
TYPES = ("quantity", "date", "entity", "term", "text")
QUALIFIERS = [
    "period",
    "as_of",
    "at",
    "from",
    "until",
    "since",
    "said_by",
    "via",
    "stance",
    "modality",
    "inferred",
    "note",
]  # the names that are never properties
PER = ("period", "as_of", "at", "from", "until", "since", "said_by", "via")

Text = Annotated[InstanceOf[Located], WithJsonSchema({"type": ["string", "number", "boolean"]})]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A text out of a short list."""

    choices: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"enum": list(self.choices)}

    def check(self, text: Located) -> Located:
        if text not in self.choices:
            raise PydanticCustomError("not-in-list", "one of these", {"choices": ", ".join(self.choices)})
        return text


@dataclass(frozen=True, slots=True)
class Like:
    """A text of one form, with what to say when it has another."""

    pattern: str
    message: str
    hint: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "pattern": f"^(?:{self.pattern})$"}

    def check(self, text: Located) -> Located:
        if not re.fullmatch(self.pattern, text):
            raise PydanticCustomError("bad-form", "{message}", {"message": self.message, "hint": self.hint})
        return text


class Shape(BaseModel):
    """A mapping whose keys are known."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class ByLanguage(Shape):
    """One text in English, in Chinese, or in both."""

    en: Text | None = None
    zh: Text | None = None

    @model_validator(mode="after")
    def not_empty(self) -> ByLanguage:
        if self.en is None and self.zh is None:
            raise PydanticCustomError("missing", "en or zh")
        return self


def form_of(value: object) -> str:
    """Which of the forms a value may take was chosen."""
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "a text"


def refuse_flow(value: object) -> object:
    """A list of prose in `[…]` is not one."""
    if isinstance(value, Flow):
        raise PydanticCustomError("flow-prose", "in brackets")
    return value


Local = Annotated[
    Annotated[Text, Tag("a text")] | Annotated[ByLanguage, Tag("a mapping")], Discriminator(form_of)
]
OneOrMany = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[list[Text], BeforeValidator(refuse_flow), Field(min_length=1), Tag("a list")],
    Discriminator(form_of),
]
Value = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[ByLanguage, Tag("a mapping")]
    | Annotated[list[Local], Tag("a list")],
    Discriminator(form_of),
]
DAY = Like(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "not a date", "write the day as `2026-11-23`")
LINES = Like(r"[1-9]\d*(-[1-9]\d*)?", "not a line or a range of lines", "write `7` or `1-4`")
SHA256 = Like(r"[0-9a-f]{64}", "not a SHA-256 sum", "`sha256sum article.txt` prints it")
SHARE = Like(r"(100|\d{1,2})(\.\d+)?%", "not a percentage", "write `40%`")
ADDRESS = Like(r"https?://\S+", "not an address", "write `https://…`")


class QualifiersShape(Shape):
    """When, where, by whom and how firmly a claim is made."""

    period: Annotated[Text | None, Field(description="the time a figure is for, in the article's words")] = (
        None
    )
    as_of: Annotated[Text | None, Field(description="the day on which it holds")] = None
    at: Annotated[Text | None, Field(description="the organisation of a role")] = None
    from_: Annotated[Text | None, Field(alias="from", description="since when it holds")] = None
    until: Annotated[Text | None, Field(description="until when it holds")] = None
    since: Annotated[Text | None, Field(description="the event that `8天后` counts from")] = None
    said_by: Annotated[
        Text | None, Field(description="whom the article credits: an entity, or a term such as insiders")
    ] = None
    via: Annotated[Text | None, Field(description="the outlet the article relays")] = None
    stance: Annotated[Text, OneOf(("affirms", "denies"))] | None = None
    modality: Annotated[Text, OneOf(("asserted", "planned", "predicted", "rumoured"))] | None = None
    inferred: Annotated[
        Local | None, Field(description="why it follows, where the quote cannot prove it")
    ] = None
    note: Annotated[Local | None, Field(description="a remark for readers")] = None


class BodyShape(Shape):
    """What is said of a subject: properties with their values, and qualifiers."""

    qualifiers: QualifiersShape
    properties: dict[Text, Value]

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
        """In the file the two stand side by side."""
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
    | Annotated[list[Local], Tag("a list")]
    | Annotated[BodyShape, Tag("a mapping")],
    Discriminator(form_of),
]


class AnnotationShape(QualifiersShape):
    """A quote, its translation, and the claims in it; qualifiers here hold for all its claims."""

    id: Annotated[Text | None, Field(description="needed where prose cites this annotation")] = None
    quote: Annotated[OneOrMany, Field(description="word for word; best a whole sentence")]
    prefix: Annotated[Text | None, Field(description="what stands before it, where it occurs twice")] = None
    suffix: Annotated[Text | None, Field(description="what stands after it, where it occurs twice")] = None
    translation: Annotated[Local | None, Field(description="into English")] = None
    means: Annotated[
        dict[Text, Text], Field(description="what a word of the quote refers to, `他: alexandr-wang`")
    ] = {}
    claims: Annotated[
        list[dict[Text, Said]], Field(description="`subject: what is said of it`, one an item")
    ] = []
    skip: Annotated[
        Text | None, Field(description="why nothing is claimed: rhetoric, version, hypothetical")
    ] = None


class ReliabilityShape(Shape):
    """How far the source is to be trusted, and why."""

    grade: Annotated[Text, OneOf(("A", "B", "C", "D", "E", "F"))]
    why: Local


class SourceShape(Shape):
    """What is known about an article."""

    title: Local
    author: Local | None = None
    publisher: Local
    through: Annotated[Local | None, Field(description="the site it was received from")] = None
    url: Text | None = None
    published: Annotated[Text, Field(description="EDTF; `2025-12~` where it is known only about")]
    published_why: Annotated[Local, Field(description="how the date is known")]
    language: Annotated[Text, OneOf(LANGUAGES)]
    sha256: Annotated[Text, SHA256]
    reliability: ReliabilityShape
    relays: Annotated[list[Text], Field(description="whose reports it passes on")] = []
    copies: Annotated[list[Text], Field(description="sources that share its origin")] = []
    not_copies: Annotated[list[Text], Field(description="sources looked at and found independent")] = []
    omit: Annotated[
        dict[Annotated[Text, LINES], Local],
        Field(description="lines that are not the article, and why: `1-4: …`"),
    ] = {}
    publish: Annotated[Text, OneOf(("excerpts", "full"))] | None = None


class EntityShape(Shape):
    """A person, an organisation or a work; the file's name is its id."""

    label: Local
    aliases: Annotated[list[Text], Field(description="names in the articles; the longest match wins")] = []
    not_: Annotated[
        dict[Text, list[Text]], Field(alias="not", description="names that are someone else in a source")
    ] = {}
    was: Annotated[list[Text], Field(description="earlier ids; they redirect here")] = []
    summary: Annotated[
        Local | None, Field(description="one line, saying only what claims on the page say")
    ] = None
    note: Annotated[Local | None, Field(description="a remark for readers")] = None


class EventShape(EntityShape):
    """Something that happened, was announced, planned or predicted."""

    after: Annotated[list[Text], Field(description="events that came before it")] = []
    before: Annotated[list[Text], Field(description="events that came after it")] = []


class MeasuresShape(Shape):
    """What a figure is of, and its unit."""

    of: Text | None = None
    unit: Text | None = None


class FigureShape(EntityShape):
    """One measurable quantity of the story: what is measured, of whom."""

    measures: MeasuresShape = MeasuresShape()
    words: Annotated[list[Text], Field(description="one must stand in the quote")] = []
    not_words: Annotated[list[Text], Field(description="none may stand in the quote")] = []
    unlike: Annotated[list[Text], Field(description="figures not to be confused with it")] = []
    sum_of: Annotated[list[Text], Field(description="figures it is the sum of")] = []


class QuestionShape(Shape):
    """A disputed point in words, and what the editors decided."""

    question: Local
    about: Annotated[Text | None, Field(description="a figure, or `person.property`")] = None
    answers: Annotated[dict[Text, Local], Field(description="answers that claims choose from")] = {}
    status: Annotated[Text, OneOf(("open", "explained", "resolved"))] | None = None
    seen: Annotated[dict[Text, list[Text]], Field(description="the sides as judged: value to sources")] = {}
    reason: Local | None = None
    by: Text | None = None
    decided: Annotated[Text, DAY] | None = None
    was: list[Text] = []
    note: Local | None = None

    @model_validator(mode="after")
    def judged(self) -> QuestionShape:
        """A judgement says why, by whom and when."""
        if self.decided or (self.status or "open") != "open":
            for name in ("reason", "by", "decided"):
                if getattr(self, name) is None:
                    raise PydanticCustomError("missing-of-judged", "{name}", {"name": name})
        return self


class PropertyShape(Shape):
    """What may be said of a kind of entity."""

    label: Local
    type: Annotated[Text, OneOf(TYPES)]
    holds: Annotated[Text, OneOf(("one", "many"))]
    of: list[Annotated[Text, OneOf(KINDS)]]
    per: Annotated[
        list[Annotated[Text, OneOf(PER)]], Field(description="qualifiers that keep two values apart")
    ] = []


class TermShape(Shape):
    """A value from a list, with the forms in which articles write it."""

    label: Local
    forms: Annotated[list[Text], Field(description="one must stand in the quote")] = []
    holders: Annotated[Text, OneOf(("one", "many"))] | None = None
    excludes: Annotated[list[Text], Field(description="terms nobody holds beside it there")] = []


class VocabularyShape(Shape):
    """The properties and the terms."""

    properties: dict[Text, PropertyShape] = {}
    terms: dict[Text, TermShape] = {}


class SettingsShape(Shape):
    """What holds for the whole dossier."""

    title: Local
    description: Local
    editions: list[Annotated[Text, OneOf(LANGUAGES)]] = []
    opencc: Annotated[Text, OneOf(("t", "tw", "hk"))] | None = None
    publish_limit: Annotated[Text, SHARE] | None = None
    repository: Annotated[Text, ADDRESS] | None = None
    story: Annotated[
        list[Local], Field(description="the home page's sentences, each with its citations")
    ] = []
