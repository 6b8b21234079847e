"""Days in the lines around a headline whose month has its name in a language that the tool does not read."""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = (
    *("ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb"),
    *("nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi"),
)
# 14 mars 2031 à 18h05; 3. März 2031, 18:05 Uhr; 2 de mayo de 2031 a las 18.05
DAY = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?:\.|er|º|°)?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?,?\s(?:de\s)?(?P<year>20\d\d)(?!\d)"
    r"(?:[^\d\n]{1,12}?(?P<hour>[01]?\d|2[0-3])\s?[h:.]\s?(?P<minute>[0-5]\d)(?!\d))?"
)
DOTTED = re.compile(
    r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>20\d\d)(?![\d.]?\d)"
    r"(?:[^\d\n]{1,6}(?P<hour>[01]?\d|2[0-3])[h:.](?P<minute>[0-5]\d)(?!\d)(?: Uhr)?)?"
)


def with_iso_days(line: str) -> str:
    """A line with each such day as `2031-03-14 18:05`; English months are left to the readers of English.

    >>> with_iso_days("Publié le 14 mars 2031 à 18h05"), with_iso_days("3. März 2031")
    ('Publié le 2031-03-14 18:05', '2031-03-03')
    >>> with_iso_days("Stand: 12.05.2031, 17:40 Uhr")
    'Stand: 2031-05-12 17:40'
    >>> with_iso_days("14 March 2031, 3 listopad 2031")
    '14 March 2031, 3 listopad 2031'
    """
    return DAY.sub(_iso, DOTTED.sub(_iso_of_dotted, line))


def _iso_of_dotted(found: re.Match[str]) -> str:
    """12.05.2031: between dots the day is always first."""
    day = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    return f"{day} {int(found['hour']):02}:{found['minute']}" if found["hour"] else day


def _iso(found: re.Match[str]) -> str:
    month = month_names().get(found["month"].lower())
    if not month or not 1 <= int(found["day"]) <= 31:
        return found[0]
    day = f"{found['year']}-{month:02}-{int(found['day']):02}"
    return f"{day} {int(found['hour']):02}:{found['minute']}" if found["hour"] else day


@cache
def month_names() -> dict[str, int]:
    """The names of months in many languages; one that is another month elsewhere is left out."""
    from babel import Locale

    numbers: dict[str, set[int]] = {}
    for language in (*LANGUAGES, "en"):
        of_form = Locale(language).months["format"]
        for names in (of_form["wide"], of_form["abbreviated"]):
            for number, name in names.items():
                numbers.setdefault(name.lower().rstrip("."), set()).add(number)
    english = {name.lower() for name in Locale("en").months["format"]["wide"].values()}
    return {name: next(iter(of)) for name, of in numbers.items() if len(of) == 1 and name not in english}
