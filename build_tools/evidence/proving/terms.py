"""Where a text has a term: one of its forms, and no longer form of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from build_tools.model import Span, Term, TermId
from build_tools.text.folding import fold_plain
from build_tools.text.mentions import find_forms

Terms = Mapping[TermId, Term]
OTHERWISE = re.compile(r"(?i)\b(?:co|ex|vice|non)-\Z")  # an ex-CEO is no CEO, founder-CEO is both


def words_for(term: Term, terms: Terms, text: str) -> str | None:
    """The words of a text that are a form of the term, the first that has any, and no part of another's."""
    places = term_places(term, terms, text)
    return text[places[0].start : places[0].end] if places else None


def term_places(term: Term, terms: Terms, text: str) -> tuple[Span, ...]:
    """Where a text has a form of the term that is no part of another's, by the order of its forms."""
    taken = [span for form in _longer(term, terms) for span in find_forms(text, (form,))]
    found = (span for form in term.forms for span in find_forms(text, (form,)))
    return tuple(one for one in found if not one.is_within(taken) and not OTHERWISE.search(text[: one.start]))


def _longer(term: Term, terms: Terms) -> Iterator[str]:
    """The forms of other terms that hold one of this term's: `前CEO` is not `CEO`."""
    own = frozenset(map(_plain, term.forms))
    for other in terms.values():
        for form in other.forms if other.id != term.id else ():
            plain = _plain(form)
            if plain not in own and any(one in plain for one in own):
                yield form


@lru_cache(maxsize=10_000)
def _plain(form: str) -> str:
    return fold_plain(form).lower()
