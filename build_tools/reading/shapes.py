"""The shape of each file but the annotations as a contributor writes it.

With `claim_shapes.py` and `scalar_forms.py` the only place that knows pydantic.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Discriminator, Field, JsonValue, Tag, model_validator

from build_tools.locale_folders import built_in_locales
from build_tools.model import MustBeRead, Series, Status, ValueType
from build_tools.reading.claim_shapes import PER
from build_tools.reading.scalar_forms import (
    ADDRESS,
    ADDRESS_OR_UNKNOWN,
    COUNT,
    DAY,
    FOLDER,
    KIND,
    LINE,
    LINES,
    POINT,
    SHA256,
    SHARE,
    SIZE,
    TAG_OF_ARTICLE,
    VERSION,
    ZONE,
    Local,
    OneOf,
    Shape,
    Text,
    form_of,
    refuse,
)

LANGUAGES = built_in_locales()
JUDGED: tuple[str, ...] = (Status.EXPLAINED, Status.RESOLVED, Status.CHANGED)
DECIDED: tuple[str, ...] = (Status.OPEN, *JUDGED)
LANGUAGE = OneOf(LANGUAGES, "Simplified Chinese is `zh-Hans`, Traditional Chinese `zh-Hant`")
OF_CLOCK = "the IANA zone of clock times that name none: `Asia/Shanghai`"
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
    retrieved: Annotated[Text, DAY] | None = None
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
        default_factory=list, description="points of its edge or its course, in order; nothing else is drawn"
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


class KindShape(Shape):
    """A kind of plain entities: a law, a case, a ship."""

    folder: Annotated[Text, FOLDER]
    label: Local | None = Field(default=None, description="one of them in words; without it, the kind's name")
    plural: Local | None = Field(default=None, description="all of them in words, the title of their list")


class PropertyShape(Shape):
    """What may be said of a kind of entity."""

    label: Annotated[Local | None, Field(description="its name; without one, its id in words")] = None
    type: Annotated[Text, OneOf(tuple(ValueType))]
    holds: Annotated[Text, OneOf(("one", "many"))]
    of: list[Annotated[Text, KIND]]
    per: list[Annotated[Text, OneOf(PER)]] = Field(
        default_factory=list, description="qualifiers by which two values may differ"
    )


class TermShape(Shape):
    """A value from a list, with the forms in which articles write it."""

    label: Annotated[
        Local | None, Field(description="its name; without one, its id in words and its first form")
    ] = None
    forms: list[Text] = Field(default_factory=list, description="the quote must have one")
    holders: Annotated[Text, OneOf(("one", "many"))] | None = None
    excludes: list[Text] = Field(
        default_factory=list, description="terms that nobody holds there at the same time"
    )


class VocabularyShape(Shape):
    """The properties, the terms, and the kinds of entities that the dossier has beside those that ship."""

    kinds: dict[Text, KindShape] = Field(default_factory=dict)
    properties: dict[Text, PropertyShape] = Field(default_factory=dict)
    terms: dict[Text, TermShape] = Field(default_factory=dict)


class SettingsShape(Shape):
    """What holds for the whole dossier."""

    title: Local
    description: Local
    editions: list[Text] = Field(
        default_factory=list,
        description="`en`, `zh-Hans`, `zh-Hant`, or one whose folder is in `locale/`; the first one first",
    )
    opencc: Annotated[Text, OneOf(("t", "tw", "twp", "hk", "hkp"))] | None = None
    publish_limit: Annotated[Text, SHARE] | None = None
    publish_letters: Annotated[
        Annotated[Text, COUNT] | None,
        Field(description="what may be published of any article, in letters; default 1000"),
    ] = None
    article_limit: Annotated[
        Annotated[Text, SIZE] | None,
        Field(description="how large an article may be; default `5 MB`"),
    ] = None
    yaml_limit: Annotated[
        Annotated[Text, SIZE] | None,
        Field(description="how large any other file may be; default `2 MB`"),
    ] = None
    must_be_read: Annotated[
        Annotated[Text, OneOf(tuple(MustBeRead))] | None,
        Field(description="annotations without `read_by:` that fail the check: those drafted, or all"),
    ] = None
    repository: Annotated[Text, ADDRESS] | None = None
    time_zone: Annotated[Text, ZONE] | None = Field(default=None, description=OF_CLOCK)
    story: list[Local] = Field(
        default_factory=list, description="the home page's sentences, each with its citations"
    )
