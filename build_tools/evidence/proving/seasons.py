"""Periods that an article names and no calendar dates: this season, 上赛季."""

from __future__ import annotations

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.language.tables import words_of
from build_tools.model import DateValue, Span
from build_tools.text.folding import fold_plain


def seasons_in(passage: Passage, around: Span) -> tuple[DateValue, ...]:
    """The periods without a date in a stretch of the article, in its words."""
    places = passage.article.places(words_of("seasons"), around)
    return tuple(DateValue(None, None, None, None, passage.article.words(place), place) for place in places)


def season_of(words: str, passage: Passage) -> DateValue | None:
    """The period of the quote that is written so."""
    found = (one for span in passage.citation.spans for one in seasons_in(passage, span))
    return next((one for one in found if fold_plain(one.raw).lower() == fold_plain(words).lower()), None)
