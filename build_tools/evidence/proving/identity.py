"""The permanent name of a claim: it stays while source, subject, property, value and stance stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2s
from itertools import count

from build_tools.evidence.keys import value_key
from build_tools.grouped import grouped
from build_tools.model import Claim, ClaimId
from build_tools.problem import Problem, Severity

LENGTH = len("c-1a2b3c4d")


def claim_id(claim: Claim) -> ClaimId:
    """`c-` and eight hexadecimal digits made from what the claim says.

    A value is taken as its number or day, not as its spelling.
    """
    said = (
        claim.citation.source,
        claim.subject,
        claim.property or "",
        value_key(claim.value),
        claim.qualifiers.stance,
    )
    digest = blake2s("\x1f".join(said).encode(), digest_size=4).hexdigest()
    return ClaimId(f"c-{digest}")


def numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of the articles; what an article repeats becomes `-2`, `-3`."""
    seen: Counter[ClaimId] = Counter()
    made: list[Claim] = []
    for claim in in_article_order(claims):
        seen[claim.id] += 1
        repeats = seen[claim.id]
        made.append(replace(claim, id=ClaimId(f"{claim.id}-{repeats}")) if repeats > 1 else claim)
    return tuple(made)


def told_apart(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims of all articles: of two that come to the same digits by chance the later is `-2`, `-3`."""
    seen: set[ClaimId] = set()
    for claim in claims:
        free = (ClaimId(f"{claim.id[:LENGTH]}-{number}") for number in count(2))
        id = claim.id if claim.id not in seen else next(one for one in free if one not in seen)
        seen.add(id)
        yield claim if id == claim.id else replace(claim, id=id)


def earlier_ids(claims: Iterable[Claim]) -> Iterator[Problem]:
    """Earlier ids under `was:` that another claim has, now or earlier."""
    claims = tuple(claims)
    taken = Counter([claim.id for claim in claims] + [old for claim in claims for old in claim.was])
    for claim in claims:
        for old in claim.was:
            if taken[old] > 1:
                message = f"another claim has or had the id `{old}`"
                hint = "take it out here: an address leads to one claim"
                yield Problem(claim.origin, "duplicate-id", message, hint)


def in_article_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order of the articles."""
    return sorted(claims, key=lambda claim: (claim.citation.source, claim.citation.start))


def repeated(claims: Iterable[Claim]) -> Iterator[Problem]:
    """A problem for claims that one annotation makes twice; a repetition elsewhere in the article is fine."""
    for alike in grouped(claims, lambda claim: claim.id).values():
        seen: dict[Claim, int] = {}
        for claim in alike if len(alike) > 1 else ():
            line = seen.get(claim)
            seen.setdefault(claim, claim.origin.line)
            if line is not None:
                message = f"same claim as in line {line}"
                hint = "delete one of the two, or say how they differ: `at:`, `period:`, `as_of:`"
                yield Problem(claim.origin, "duplicate-claim", message, hint, Severity.WARNING)
