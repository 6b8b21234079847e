"""Texts as YAML that the reader of a dossier gives back unchanged."""

from __future__ import annotations

import json
import textwrap

from build_tools.reading.yaml_nodes import parse_yaml


def scalar(text: str) -> str:
    """A one-line text as the value of an entry: plain where it can be, else in quotation marks.

    >>> scalar("星河裁员,亏损14亿"), scalar("星河: 裁员")
    ('星河裁员,亏损14亿', '"星河: 裁员"')
    """
    line = " ".join(text.split())
    return line if _is_safe(line) else json.dumps(line, ensure_ascii=False)


def block(key: str, text: str) -> str:
    """An entry with its text on the lines below, where nothing in it has a meaning.

    >>> print(block("quote", "星河: 裁员"))
    quote: |-
      星河: 裁员
    """
    return f"{key}: |-\n{textwrap.indent(text, '  ')}"


def flow(ids: tuple[str, ...]) -> str:
    """A short list of names or ids.

    >>> flow(("Wang", "汪滔, 汪韬"))
    '[Wang, "汪滔, 汪韬"]'
    """
    safe = (text if _is_safe(text) and not set(",[]{}") & set(text) else scalar_quoted(text) for text in ids)
    return f"[{', '.join(safe)}]"


def scalar_quoted(text: str) -> str:
    """A text in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def _is_safe(line: str) -> bool:
    document, problems = parse_yaml(f"key: {line}\n", "")
    return not problems and document.data == {"key": line}
