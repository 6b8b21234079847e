"""Articles in a language that the tool does not read: their names are found, the rest is inferred by rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import normalize

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.evidence.proving.wording import listed, or_accept
from build_tools.model import Annotation, EntityValue, How, LocalText, TermValue
from build_tools.problem import Problem, Severity

WORDS = frozenset({"entity-not-in-quote", "term-not-in-quote", "answer-not-in-quote", "subject-not-in-quote"})
CUES = frozenset({"stance", "modality"})
LONG = 3
NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[.,’' ]\d{3})+(?!\d)|\d+)(?:[.,]\d+(?![.,]?\d))?", re.ASCII)
WHY = LocalText(
    en="by rule, as the tool does not read the article's language",
    zh="依规则推断，因为工具不读这篇文章的语言",
)


def inferred_by_rule(proofs: Iterable[Proof], context: ClaimContext) -> tuple[Proof, ...]:
    """What a quote that the tool cannot read proves: the words that it names; all else is inferred."""
    return tuple(_by_rule(proof) for proof in proofs if _is_written(proof, context))


def _is_written(proof: Proof, context: ClaimContext) -> bool:
    """Whether the claim says it itself: what cues of another language seem to say is nothing."""
    given = context.written.qualifiers
    written = {"stance": given.stance, "modality": given.modality}
    return proof.part not in CUES or written[proof.part] is not None


def _by_rule(proof: Proof) -> Proof:
    named = isinstance(proof.value, EntityValue | TermValue) or proof.part == "subject"
    absent = tuple(gap for gap in proof.gaps if gap.code in WORDS)
    if named:
        return replace(proof, gaps=absent, against=())
    if proof.how is How.ASSUMED:
        return replace(proof, gaps=(), against=())
    return replace(proof, gaps=(), against=(), how=How.INFERRED, why=WHY)


def check_unread_translation(annotation: Annotation) -> Iterator[Problem]:
    """A quotation that the tool cannot read has an English translation, and its long numbers stand there."""
    english = annotation.translation.en or annotation.translation.every
    if annotation.skip:
        return
    if not english:
        message, hint = "the quote has no English translation", "add `translation: …`"
        yield Problem(annotation.origin, "translation-missing", message, hint, Severity.WARNING)
    elif lost := long_numbers_lost(" ".join(part.text for part in annotation.selector.exact), english):
        message = f"the translation leaves out {listed(lost)}"
        hint = or_accept("translate what the quote says", "this does", "translation-differs")
        yield Problem(annotation.translation.origin, "translation-differs", message, hint, Severity.WARNING)


def long_numbers_lost(quote: str, english: str) -> list[str]:
    """Numbers of three digits or more that a translation lacks; shorter ones may be put in words.

    Marks between their digits, and noughts around them, differ from language to language.

    >>> long_numbers_lost("En 2024, 1 500 000 voix et 12,5 %", "1.5 million votes, 12.5%, in 2014")
    ['2024']
    """
    given = {_digits(found[0]) for found in NUMBER.finditer(_plain(english))}
    found = (number[0] for number in NUMBER.finditer(_plain(quote)))
    return [number for number in found if len(_digits(number)) >= LONG and _digits(number) not in given]


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number).strip("0")


def _plain(text: str) -> str:
    return normalize("NFKC", text)
