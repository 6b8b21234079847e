"""Whether a sentence speaks of what is to come, by its words around a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.values.grammar.compiled import worded
from build_tools.values.grammar.date_lexicon import load_date_lexicon
from build_tools.values.grammar.items import Item
from build_tools.values.grammar.placed import Placed

SENTENCE = frozenset({"stop", "newline", "semicolon"})
CLAUSE = SENTENCE | {"comma"}
REACH = 40  # items
ANOTHER_VERB = frozenset({"and", "that", "whether", "which", "who"})
STARTS_WITHIN = 6  # 周一早上六时起
ON_TO = frozenset({"from_before", "to", "until_before", "until_by"})
ONCE = 4  # between `originally` and `expected`


def is_ahead(one: Placed, items: Sequence[Item], text: str) -> bool:
    """Will, 将 in its clause, or expected, 预计 before it in its sentence; `by` where nothing is past.

    A clause in the past tense ends that: it is set for 17 September, while it was dropped on 20 June.
    """
    before, after = list(_back(one, items, text)), list(_on(one, items, text))
    if _is_once(before):
        return False
    close = list(until(before, CLAUSE))
    told = close if any("past" in item.kinds for item in close) else before
    if any("ahead" in item.kinds for item in told):
        return True
    if any("modal" in item.kinds and text[item.start].islower() for item in close):
        return True  # may reopen on 8 May
    near = [*close, *(item for item in _until_and(after, text) if _is_clear(item, text))]
    if any(item.kinds & {"ahead_close", "ahead"} for item in near):
        return True
    if takes_effect(one, items, text) or _is_announced(one, items, text):
        return True
    ways = [item.kinds for item in after if "space" not in item.kinds][:1]
    if ways and "ahead_close" in ways[0] and not any("at" in item.kinds for item in before[:1]):
        return True  # 下半年将推出, but 在3月将团队分拆
    led = next((item for item in before if "space" not in item.kinds), None)
    if led is not None and _looks_on(one, led, close, items, text):
        return True
    past = any("past" in item.kinds for item in (*before, *after))
    return led is not None and "until_by" in led.kinds and not past


def _looks_on(one: Placed, led: Item, close: Sequence[Item], items: Sequence[Item], text: str) -> bool:
    """Polls close on Sunday, ahead of Friday's report; but not after Sunday's fire."""
    lists = load_date_lexicon().lists
    if text[led.start : led.end].lower() in lists["ahead_of"]:
        return True
    verbs = [item for item in close if "present" in item.kinds]
    nouns = tuple(lists["noun_behind"])  # at the close on Tuesday
    present = [
        text[verb.start : verb.end].lower() for verb in verbs if not text.endswith(nouns, 0, verb.start)
    ]
    if not present or is_past(one, items, text):
        return False
    if led.kinds & {"after_before", "since_before"} or text.startswith(lists["of_that_day"], one.parts.end):
        return False
    if present[0] in lists["present_on"]:
        return "on" in led.kinds
    return present[0] not in lists["present_from"] or bool(led.kinds & ON_TO)


def _until_and(items: Iterable[Item], text: str) -> Iterator[Item]:
    """The rest of the clause: opened on 2 January `and is to end`, `that it must end` is of another verb."""
    for item in until(items, CLAUSE):
        if text[item.start : item.end].lower() in ANOTHER_VERB:
            return
        yield item


def takes_effect(one: Placed, items: Sequence[Item], text: str) -> bool:
    """8月1日起施行."""
    ways = [item.kinds for item in _on(one, items, text) if "space" not in item.kinds][:2]
    return len(ways) > 1 and "since_after" in ways[0] and "effect" in ways[1]


def _is_announced(one: Placed, items: Sequence[Item], text: str) -> bool:
    """宣布周一早上六时起罢工."""
    on = list(until(_on(one, items, text), CLAUSE))[:STARTS_WITHIN]
    led = text.endswith(tuple(load_date_lexicon().lists["announced"]), 0, one.parts.start)
    return led and any("since_after" in item.kinds for item in on)


def is_past(one: Placed, items: Sequence[Item], text: str) -> bool:
    """Was, 已 or a verb in its past beside the date in its clause; what is to be opened is none."""
    words, verbs = load_date_lexicon().lists, False
    before, behind = list(until(_back(one, items, text), CLAUSE)), list(until(_on(one, items, text), CLAUSE))
    for near in (before[::-1], behind):
        last = ""
        for item in near:
            word = text[item.start : item.end].lower()
            if text.startswith(words["past_not_before"], item.end):
                continue  # they have until Sunday
            if item.kinds & {"past"} or _is_done(item, one, text):
                return True
            if not word.isspace():
                verbs = verbs or (word in words["past_verbs"] and last != "to")
                verbs = verbs or (
                    word.endswith("ed")
                    and last not in words["past_not_after"]
                    and word not in words["past_not"]
                )
                last = word
    return verbs


def _is_done(item: Item, one: Placed, text: str) -> bool:
    """已, 曾 and 了, but for the 了 of 开了六十年的面店9月底熄灯, which tells of the shop."""
    lists, word = load_date_lexicon().lists, text[item.start : item.end]
    if not any(sign in word for sign in lists["past_signs"]):
        return False
    done = any(sign in word for sign in lists["past_signs"] if sign not in lists["done_signs"])
    return done or not worded("thing_before").search(text, item.start, one.parts.start)


def is_forecast(one: Placed, items: Sequence[Item], text: str) -> bool:
    """周六最高气温38度, a 60% chance of rain on Saturday: weather to come, and none that was measured."""
    lists = load_date_lexicon().lists
    before, after = list(_back(one, items, text)), list(_on(one, items, text))
    start = before[-1].start if before else one.parts.start
    sentence = text[start : after[-1].end if after else one.parts.end].lower()
    told = any(word in sentence for word in lists["forecast"])
    return told and not any(word in sentence for word in lists["measured"])


def _is_once(before: Sequence[Item]) -> bool:
    """Originally set for May 9, 原定5月9日: what was to come then, by the nearest of such words."""
    near = list(until(before, CLAUSE))
    ahead = next((at for at, item in enumerate(near) if "ahead" in item.kinds), len(near))
    return any("ahead_once" in item.kinds for item in near[: ahead + ONCE])


def _is_clear(item: Item, text: str) -> bool:
    """Whether a word after the date says it: 将 in 3月将团队分拆 is no future, in 12月他将访问 it is."""
    # it takes long to import, and only a few articles need it
    from build_tools.language.telling_apart import opens_verb_phrase

    return any(
        len(word.name) > 1 or opens_verb_phrase(text, item.end)
        for word in item.words
        if word.kind.value in ("ahead_close", "ahead")
    )


def _back(one: Placed, items: Sequence[Item], text: str) -> Iterator[Item]:
    for at in range(one.first - 1, max(-1, one.first - REACH), -1):
        if _ends_sentence(items[at], text):
            return
        yield items[at]


def _on(one: Placed, items: Sequence[Item], text: str) -> Iterator[Item]:
    for at in range(one.last, min(len(items), one.last + REACH)):
        if _ends_sentence(items[at], text):
            return
        yield items[at]


def _ends_sentence(item: Item, text: str) -> bool:
    """A stop, or a point with a space after it; a semicolon too."""
    return not SENTENCE.isdisjoint(item.kinds) or (
        "dot" in item.kinds and text[item.end : item.end + 1] in (" ", "\n", "")
    )


def until(items: Iterable[Item], kinds: frozenset[str]) -> Iterator[Item]:
    """The items before the first that is of one of the kinds."""
    for item in items:
        if not kinds.isdisjoint(item.kinds):
            return
        yield item
