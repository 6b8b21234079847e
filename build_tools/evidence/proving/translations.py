"""Translations: there for every quotation that needs one, and with the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.evidence.proving.passages import Passage
from build_tools.evidence.proving.wording import listed
from build_tools.evidence.support import Figure, same_unit
from build_tools.model import Anchored, DateValue, Qualifier, Quantity
from build_tools.problem import Problem, Severity
from build_tools.values import read_values

HAN = re.compile(r"[\u3400-\u9fff]")
YEAR = re.compile(r"\d{4}")
MONTHS = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
BOUNDS = frozenset({Qualifier.EXACT, Qualifier.AT_MOST})


def check_translation(anchored: Anchored, passage: Passage) -> Iterator[Problem]:
    """A quotation in Chinese has an English translation, and no figure is lost or rounded in it."""
    annotation = anchored.annotation
    english = annotation.translation.en or annotation.translation.every
    if annotation.skip or not HAN.search(passage.words):
        return
    if not english:
        message, hint = "the quote has no English translation", "add `translation: …`"
        yield Problem(annotation.origin, "translation-missing", message, hint, Severity.WARNING)
        return
    published = passage.article.source.published
    message = difference(passage.values, read_values(english, published), english)
    if message:
        hint = "translate the figures as the quote gives them, neither rounded nor left out"
        yield Problem(annotation.translation.origin, "translation-differs", message, hint)


def difference(given: Sequence[Figure], told: Sequence[Figure], english: str = "") -> str:
    """What a translation loses or adds, in words; nothing where the figures are the same."""
    missing = (one for one in given if counts(one) and not any(same(one, other) for other in told))
    lost = listed(one.raw for one in missing if not _is_told_by_name(one, english))
    added = listed(one.raw for one in told if counts(one) and not any(same(one, other) for other in given))
    if lost and added:
        return f"the quote gives {lost}, the translation {added}"
    if lost:
        return f"the translation leaves out {lost}"
    return f"the translation gives {added}, which the quote does not" if added else ""


def counts(figure: Figure) -> bool:
    """Whether a figure must come through: "two teams" and "last year" may be put in other words."""
    if isinstance(figure, DateValue):
        return figure.edtf is not None and any(letter.isdigit() for letter in figure.raw)
    return any(letter.isdigit() for letter in figure.raw)


def _is_told_by_name(figure: Figure, english: str) -> bool:
    """Whether a month without a year is there by its name: 6月 is "in June"."""
    if not isinstance(figure, DateValue) or figure.earliest is None or YEAR.search(figure.raw):
        return False
    return re.search(rf"\b{MONTHS[figure.earliest.month]}", english, re.IGNORECASE) is not None


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same in two languages; what is counted may go without saying."""
    match one, other:
        case Quantity(), Quantity():
            return _same_number(one, other) and same_unit(one, other)
        case DateValue(), DateValue():
            return _same_days(one, other)
        case _:
            return False


def _same_days(one: DateValue, other: DateValue) -> bool:
    """Whether two dates are the same, in any year where one leaves the year to the context."""
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return True
    if YEAR.search(one.raw) and YEAR.search(other.raw):
        return False
    return bool(_within_year(one)) and _within_year(one) == _within_year(other)


def _within_year(value: DateValue) -> tuple[int, ...]:
    first, last = value.earliest, value.latest
    return (first.month, first.day, last.month, last.day) if first and last else ()


def _same_number(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None:
        return one.value == other.value and one.tight == other.tight
    alike = one.qualifier == other.qualifier or {one.qualifier, other.qualifier} <= BOUNDS
    return one.value == other.value and alike
