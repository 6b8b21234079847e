"""The forms that a value may have in a file, and the problem of any other form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

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
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from build_tools.model import Kind
from build_tools.reading.located import Flow, Located
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.sizes import SIZE_FORM
from build_tools.values.zones import zone_named

MOST_PARTS = 20
TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*"
Text = Annotated[InstanceOf[Located], WithJsonSchema({"type": ["string", "number", "boolean"]})]


def refuse(code: str, message: str, hint: str, at: str = "") -> PydanticCustomError:
    """A fault as pydantic carries it: our code and words, and its key if it is another."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, "at": at})


class TextCheck:
    """A check of a text on top of its being one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, text: Located) -> Located:
        """The same text, or the fault in it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class OneOf(TextCheck):
    """A text out of a short list, with what to say when it is none of it."""

    choices: tuple[str, ...]
    hint: str = "write one of them exactly as shown here"

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"enum": list(self.choices)}

    def check(self, text: Located) -> Located:
        """The same text if the list holds it."""
        if text in self.choices:
            return text
        choices = ", ".join(f"`{choice}`" for choice in self.choices)
        hint = did_you_mean(text, self.choices) or self.hint
        raise refuse("not-in-list", f"this is not one of {choices}", hint)


class LanguageTag(TextCheck):
    """The language of an article, as BCP 47 writes it; Chinese says in which script."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{TAG}$", "not": {"pattern": "^zh(?!-Han[st])"}}

    def check(self, text: Located) -> Located:
        """The same text if it is a tag."""
        if not re.fullmatch(TAG, text) or re.match("zh(?!-Han[st])", text):
            hint = (
                "write it as `fr` or `pt-BR`; Simplified Chinese is `zh-Hans`, Traditional Chinese `zh-Hant`"
            )
            raise refuse("bad-form", "this is not the tag of a language", hint)
        return text


class KindName(TextCheck):
    """A kind of entity: one that ships, or one that the dossier declares."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"enum": list(Kind)}, {"type": "string"}]}

    def check(self, text: Located) -> Located:
        """The same text: whether there is such a kind is seen where all are known."""
        return text


@dataclass(frozen=True, slots=True)
class Like(TextCheck):
    """A text of one form, with what to say when it has another."""

    pattern: str
    message: str
    hint: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}

    def check(self, text: Located) -> Located:
        """The same text if it has the form."""
        if re.fullmatch(self.pattern, text):
            return text
        raise refuse("bad-form", self.message, self.hint)


class Day(Like):
    """A day that the calendar has."""

    def check(self, text: Located) -> Located:
        """The same text if there is such a day."""
        super().check(text)
        try:
            date.fromisoformat(text[: len("2026-11-23")])
        except ValueError:
            raise refuse("bad-form", self.message, self.hint) from None
        return text


class Coordinates(Like):
    """A point that the earth has."""

    def check(self, text: Located) -> Located:
        """The same text if it lies between the poles and within 180 degrees east and west."""
        super().check(text)
        latitude, longitude = map(Decimal, text.split(","))
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise refuse("bad-form", self.message, self.hint)
        return text


class WebAddress(Like):
    """An address of a page whose host is the one that a reader sees first."""

    def check(self, text: Located) -> Located:
        """The same text if it leads by http or https to the host that it begins with."""
        if found := re.match(r"https?://[^\s/?#]*?([@\\])", text):
            hint = "write the address that the browser shows when the page has loaded"
            raise refuse(
                "bad-form", f"the part before `{found[1]}` is not the host that the address leads to", hint
            )
        if re.match(r"(?!https?:)[a-z][a-z0-9+-]*:", text, re.I):
            scheme = text.partition(":")[0]
            raise refuse("bad-form", f"`{scheme}:` is not the address of a web page", self.hint)
        return super().check(text)


class TimeZone(Like):
    """A time zone by the name that the IANA database gives it."""

    def check(self, text: Located) -> Located:
        """The same text if there is such a zone."""
        super().check(text)
        if zone_named(text) is None:
            raise refuse("bad-form", self.message, self.hint)
        return text


class Shape(BaseModel):
    """A mapping whose keys are known."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys as they are written."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


def form_of(value: object) -> str:
    """Which of the forms a value may take was chosen."""
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "a text"


def refuse_flow(value: object) -> object:
    """A list of quotes written as `[a, b]`: a comma in a quote would divide it."""
    if isinstance(value, Flow):
        hint = "write each quote on its own line after `- `; write a quote that begins with `[` under `|-`"
        raise refuse("special-start", "`[` begins a list", hint)
    return value


Words = Annotated[
    Annotated[Text, Tag("a text")] | Annotated[dict[Text, Text], Tag("a mapping")], Discriminator(form_of)
]
Quote = Annotated[
    Annotated[Text, Tag("a text")]
    | Annotated[
        list[Text], Field(min_length=1, max_length=MOST_PARTS), BeforeValidator(refuse_flow), Tag("a list")
    ],
    Discriminator(form_of),
]
DAY = Day(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "this is not a date", "write it as `2026-11-23`")
RECEIVED = Day(
    rf"{DAY.pattern}(T([01]\d|2[0-3]):[0-5]\d)?",
    "this is neither a day nor a minute of one",
    "write it as `2026-11-23` or `2026-11-23T21:30`",
)
ZONE = TimeZone(
    r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)+|UTC", "this is not a time zone", "write it as `Asia/Shanghai`"
)
KIND = KindName()
TAG_OF_ARTICLE = LanguageTag()
FOLDER = Like(r"[a-z0-9]+(?:-[a-z0-9]+)*", "this is not the name of a folder", "write it as `court-cases`")
POINT = Coordinates(
    r"[+-]?\d{1,2}(\.\d+)?, ?[+-]?\d{1,3}(\.\d+)?",
    "this is not a latitude and a longitude",
    "write degrees, north and east positive, as `46.2, 6.15`",
)
CLAIM_ID = Like(r"c-[0-9a-f]{8}(-[2-9]\d*)?", "this is not the id of a claim", "write it as `c-1a2b3c4d`")
ORDER = Like(r"[1-9]\d{0,2}", "this is not a place in a row", "write a number from `1` to `999`")
LINE = Like(r"[1-9]\d{0,7}", "this is not a line number", "write `7`")
LINES = Like(
    r"[1-9]\d{0,7}(-[1-9]\d{0,7})?", "this is not a line number or a range of lines", "write `7` or `1-4`"
)
SHA256 = Like(r"[0-9a-f]{64}", "this is not a SHA-256 checksum", "`sha256sum article.txt` prints it")
VERSION = Like(
    r"\d{4}-\d{2}-\d{2}(T\d{4})?(-[2-9]|-[1-9]\d)?",
    "this is not the day of a version",
    "write it as `2026-11-23` or `2026-11-23T2130`",
)
SHARE = Like(r"(100|\d{1,2})(\.\d+)?%", "this is not a percentage", "write `40%`")
COUNT = Like(r"\d{1,6}", "this is not a number of letters", "write `1000`; `0` for none")
SIZE = Like(
    SIZE_FORM,
    "this is not a size",
    "write `5 MB` or `500 kB`; at most `99 MB`",
)
ADDRESS = WebAddress(r"https?://[^\s/?#@\\]+([/?#]\S*)?", "this is not an address", "write `https://…`")
ADDRESS_OR_UNKNOWN = WebAddress(
    rf"{ADDRESS.pattern}|unknown", ADDRESS.message, "write the full address, `https://…`, or `unknown`"
)
