"""Numbers that describe a noun: in "twelve cars of the 96-car train" the 96 is the train's."""

from __future__ import annotations

from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.own_words import subject_words
from build_tools.evidence.proving.proof_patterns import worded
from build_tools.language.tables import level_letters
from build_tools.model import Quantity, Span


def describes_another(one: Quantity, context: ClaimContext) -> bool:
    """Whether a number describes a noun that is no word of the subject: a 96-car train, a 40-storey tower."""
    found = worded("described").match(context.passage.article.source.text, one.span.start)
    return found is not None and not Span(*found.span("noun")).touches(subject_words(context))


def is_other_measure(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    """Whether a number is a rate beside a sum, a difference from it, or of a share: one adult in six."""
    text = context.passage.article.source.text
    rate = worded("rate")
    if rate.match(text, one.span.end) and not rate.match(text, found.span.end):
        return True
    if worded("reckoned_from").fullmatch(text[one.span.end : max(one.span.end, found.span.start)]):
        return True
    sentence = context.passage.sentence
    shares = worded("in_so_many").finditer(text, sentence.start, sentence.end)
    return any(one.span.touches([Span(*share.span())]) for share in shares)


def is_standard_of(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    """Whether a number is only what an earlier one is compared with: 回收12盒，较应回收的13盒少."""
    text = context.passage.article.source.text
    between = text[found.span.end : max(found.span.end, one.span.start)]
    return bool(worded("compared_standard").search(level_letters(between)))


def is_whole_of(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    """Whether a number is the whole of which another is taken, and counts no word of it: 9席中赢得5席."""
    if one.span.end > found.span.start:
        return False
    between = Span(one.span.end, found.span.start)
    taken = worded("out_of_whole").fullmatch(level_letters(context.passage.article.words(between)))
    return taken is not None and not any(word.is_within([between]) for word in subject_words(context))


def was_before(one: Quantity, found: Quantity, context: ClaimContext) -> bool:
    """Whether a number was the highest or the first, and another is of now: 一度达9户，目前仍有2户."""
    if one.span.start >= found.span.start:
        return False
    article = context.passage.article
    then, now = (level_letters(article.clause_around(number.span)) for number in (one, found))
    is_now = worded("now").search(now) and not worded("then").search(now)
    return bool(is_now) and bool(worded("then").search(then))
