"""How far a Chinese word governs inside its clause: to the 的 of a relative clause, to 后, to 也未."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.language.cue_kinds import Cue, Force
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import one_of
from build_tools.language.telling_apart import holds_verb, opens_verb_phrase


def passive_start(before: str) -> int | None:
    """Where 被 or 遭 makes a verb passive: 该说法|被市长否认, but not 被告否认.

    >>> passive_start("该说法被市长"), passive_start("被告"), passive_start("被捕的市长")
    (3, None, None)
    """
    found = _passive().search(before)
    return found.start() if found else None


def chinese_stretch(after: str, cue: Cue, others: Sequence[int]) -> tuple[int, int]:
    """Where in the rest of its clause the word governs; `others` are the places of the cues there.

    >>> from build_tools.language.cue_kinds import Force; from build_tools.model import Span
    >>> will = Cue(Force.PLAN, Span(0, 1), "将")
    >>> chinese_stretch("于明年发布的模型已经上线", will, ())
    (0, 5)
    >>> chinese_stretch("发布新的模型", will, ())
    (0, 6)
    """
    copular = worded("copular").search(cue.raw)  # 不是先前通报的231人 denies the number behind its 的
    ends = [len(after), len(after) if copular else _relative_end(after, others)]
    if cue.force is Force.SUPPOSITION and (case := worded("as_case").match(after)):
        ends.append(case.end())
    if cue.force is Force.NEGATION:
        if worded("before").match(after):
            return 0, 0
        if topic := _presupposed().match(after):
            return topic.start("verb"), topic.end()
        ends += [_adverbial_end(after), _adjective_end(after), *_pattern_ends(after, cue)]
    return 0, min(ends)


def _relative_end(after: str, others: Sequence[int]) -> int:
    """The 的 that closes a relative clause: behind its noun a verb of the main clause follows."""
    frame, statement = worded("frame").match(after), _embedding().search(after)
    until = statement.start() if statement else len(after)
    for found in worded("de").finditer(after[:until]):
        rest, taken = after[found.end() :], after[: found.start()]
        closed = bool(taken) and (not frame or holds_verb(taken[frame.end() :]))
        if closed and (_main_verb().match(rest) or any(at >= found.end() for at in others)):
            return found.start()
    return len(after)


def _adjective_end(after: str) -> int:
    """The 的 right behind a verb, which makes it an adjective: 未公开的版本."""
    found = worded("adjective").match(after)
    return found.start("end") if found and holds_verb(found["verb"]) else len(after)


def _adverbial_end(after: str) -> int:
    """The 后 or 的情况下 that closes a clause of time, with a verb phrase behind it."""
    if worded("frame").match(after):
        return len(after)
    for found in _closing().finditer(after):
        before = after[found.start() - 1 : found.start()]
        if (
            found.start() > 1
            and not worded("other_after").match(before)
            and opens_verb_phrase(after, found.end())
        ):
            return found.end()
    return len(after)


def _pattern_ends(after: str, cue: Cue) -> list[int]:
    patterns = [worded("and_not")]
    if worded("copular").search(cue.raw):
        patterns.append(worded("instead"))
    if worded("passing").search(cue.raw):
        patterns.append(worded("without_leave"))
    found = (pattern.search(after) for pattern in patterns)
    return [one.start("end") for one in found if one and one.start("end")]


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(one_of("passive") + worded.source("passive_behind"))


@cache
def _presupposed() -> re.Pattern[str]:
    """A verb whose object is true even when the verb is negated: 未透露…, 拒绝就…置评."""
    return re.compile(f"{worded.source('presupposed_lead')}(?P<verb>{one_of('presupposing_zh')})")


@cache
def _main_verb() -> re.Pattern[str]:
    return re.compile(worded.source("main_verb_lead") + one_of("main_verb"))


@cache
def _embedding() -> re.Pattern[str]:
    return re.compile(one_of("embedding_zh") + worded.source("no_relative"))


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(one_of("closing"))
