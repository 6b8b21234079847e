"""The site in one language and script: its words, its numbers and dates, its Chinese characters."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from build_tools.locale_folders import ABOUT, built_in_locales, locale_file, own_locales
from build_tools.model import DateValue, LocalText, Quantity
from build_tools.values import show_date, show_quantity, show_time
from build_tools.website.chinese_script import closed_up, converted, script_of
from build_tools.website.typography import apostrophes, curled

MESSAGES = "messages.po"


class Said(NamedTuple):
    """Words and their language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands between names in a list, a head and what follows, parts, phrases, sentences."""

    list: str
    head: str
    part: str
    phrase: str
    sentence: str
    dash: str
    clock: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One language and script, as the `edition.yaml` of its folder describes it.

    `place` is its folder, `text` the key of what editors write for it, `messages_of` the edition whose
    messages are converted for it, `days` patterns of dates where there is little room, `variant` the OpenCC
    name of its Traditional characters.
    """

    id: str
    place: str
    name: str
    babel: str
    text: str
    marks: Marks
    days: Mapping[str, str] = field(hash=False)
    messages_of: str = ""
    variant: str = "tw"

    @property
    def lang(self) -> str:
        """Its language tag."""
        return self.id

    @property
    def folder(self) -> str:
        """Its folder below the root of the site."""
        return self.id.lower()

    @property
    def chinese(self) -> bool:
        """Whether prose of this edition is Chinese."""
        return self.lang.startswith("zh")

    @property
    def by_hand(self) -> str:
        """The folder of `docs/` with the pages that are written by hand for it."""
        return self.text if self.text in ("en", "zh") else "en"

    def say(self, message: str, **values: str | int) -> str:
        """A message of the site, given in plain English, in the language of this edition.

        >>> EDITIONS["zh-Hans"].say("Timeline"), EDITIONS["zh-Hant"].say("Timeline")
        ('时间线', '時間線')
        """
        return self.message(message).format(**values)

    def message(self, message: str) -> str:
        """The same with its places still open: `{who} and {n} more`."""
        said = _translated(message, self.messages_of or self.place)
        return self.script(said) if self.chinese else said

    def count(self, one: str, many: str, n: int, **values: str | int) -> str:
        """A message that depends on a number, which it names `{n}`; where there is one form, the first."""
        plural = Locale.parse(self.babel).plural_form
        singular = plural(n) == "one" or len(plural.tags) == 0
        return self.message(one if singular else many).format(n=n, **values)

    def prose(self, text: LocalText) -> Said:
        """What contributors wrote, in this edition's language where they did, else as it is."""
        if text.every:
            return Said(text.every, self.lang)
        if self.chinese:
            return (
                Said(closed_up(self.script(text.zh)), self.lang) if text.zh else Said(curled(text.en), "en")
            )
        return Said(curled(text.en), "en") if text.en else Said(text.zh, script_of(text.zh))

    def words(self, text: LocalText) -> str:
        """The same without its language."""
        return self.prose(text).text

    def quantity(self, value: Quantity) -> str:
        """A figure in this edition's manner: `US$14.3 billion`, `143亿美元`, `143億美元`."""
        return show_quantity(value, self.place)

    def date(self, value: DateValue) -> str:
        """A date in this edition's manner; the article's own words where it stays unresolved."""
        return show_date(value, self.place)

    def time(self, value: DateValue) -> str:
        """The same where a preposition leads to it: for the first quarter of 2025."""
        return show_time(value, self.place)

    def day(self, day: datetime.date, with_year: bool = False) -> str:
        """A day where there is little room: `12 Jun`, `6月12日`, or `12 Jun 2025`."""
        pattern = self.days["day_with_year" if with_year else "day"]
        return str(format_date(day, pattern, locale=self.babel))

    def minute(self, day: datetime.date, at: datetime.time | None) -> str:
        """A day and the time of it where there is little room: `12 Jun 04:40`, `6月12日04:40`."""
        if at is None:
            return self.day(day)
        return f"{self.day(day)}{self.marks.clock}{at.hour:02}:{at.minute:02}"

    def month(self, day: datetime.date, with_year: bool = False) -> str:
        """A month where there is little room: `Jun`, `6月`, or `Jun 2025`; a January is its year."""
        kind = "month_with_year" if with_year else "year" if day.month == 1 else "month"
        return str(format_date(day, self.days[kind], locale=self.babel))

    def script(self, text: str) -> str:
        """The site's own Chinese words in this edition's characters; quotations never come here."""
        return converted(text, self.lang, self.variant)

    def page(self, text: str) -> str:
        """The words of a page written by hand, in this edition's manner."""
        return closed_up(self.script(text)) if self.chinese else apostrophes(text)


def read_edition(id: str, place: str) -> Edition:
    """An edition from its folder."""
    about = yaml.load(locale_file(place, ABOUT).read_text("utf-8"), yaml.CSafeLoader)
    return Edition(**about | {"id": id, "place": place, "marks": Marks(**about["marks"])})


EDITIONS = {id: read_edition(id, id) for id in built_in_locales()}


def known_editions(root: Path) -> Mapping[str, Edition]:
    """The editions of the tool, and those that a dossier brings itself."""
    return EDITIONS | {id: read_edition(id, place) for id, place in own_locales(root).items()}


def editions(ids: Iterable[str], variant: str = "tw", root: Path | None = None) -> tuple[Edition, ...]:
    """The editions that a dossier asks for, in its order; an unknown id raises KeyError."""
    known = known_editions(root) if root else EDITIONS
    return tuple(replace(known[id], variant=variant) for id in ids)


@cache
def catalogue(place: str = "zh-Hans") -> Catalog:
    """The messages of an edition; it has none where it speaks English as they are written."""
    file = locale_file(place, MESSAGES)
    if not file.is_file():
        return Catalog()
    with file.open("rb") as opened:
        return read_po(opened)


def _translated(message: str, place: str) -> str:
    found = catalogue(place).get(message)
    forms = (found.string if found else None) or curled(message)
    return forms if isinstance(forms, str) else forms[0]
