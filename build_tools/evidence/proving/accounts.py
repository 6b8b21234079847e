"""Checks an account: it adds no figure, name or negation to its quote."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.copied_clauses import is_copied
from build_tools.evidence.proving.copied_statements import changed_statements
from build_tools.evidence.proving.figure_bounds import differing_bound, is_vague_time
from build_tools.evidence.proving.near_copies import CopyChange, changes_in_copy
from build_tools.evidence.proving.number_order import numbers_turned
from build_tools.evidence.proving.parts import VALUE
from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.retelling import (
    are_exchanged,
    named_in_quote,
    names_added,
    names_of_one,
    naming_of,
    verbs_turned,
    versions_added,
    words_added,
    words_of_one,
)
from build_tools.evidence.proving.shared_words import (
    has_words,
    hedges_left_out,
    letters_left_out,
    negated_in_one,
    negations_left_out,
    negations_put_in,
)
from build_tools.evidence.proving.swaps import are_swapped
from build_tools.evidence.proving.told_hours import hours_added
from build_tools.evidence.proving.wording import OR_CONTEXT, OR_INFERRED, listed_ids, or_accept
from build_tools.evidence.support import KnownReadings, figures_of_prose, words_of_prose
from build_tools.language import Force
from build_tools.language.cue_kinds import HEDGES, NEGATIVE
from build_tools.language.senses import language_of, opposed_words
from build_tools.model import LocalText, TextValue
from build_tools.problem import Problem, Severity
from build_tools.values import read_quantities, read_values

REWORD = "say what the quote says, in its words or in your own"
SAME = or_accept("say what the quote says", "the account does", "account-adds-figure")


def prove_account(account: LocalText, context: ClaimContext) -> Proof:
    """The account as written, with every figure, name and hedge that the quote does not give as a gap."""
    gaps = (*_added(account, context), *_retold(account, context))
    return Proof(VALUE, TextValue(account), gaps=gaps)


def _added(account: LocalText, context: ClaimContext) -> Iterator[Problem]:
    passage, published = context.passage, context.passage.article.source.published
    quoted = (*passage.values, *passage.context_values)
    figures = tuple(figures_of_prose(account, published))
    given = KnownReadings.of(quoted) if figures else None
    strange = [one.raw for one in figures if given and not (given.support(one) or is_vague_time(one))]
    told = (one for text in account.texts for one in read_values(words_of_prose(text), published))
    for raw in (*strange, *hours_added(told, quoted)):
        message = f"the account says {raw}, which the quote does not give"
        hint = f"leave it out, quote the passage that gives it, {OR_INFERRED}"
        yield Problem(account.origin, "account-adds-figure", message, hint)


def _retold(account: LocalText, context: ClaimContext) -> Iterator[Problem]:
    """What an account changes of the people, the negations and the hedges, each reported once.

    A change in words that it otherwise copies refuses it where it can only say another thing; all else is
    a warning, because no rule can prove an account.
    """
    texts = [text for text in (account.en, account.zh, account.every) if text]
    copied = [change for text in texts for change in _copied(text, context)]
    certain = [(one.message, REWORD) for one in copied if one.is_certain]
    changes = certain or list(_compared(account, texts, context)) or [(one.message, SAME) for one in copied]
    for message, hint in dict.fromkeys(changes):
        severity = Severity.ERROR if certain else Severity.WARNING
        yield Problem(account.origin, "account-adds-figure", message, hint, severity)


def _compared(account: LocalText, texts: Sequence[str], context: ClaimContext) -> Iterator[tuple[str, str]]:
    """What an account says otherwise than its quote or than its other language, with what to do about it."""
    for text in texts:
        yield from _changes(text, context)
    if _exchanges(texts, context.passage):
        yield "the account names the people in another order than the quote", SAME
    elif turned := [verb for text in texts for verb in verbs_turned(text, context.passage)]:
        yield f"the quote gives {listed_ids(turned)} to another than the account does", SAME
    ours = [text for text in texts if not is_copied(context.passage.text, text)]
    added = [word for text in ours for word in words_added(text, context.passage)]
    if added:
        yield f"the account adds {listed_ids(added)}", SAME
    if account.en and account.zh:
        yield from ((message, SAME) for message in _between(account, context, added))


def _changes(text: str, context: ClaimContext) -> Iterator[tuple[str, str]]:
    """Each change with what to do about it."""
    passage = context.passage
    quoted, naming = named_in_quote(passage), naming_of(text, passage)
    added = tuple(id for id in names_added(text, passage) if id != context.subject.id)
    if added:
        hint = f"leave the name out, {OR_CONTEXT} that has it"
        yield f"the account names {listed_ids(added)}, the quote does not", hint
    for number in versions_added(text, passage):
        yield f"the account says {number}, which the quote does not give", SAME
    told_figures = read_quantities(text, passage.article.source.published)
    given, told = differing_bound(passage.quantities, told_figures)
    if given:
        yield f"the quote gives {given}, the account {told}", SAME
    if numbers := numbers_turned(passage.text, text):
        yield f"the quote gives {numbers[0]}, the account {numbers[1]}", SAME
    if is_copied(passage.text, text):
        pass
    elif word := negated_in_one(quoted.without_names, naming.without_names):
        yield f"`{word}` is negated in the quote or in the account, but not in both", SAME
    elif left := negations_left_out(passage.text, text):
        yield f"the account leaves out {listed_ids(left)}", SAME
    elif put_in := negations_put_in(passage.text, text):
        yield f"the account adds {listed_ids(put_in)}", SAME
    elif letters := letters_left_out(passage.text, text):
        yield f"only the quote or only the account has `{letters}`", SAME
    doubts = hedges_left_out(text, passage.text, (Force.SUPPOSITION,))
    if own := [word for word in doubts if not has_words(passage.text, word)]:
        yield f"the account adds {listed_ids(own)}", SAME
    if words := opposed_words(passage.text, text):
        yield f"the quote says `{words[0]}`, the account `{words[1]}`", SAME
    if left := hedges_left_out(passage.text, text, _unsaid(context)):
        yield f"the account leaves out {listed_ids(left)}", SAME


def _copied(text: str, context: ClaimContext) -> tuple[CopyChange, ...]:
    """The changes in a sentence that an account nearly copies."""
    quoted, ours = named_in_quote(context.passage), naming_of(text, context.passage)
    forces = {*NEGATIVE, *_unsaid(context)}
    beside = [one.value for one in context.passage.context_quantities]
    changes = changes_in_copy(quoted, ours, forces, beside)
    if any(one.is_certain for one in changes):
        return changes
    return (*changed_statements(quoted, ours, forces), *changes)


def _unsaid(context: ClaimContext) -> Collection[Force]:
    """The hedges that nothing beside the account says: a modality is one, and who is credited a hearsay."""
    if context.written.qualifiers.modality:
        return ()
    return HEDGES if context.is_plain else (Force.PLAN, Force.SUPPOSITION)


def _exchanges(texts: Sequence[str], passage: Passage) -> bool:
    """Whether an account exchanges people of the quote; in its own language if the account has it."""
    own = [text for text in texts if language_of(text) == language_of(passage.text)]
    return any(are_exchanged(text, passage) for text in own or texts)


def _between(account: LocalText, context: ClaimContext, known: Sequence[str]) -> Iterator[str]:
    """What only one language of an account says, and is not `known` to be added."""
    passage, published = context.passage, context.passage.article.source.published
    for word in (one for one in words_of_one(account.zh, account.en) if one not in known):
        yield f"only one language of the account has `{word}`"
    first, second = differing_bound(
        read_quantities(account.zh, published), read_quantities(account.en, published)
    )
    if first:
        yield f"one language of the account gives {first}, the other {second}"
    if names := names_of_one(account.zh, account.en, passage):
        yield f"only one language of the account names {listed_ids(names)}"
    if are_swapped(naming_of(account.zh, passage), naming_of(account.en, passage)):
        yield "the two languages of the account name the people in another order"
    if words := opposed_words(account.zh, account.en):
        yield f"one language of the account says `{words[0]}`, the other `{words[1]}`"
