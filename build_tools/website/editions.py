"""The site in one language and script: its words, its numbers and dates, its Chinese characters."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from build_tools.model import DateValue, Entity, Inputs, Kind, LocalText, Quantity
from build_tools.text.letters import HAN_LETTER
from build_tools.values import show_date, show_quantity, show_time
from build_tools.website.chinese_script import (
    Writing,
    closed_up,
    converted,
    converted_page,
    converted_prose,
    script_of,
)
from build_tools.website.typography import apostrophes, curled

LOCALES = Path(__file__).parent.parent / "locale"


class Said(NamedTuple):
    """Words and their language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One language and script.

    `variant` is the OpenCC name of its Traditional characters and vocabulary, which `names` do not take.
    """

    id: str
    folder: str
    lang: str
    locale: str
    variant: str = "tw"
    names: frozenset[str] = frozenset()

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
        return self._said(text, converted_prose, self.writing)

    def named(self, text: LocalText) -> Said:
        """A name, such as a person's or a firm's: as the dossier gives it, in this edition's characters."""
        return self._said(text, converted, self.writing.characters)

    def _said(self, text: LocalText, show: Callable[[str, Writing], str], writing: Writing) -> Said:
        if text.every:
            return Said(text.every, self.lang)
        if text.zh and (self.chinese or not text.en):
            if not self.chinese:
                return Said(text.zh, script_of(text.zh))
            return Said(closed_up(show(text.zh, writing)), self.lang)
        return Said(curled(text.en), "en")

    def words(self, text: LocalText) -> str:
        """What contributors wrote, without its language."""
        return self.prose(text).text

    def label(self, entity: Entity) -> Said:
        """What an entity is called: one with a name of its own keeps it."""
        return self.named(entity.label) if _keeps_its_name(entity) else self.prose(entity.label)

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

    @property
    def writing(self) -> Writing:
        """How this edition writes Chinese."""
        return Writing(self.lang, self.variant, self.names)

    def script(self, text: str) -> str:
        """The site's own Chinese words as this edition writes them; quotations never come here."""
        return converted(text, self.writing)

    def page(self, text: str) -> str:
        """The words of a page written by hand, in this edition's manner."""
        return closed_up(converted_page(text, self.writing)) if self.chinese else apostrophes(text)


EDITIONS = {
    edition.id: edition
    for edition in (
        Edition("en", "en", "en", "en"),
        Edition("zh-Hans", "zh-hans", "zh-Hans", "zh_Hans"),
        Edition("zh-Hant", "zh-hant", "zh-Hant", "zh_Hant"),
    )
}


def editions(
    ids: Iterable[str], variant: str = "tw", names: frozenset[str] = frozenset()
) -> tuple[Edition, ...]:
    """Editions by their ids, in that order; an unknown id raises KeyError."""
    return tuple(replace(EDITIONS[id], variant=variant, names=names) for id in ids)


def editions_of(inputs: Inputs, ids: Iterable[str] = ()) -> tuple[Edition, ...]:
    """The editions of a dossier, or some of them, in which its names stay as it gives them."""
    settings = inputs.settings
    return editions(ids or settings.editions, settings.opencc, frozenset(_names(inputs.entities.values())))


def _names(entities: Iterable[Entity]) -> Iterator[str]:
    """The Chinese names of whatever has a name of its own, with and without spaces."""
    for entity in entities:
        if _keeps_its_name(entity):
            found = (entity.label.zh, *(alias.text for alias in entity.aliases))
            yield from (form for name in found if HAN_LETTER.search(name) for form in (name, closed_up(name)))


def _keeps_its_name(entity: Entity) -> bool:
    """Whether it has a name of its own; those of towns and countries differ from place to place."""
    return entity.kind.is_plain and entity.kind is not Kind.PLACE


@cache
def catalogue() -> Catalog:
    """The messages of the site in Simplified Chinese; Traditional is made from them."""
    with (LOCALES / "zh_Hans.po").open("rb") as file:
        return read_po(file, locale="zh_Hans")


def _in_chinese(message: str) -> str:
    found = catalogue().get(message)
    forms = (found.string if found else None) or curled(message)
    return forms if isinstance(forms, str) else forms[0]
