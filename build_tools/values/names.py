"""Addresses, telephone numbers and names that hold a number: blotted out before a text is read."""

from __future__ import annotations

import re

from build_tools.values.words import alternatives, load_words

ADDRESS = (
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|cn|io|ai|gov|edu)\b(?:/[!-~]*)?"
)
TELEPHONE = (
    r"\+\d[\d /-]{6,}|\b(?:1-)?\d{3,4}-\d{3,4}-\d{4}\b"
    r"|\b(?:0\d{2,3}|[48]00)-\d{7,8}\b|\(\d{3}\) ?\d{3}-\d{4}\b"
    r"|(?<![$€£¥.,-])\b1[3-9]\d{9}\b(?<!000)(?![.,]\d| ?[A-Za-z%元人美港欧英日])"
    r"|(?:拨打|致电|电话|热线|手机|传真)[:是为 ]{0,2}[\d()]{2,}-[\d-]{4,}"
)
# 555-1234, where 500-1000 and 555-1234人 are ranges.
SHORT_TELEPHONE = r"(?<![$€£¥.,-])\b[2-9]\d\d-\d{3}[1-9]\b(?![.,]\d|-| ?[A-Za-z%\u4e00-\u9fff])"
NAME = rf"(?<![\d.]){alternatives(load_words().names)}"
MASKED = re.compile(f"{ADDRESS}|{TELEPHONE}|{SHORT_TELEPHONE}|{NAME}", re.ASCII)


def mask_names(text: str) -> str:
    """The text with all of these blotted out, at the same length.

    >>> mask_names("见a.cn的3个").count(chr(0)), mask_names("零一万物的3个").count(chr(0))
    (4, 4)
    """
    return MASKED.sub(lambda found: "\0" * len(found[0]), text)
