"""The site in Simplified or Traditional characters, in the usage of Taiwan or Hong Kong; never quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import yaml
from opencc import OpenCC

from build_tools.data_files import read_data
from build_tools.text.letters import HAN_OR_MARK

VARIANTS = {"t": "s2t", "tw": "s2tw", "hk": "s2hk"}
VARIANTS_OF_TRADITIONAL = {"tw": "t2tw", "hk": "t2hk"}

NUMBER = r"[\d两二三四五六七八九十百几数多]"

# What newspapers in Taiwan write, where OpenCC gives the form of elsewhere.
TAIWAN = str.maketrans("賬佈臺", "帳布台")

CURLED = re.compile("‘([^‘’]*)’")
TO_CORNERS = str.maketrans("“”", "「」")
TO_CURLS = str.maketrans("「」『』", "“”‘’")

LATIN = "0-9A-Za-z\u00c0-\u024f"
BESIDE_HAN = re.compile(rf"(?<=[{HAN_OR_MARK}]) (?=[{LATIN}\[])|(?<=[{LATIN}%\]]) (?=[{HAN_OR_MARK}])")


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
def converted(text: str, lang: str, variant: str) -> str:
    """Words in the characters of an edition, with its quotation marks.

    >>> converted("“汇率”", "zh-Hant", "tw"), converted("「匯率」", "zh-Hans", "tw")
    ('「匯率」', '“汇率”')
    """
    shown = _quotation_marks(_characters(text, lang, variant), lang)
    return shown.translate(TAIWAN) if (lang, variant) == ("zh-Hant", "tw") else shown


def _characters(text: str, lang: str, variant: str) -> str:
    traditional = script_of(text) == "zh-Hant"
    match lang, traditional:
        case "zh-Hans", True:
            return str(_opencc("t2s").convert(text))
        case "zh-Hant", False:
            return _traditional(text, VARIANTS.get(variant, "s2t"))
        case "zh-Hant", True if variant in VARIANTS_OF_TRADITIONAL:
            return str(_opencc(VARIANTS_OF_TRADITIONAL[variant]).convert(text))
        case _:
            return text


def _traditional(text: str, config: str) -> str:
    pattern, right = _misread()
    parts = enumerate(pattern.split(text))
    return "".join(right[part] if at % 2 else _opencc(config).convert(part) for at, part in parts)


@cache
def _misread() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words that OpenCC misreads, from `misread.yaml`: where they are, and what they are."""
    tables = yaml.load(read_data(__package__, "misread.yaml"), yaml.CSafeLoader)
    words, counted = tables["words"], tables["after_number"]
    pattern = re.compile(f"({'|'.join(map(re.escape, words))}|(?<={NUMBER})(?:{'|'.join(counted)}))")
    return pattern, words | counted


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
