"""Articles in a language that the tool does not read: their names are found, the rest is inferred by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.evidence.proving.claim_context import ClaimContext, Proof
from build_tools.model import Annotation, EntityValue, How, LocalText, TermValue
from build_tools.problem import Problem, Severity

WORDS = frozenset({"entity-not-in-quote", "term-not-in-quote", "answer-not-in-quote", "subject-not-in-quote"})
CUES = frozenset({"stance", "modality"})
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
    """A quotation that the tool cannot read has an English translation."""
    if not (annotation.skip or annotation.translation.en or annotation.translation.every):
        message, hint = "the quote has no English translation", "add `translation: …`"
        yield Problem(annotation.origin, "translation-missing", message, hint, Severity.WARNING)
