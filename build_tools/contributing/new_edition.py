"""The folder of an edition in a language of the dossier's own: what CLDR knows of it, the rest in English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from build_tools.contributing.yaml_text import scalar
from build_tools.locale_folders import ABOUT, FOLDER, locale_file
from build_tools.model import OUR_LANGUAGES
from build_tools.website.editions import EDITIONS, MESSAGES, catalogue

VALUES = "values.yaml"
SHORT_DAYS = {
    "day": "MMMd",
    "day_with_year": "yMMMd",
    "month": "MMM",
    "month_with_year": "yMMM",
    "year": "y",
}
ENGLISH_SCALES = re.compile(r"^scales: .*$", re.M)


def known_locale(tag: str) -> Locale | None:
    """What CLDR knows of a language that the tool brings no edition of.

    >>> str(known_locale("pt-BR")), known_locale("zn"), known_locale("zh-TW")
    ('pt_BR', None, None)
    """
    try:
        return None if tag.partition("-")[0] in OUR_LANGUAGES else Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def edition_files(tags: Iterable[str]) -> Mapping[PurePosixPath, str]:
    """The folders of those editions that the tool does not bring, by their paths in a dossier."""
    own = ((tag, locale) for tag in tags if tag not in EDITIONS and (locale := known_locale(tag)))
    return {PurePosixPath(FOLDER, tag, name): text for tag, locale in own for name, text in _files(locale)}


def _files(locale: Locale) -> Iterator[tuple[str, str]]:
    yield ABOUT, _about(locale)
    yield VALUES, _values()
    yield MESSAGES, _messages(locale)


def _about(locale: Locale) -> str:
    days = {name: _pattern(locale, skeleton) for name, skeleton in SHORT_DAYS.items()}
    marks = EDITIONS["en"].marks
    spaces = {name: getattr(marks, name) for name in ("list", "head", "part", "phrase", "sentence", "dash")}
    return (
        f"name: {scalar(locale.get_display_name() or str(locale))}\n"
        f"babel: {locale}\n"
        f"text: {locale.language} # the key of what you write for it: `label: {{{locale.language}: …}}`\n"
        f"# What is put between words of a page; look whether it suits the language.\n"
        f"marks: {json.dumps({**spaces, 'clock': marks.clock}, ensure_ascii=False)}\n"
        f"days: {json.dumps(days, ensure_ascii=False)}\n"
    )


def _pattern(locale: Locale, skeleton: str) -> str:
    found = locale.datetime_skeletons.get(skeleton)
    return str(found.pattern) if found else skeleton


def _values() -> str:
    """The English forms, to be translated; a number is written in full, without thousands or billions."""
    english = locale_file("en", VALUES).read_text("utf-8")
    note = "# English forms: put those of your language in their place, and its words for large numbers.\n"
    return note + ENGLISH_SCALES.sub("scales: {}", english)


def _messages(locale: Locale) -> str:
    """Every message of the site with room for its translation; what is left empty is shown in English."""
    made = Catalog(locale=locale)
    for message in catalogue():
        if message.id:
            made.add(message.id)
    written = BytesIO()
    write_po(written, made, omit_header=True, width=0)
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {locale}\\n"\n"Plural-Forms: {made.plural_forms}\\n"\n\n'
    )
    return head + written.getvalue().decode()
