"""How far a Chinese word governs inside its clause: to the 的 of a relative clause, to 后, to 也未."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.language.cue_kinds import Cue, Force
from build_tools.language.sentence_patterns import worded
from build_tools.language.tables import one_of
from build_tools.language.telling_apart import holds_verb, opens_verb_phrase

COPULAR = "是非"  # 不是先前通报的231人 denies the number behind its 的
OTHER_WORDS = "最背今此然落幕前先随之以向从提目当空"


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
    ends = [len(after), len(after) if cue.raw[-1:] in COPULAR else _relative_end(after, others)]
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
    for found in re.finditer("的", after[:until]):
        rest, taken = after[found.end() :], after[: found.start()]
        closed = bool(taken) and (not frame or holds_verb(taken[frame.end() :]))
        if closed and (_main_verb().match(rest) or any(at >= found.end() for at in others)):
            return found.start()
    return len(after)


def _adjective_end(after: str) -> int:
    """The 的 right behind a verb, which makes it an adjective: 未公开的版本."""
    found = re.match(r"(?:曾|能|被|经|得到|充分|完全|正式)?(..)的", after)
    return found.end() - 1 if found and holds_verb(found[1]) else len(after)


def _adverbial_end(after: str) -> int:
    """The 后 or 的情况下 that closes a clause of time, with a verb phrase behind it."""
    if worded("frame").match(after):
        return len(after)
    for found in _closing().finditer(after):
        before = after[found.start() - 1 : found.start()]
        if found.start() > 1 and before not in OTHER_WORDS and opens_verb_phrase(after, found.end()):
            return found.end()
    return len(after)


def _pattern_ends(after: str, cue: Cue) -> list[int]:
    patterns = [worded("and_not")]
    if cue.raw[-1] in "是非":
        patterns.append(worded("instead"))
    if cue.raw[-1] in "经經":
        patterns.append(worded("without_leave"))
    found = (pattern.search(after) for pattern in patterns)
    return [one.start("end") for one in found if one and one.start("end")]


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"{one_of('passive')}(?!告)[^的,]{{0,24}}的?$")


@cache
def _presupposed() -> re.Pattern[str]:
    """A verb whose object is true even when the verb is negated: 未透露…, 拒绝就…置评."""
    return re.compile(
        rf"(?:[愿肯便予想能会欲]{{0,2}}[就对][^,]{{1,40}}?|[^,的]{{0,3}}?)(?P<verb>{one_of('presupposing_zh')})"
    )


@cache
def _main_verb() -> re.Pattern[str]:
    return re.compile(rf"[^的]{{1,24}}?{one_of('main_verb')}")


@cache
def _embedding() -> re.Pattern[str]:
    return re.compile(rf"{one_of('embedding_zh')}(?!的)")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(one_of("closing"))
