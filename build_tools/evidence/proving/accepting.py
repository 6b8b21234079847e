"""Answers warnings: `accept:` says why a warning is wrong here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model import Accepted, Reason
from build_tools.problem import Problem, Problems, Severity

ANSWERED = frozenset({"claim-of-negation", "denial-not-in-quote"})  # errors that only a reader can decide


def accept(problems: Iterable[Problem], given: Iterable[Reason]) -> tuple[Problems, tuple[Accepted, ...]]:
    """The problems that are left, and what was accepted; an error of a value never is."""
    reasons = {reason.of.text: reason.why for reason in given if reason.of}
    left: list[Problem] = []
    accepted: dict[str, Accepted] = {}
    for problem in problems:
        may_be = problem.severity is Severity.WARNING or problem.code in ANSWERED
        if may_be and problem.code in reasons:
            accepted[problem.code] = Accepted(problem.code, reasons[problem.code])
        else:
            left.append(problem)
    return tuple(left), tuple(accepted.values())


def not_accepted(given: Iterable[Reason], accepted: Iterable[Accepted]) -> Iterator[Problem]:
    """A warning for each `accept:` whose warning does not occur."""
    codes = {one.code for one in accepted}
    for reason in dict.fromkeys(given):
        if reason.of is None or reason.of.text not in codes:
            code = reason.of.text if reason.of else ""
            message = f"there is no warning `{code}` here to accept"
            hint = (
                "delete it; of the errors only `claim-of-negation` and `denial-not-in-quote` can be accepted"
            )
            place = reason.of.origin if reason.of else reason.why.origin
            yield Problem(place, "accept-unused", message, hint, Severity.WARNING)
