"""Sentences for the laws: those of the cases, and others made of their pieces."""

from __future__ import annotations

from hypothesis import strategies as st

from build_tools.text.folding import opencc_table
from tests.cases import read_cases

SENTENCES = [
    line.replace("[", "").replace("]", "")
    for name in ("cues", "scope", "speakers")
    for case in read_cases(name)
    for line in case.input.split("\n")
]
PIECES = [
    *"，。：；、“”「」（）,.:;\n ",
    *(
        "公司",
        "Meta",
        "没有",
        "否认",
        "将",
        "收购",
        "的",
        "说",
        "称",
        "据",
        "可能",
        "据称",
        "不实",
        "但",
        "而是",
        "已经",
    ),
    *(
        " the firm",
        " did not",
        " denied",
        " that",
        " will",
        " buy",
        " and",
        " said",
        " reportedly",
        " who",
        " was",
    ),
    *(" is false", " won't", " but", " according to", ", he said", '"'),
]
TEXTS = st.one_of(st.sampled_from(SENTENCES), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def traditional(text: str) -> str:
    """The text with each character that has a Traditional form in the commonest one."""
    table = opencc_table("STCharacters")
    return "".join(table.get(character, (character,))[0] for character in text)
