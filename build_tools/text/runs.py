"""Runs of digits, of Chinese numerals and of Latin letters: what a quote or a name may not cut."""

from __future__ import annotations

LETTER = "A-Za-zªºÀ-ÖØ-öø-ʯ\u0300-\u036fͰ-ͽͿ-ϿЀ-ԯᴀ-ỿ"
NUMERAL = "〇零一二三四五六七八九十百千万亿兆两几廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
