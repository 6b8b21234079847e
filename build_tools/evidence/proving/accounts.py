"""Checking an account: a sentence of ours gives no figure, name or negation that the quote does not."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.proving.context import ClaimContext, Proof
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.retelling import (
    names_added,
    persons_swapped,
    words_added,
    words_of_one,
)
from build_tools.evidence.proving.shared_words import negated_in_one
from build_tools.evidence.proving.wording import OR_CONTEXT, OR_INFERRED, named, or_accept
from build_tools.evidence.support import KnownReadings, figures_of_prose
from build_tools.model import LocalText, TextValue
from build_tools.problem import Problem, Severity

SAME = or_accept("say what the quote says", "the account does", "account-adds-figure")


def prove_account(account: LocalText, context: ClaimContext) -> Proof:
    """The account as written, with every figure, name and hedge that the quote does not give as a gap."""
    gaps = (*_added(account, context), *_retold(account, context))
    return Proof(VALUE, TextValue(account), gaps=gaps)


def _added(account: LocalText, context: ClaimContext) -> Iterator[Problem]:
    passage = context.passage
    given = KnownReadings.of((*passage.values, *passage.context_values))
    for figure in figures_of_prose(account, passage.article.source.published):
        if not given.support(figure):
            message = f"the account says {figure.raw}, which the quote does not give"
            hint = f"leave it out, quote the passage that gives it, {OR_INFERRED}"
            yield Problem(account.origin, "account-adds-figure", message, hint)


def _retold(account: LocalText, context: ClaimContext) -> Iterator[Problem]:
    """What an account changes of the people, the negations and the hedges, each reported once."""
    texts = (account.en, account.zh, account.every)
    changes = [change for text in texts for change in _changes(text, context)]
    added = [word for text in texts for word in words_added(text, context.passage)]
    between = words_of_one(account.zh, account.en) if account.en and account.zh else ()
    changes += [(f"the account adds {named(added)}", SAME)] if added else []
    changes += [
        (f"only one language of the account has `{word}`", SAME) for word in between if word not in added
    ]
    for message, hint in dict.fromkeys(changes):
        yield Problem(account.origin, "account-adds-figure", message, hint, Severity.WARNING)


def _changes(text: str, context: ClaimContext) -> Iterator[tuple[str, str]]:
    """Each change with what to do about it."""
    passage = context.passage
    added = tuple(id for id in names_added(text, passage) if id != context.subject.id)
    if added:
        hint = f"leave the name out, {OR_CONTEXT} that has it"
        yield f"the account names {named(added)}, the quote does not", hint
    if persons_swapped(text, passage):
        yield "the account names the people in another order than the quote", SAME
    if word := negated_in_one(passage.text, text):
        yield f"`{word}` is negated in the quote or in the account, but not in both", SAME
