"""Plan and fact: what one source only plans, predicts or passes on as rumour, and another asserts."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Claim, Modality, Stance


def planned_elsewhere(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that only plan or predict what another claim on the same subject asserts.

    It is no conflict, and a page shows it: "planned according to …".
    """
    given = tuple(claims)
    affirmed = [claim for claim in given if claim.qualifiers.stance is Stance.AFFIRMS]
    asserted = any(claim.qualifiers.modality is Modality.ASSERTED for claim in affirmed)
    if not asserted:
        return ()
    return tuple(claim for claim in affirmed if claim.qualifiers.modality is not Modality.ASSERTED)
