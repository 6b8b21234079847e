"""The results of an attack: by kind, and the mean over the kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from build_tools.attack.kinds import KINDS
from build_tools.attack.running import Attempt
from build_tools.attack.trying import Outcome
from build_tools.model import KindCount

HUNDRED, TENTH = Decimal(100), Decimal("0.1")


def count_kinds(attempts: Iterable[Attempt]) -> tuple[KindCount, ...]:
    """The counts of the kinds of which there is any variant, in the order of `KINDS`."""
    found = Counter((one.kind, one.outcome) for one in attempts)
    made = (
        KindCount(
            kind.name,
            found[kind.name, Outcome.STOPPED],
            found[kind.name, Outcome.WARNED],
            found[kind.name, Outcome.SURVIVED],
            found[kind.name, None],
        )
        for kind in KINDS
    )
    return tuple(one for one in made if one.variants or one.also_true)


def summed(parts: Iterable[Sequence[KindCount]]) -> tuple[KindCount, ...]:
    """The counts of several articles as one, kind by kind.

    >>> summed([[KindCount("digits", stopped=2)], [KindCount("digits", stopped=1, survived=1)]])
    (KindCount(kind='digits', stopped=3, warned=0, survived=1, also_true=0),)
    """
    sums: dict[str, KindCount] = {}
    for one in (count for part in parts for count in part):
        sums[one.kind] = _sum(sums[one.kind], one) if one.kind in sums else one
    return tuple(sums[kind.name] for kind in KINDS if kind.name in sums)


def _sum(one: KindCount, other: KindCount) -> KindCount:
    return KindCount(
        one.kind,
        one.stopped + other.stopped,
        one.warned + other.warned,
        one.survived + other.survived,
        one.also_true + other.also_true,
    )


def percent_of(count: KindCount, outcome: Outcome) -> Decimal:
    """The share of an outcome among the variants that count.

    >>> percent_of(KindCount("digits", stopped=2, survived=1), Outcome.STOPPED)
    Decimal('66.7')
    """
    return _share(count, outcome).quantize(TENTH)


def mean_of(counts: Iterable[KindCount], outcome: Outcome) -> Decimal:
    """The mean of the kinds' shares, each kind counting the same, however many variants it has.

    >>> counts = KindCount("digits", stopped=99, survived=1), KindCount("stance", survived=2)
    >>> mean_of(counts, Outcome.SURVIVED)
    Decimal('50.5')
    """
    shares = [_share(count, outcome) for count in counts if count.variants]
    return (sum(shares, Decimal(0)) / max(len(shares), 1)).quantize(TENTH)


def means(counts: Sequence[KindCount]) -> Mapping[Outcome, Decimal]:
    """The mean of every outcome."""
    return {outcome: mean_of(counts, outcome) for outcome in Outcome}


def failing(counts: Iterable[KindCount]) -> tuple[KindCount, ...]:
    """The counts of those kinds of which every variant should be an error."""
    kinds = {kind.name for kind in KINDS if kind.fails}
    return tuple(count for count in counts if count.kind in kinds)


def _share(count: KindCount, outcome: Outcome) -> Decimal:
    numbers = {Outcome.STOPPED: count.stopped, Outcome.WARNED: count.warned, Outcome.SURVIVED: count.survived}
    return HUNDRED * numbers[outcome] / max(count.variants, 1)
