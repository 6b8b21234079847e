"""The site in one language and script: its words, its numbers and dates, its Chinese characters."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from build_tools.model import DateValue, LocalText, Quantity
from build_tools.values import show_date, show_quantity, show_time
from build_tools.website.chinese_script import closed_up, converted, script_of
from build_tools.website.typography import apostrophes, curled

LOCALES = Path(__file__).parent.parent / "locale"


class Said(NamedTuple):
    """Words and their language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One language and script; `variant` is the OpenCC name of its Traditional characters."""

    id: str
    folder: str
    lang: str
    locale: str
    variant: str = "tw"

    @property
    def chinese(self) -> bool:
        """Whether prose of this edition is Chinese."""
        return self.lang.startswith("zh")

    def say(self, message: str, **values: str | int) -> str:
        """A message of the site, given in plain English, in the language of this edition.

        >>> EDITIONS["zh-Hans"].say("Timeline"), EDITIONS["zh-Hant"].say("Timeline")
        ('时间线', '時間線')
        """
        return self.message(message).format(**values)

    def message(self, message: str) -> str:
        """The same with its places still open: `{who} and {n} more`."""
        return self.script(_in_chinese(message)) if self.chinese else curled(message)

    def count(self, one: str, many: str, n: int, **values: str | int) -> str:
        """A message that depends on a number, which it names `{n}`; Chinese has one form for all."""
        singular = self.chinese or n == 1
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
        return show_quantity(value, self.id)

    def date(self, value: DateValue) -> str:
        """A date in this edition's manner; the article's own words where it stays unresolved."""
        return show_date(value, self.id)

    def time(self, value: DateValue) -> str:
        """The same where a preposition leads to it: for the first quarter of 2025."""
        return show_time(value, self.id)

    def day(self, day: datetime.date, with_year: bool = False) -> str:
        """A day where there is little room: `12 Jun`, `6月12日`, or `12 Jun 2025`."""
        pattern = (
            ("y年M月d日" if with_year else "M月d日")
            if self.chinese
            else ("d MMM y" if with_year else "d MMM")
        )
        return str(format_date(day, pattern, locale=self.locale))

    def minute(self, day: datetime.date, at: datetime.time | None) -> str:
        """A day and the time of it where there is little room: `12 Jun 04:40`, `6月12日04:40`."""
        if at is None:
            return self.day(day)
        return f"{self.day(day)}{'' if self.chinese else ' '}{at.hour:02}:{at.minute:02}"

    def month(self, day: datetime.date, with_year: bool = False) -> str:
        """A month where there is little room: `Jun`, `6月`, or `Jun 2025`; a January is its year."""
        if with_year:
            pattern = "y年M月" if self.chinese else "MMM y"
        elif day.month == 1:
            pattern = "y"
        else:
            pattern = "M月" if self.chinese else "MMM"
        return str(format_date(day, pattern, locale=self.locale))

    def script(self, text: str) -> str:
        """The site's own Chinese words in this edition's characters; quotations never come here."""
        return converted(text, self.lang, self.variant)

    def page(self, text: str) -> str:
        """The words of a page written by hand, in this edition's manner."""
        return closed_up(self.script(text)) if self.chinese else apostrophes(text)


EDITIONS = {
    edition.id: edition
    for edition in (
        Edition("en", "en", "en", "en"),
        Edition("zh-Hans", "zh-hans", "zh-Hans", "zh_Hans"),
        Edition("zh-Hant", "zh-hant", "zh-Hant", "zh_Hant"),
    )
}


def editions(ids: Iterable[str], variant: str = "tw") -> tuple[Edition, ...]:
    """The editions that a dossier asks for, in its order; an unknown id raises KeyError."""
    return tuple(replace(EDITIONS[id], variant=variant) for id in ids)


@cache
def catalogue() -> Catalog:
    """The messages of the site in Simplified Chinese; Traditional is made from them."""
    with (LOCALES / "zh_Hans.po").open("rb") as file:
        return read_po(file, locale="zh_Hans")


def _in_chinese(message: str) -> str:
    found = catalogue().get(message)
    forms = (found.string if found else None) or curled(message)
    return forms if isinstance(forms, str) else forms[0]
