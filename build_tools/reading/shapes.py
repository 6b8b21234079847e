"""The shapes of sources, entities and questions as a contributor writes them.

With the other `*_shapes.py` and `scalar_forms.py` the only place that knows pydantic.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Discriminator, Field, JsonValue, Tag, model_validator

from build_tools.model import Series, Status
from build_tools.reading.scalar_forms import (
    ADDRESS_OR_UNKNOWN,
    DAY,
    LINE,
    LINES,
    POINT,
    RECEIVED,
    SHA256,
    TAG_OF_ARTICLE,
    VERSION,
    ZONE,
    OneOf,
    Shape,
    Text,
    form_of,
    refuse,
)
from build_tools.reading.settings_shapes import OF_CLOCK
from build_tools.reading.texts_by_language import Local

JUDGED: tuple[str, ...] = (Status.EXPLAINED, Status.RESOLVED, Status.CHANGED)
DECIDED: tuple[str, ...] = (Status.OPEN, *JUDGED)
IF_JUDGED: dict[str, JsonValue] = {
    "allOf": [
        {
            "if": {"required": ["status"], "properties": {"status": {"enum": list(JUDGED)}}},
            "then": {"required": ["reason", "by", "decided"]},
        },
        {
            "if": {"required": ["status"], "properties": {"status": {"const": str(Status.RESOLVED)}}},
            "then": {"required": ["upholds"]},
        },
    ]
}


TextsOrReasons = Annotated[
    Annotated[list[Text], Tag("a list")] | Annotated[dict[Text, Local], Tag("a mapping")],
    Discriminator(form_of),
]


class ReliabilityShape(Shape):
    """How far the source is to be trusted, and why."""

    grade: Annotated[Text, OneOf(("A", "B", "C", "D", "E", "F"))]
    why: Local


class ReceivedShape(Shape):
    """The file from which article.txt was made, kept byte for byte beside it."""

    file: Text
    sha256: Annotated[Text, SHA256]
    charset: Text | None = None
    pages: list[Annotated[Text, LINE]] = Field(
        default_factory=list, description="of a PDF: the line of article.txt on which each page begins"
    )


class VersionShape(Shape):
    """An earlier text of the article, kept as `versions/<day>/article.txt`."""

    sha256: Annotated[Text, SHA256]
    received: Annotated[ReceivedShape | None, Field(description="what that article.txt was made from")] = None
    omit: dict[Annotated[Text, LINES], Local] = Field(
        default_factory=dict, description="lines of it that are not the article, and why"
    )


class SourceShape(Shape):
    """What is known about an article."""

    title: Local
    author: Local | None = None
    publisher: Local
    through: Local | None = Field(default=None, description="the site it was received from")
    url: Annotated[Text, ADDRESS_OR_UNKNOWN] | None = None
    published: Text = Field(description="EDTF, with a time if it is known; `2025-12~` if it is approximate")
    published_why: Local = Field(description="how the date is known")
    language: Annotated[Text, TAG_OF_ARTICLE] = Field(
        description="a tag of BCP 47; of English and Chinese the numbers and dates are read"
    )
    time_zone: Annotated[Text, ZONE] | None = Field(default=None, description=OF_CLOCK)
    sha256: Annotated[Text, SHA256]
    received: Annotated[ReceivedShape | None, Field(description="what article.txt was made from")] = None
    retrieved: Annotated[Text, RECEIVED] | None = None
    versions: dict[Annotated[Text, VERSION], VersionShape] = Field(
        default_factory=dict,
        description="its earlier texts by the day they were received: `dossier import --again`",
    )
    reliability: ReliabilityShape
    relays: list[Text] = Field(
        default_factory=list, description="whose reports it passes on: an outlet, or another source"
    )
    copies: list[Text] = Field(default_factory=list, description="sources that share its origin")
    not_copies: list[Text] = Field(
        default_factory=list, description="sources looked at and found independent"
    )
    omit: dict[Annotated[Text, LINES], Local] = Field(
        default_factory=dict, description="lines that are not the article, and why: `1-4: …`"
    )
    publish: Annotated[Text, OneOf(("excerpts", "full"))] | None = None
    character: Local | None = Field(default=None, description="the article in two sentences")
    loaded: TextsOrReasons = Field(
        default_factory=list, description="loaded words that it uses, word for word, or what each means"
    )


class EntityShape(Shape):
    """A person, an organisation or a work; the file's name is its id."""

    label: Local
    aliases: list[Text] = Field(
        default_factory=list, description="names in the articles; the longest match wins"
    )
    not_: dict[Text, list[Text]] = Field(
        default_factory=dict, alias="not", description="names that are someone else in a source"
    )
    was: list[Text] = Field(default_factory=list, description="earlier ids; they redirect here")
    summary: Local | None = Field(
        default=None, description="one line, saying only what claims on the page say"
    )
    note: Local | None = Field(default=None, description="a remark for readers")


