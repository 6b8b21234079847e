"""Claims that take a value back, on the word of those who gave it."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.evidence.positions import denied_by
from build_tools.evidence.stepping.passing_on import same_origin
from build_tools.model import Claim, Inputs, Stance, Verdict


def withdrawals(given: Iterable[Claim], claims: Iterable[Claim], inputs: Inputs) -> tuple[Claim, ...]:
    """The denials with which all who gave a value have taken it back; none where anyone has not."""
    denials = [claim for claim in claims if claim.qualifiers.stance is Stance.DENIES]
    found: dict[str, Claim] = {}
    for claim in given:
        taken_back = next((each for each in denials if _takes_back(each, claim, inputs)), None)
        if taken_back is None:
            return ()
        found[taken_back.id] = taken_back
    return tuple(found.values())


def _takes_back(denial: Claim, given: Claim, inputs: Inputs) -> bool:
    """Whether a denial is of that value and of the same speaker or publisher."""
    covers = denied_by(given.value, denial.value) is Verdict.CONFLICT
    return denial.value is not None and covers and same_origin(denial, given, inputs)
