"""The site in Simplified or Traditional characters, in the usage of Taiwan or Hong Kong; never quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from opencc import OpenCC

from build_tools.text.folding import simplify
from build_tools.text.letters import HAN_OR_MARK
from build_tools.website.regional import misread, regional_words

CHARACTERS = {"t": "s2t", "tw": "s2tw", "hk": "s2hk"}
VOCABULARY = {"twp": "s2twp", "hkp": "s2hkp"}
VARIANTS = (*CHARACTERS, *VOCABULARY)
OF_TRADITIONAL = {"tw": "t2tw", "hk": "t2hk"}

NUMBER = r"[\d两二三四五六七八九十百几数多]"

# What newspapers in Taiwan write, where OpenCC gives the form of elsewhere.
TAIWAN = str.maketrans("賬佈臺", "帳布台")

CURLED = re.compile("‘([^‘’]*)’")
TO_CORNERS = str.maketrans("“”", "「」")
TO_CURLS = str.maketrans("「」『』", "“”‘’")
QUOTED = re.compile("(“[^“”]*”|「[^「」]*」)")
CODE = re.compile(r"(^```.*?^```|`[^`\n]*`)", re.M | re.S)

LATIN = "0-9A-Za-z\u00c0-\u024f"
BESIDE_HAN = re.compile(rf"(?<=[{HAN_OR_MARK}]) (?=[{LATIN}\[])|(?<=[{LATIN}%\]]) (?=[{HAN_OR_MARK}])")


@dataclass(frozen=True, slots=True)
class Writing:
    """How an edition writes Chinese: its characters, whose vocabulary, and the names that keep theirs.

    In the `prose` of a story more words keep theirs than in what the site says of itself.
    """

    lang: str
    variant: str = "tw"
    names: frozenset[str] = frozenset()
    prose: bool = False

    @property
    def place(self) -> str:
        """Whose characters they are: `twp` is `tw` with Taiwan's vocabulary."""
        return self.variant.removesuffix("p")

    @property
    def characters(self) -> Writing:
        """The same characters without the vocabulary."""
        return Writing(self.lang, self.place)


@lru_cache(maxsize=1 << 14)
def script_of(text: str) -> str:
    """The script of most Chinese words of a text, as a language tag.

    >>> script_of("超級智能"), script_of("超级智能")
    ('zh-Hant', 'zh-Hans')
    """
    traditional, simplified = (_changed(text, config) for config in ("t2s", "s2t"))
    return "zh-Hant" if traditional and traditional >= simplified else "zh-Hans"


def _changed(text: str, config: str) -> int:
    return sum(one != other for one, other in zip(text, _opencc(config).convert(text), strict=False))


@lru_cache(maxsize=1 << 14)
def converted(text: str, writing: Writing) -> str:
    """Words as an edition writes them, with its quotation marks.

    >>> converted("“芯片”的汇率", Writing("zh-Hant", "twp")), converted("「匯率」", Writing("zh-Hans"))
    ('「晶片」的匯率', '“汇率”')
    """
    return _shown(text, writing, script_of(text))


@lru_cache(maxsize=1 << 14)
def converted_prose(text: str, writing: Writing) -> str:
    """The same of editors' prose, where what is in quotation marks keeps its vocabulary.

    >>> converted_prose("芯片是“芯片”", Writing("zh-Hant", "twp"))
    '晶片是「芯片」'
    """
    return _around(QUOTED, text, replace(writing, prose=True))


def converted_page(text: str, writing: Writing) -> str:
    """The same of a page written by hand, where code keeps its vocabulary.

    >>> converted_page("数据在 `数据` 里", Writing("zh-Hant", "twp"))
    '資料在 `數據` 裡'
    """
    return _around(CODE, text, writing)


def _around(kept: re.Pattern[str], text: str, writing: Writing) -> str:
    """Words with the vocabulary of an edition, except in what is `kept`: there the characters alone."""
    if writing.variant not in VOCABULARY:
        return converted(text, writing)
    script, parts = script_of(text), enumerate(kept.split(text))
    return "".join(_shown(part, writing.characters if at % 2 else writing, script) for at, part in parts)


def _shown(text: str, writing: Writing, script: str) -> str:
    shown = _quotation_marks(_characters(text, writing, script), writing.lang)
    return shown.translate(TAIWAN) if (writing.lang, writing.place) == ("zh-Hant", "tw") else shown


def _characters(text: str, writing: Writing, script: str) -> str:
    """Who writes Traditional has chosen the words: of these the characters alone are converted."""
    match writing.lang, script:
        case "zh-Hans", "zh-Hant":
            return str(_opencc("t2s").convert(text))
        case "zh-Hant", "zh-Hans":
            return _traditional(text, writing)
        case "zh-Hant", _ if writing.place in OF_TRADITIONAL:
            return str(_opencc(OF_TRADITIONAL[writing.place]).convert(text))
        case _:
            return text


def _traditional(text: str, writing: Writing) -> str:
    pattern, right = _exceptions(writing)
    config = VOCABULARY.get(writing.variant) or CHARACTERS[writing.place]
    parts = enumerate(pattern.split(text))
    return "".join(right[part] if at % 2 else _opencc(config).convert(part) for at, part in parts)


@cache
def _exceptions(writing: Writing) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words that OpenCC converts wrongly or that keep their vocabulary: where, and what they are.

    The longest that begins first counts.
    """
    words = {**_own_vocabulary(writing), **misread().words}
    counted = misread().after_number
    longest = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(f"({'|'.join(map(re.escape, longest))}|(?<={NUMBER})(?:{'|'.join(counted)}))")
    return pattern, {**words, **counted}


def _own_vocabulary(writing: Writing) -> Mapping[str, str]:
    """The words that the phrases of a place do not reach, or that are not theirs to change."""
    if writing.variant not in VOCABULARY:
        return {}
    narrow, wide = _opencc(CHARACTERS[writing.place]), _opencc(VOCABULARY[writing.variant])
    table = regional_words()
    kept = (*table.kept, *(table.kept_in_prose if writing.prose else ()))
    given = (*table.names, *map(simplify, writing.names))
    names = (name for name in given if narrow.convert(name) != wide.convert(name))
    as_given = {simplify(name): name for name in sorted(writing.names) if name != simplify(name)}
    own = {word: str(narrow.convert(word)) for word in (*kept, *names)}
    return {**table.own[writing.place], **own, **as_given}


def _quotation_marks(text: str, lang: str) -> str:
    """Curls in Simplified, corners in Traditional; a single curl is an apostrophe."""
    match lang:
        case "zh-Hans":
            return text.translate(TO_CURLS)
        case "zh-Hant":
            return CURLED.sub(r"『\1』", text).translate(TO_CORNERS)
        case _:
            return text


def closed_up(text: str) -> str:
    """Words without a space typed between Han and Latin: the gap there is the style sheet's.

    >>> closed_up("Meta 的 Llama 4 于 2025 年推出 [@a/b]。")
    'Meta的Llama 4于2025年推出[@a/b]。'
    """
    return BESIDE_HAN.sub("", text)


@cache
def _opencc(config: str) -> OpenCC:
    return OpenCC(config)
