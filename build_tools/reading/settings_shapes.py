"""The shapes of dossier.yaml and vocabulary.yaml as a contributor writes them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from build_tools.locale_folders import built_in_locales
from build_tools.model import MustBeRead, ValueType
from build_tools.model.inputs import RENDERERS
from build_tools.reading.claim_shapes import PER
from build_tools.reading.scalar_forms import (
    ADDRESS,
    COUNT,
    FOLDER,
    KIND,
    SHARE,
    SIZE,
    ZONE,
    OneOf,
    Shape,
    Text,
)
from build_tools.reading.texts_by_language import Local

LANGUAGES = built_in_locales()
OF_CLOCK = "the IANA zone of clock times that name none: `Asia/Shanghai`"


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


class SearchShape(Shape):
    """What a reader may type, and what it must lead to."""

    words: Text
    finds: Annotated[Text, Field(description="the id of an entity or an article")]
    editions: list[Text] = Field(default_factory=list, description="those it is for; without it, all")


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
    renderer: Annotated[
        Annotated[Text, OneOf(RENDERERS)] | None,
        Field(description="the program that makes pages of our Markdown; default `mkdocs`"),
    ] = None
    repository: Annotated[Text, ADDRESS] | None = None
    time_zone: Annotated[Text, ZONE] | None = Field(default=None, description=OF_CLOCK)
    story: list[Local] = Field(
        default_factory=list, description="the home page's sentences, each with its citations"
    )
    searches: list[SearchShape] = Field(
        default_factory=list, description="what readers type, tried by every build"
    )
