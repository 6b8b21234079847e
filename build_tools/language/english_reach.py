"""How far an English word governs inside its clause: to "who", to a verb of the main clause, to an "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.language.cue_kinds import Cue, Force
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import one_of, words_of

BASE_FORM = re.compile(r"\b(?:do|does|did|will|would|can|could|shall|should|must|may|might|to)\s*$")
THAT = re.compile(r"([\w']+)\s+that\b")
JOIN = re.compile(r"\b(?:and|or)\b")
NOT_UNTIL = re.compile(  # was not brought under control until four
    r"(?:\s(?!(?:that|if|whether|who|which)\b)[\w'’-]+){0,9}?\s(?:until|till)\b"
    r"(?!\s+(?:now|then|recently|today|yet|further notice)\b)"
)
HOW = r"(?:\w+ly\s+|later\s+|then\s+|instead\s+|also\s+|immediately\s+)?"
MAIN_VERB_BEHIND = re.compile(
    r"\s*(?:\w+ly\s+)?[a-z]+(?=\s+(?:was|is|were|are)\b)"
)  # what she would not say | was
ONLY_ITS_NOUN = re.compile(r"\s(?:for|in|on|at|after|before|since|when|as|by)\b")


def english_end(before: str, after: str, cue: Cue) -> int:
    """Where in the rest of its clause the word ceases to govern; `before` is the clause before it.

    >>> from build_tools.language.cue_kinds import Force; from build_tools.model import Span
    >>> cue = Cue(Force.NEGATION, Span(0, 3), "not")
    >>> after = " sign the letter and bought Scale"
    >>> after[: english_end("wang did ", after, cue)]
    ' sign the letter '
    """
    base_form = _takes_base_form(before, cue)
    ends = [*_clause_ends(after, base_form), *_predicate_ends(before, after), *_relative_end(before, after)]
    if (second := worded("second_that").search(after)) and not THAT.search(after[: second.start()]):
        ends.append(second.start())
    if cue.force in (Force.PLAN, Force.SUPPOSITION) and (done := _done_before().search(after)):
        ends.append(done.start())
    if cue.force is Force.NEGATION:
        if (
            worded("until_then").match(after.lstrip())
            or (worded("until_then").search(after) and base_form)
            or NOT_UNTIL.match(after)
        ):
            return 0
        ends += _negation_ends(after, cue)
        if base_form and (spoken := MAIN_VERB_BEHIND.match(after)):
            ends.append(spoken.end())
    return min(ends, default=len(after))


def own_clause(words: str) -> int:
    """Where what a verb takes ends before an "and" with its own verb: denied the charge | and resigned.

    >>> own_clause(" the charge and resigned"), own_clause(" that he lied and cheated")
    (12, 25)
    >>> own_clause(" that it was so and said that she would stay")
    16
    """
    if words.lstrip().startswith("that "):
        said = _and_said().search(words)
        return said.start() if said else len(words)
    return min(_clause_ends(words, base_form=True), default=len(words))


def begins_clause(words: str, base_form: bool) -> bool:
    """Whether what follows "and" is a clause or its own verb, not one more item.

    >>> begins_clause(" it sold Scale", False), begins_clause(" two offices", False)
    (True, False)
    """
    return bool(
        _own_subject().match(words) or _own_verb().match(words) or (base_form and _own_past().match(words))
    )


def has_any_verb(words: str) -> bool:
    """Whether words hold an English verb with a tense: was, left, signed."""
    return bool(_has_verb().search(words))


def _takes_base_form(before: str, cue: Cue) -> bool:
    """Whether the verb behind the word is in its base form, so that a past form is another verb."""
    letters = cue.raw.lower().replace("’", "'")
    if cue.force in (Force.PLAN, Force.SUPPOSITION):
        return letters in {
            "will",
            "would",
            "wo",
            "shall",
            "must",
            "should",
            "may",
            "might",
            "could",
        } or letters.endswith(" to")
    return (
        letters in {"cannot", "can not", "without"}
        or letters.endswith(" to")
        or bool(re.fullmatch(r"(?:do|does|did|ca|could)n't", letters) or BASE_FORM.search(before))
    )


def _clause_ends(after: str, base_form: bool) -> Iterator[int]:
    """Before an "and" that joins a clause or its own verb."""
    for found in JOIN.finditer(after):
        if not base_form and not _has_verb().search(after[: found.start()]):
            continue
        if begins_clause(after[found.end() :], base_form):
            yield found.start()


def _predicate_ends(before: str, after: str) -> Iterator[int]:
    """Before an "and" that joins a second predicate to that of the clause: wants no dam | and has left."""
    for found in JOIN.finditer(after) if before.strip() else ():
        if _auxiliary().match(after[found.end() :]):
            yield found.start()


def _relative_end(before: str, after: str) -> Iterator[int]:
    """Within a relative clause, before the verb of the main clause: the man who did not sign | was fired."""
    relative = _relative().search(before)
    if relative is None or (relative[2] == "that" and relative[1] in words_of("embedding_en")):
        return
    if main := _main_verb().match(after):
        yield main.start(1)


def _negation_ends(after: str, cue: Cue) -> Iterator[int]:
    """Before what is presupposed, whatever is negated."""
    if taken := _presupposed().match(after):
        yield taken.end()
    if clause := _new_clause().search(after, 1):
        yield clause.start()
    if bounded := _between_dates().search(after):
        yield bounded.end()
    for that in THAT.finditer(after):
        if that[1] not in words_of("embedding_en"):
            yield that.end(1)
    if (said := _said().search(after)) and not THAT.search(after[: said.start()]):
        yield said.start(1)
    if cue.raw.lower() == "without":
        yield from (
            found.start() for found in (ONLY_ITS_NOUN.search(after), _next_subject().search(after)) if found
        )


@cache
def _own_subject() -> re.Pattern[str]:
    finite, past = one_of("finite"), one_of("irregular_past")
    determiner = r"(?:(?:the|a|an|its|his|her|their|this|that|some|many)\s+)?"
    subject = rf"{determiner}(?:[\w'’○“”\"-]+\s+){{1,4}}?"
    return re.compile(rf"\s+(?:{one_of('pronouns_en')}\b|{subject}(?:{finite}|{past}|\w{{2,}}ed\b))")


@cache
def _next_subject() -> re.Pattern[str]:
    subject = r"\s(?:the|a|an|he|she|it|they|we)\s(?:[\w'’-]+\s){0,4}?"
    return re.compile(rf"(?<=\w){subject}{one_of('finite')}")


@cache
def _own_verb() -> re.Pattern[str]:
    return re.compile(rf"\s+{HOW}(?:{one_of('plain_saying')}|{one_of('finite')})")


@cache
def _auxiliary() -> re.Pattern[str]:
    return re.compile(
        rf"\s+{HOW}(?:has|have|had|is|are|was|were|will|would|may|might|can|could|must|should)\b"
    )


@cache
def _and_said() -> re.Pattern[str]:
    verbs = one_of("plain_saying", "other_saying")
    return re.compile(rf"\b(?:and|but)\s+{HOW}{verbs}")


@cache
def _done_before() -> re.Pattern[str]:
    """What is past when a plan is told: will walk out | after the talks collapsed."""
    past = rf"(?:{one_of('irregular_past')}|was|were|had|(?!being)\w{{2,}}ed)\b"
    return re.compile(rf"\s(?:after|because|since)\s(?:(?!being\b|having\b)[\w'’-]+\s){{1,7}}?{past}")


@cache
def _own_past() -> re.Pattern[str]:
    return re.compile(rf"\s+{HOW}(?:\w{{2,}}ed\b|{one_of('irregular_past')})")


@cache
def _has_verb() -> re.Pattern[str]:
    return re.compile(rf"{one_of('finite')}|{one_of('irregular_past')}|\b\w{{2,}}ed\b")


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(r"([\w']+)\s+(who|which|that)\s+(?:[\w']+\s+){0,3}$")


@cache
def _main_verb() -> re.Pattern[str]:
    return re.compile(rf"\s*[\w'-]+\s+(?:[\w'’-]+\s+)*?({one_of('finite')})")


@cache
def _presupposed() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\w+ly\s+|yet\s+|been\s+|to\s+)?{one_of('presupposing_en')}")


@cache
def _new_clause() -> re.Pattern[str]:
    return re.compile(rf"\s{one_of('new_clause')}")


@cache
def _between_dates() -> re.Pattern[str]:
    """From a date to something that took place: did not exist between May 2041 and | his arrest."""
    date = rf"(?:\d{{1,2}}\s+)?(?:{one_of('months_en')}|\d{{4}})(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    return re.compile(rf"\sbetween\s{date}\sand\s(?={one_of('pointing_en')}\s)")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(r"\s+[\w'○-]+\s+(?:[\w'○-]+\s+)*?(said|says|told|tells|added|announced)\b")
