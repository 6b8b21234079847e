"""One reading of a quote that two figures claim, while another reading is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.wording import or_accept
from build_tools.grouped import grouped
from build_tools.model import Claim, Quantity
from build_tools.problem import Problem, Severity
from build_tools.values import parse_sum


def check_reuse(claims: Iterable[Claim], passage: Passage) -> Iterator[Problem]:
    """A warning where two figures claim one reading and none claims another of the same unit."""
    valued = [claim for claim in claims if isinstance(claim.value, Quantity) and not parse_sum(claim.raw)]
    taken = {_place(claim) for claim in valued}
    for alike in grouped(valued, _place).values():
        subjects = dict.fromkeys(claim.subject for claim in alike)
        if len(subjects) < 2:
            continue
        left = [one.raw for one in _alike(alike[0], passage) if (one.span.start, one.span.end) not in taken]
        if left:
            yield used_twice(alike[-1], alike[0], left[0])


def _place(claim: Claim) -> tuple[int, int]:
    value = claim.value
    return (value.span.start, value.span.end) if isinstance(value, Quantity) else (0, 0)


def _alike(claim: Claim, passage: Passage) -> Iterator[Quantity]:
    """The readings of the quote in the unit of a claim's value."""
    start = _place(claim)[0]
    units = {one.unit for one in passage.quantities if one.span.start == start}
    yield from (one for one in passage.quantities if one.unit in units)


def used_twice(claim: Claim, first: Claim, left: str) -> Problem:
    """A reading that is claimed of two figures."""
    message = f"`{first.subject}` and `{claim.subject}` both take {claim.raw}, and none takes {left}"
    hint = or_accept(f"write {left} where it belongs", "both are right", "reading-used-twice")
    return Problem(claim.origin, "reading-used-twice", message, hint, Severity.WARNING)
