"""Translations: there for every quotation that needs one, and with the same figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.evidence.proving.figure_bounds import differing_bound
from build_tools.evidence.proving.number_order import exchanged_numbers, numbers_turned
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.retelling import (
    are_exchanged,
    names_added,
    names_lost,
    versions_added,
    words_added,
    words_lost,
)
from build_tools.evidence.proving.told_dates import weekdays_changed
from build_tools.evidence.proving.told_figures import is_sure
from build_tools.evidence.proving.translated_figures import differing_figures, lost_or_added
from build_tools.evidence.proving.wording import listed_ids, or_accept
from build_tools.language.senses import opposed_words
from build_tools.language.tables import level_letters
from build_tools.model import Anchored, Qualifier, Quantity
from build_tools.problem import Problem, Problems, Severity
from build_tools.text.letters import HAN_LETTER, is_mostly_han
from build_tools.values import differing_values, read_quantities

BOUNDS_APART = {
    Qualifier.AT_LEAST: "at_least_han",
    Qualifier.AT_MOST: "at_most_han",
    Qualifier.OVER: "over_han",
    Qualifier.NEARLY: "nearly_han",
}


def translation_faults(found: Problems, editions: Iterable[str]) -> Problems:
    """What is wrong with a translation; a dossier without an English edition needs none."""
    if "en" in editions:
        return found
    return tuple(one for one in found if one.code != "translation-missing")


def check_translation(anchored: Anchored, passage: Passage) -> Iterator[Problem]:
    """A quotation in Chinese has an English translation, and no figure is lost or rounded in it."""
    annotation = anchored.annotation
    english = annotation.translation.en or annotation.translation.every
    if annotation.skip:
        return
    if not HAN_LETTER.search(passage.words):
        yield from _check_chinese(anchored, passage)
        return
    if is_mostly_han(english or annotation.translation.zh):
        message, hint = "the translation is in Chinese, not in English", "translate the quote into English"
        origin = annotation.translation.origin
        yield Problem(origin, "translation-missing", message, hint, Severity.WARNING)
        return
    if not english:
        message, hint = "the quote has no English translation", "add `translation: …`"
        yield Problem(annotation.origin, "translation-missing", message, hint, Severity.WARNING)
        return
    for message, severity in differing_figures(english, passage):
        hint = "translate the figures as the quote gives them, neither rounded nor left out"
        yield Problem(annotation.translation.origin, "translation-differs", message, hint, severity)
    retold = ((message, Severity.WARNING) for message in _retold(english, passage))
    for message, severity in (*retold, *_reworded(english, passage)):
        hint = or_accept("translate what the quote says", "this does", "translation-differs")
        origin = annotation.translation.origin
        yield Problem(origin, "translation-differs", message, hint, severity)


def _check_chinese(anchored: Anchored, passage: Passage) -> Iterator[Problem]:
    """What a Chinese translation of a quotation in English changes; there need be none."""
    translation = anchored.annotation.translation
    chinese = translation.zh
    if not chinese or not HAN_LETTER.search(chinese):
        return
    hint = or_accept("translate what the quote says", "this does", "translation-differs")
    for message, severity in (*_chinese_figures(chinese, passage), *_reworded(chinese, passage)):
        yield Problem(translation.origin, "translation-differs", message, hint, severity)


def _chinese_figures(chinese: str, passage: Passage) -> Iterator[tuple[str, Severity]]:
    """What a Chinese translation changes of the figures: an error, unless other words may say the same."""
    plain, published = passage.article.lexicon.without_numbered, passage.article.source.published
    differing = differing_values(plain(passage.text), plain(chinese), published)
    near = [one for one in passage.quantities if not _is_bounded_apart(one, chinese)]
    given, told = differing_bound(near, read_quantities(chinese))
    if figures := lost_or_added(*differing):
        yield figures, Severity.ERROR if is_sure(*differing) else Severity.WARNING
    elif given:
        yield f"the quote gives {given}, the translation {told}", Severity.WARNING
    elif numbers := exchanged_numbers(passage.text, chinese, published):
        message = f"the translation gives {numbers[0]} and {numbers[1]} in another order than the quote"
        yield message, Severity.WARNING
    if are_exchanged(chinese, passage):
        yield "the translation names the people in another order than the quote", Severity.WARNING


def _is_bounded_apart(one: Quantity, chinese: str) -> bool:
    """Whether a Chinese translation has the bound of a figure away from its number: 至少还要等十个月."""
    pattern = BOUNDS_APART.get(one.qualifier)
    return pattern is not None and bool(worded(pattern).search(level_letters(chinese)))


def _retold(english: str, passage: Passage) -> Iterator[str]:
    """What a translation changes of the people, the negations and the hedges of its quote."""
    if added := names_added(english, passage):
        yield f"the translation names {listed_ids(added)}, the quote does not"
    if lost := names_lost(english, passage):
        yield f"the translation leaves out {listed_ids(lost)}"
    if are_exchanged(english, passage):
        yield "the translation names the people in another order than the quote"
    if numbers := exchanged_numbers(passage.text, english, passage.article.source.published):
        yield f"the translation gives {numbers[0]} and {numbers[1]} in another order than the quote"
    yield from (f"the translation says {one}, the quote does not" for one in versions_added(english, passage))


def _reworded(translation: str, passage: Passage) -> Iterator[tuple[str, Severity]]:
    """What a translation into either language says otherwise: another day of the week is an error."""
    if days := weekdays_changed(passage.text, translation):
        yield f"the quote gives {days[0]}, the translation {days[1]}", Severity.ERROR
    yield from ((message, Severity.WARNING) for message in _other_words(translation, passage))


def _other_words(translation: str, passage: Passage) -> Iterator[str]:
    """What a translation into either language changes of the sense, the negations and the hedges."""
    if often := numbers_turned(passage.text, translation):
        yield f"the quote gives {often[0]}, the translation {often[1]}"
    if words := opposed_words(passage.text, translation):
        yield f"the quote says `{words[0]}`, the translation `{words[1]}`"
    yield from (f"the translation leaves out `{word}`" for word in words_lost(translation, passage))
    yield from (f"the translation adds `{word}`" for word in words_added(translation, passage))
