"""The site's own Chinese words in the characters and the manner of an edition; quotations never come here."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from opencc import OpenCC

from build_tools.text.letters import HAN_OR_MARK

VARIANTS = {"t": "s2t", "tw": "s2tw", "hk": "s2hk"}
VARIANTS_OF_TRADITIONAL = {"tw": "t2tw", "hk": "t2hk"}

# OpenCC goes by the longest word that begins first: in 发债 it sees hair, in 这只能 a lone 这只, in 具名表态
# a watch, in 币种系推定 a series. In a name written by its sound it takes 里 for "inside", where it does not
# know the name. A note of the editors is 註, the verb 注.
MISREAD = {
    "发债": "發債",
    "发帖": "發帖",
    "弗里德曼": "弗里德曼",
    "干预": "干預",
    "只能": "只能",
    "系推定": "係推定",
    "系推断": "係推斷",
    "注：{": "註：{",
    "表态": "表態",
}
MISREAD_AFTER_NUMBER = {"天后": "天後"}  # of one who sings, 天后 is right
NUMBER = r"[\d两二三四五六七八九十百几数多]"
MISREAD_WORD = re.compile(f"({'|'.join(MISREAD)}|(?<={NUMBER})(?:{'|'.join(MISREAD_AFTER_NUMBER)}))")
RIGHT = MISREAD | MISREAD_AFTER_NUMBER

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

    >>> converted("“发债”", "zh-Hant", "tw"), converted("「發債」", "zh-Hans", "tw")
    ('「發債」', '“发债”')
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
    parts = enumerate(MISREAD_WORD.split(text))
    return "".join(RIGHT[part] if at % 2 else _opencc(config).convert(part) for at, part in parts)


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
