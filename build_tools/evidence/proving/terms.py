"""Where a text has a term or an answer to a question: one of its forms, and no longer form of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Answer, How, Question, Span, Term, TermId, TermValue, Written
from build_tools.problem import Problem, Severity
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


def prove_answer(written: Written, question: Question, context: ClaimContext) -> Proof:
    """An answer, by one of its forms; without forms, only a reason of the editors can carry it."""
    value = TermValue(TermId(written.text))
    answer = next((one for one in question.answers if one.id == value.id), None)
    if answer is None:  # its file is damaged, which is reported where it is read
        return Proof(VALUE, value)
    if not answer.forms:
        return Proof(VALUE, value, gaps=(answer_without_forms(written, question),), how=How.INFERRED)
    terms = {one.id: _as_term(one) for one in question.answers}
    words = words_for(terms[answer.id], terms, context.passage.words)
    gaps = (answer_not_in_quote(written, answer, question),) if words is None else ()
    return Proof(VALUE, value, words or "", gaps=gaps, against=_others(answer, terms, context))


def _as_term(answer: Answer) -> Term:
    return Term(answer.id, answer.label, answer.forms)


def _others(answer: Answer, terms: dict[TermId, Term], context: ClaimContext) -> tuple[str, ...]:
    """The words of the quote that mean another answer."""
    others = (term for id, term in terms.items() if id != answer.id)
    found = (words_for(term, terms, context.passage.words) for term in others)
    return tuple(words for words in found if words)


def answer_without_forms(written: Written, question: Question) -> Problem:
    """An answer that no words prove, and for which no reason is given."""
    message = f"the answer `{written.text}` has no `forms:`, so no quote can prove it"
    hint = f"list the words that mean it under `forms:` in {question.origin.path}, {OR_INFERRED}"
    return Problem(written.origin, "answer-without-forms", message, hint, Severity.WARNING)


def answer_not_in_quote(written: Written, answer: Answer, question: Question) -> Problem:
    """An answer of which no form is in the quote."""
    message = f"the quote has no form of the answer `{answer.id}`"
    forms = f"its forms: {listed(answer.forms, most=6)}"
    hint = f"{forms}; quote one of them, add a form to {question.origin.path}, {OR_INFERRED}"
    return Problem(written.origin, "answer-not-in-quote", message, hint)
