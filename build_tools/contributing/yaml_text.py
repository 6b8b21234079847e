"""Texts as YAML that the reader of a dossier gives back unchanged."""

from __future__ import annotations

import json
import textwrap

from build_tools.reading.slips import ODD
from build_tools.reading.yaml_nodes import parse_yaml


def scalar(text: str) -> str:
    """A one-line text as the value of an entry: plain where it can be, else in quotation marks.

    >>> scalar("星河裁员,亏损14亿"), scalar("星河: 裁员")
    ('星河裁员,亏损14亿', '"星河: 裁员"')
    """
    line = " ".join(text.split())
    return line if _is_safe(line) else quoted(line)


def block(key: str, text: str) -> str:
    """An entry with its text on the lines below, where nothing in it has a meaning.

    A text with a character that no YAML file may hold stands in quotation marks.

    >>> print(block("quote", "星河: 裁员"))
    quote: |-
      星河: 裁员
    """
    return f"{key}: {quoted(text)}" if ODD.search(text) else f"{key}: |-\n{textwrap.indent(text, '  ')}"


def flow(ids: tuple[str, ...]) -> str:
    """A short list of names or ids.

    >>> flow(("Wang", "汪滔, 汪韬"))
    '[Wang, "汪滔, 汪韬"]'
    """
    safe = (text if _is_safe(text) and not set(",[]{}") & set(text) else quoted(text) for text in ids)
    return f"[{', '.join(safe)}]"


def quoted(text: str) -> str:
    """A text in quotation marks, in which a character that no YAML file may hold is told by its number.

    >>> print(quoted("裁员: \\ufeff14%"))
    "裁员: \\ufeff14%"
    """
    return ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_safe(line: str) -> bool:
    document, problems = parse_yaml(f"key: {line}\n", "")
    return not problems and document.data == {"key": line}
