"""Proving an account: a sentence of ours may give no figure that the quote does not."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.evidence.proving.context import ClaimContext, Proof, Proven
from build_tools.evidence.proving.wording import OR_INFERRED
from build_tools.evidence.support import figures_of_prose, is_supported
from build_tools.model import LocalText, TextValue
from build_tools.problem import Problem


def prove_account(account: LocalText, context: ClaimContext) -> Proof:
    """The account as it stands, and every figure in it that the quote does not give."""
    proven = Proven(TextValue(account), "")
    return proven, () if context.inferred else tuple(_added(account, context))


def _added(account: LocalText, context: ClaimContext) -> Iterator[Problem]:
    passage = context.passage
    for figure in figures_of_prose(account, passage.article.source.published):
        if not is_supported(figure, passage.values):
            message = f"the account says {figure.raw}, which the quote does not give"
            hint = f"leave it out, quote the passage that gives it, {OR_INFERRED}"
            yield Problem(account.origin, "account-adds-figure", message, hint)
