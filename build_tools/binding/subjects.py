"""The clauses of a sentence, and the subject of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.binding.connecting_words import Words, any_case, any_of, is_blank
from build_tools.binding.layout import RELATIVE
from build_tools.binding.link_patterns import worded
from build_tools.binding.modifiers import belongs_to_name
from build_tools.binding.scenes import ASKED, LIST, NAME, OWNER, RUN, signs

LISTED = any_case(NAME + LIST)
CLAUSE = re.compile("[,;:。!?]")
KEPT = "\x02"
NOT_VERB = any_of(Words.PREPOSITIONS, Words.OF, Words.TOGETHER)
NEXT = rf"\s+(?={any_of(Words.NEW_CLAUSE)}\s+{NAME}\s+(?!{NOT_VERB})[a-z{ASKED}])"
PRONOUN = rf"\s*{any_of(Words.PRONOUNS)}"
TO_ANOTHER = any_of(Words.TO_WHOM, Words.REPLACE, Words.BY_WHOM, Words.AT_ORGANISATION)
WITHIN = worded.source("within")
MARKED = rf"(?:{TO_ANOTHER}|{WITHIN})\s*\Z"
SITED = rf"{worded.source('sited')}\s*{NAME}"  # 甲位于港口的乙仓库
PIVOT = any_of(Words.PIVOTS)
OPENS_LIST = rf"\s*{any_of(Words.PART)}"
APPOSITION = rf"\s*{any_of(Words.ARTICLES, Words.OWN)}\s(?:[a-z-]+\s){{0,2}}{NAME}(?:\s[a-z-]+){{1,2}}\s*"


def clauses_of_sentence(text: str) -> list[str]:
    """The clauses of a sentence; a comma between listed names ends none, `and` before a new subject does."""
    kept = LISTED.sub(lambda found: found[0].replace(",", KEPT), text)
    parts = (part.replace(KEPT, ",") for part in CLAUSE.split(kept))
    return [clause for part in parts for clause in _by_and(part)]


def subject(before: str, verb: str = "") -> str:
    """The names that are the subject of the words behind a text; none if that is open.

    Names that touch the verb come first, then those behind a verb of saying, then the first of the clause,
    then those of an earlier clause.
    """
    *earlier, own = clauses_of_sentence(before)
    if any_case(RELATIVE).match(own) and earlier:
        runs = list(any_case(RUN).finditer(earlier[-1]))
        return runs[-1]["run"] if runs else ""
    if found := _in_clause(own, verb):
        return found
    main = (
        clause
        for at, clause in reversed(list(enumerate(earlier)))
        if not any_case(RELATIVE).match(clause) and not (at and _is_apposition(earlier[at - 1], clause))
    )
    return next((found for clause in main if (found := _in_clause(clause, ""))), "")


def _is_apposition(named: str, clause: str) -> bool:
    """Whether a clause only says what the name that ends the one before is: Kim, the Rovers captain, was."""
    beside = any_case(APPOSITION).fullmatch(clause)
    return bool(beside and any_case(rf"{NAME}\s*\Z").search(named))


def possible_subjects(clause: str) -> Iterator[re.Match[str]]:
    """The names of a clause that may be its subject: no objects, no owners."""
    for whole in any_case(RUN).finditer(clause):
        match = _without_owner(clause, whole)
        if match is None:
            continue
        before, behind = clause[: match.start()], clause[match.end() :]
        marked = any_case(MARKED).search(before) or any_case(OWNER).match(behind)
        marked = marked or any_case(SITED).match(behind)
        if not marked:
            yield match


def _without_owner(clause: str, run: re.Match[str]) -> re.Match[str] | None:
    """Listed names without a last one that only says which the next name is: 甲和乙公司总裁丙."""
    if not belongs_to_name(clause, run.end() - 1):
        return run
    return any_case(RUN).match(clause, run.start(), run.end() - 1)


def last_joined(clause: str, runs: Sequence[re.Match[str]]) -> Iterator[str]:
    """The last of several names before a verb, with those joined to it by "and", titles aside."""
    yield signs(runs[-1]["run"])[-1]
    for one, next_ in reversed(list(pairwise(runs))):
        if not _are_joined(clause, one, next_):
            return
        yield from signs(one["run"])


def _first_joined(clause: str, runs: Sequence[re.Match[str]]) -> Iterator[str]:
    """The first of several names, with those joined to it by "and", titles aside: 董事长甲及总裁乙."""
    yield runs[0]["run"]
    if any_case(OPENS_LIST).match(clause):
        return
    for one, next_ in pairwise(runs):
        if not _are_joined(clause, one, next_):
            return
        yield next_["run"]


def _are_joined(clause: str, one: re.Match[str], next_: re.Match[str]) -> bool:
    """Whether only "and" and a title are between two names."""
    gap = any_case(NAME).sub("", clause[one.end() : next_.start()])
    titled = any_case(rf"\s*{any_of(Words.TOGETHER)}[^,]{{0,14}}").fullmatch(gap)
    return bool(titled) and bool(any_case(rf"{any_of(Words.TITLES)}\s*\Z").search(gap))


def speaker(clause: str) -> str:
    """The one who says or asks what the rest of a clause is: `Microsoft said Meta …`."""
    runs = list(possible_subjects(clause))
    for pivot in any_case(PIVOT).finditer(clause):
        if _next_to(clause, pivot.end(), runs) or pivot.end() == len(clause.rstrip()):
            return "".join(run["run"] for run in runs if run.end() <= pivot.start())
    return ""


def _by_and(part: str) -> Iterator[str]:
    """`A bought B and C bought D` is two clauses, `A and B bought C` one."""
    start = 0
    lists = [found.span() for found in LISTED.finditer(part)]
    for match in any_case(NEXT).finditer(part):
        listed = any(first <= match.start() < last for first, last in lists)
        if len(signs(part[start : match.start()])) > 1 and not listed:
            yield part[start : match.start()]
            start = match.start()
    yield part[start:]


def _in_clause(clause: str, verb: str) -> str:
    runs = list(possible_subjects(clause))
    verbs = list(any_case(verb).finditer(clause)) if verb else []
    place = verbs[-1].start() if verbs else 0
    if touching := [run["run"] for run in runs if run.end() <= place and is_blank(clause[run.end() : place])]:
        return str(touching[-1])
    pivot = max((match.end() for match in any_case(PIVOT).finditer(clause)), default=0)
    if pivot and (quoted := _next_to(clause, pivot, runs)):
        return quoted
    someone = pivot and len(runs) > 1 and any_case(PRONOUN).match(clause[pivot:])
    return "".join(_first_joined(clause, runs)) if runs and not someone else ""


def _next_to(clause: str, place: int, runs: Sequence[re.Match[str]]) -> str:
    """The names that begin at a place, but for words that say nothing."""
    near = (run["run"] for run in runs if run.start() >= place and is_blank(clause[place : run.start()]))
    return next(near, "")
