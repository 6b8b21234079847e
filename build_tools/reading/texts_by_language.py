"""Texts that editors write once, or by language: the editions' languages, and a reason for each part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from babel import localedata
from pydantic import ConfigDict, Discriminator, Field, JsonValue, Tag, model_validator

from build_tools.model import OUR_LANGUAGES
from build_tools.reading.located import Located
from build_tools.reading.scalar_forms import Shape, Text, form_of, refuse

# Languages of two letters, so that no key is taken for one; `at` is a qualifier and no language.
OF_AN_EDITION = r"(?!at$)[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"


def is_language(key: object) -> bool:
    """Whether a key says in which language a text is.

    >>> [key for key in ("en", "ja", "pt-BR", "zh-Hant", "zn", "at", "value") if is_language(key)]
    ['en', 'ja', 'pt-BR']
    """
    tag = str(key)
    other = re.fullmatch(OF_AN_EDITION, tag) and not tag.startswith(OUR_LANGUAGES)
    return tag in OUR_LANGUAGES or bool(other and localedata.exists(tag.replace("-", "_")))


class ByLanguage(Shape):
    """One text in English, in Chinese, or in the language of an edition that the dossier brings."""

    __pydantic_extra__: dict[str, Text]
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        json_schema_extra={
            "minProperties": 1,
            "additionalProperties": False,
            "patternProperties": {f"^(?!zh|en){OF_AN_EDITION}$": {"type": ["string", "number", "boolean"]}},
        },
    )

    en: Text | None = None
    zh: Annotated[Text | None, Field(description="in either script; converted for the other edition")] = None

    @model_validator(mode="after")
    def in_languages(self) -> ByLanguage:
        """A text has one language at least, and every key is one."""
        for key in self.__pydantic_extra__:
            if not is_language(key):
                hint = "known here: `en`, `zh` in either script, and the language of an edition, such as `fr`"
                raise refuse("unknown-key", f"unknown key `{key}`", hint, at=key)
        if not any(True for _ in self.texts()):
            raise refuse("missing-key", "`en` or `zh` is missing here", "add `en: …`, `zh: …` or both")
        return self

    def texts(self) -> Iterator[tuple[str, Located]]:
        """Each text after its language."""
        given = (("en", self.en), ("zh", self.zh), *sorted(self.__pydantic_extra__.items()))
        return ((language, text) for language, text in given if text is not None)


Local = Annotated[
    Annotated[Text, Tag("a text")] | Annotated[ByLanguage, Tag("a mapping")], Discriminator(form_of)
]


def form_of_reasons(value: object) -> str:
    """A reason, in one or several languages, or a reason for each of several parts."""
    languages = isinstance(value, dict) and all(map(is_language, value))
    return "reasons" if isinstance(value, dict) and value and not languages else "a reason"


NOT_LANGUAGES: dict[str, JsonValue] = {"propertyNames": {"not": {"pattern": f"^{OF_AN_EDITION}$"}}}
Reasons = Annotated[
    Annotated[Local, Tag("a reason")]
    | Annotated[dict[Text, Local], Field(json_schema_extra=NOT_LANGUAGES), Tag("reasons")],
    Discriminator(form_of_reasons),
]
Values = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[ByLanguage, Tag("a mapping")]
    | Annotated[list[Local], Field(min_length=1), Tag("a list")],
    Discriminator(form_of),
]
