"""A warning for each family of articles of which no editor has said whether they share an origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.evidence.families import Family, Member, families
from build_tools.model import Inputs, Source
from build_tools.problem import Problem, Problems, Severity
from build_tools.text.copying import SharedPassage
from build_tools.text.paragraphs import line_of

SHOWN = 24
NAMED = 5

Comparer = Callable[[Inputs], Problems]


def check_relays(inputs: Inputs) -> Problems:
    """One warning a family, at the first of its articles that the editors have not judged."""
    return tuple(_unjudged(inputs))


def _unjudged(inputs: Inputs) -> Iterator[Problem]:
    for family in families(inputs):
        open_ = [member for member in family.members if not member.confirmed]
        if open_:
            yield _problem(family, open_, inputs)


def _problem(family: Family, open_: list[Member], inputs: Inputs) -> Problem:
    first = open_[0]
    source, other = inputs.sources[first.source], inputs.sources[first.like]
    passage = longest_passage(first)
    line, its_line = line_of(source.text, passage.first.start), line_of(other.text, passage.second.start)
    message = (
        f"{named_articles(open_)} and `{family.origin}` have {share_of_words(open_)} of their words "
        f"in common: “{beginning_of(source, passage)}” (line {line}) is in line {its_line} of `{other.id}`"
    )
    hint = (
        f"add `relays: [{family.origin}]` here{and_to_others(open_)} if it passes on that report, "
        f"or the same outlet to both; `not_copies: [{other.id}]` if you looked and it does not"
    )
    return Problem(source.origin, "suspected-relay", message, hint, Severity.WARNING)


def longest_passage(member: Member) -> SharedPassage:
    """The longest passage that an article shares."""
    return max(member.shared.passages(), key=lambda passage: passage.first.end - passage.first.start)


def beginning_of(source: Source, passage: SharedPassage, most: int = SHOWN) -> str:
    """The first words of a passage."""
    words = " ".join(source.text[passage.first.start : passage.first.end].split())
    return words if len(words) <= most else f"{words[:most]}…"


def share_of_words(members: list[Member]) -> str:
    """The share of words, or the least and the most."""
    found = sorted({member.shared.percent for member in members})
    return f"{found[0]}%" if len(found) == 1 else f"{found[0]} to {found[-1]}%"


def named_articles(members: list[Member]) -> str:
    """The names of the articles, of many only the first."""
    names = [f"`{member.source}`" for member in members]
    return ", ".join(
        names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"]
    )


def and_to_others(open_: list[Member]) -> str:
    """That the same goes for the others."""
    return f", and to {named_articles(open_[1:])}," if len(open_) > 1 else ""
