"""Extra search words of a text: pairs of its characters in both scripts, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, product, takewhile

from build_tools.text.folding import opencc_table, simplify
from build_tools.text.letters import HAN, HAN_RUN
from build_tools.website.regional import regional_words

# A number that follows a Latin word is a part of its name: Llama 4推出.
NUMBER = re.compile(
    r"(?<![A-Za-z] )(?<![\d.,])(\d[\d,]*(?:\.\d+)?)"
    rf"(\s*[十百千万萬亿億]+[{HAN}]{{0,2}}|[年月日]|[{HAN}]{{1,2}})"
)
MILLIARDS = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(亿|億|billion)")
# Single characters where the `separator` of mkdocs.yml cuts: also between a Latin letter and a Han character.
SINGLE = re.compile(r"(?:((?<=[A-Za-z]))|(?<!\w))(?=[\u3400-\u9fff](?![\u3400-\u9fff_]))")
WHOLE = "_"  # not typed in queries, and the theme does not split a word at it
PARTICLES = frozenset("的了不是在和与也都他她它其这那将被为并而")  # a pair with one of them is no word


def search_forms(text: str) -> Iterable[str]:
    """What the words of a document are also found by, once each.

    >>> " ".join(search_forms("汪滔, 143億美元"))
    '汪滔 亿美 美元 億美 143亿美元 143億美元 14.3'
    """
    written = dict.fromkeys(HAN_RUN.findall(text))
    runs = dict.fromkeys([*written, *(word for run in written for word in other_words(run))])
    pairs = (one + other for run in runs for form in both_scripts(run) for one, other in pairwise(form))
    return dict.fromkeys([*(pair for pair in pairs if PARTICLES.isdisjoint(simplify(pair))), *numbers(text)])


def other_words(text: str) -> Iterable[str]:
    """What Taiwan, Hong Kong and the mainland call the things of a text, each in its own words.

    >>> list(other_words("人工智慧的芯片")), list(other_words("人工智能"))
    (['人工智能', '晶片'], ['人工智慧'])
    """
    pattern, others = _regional_words()
    for found in pattern.findall(simplify(text)):
        yield from others[found]


@cache
def _regional_words() -> tuple[re.Pattern[str], Mapping[str, Sequence[str]]]:
    """Words for which places have different ones, and these; those that conversion leaves alone have none."""
    others: dict[str, list[str]] = {}
    for one, other in _word_pairs():
        if one != other and min(len(one), len(other)) > 1:
            others.setdefault(one, []).append(other)
            others.setdefault(other, []).append(one)
    longest = sorted(others, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), others


def _word_pairs() -> Iterator[tuple[str, str]]:
    """A word of the mainland and what it is elsewhere, both simplified."""
    tables = (opencc_table("TWPhrases"), opencc_table("HKPhrases"))
    phrases = ((one, other) for table in tables for one, many in table.items() for other in many)
    own = (pair for table in regional_words().own.values() for pair in table.items())
    for one, other in ((simplify(one), simplify(other)) for one, other in (*phrases, *own)):
        if one not in regional_words().left_alone:
            yield one, other


def bigrams(run: str) -> Iterable[str]:
    """Every two neighbours of a run of Han characters: simplified, and in every traditional form.

    >>> list(bigrams("扎克"))
    ['扎克', '扎剋', '紮克', '紮剋']
    """
    simple = simplify(run)
    forms = (both for one, other in pairwise(simple) for both in _forms(one, other))
    return dict.fromkeys([*forms, *(one + other for one, other in pairwise(run))])


def _forms(one: str, other: str) -> Iterable[str]:
    return [one + other, *("".join(both) for both in product(traditional(one), traditional(other)))]


def traditional(character: str) -> tuple[str, ...]:
    """The traditional forms of a simplified character, the commonest first."""
    return opencc_table("STCharacters").get(character, (character,))


def numbers(text: str) -> Iterable[str]:
    """Numbers together with what follows them, in both scripts, and hundred millions as billions.

    >>> list(numbers("143亿美元")), list(numbers("US$14.3 billion"))
    (['143亿美元', '143億美元', '14.3'], ['143亿', '143億'])
    """
    for number, unit in NUMBER.findall(text):
        if words := "".join(takewhile(lambda each: simplify(each) not in PARTICLES, unit.strip())):
            yield from both_scripts(number + words)
    for number, scale in MILLIARDS.findall(text):
        value = Decimal(number.replace(",", ""))
        if scale == "billion":
            yield from both_scripts(f"{value * 10:f}".removesuffix(".0") + "亿")
        else:
            yield f"{(value / 10).normalize():f}"


def guarded(text: str) -> str:
    """A text none of whose words is a single Han character: an invisible joiner precedes each.

    The theme cuts a query at the longest words of the index that begin it, its last character left out:
    where 新 is a word, 新浪 is looked for as 新.

    >>> guarded("新 浪潮, Meta的") == "\\u2060新 浪潮, Meta\\u200b\\u2060的"
    True
    """
    return SINGLE.sub(lambda found: "\u200b\u2060" if found[1] is not None else "\u2060", text)


def both_scripts(text: str) -> tuple[str, ...]:
    """A text as written, simplified, and with the commonest traditional characters.

    >>> both_scripts("扎克伯格"), both_scripts("楊立昆")
    (('扎克伯格',), ('杨立昆', '楊立昆'))
    """
    simple = simplify(text)
    other = "".join(traditional(character)[0] for character in simple)
    return tuple(dict.fromkeys([simple, other, text]))


def names(known: Iterable[str]) -> Iterable[str]:
    """The names of a page whole, in both scripts and with every variant character two by two.

    A name of one word also comes as a word that only pages of this name have: what is rare counts more,
    or the page of Meta would come after every page on the metaverse.

    >>> list(names(["谷歌", "Google TPU"]))
    ['谷歌', '穀歌', '谷歌_', 'Google TPU']
    """
    for name in known:
        yield from dict.fromkeys([*both_scripts(name), *_name_pairs(name)])
        if name.isalpha():
            yield name + WHOLE


def _name_pairs(name: str) -> Iterable[str]:
    return (pair for run in HAN_RUN.findall(name) for pair in bigrams(run))
