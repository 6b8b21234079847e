"""Proving an answer to a question: by the words of the quote that mean it, like a term."""

from __future__ import annotations

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.terms import words_for
from build_tools.evidence.proving.wording import OR_INFERRED, listed
from build_tools.model import Answer, How, Question, Term, TermId, TermValue, Written
from build_tools.problem import Problem, Severity


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