class PlaceShape(EntityShape):
    """A town, a camp, a border."""

    within: list[Text] = Field(default_factory=list, description="places that it is in")
    at: Annotated[Text, POINT] | None = Field(
        default=None, description="latitude and longitude in degrees, north and east positive: `46.2, 6.15`"
    )
    outline: list[Annotated[Text, POINT]] = Field(
        default_factory=list, description="points of its edge, in order; nothing else is drawn"
    )
    course: list[Annotated[Text, POINT]] = Field(
        default_factory=list, description="points of a line, such as a border or a road, in order"
    )


class EventShape(EntityShape):
    """Something that happened, was announced, planned or predicted."""

    words: list[Text] = Field(
        default_factory=list, description="verbs and nouns of it; the quote must have one"
    )
    after: list[Text] = Field(default_factory=list, description="events that came before it")
    before: list[Text] = Field(default_factory=list, description="events that came after it")


class MeasuresShape(Shape):
    """What a figure is of, and its unit."""

    of: Text | None = None
    unit: Text | None = None
    currency: Annotated[Text, OneOf(("unknown",))] | None = Field(
        default=None, description="`unknown` for a sum of money for which no currency is given"
    )


class FigureShape(EntityShape):
    """One measurable quantity of the story."""

    measures: MeasuresShape = MeasuresShape()
    words: list[Text] = Field(default_factory=list, description="the quote must have one")
    not_words: list[Text] = Field(default_factory=list, description="the quote may have none")
    unlike: TextsOrReasons = Field(
        default_factory=list, description="figures not to be confused with it, or why for each"
    )
    sum_of: list[Text] = Field(default_factory=list, description="figures it is the sum of")
    series: Annotated[Text, OneOf(tuple(Series))] | None = Field(
        default=None, description="it moves in time: a tally only grows, a level goes either way"
    )


class AnswerShape(Shape):
    """An answer in our words, and the words of a quote that mean it."""

    label: Local
    forms: list[Text] = Field(default_factory=list, description="the quote must have one")


def form_of_answer(value: object) -> str:
    """An answer in full, or its label alone."""
    return "in full" if isinstance(value, dict) and "label" in value else "a label"


AnswerForm = Annotated[
    Annotated[Local, Tag("a label")] | Annotated[AnswerShape, Tag("in full")], Discriminator(form_of_answer)
]


class QuestionShape(Shape):
    """A disputed point in words, and what the editors decided."""

    model_config: ClassVar[ConfigDict] = ConfigDict(json_schema_extra=IF_JUDGED)

    question: Local
    about: Text | None = Field(
        default=None,
        description="a figure, or `person.property`; with `answers`, the entity whose page shows it",
    )
    answers: dict[Text, AnswerForm] = Field(
        default_factory=dict, description="answers that claims choose from"
    )
    status: Annotated[Text, OneOf(DECIDED)] | None = None
    upholds: Text | None = Field(
        default=None, description="where it is resolved: the side of `seen`, or the answer, that holds"
    )
    silent: list[Text] = Field(
        default_factory=list, description="sources that were read whole for this and say nothing of it"
    )
    seen: dict[Text, list[Text]] = Field(
        default_factory=dict, description="the sides as judged: value to sources"
    )
    reason: Local | None = None
    by: Local | None = Field(default=None, description="who judged: a name, or who by language")
    decided: Annotated[Text, DAY] | None = None
    was: list[Text] = Field(default_factory=list)
    note: Local | None = None

    @model_validator(mode="after")
    def judged(self) -> QuestionShape:
        """A judgement has a reason, an editor and a day; a question left open has an editor and a day."""
        wanted: tuple[str, ...] = ("by", "decided") if self.by or self.decided else ()
        if self.status in JUDGED:
            wanted = ("reason", "by", "decided")
        for name in wanted:
            if getattr(self, name) is None:
                hint = "a judgement says why, by whom and when: `reason`, `by` and `decided`"
                raise refuse("missing-key", f"`{name}` is missing", hint, at="status")
        if str(self.status or "") == Status.RESOLVED and self.upholds is None:
            hint = "name the side of `seen:`, or the answer, that the editors hold: `upholds: …`"
            raise refuse("missing-key", "`upholds` is missing", hint, at="status")
        return self
