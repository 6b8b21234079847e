"""From anchored quotes to a judged dossier: prove, fold, reconcile, judge."""

from __future__ import annotations

from build_tools.evidence.earlier_versions import prove_withdrawn
from build_tools.evidence.grouping import fold_claims
from build_tools.evidence.judging import judge, unless_claims_are_lost
from build_tools.evidence.reconciling import reconcile
from build_tools.evidence.relays import Comparer, check_relays
from build_tools.evidence.source_proofs import Prover, prove_all, prove_here

__all__ = [
    "Comparer",
    "Prover",
    "check_relays",
    "fold_claims",
    "judge",
    "prove_all",
    "prove_here",
    "prove_withdrawn",
    "reconcile",
    "unless_claims_are_lost",
]
