"""Texts as YAML that the reader of a dossier gives back unchanged."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable

from build_tools.model import DateValue, Reading
from build_tools.reading.slips import ODD
from build_tools.reading.yaml_nodes import parse_yaml

BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")


def scalar(text: str) -> str:
    """A one-line text as the value of an entry: plain where it can be, else in quotation marks.

    >>> scalar("星河裁员,亏损14亿"), scalar("星河: 裁员")
    ('星河裁员,亏损14亿', '"星河: 裁员"')
    """
    line = " ".join(text.split())
    return line if _is_safe(line) else in_quotation_marks(line)


def yaml_entry(key: str, text: str) -> str:
    """An entry with its text on the lines below, where nothing in it has a meaning.

    A text with a character that YAML forbids gets quotation marks.

    >>> print(yaml_entry("quote", "星河: 裁员"))
    quote: |-
      星河: 裁员
    """
    words = unbroken(text)
    return f"{key}: {in_quotation_marks(words) if ODD.search(words) else below(words)}"


def below(text: str, indent: str = "  ") -> str:
    """A text on the lines below its key."""
    return f"|-\n{textwrap.indent(text, indent)}"


def unbroken(text: str) -> str:
    """Words of an article with a space for what breaks a line in YAML, and none in the article.

    >>> unbroken("亏损\\r14亿\\u2028元")
    '亏损 14亿 元'
    """
    return text.translate(BREAKS)


def flow(ids: tuple[str, ...]) -> str:
    """A short list of names or ids.

    >>> flow(("Wang", "汪滔, 汪韬"))
    '[Wang, "汪滔, 汪韬"]'
    """
    return f"[{', '.join(map(in_flow, ids))}]"


def in_flow(text: str) -> str:
    """A text as written in a `[…]` or a `{…}`.

    >>> in_flow("2024年3月"), in_flow("March 5, 2024")
    ('2024年3月', '"March 5, 2024"')
    """
    return text if _is_safe(text) and not set(",[]{}") & set(text) else in_quotation_marks(text)


def value_said(value: Reading) -> str:
    """A value as a claim gives it: a date is the date of something."""
    return f"{{date: {in_flow(value.raw)}}}" if isinstance(value, DateValue) else value.raw


def in_quotation_marks(text: str) -> str:
    """A text in quotation marks, with the number of each character that YAML forbids.

    >>> in_quotation_marks("星\\x08河\\x7f")
    '"星\\\\b河\\\\u007f"'
    """
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_safe(line: str) -> bool:
    document, problems = parse_yaml(f"key: {line}\n", "")
    return not problems and document.data == {"key": line}


def with_its_ends(text: str, change: Callable[[str], str]) -> str:
    """A file changed, and its lines ending as most of them did; one without a change stays as it is.

    >>> with_its_ends("\\ufeffa\\r\\nb\\r\\n", lambda text: text.replace("a\\n", "a\\nc\\n"))
    '\\ufeffa\\r\\nc\\r\\nb\\r\\n'
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = re.sub("\r\n?", "\n", text.removeprefix(mark))
    changed = change(lines)
    end = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
    return text if changed == lines else mark + changed.replace("\n", end)
