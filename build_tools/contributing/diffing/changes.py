"""What a change does to a dossier: claims, conflicts, origins, pages, coverage, problems."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Generic, TypeVar

from build_tools.evidence.keys import value_key
from build_tools.findings.coverage import SourceCoverage, coverage
from build_tools.findings.origins import count_origins
from build_tools.model import (
    NOWHERE,
    Build,
    Claim,
    ClaimId,
    Conflict,
    Dossier,
    LocalText,
    Statement,
)
from build_tools.problem import Problem, Problems

T = TypeVar("T")
Pages = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What came, what went, and what is no longer the same."""

    added: tuple[T, ...]
    removed: tuple[T, ...]
    changed: tuple[tuple[T, T], ...]


@dataclass(frozen=True, slots=True)
class Recounted:
    """A statement that has another number of origins than before."""

    statement: Statement
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a change does; `problems` are those that it brings.

    `withdrawn` are the claims that their article, received once more, no longer bears out.
    """

    claims: Change[Claim]
    withdrawn: tuple[Claim, ...]
    conflicts: Change[Conflict]
    origins: tuple[Recounted, ...]
    pages: Change[str]
    coverage: Change[SourceCoverage]
    problems: Problems
    problems_left: int
    problems_fixed: int


def compare_dossiers(before: Build, after: Build, pages: tuple[Pages, Pages]) -> Changes:
    """What lies between two states of a dossier; `pages` are those of either, by address."""
    new = unmatched(after.problems, before.problems, problem_key)
    old, now = before.dossier, after.dossier
    withdrawn = withdrawn_between(old, now)
    lost = {claim.id for claim in withdrawn}
    return Changes(
        claims=claims_between((claim for claim in old.claims if claim.id not in lost), now.claims),
        withdrawn=withdrawn,
        conflicts=compare_maps(by_id(old), by_id(now), key=conflict_key),
        origins=tuple(origins_between(old, now)),
        pages=pages_between(*pages),
        coverage=compare_maps(covered(old), covered(now), key=repr),
        problems=new,
        problems_left=len(after.problems) - len(new),
        problems_fixed=len(unmatched(before.problems, after.problems, problem_key)),
    )


def compare_maps(before: Mapping[str, T], after: Mapping[str, T], key: Callable[[T], Hashable]) -> Change[T]:
    """The change between two mappings; what has the same key is the same.

    >>> compare_maps({"a": 1, "b": 2}, {"b": 3, "c": 4}, str)
    Change(added=(4,), removed=(1,), changed=((2, 3),))
    """
    both = ((before[name], after[name]) for name in before if name in after)
    return Change(
        added=tuple(after[name] for name in after if name not in before),
        removed=tuple(before[name] for name in before if name not in after),
        changed=tuple((old, new) for old, new in both if key(old) != key(new)),
    )


def unmatched(some: Iterable[T], others: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Those of the one that the other lacks, one for one.

    >>> unmatched("aab", "ab", str)
    ('a',)
    """
    left = Counter(key(other) for other in others)
    found: list[T] = []
    for one in some:
        if left[key(one)]:
            left[key(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def matched(some: Iterable[T], others: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Each of the one with one of the other that has its key, one for one, in the order of the first.

    >>> list(matched(["a1", "b1", "a2"], ["a3", "a4", "a5"], lambda word: word[0]))
    [('a1', 'a3'), ('a2', 'a4')]
    """
    left: dict[Hashable, deque[T]] = defaultdict(deque)
    for other in others:
        left[key(other)].append(other)
    yield from ((one, left[key(one)].popleft()) for one in some if left[key(one)])


def claims_between(before: Iterable[Claim], after: Iterable[Claim]) -> Change[Claim]:
    """Claims that came and went; where one took another's place, it is one that changed."""
    before, after = tuple(before), tuple(after)
    gone = unmatched(before, after, fingerprint)
    come = unmatched(after, before, fingerprint)
    changed: list[tuple[Claim, Claim]] = []
    for place in (claim_key, slot_and_quote, slot):
        changed += matched(gone, come, place)
        gone, come = unmatched(gone, come, place), unmatched(come, gone, place)
    return Change(come, gone, tuple(changed))


def withdrawn_between(before: Dossier, after: Dossier) -> tuple[Claim, ...]:
    """The claims that articles made, and have lost since."""
    lost = {claim.id for gone in after.withdrawn for claim in gone.claims}
    return tuple(claim for claim in before.claims if claim.id in lost)


def fingerprint(claim: Claim) -> Hashable:
    """All that a claim says and rests on; not how it is numbered or written down."""
    return replace(claim, id=ClaimId(""), origin=NOWHERE, passage="")


def parts_changed(before: Claim, after: Claim) -> tuple[str, ...]:
    """What of a claim is not as it was."""
    given = {
        "value": (before.value, after.value),
        "quote": (before.citation.quote, after.citation.quote),
        "translation": (before.translation, after.translation),
        "the article's words": (before.raw, after.raw),
        "proof": (before.proof, after.proof),
        "context": tuple([passage.quote for passage in claim.context] for claim in (before, after)),
        "accepted warnings": (before.accepted, after.accepted),
    }
    found = [name for name, (old, new) in given.items() if old != new]
    old_terms, terms = before.qualifiers, after.qualifiers
    names = [one.name for one in fields(terms) if getattr(old_terms, one.name) != getattr(terms, one.name)]
    return (*found, *(name.removesuffix("_") for name in names))


def slot(claim: Claim) -> Hashable:
    """What a claim is about, and in which article."""
    return claim.citation.source, claim.subject, claim.property


def slot_and_quote(claim: Claim) -> Hashable:
    """The same, and the words that it rests on."""
    return slot(claim), claim.citation.quote


def claim_key(claim: Claim) -> Hashable:
    """The same, with the value."""
    return slot(claim), value_key(claim.value), claim.qualifiers.stance


def by_id(dossier: Dossier) -> dict[str, Conflict]:
    """The conflicts by their names."""
    return {conflict.id: conflict for conflict in dossier.conflicts}


def conflict_key(conflict: Conflict) -> Hashable:
    """What readers see of a conflict: its sides, their sources, and what the editors decided."""
    question = conflict.question
    return (
        frozenset((value_key(one.value), one.stance, one.sources) for one in conflict.sides),
        conflict.status,
        (question.reason, question.decided, question.upholds) if question else (LocalText(), "", ""),
    )


def origins_between(before: Dossier, after: Dossier) -> Iterator[Recounted]:
    """The statements that had an origin before and have more now, or fewer."""
    counted = {
        statement_key(one): count_origins(one.claims, before.inputs).origins for one in statements(before)
    }
    for statement in statements(after):
        was = counted.get(statement_key(statement), 0)
        now = count_origins(statement.claims, after.inputs).origins
        if was and was != now:
            yield Recounted(statement, was, now)


def statements(dossier: Dossier) -> Iterator[Statement]:
    """Every statement of the dossier."""
    for group in dossier.groups:
        yield from group.statements


def statement_key(statement: Statement) -> Hashable:
    """Which statement it is: subject, property, value."""
    first = statement.claims[0]
    return first.subject, first.property, value_key(statement.value), statement.stance


def pages_between(before: Pages, after: Pages) -> Change[str]:
    """The addresses of pages that came, went, or read otherwise."""
    return Change(
        added=tuple(address for address in after if address not in before),
        removed=tuple(address for address in before if address not in after),
        changed=tuple((one, one) for one in before if one in after and before[one] != after[one]),
    )


def covered(dossier: Dossier) -> dict[str, SourceCoverage]:
    """How much of each article is read."""
    return {one.source: one for one in coverage(dossier)}


def problem_key(problem: Problem) -> Hashable:
    """Which problem it is, wherever in the file it now is."""
    return problem.origin.path, problem.code, problem.message
