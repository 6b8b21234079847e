"""The site in one language and script: its words, its numbers and dates, its Chinese characters."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path
from typing import NamedTuple

import yaml
from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from build_tools.locale_folders import ABOUT, built_in_locales, locale_file, own_locales
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
    name of its Traditional characters and vocabulary, which `names` do not take.
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
    names: frozenset[str] = frozenset()

    @property
    def lang(self) -> str:
        """Its language tag."""
        return self.id

    @property
    def folder(self) -> str:
        """Its folder below the root of the site."""
        return edition_folder(self.id)

    @property
    def chinese(self) -> bool:
        """Whether prose of this edition is Chinese."""
        return self.lang.startswith("zh")

    @property
    def writes_han(self) -> bool:
        """Whether its language has Chinese characters, as its own name shows: 简体, 日本語."""
        return HAN_LETTER.search(self.name) is not None

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

    def language_of(self, message: str) -> str:
        """The language in which a message is given: English where nobody has translated it."""
        translated = catalogue(self.messages_of or self.place).get(message)
        return self.lang if translated and translated.string else "en"

    def count(self, one: str, many: str, n: int, **values: str | int) -> str:
        """A message that depends on a number, which it names `{n}`; where there is one form, the first."""
        if form := _plural_form(one, n, self.messages_of or self.place):
            return form.format(n=n, **values)
        plural = Locale.parse(self.babel).plural_form
        singular = plural(n) == "one" or len(plural.tags) == 0
        return self.message(one if singular else many).format(n=n, **values)

    def prose(self, text: LocalText) -> Said:
        """What contributors wrote, in this edition's language where they did, else as it is."""
        return self._said(text, converted_prose)

    def named(self, text: LocalText) -> Said:
        """A name, such as a person's or a firm's: as the dossier gives it, in this edition's characters."""
        return self._said(text, converted)

    def _said(self, text: LocalText, show: Callable[[str, Writing], str]) -> Said:
        if text.every:
            return Said(text.every, self.lang)
        match self._chosen(text):
            case "zh", words if self.chinese:
                writing = self.writing.characters if show is converted else self.writing
                return Said(closed_up(show(words, writing)), self.lang)
            case "zh", words:
                return Said(words, script_of(words))
            case "en", words:
                return Said(curled(words), "en")
            case tag, words:
                return Said(words, self.lang if tag == self.text else tag)

    def _chosen(self, text: LocalText) -> tuple[str, str]:
        """The text in this edition's language; else in English, in Chinese, in whatever language it is."""
        given = dict(text.by_language)
        order = ("zh" if self.chinese else self.text, "en", *given)
        return next(((tag, given[tag]) for tag in order if tag in given), ("en", ""))

    def words(self, text: LocalText) -> str:
        """What contributors wrote, without its language."""
        return self.prose(text).text

    def label(self, entity: Entity) -> Said:
        """What an entity is called: one with a name of its own keeps it."""
        return self.named(entity.label) if _keeps_its_name(entity) else self.prose(entity.label)

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
        return _day(day, pattern, self.babel)

    def minute(self, day: datetime.date, at: datetime.time | None) -> str:
        """A day and the time of it where there is little room: `12 Jun 04:40`, `6月12日04:40`."""
        if at is None:
            return self.day(day)
        return f"{self.day(day)}{self.marks.clock}{at.hour:02}:{at.minute:02}"

    def month(self, day: datetime.date, with_year: bool = False) -> str:
        """A month where there is little room: `Jun`, `6月`, or `Jun 2025`; a January is its year."""
        kind = "month_with_year" if with_year else "year" if day.month == 1 else "month"
        return _day(day, self.days[kind], self.babel)

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


def edition_folder(id: str) -> str:
    """The folder of an edition below the root of the site.

    >>> edition_folder("zh-Hans")
    'zh-hans'
    """
    return id.lower()


def read_edition(id: str, place: str) -> Edition:
    """An edition from its folder."""
    about = yaml.load(locale_file(place, ABOUT).read_text("utf-8"), yaml.CSafeLoader)
    return Edition(**about | {"id": id, "place": place, "marks": Marks(**about["marks"])})


EDITIONS = {id: read_edition(id, id) for id in built_in_locales()}


def known_editions(root: Path | None) -> Mapping[str, Edition]:
    """The editions of the tool, and those that a dossier brings itself."""
    if root is None:
        return EDITIONS
    return EDITIONS | {id: read_edition(id, place) for id, place in own_locales(root).items()}


def editions(
    ids: Iterable[str],
    variant: str = "tw",
    names: frozenset[str] = frozenset(),
    known: Mapping[str, Edition] = EDITIONS,
) -> tuple[Edition, ...]:
    """Editions by their ids, in that order; an unknown id raises KeyError."""
    return tuple(replace(known[id], variant=variant, names=names) for id in ids)


def editions_of(inputs: Inputs, ids: Iterable[str] = (), root: Path | None = None) -> tuple[Edition, ...]:
    """The editions of a dossier, or some of them, in which its names stay as it gives them."""
    settings, names = inputs.settings, frozenset(_names(inputs.entities.values()))
    return editions(ids or settings.editions, settings.opencc, names, known_editions(root))


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
def catalogue(place: str = "zh-Hans") -> Catalog:
    """The messages of an edition; it has none where it speaks English as they are written."""
    file = locale_file(place, MESSAGES)
    if not file.is_file():
        return Catalog()
    with file.open("rb") as opened:
        return read_po(opened)


def _plural_form(message: str, n: int, place: str) -> str:
    """The form for a number, in a catalogue with several forms of the message."""
    messages = catalogue(place)
    found = messages.get(message)
    forms = found.string if found else ""
    return forms[c2py(messages.plural_expr)(n)] if isinstance(forms, tuple) and len(forms) > 1 else ""


@lru_cache(maxsize=1 << 12)
def _day(day: datetime.date, pattern: str, locale: str) -> str:
    return str(format_date(day, pattern, locale=locale))


@cache
def _translated(message: str, place: str) -> str:
    found = catalogue(place).get(message)
    forms = (found.string if found else None) or curled(message)
    return forms if isinstance(forms, str) else forms[0]
