"""Settling a claim: each part is proven, inferred by its own reason, or assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.evidence.proving.claim_context import Proof
from build_tools.evidence.proving.wording import listed_ids
from build_tools.model import How, PartProof, Reason, WrittenClaim
from build_tools.problem import Problem, Problems, Severity

VALUE, SUBJECT = "value", "subject"


@dataclass(frozen=True, slots=True)
class Settled:
    """How each part of a claim is known, what is still wrong, and which reasons served."""

    proof: tuple[PartProof, ...]
    problems: Problems
    used: tuple[Reason, ...]


def settle_parts(proofs: Sequence[Proof], written: WrittenClaim, free: bool) -> Settled:
    """Each part with the reason that answers its gaps.

    `free` says that the tool cannot see whether the claim goes beyond its quote, as in an account: there a
    bare reason serves the value, or the subject where there is no value.
    """
    reasons = _by_part(proofs, written, free)
    bare = _bare(written)
    needy = [proof.part for proof in proofs if proof.gaps and proof.part not in reasons]
    too_broad = bare is not None and len(needy) > 1
    kept: list[Problem] = [inferred_too_broad(bare, needy)] if bare is not None and too_broad else []
    for proof in proofs:
        open_ = proof.part in needy
        kept += () if open_ and too_broad else proof.gaps if open_ else proof.faults
    used = tuple(reasons.values()) + ((bare,) if bare is not None and too_broad else ())
    return Settled(tuple(_known(proof, reasons.get(proof.part)) for proof in proofs), tuple(kept), used)


def _by_part(proofs: Sequence[Proof], written: WrittenClaim, free: bool) -> dict[str, Reason]:
    """The reason for each part that needs one and has one."""
    open_parts = {proof.part for proof in proofs if proof.gaps}
    aliases = {"answer": VALUE, **({written.property.text: VALUE} if written.property else {})}
    found: dict[str, Reason] = {}
    for reason in written.qualifiers.inferred:
        part = aliases.get(reason.of.text, reason.of.text) if reason.of else ""
        if part in open_parts or (part and free and part == _main(proofs)):
            found[part] = reason
    bare, left = _bare(written), open_parts - found.keys()
    if bare is not None and len(left) == 1:
        found[next(iter(left))] = bare
    elif bare is not None and not left and free:
        found[_main(proofs)] = bare
    return found


def _bare(written: WrittenClaim) -> Reason | None:
    return next((reason for reason in written.qualifiers.inferred if reason.of is None), None)


def _main(proofs: Iterable[Proof]) -> str:
    return VALUE if any(proof.part == VALUE for proof in proofs) else SUBJECT


def _known(proof: Proof, reason: Reason | None) -> PartProof:
    if reason is None:
        return PartProof(proof.part, proof.how, proof.why) if proof.why else _plain(proof.part, proof.how)
    return PartProof(proof.part, How.INFERRED, reason.why, proof.against)


@cache
def _plain(part: str, how: How) -> PartProof:
    """What most proofs are, made once."""
    return PartProof(part, how)


def inferred_too_broad(bare: Reason, parts: Sequence[str]) -> Problem:
    """One reason for several parts."""
    message = f"one reason is given for {listed_ids(parts)}, each of which needs its own"
    lines = "".join(f"\n    {part}: <why>" for part in parts)
    hint = f"quote the words that prove them, or write a reason for each:\n  inferred:{lines}"
    return Problem(bare.why.origin, "inferred-too-broad", message, hint)


def unused(given: Iterable[Reason], used: Iterable[Reason]) -> Iterator[Problem]:
    """A warning for each reason that nothing needs."""
    served = {id(reason) for reason in used}
    for reason in dict.fromkeys(given):
        if not any(id(one) in served for one in given if one == reason):
            of = reason.of
            needed = f"a reason for `{of.text}`" if of else "this reason: the quote proves every part"
            message, hint = f"no claim here needs {needed}", "delete the reason"
            yield Problem(reason.why.origin, "inferred-too-broad", message, hint, Severity.WARNING)
