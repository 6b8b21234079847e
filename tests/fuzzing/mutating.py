"""Texts made of other texts by chance: cut, doubled, crossed, and with what programs stumble over."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.hostile import PAYLOADS

LONGEST = 3_000
SIGNS: tuple[str, ...] = (
    *"\t\n\r \x00\x0b\x1b\x7f\x85:#-[]{},\"'|>&*!%@`~?\\/()<=+_.;$^",
    *("\u2028", "\u00a0", "\u3000", "\u200b", "\u200d", "\u202e", "\ufeff", "\u0301", "\ufe0f", "\U0001f600"),
    *(
        "。",
        ",",
        "、",
        "“",
        "”",
        "「",
        "」",
        "《",
        "…",
        "—",
        "－",
        "％",
        "￥",
        "０",
        "①",
        "㈠",
        "½",
        "Ⅳ",
        "٣",
    ),
    *(
        "一",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "兆",
        "几",
        "数",
        "多",
        "半",
        "两",
        "零",
        "第",
        "分之",
        "年",
        "月",
        "日",
    ),
    *(
        "不",
        "没",
        "约",
        "至",
        "到",
        "前",
        "后",
        "去年",
        "上周五",
        "today",
        "May",
        "p.m.",
        "billion",
        "half a ",
    ),
    *(
        ": ",
        " #",
        "- ",
        "? ",
        "<<: ",
        "&a ",
        "*a",
        "!!str ",
        "|-\n",
        ">+\n",
        "---\n",
        "...\n",
        "{a: ",
        "[",
        "\n  ",
    ),
    *("1e9999", "9" * 400, "0." + "0" * 400 + "1", "-0", "1,2,3", "1/0", "2025-02-30", "31/12/9999", "24:60"),
)


def mutated(seeds: Sequence[str], chance: random.Random) -> str:
    """A text that no seed is, and that is nearly one."""
    text = chance.choice(seeds)
    if len(text) > LONGEST:
        at = chance.randrange(len(text) - LONGEST)
        text = text[at : at + LONGEST]
    for _ in range(1 + int(chance.expovariate(0.4))):
        text = step(text, seeds, chance)[:LONGEST]
    return text


def step(text: str, seeds: Sequence[str], chance: random.Random) -> str:
    """One change at one place."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + int(chance.expovariate(0.1)))
    match chance.randrange(7):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:start] + chance.choice(SIGNS) + text[start:]
        case 2:
            return text[:start] + chance.choice(SIGNS) + text[end:]
        case 3:
            return text[:start] + text[start:end] * chance.randrange(2, 60) + text[end:]
        case 4:
            other = chance.choice(seeds)
            at = chance.randrange(len(other) + 1)
            return text[:start] + other[at : at + 40] + text[end:]
        case 5:
            return text[:start] + chance.choice(list(PAYLOADS.values())) + text[start:]
        case _:
            return text[:start] + chr(chance.randrange(0x110000 - 0x800)) + text[end:]
