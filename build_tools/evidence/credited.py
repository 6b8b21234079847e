"""Who is credited with what the claims say."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Annotation


def credited_in(annotations: Iterable[Annotation]) -> frozenset[str]:
    """The ids under `said_by` in the claims of some annotations."""
    told = (claim.qualifiers.said_by for one in annotations for claim in one.claims)
    return frozenset(one.text for one in told if one)
