"""The marks in the editors' prose: `[[entity]]`, `[[entity|words]]`, `[@source/annotation]`."""

from __future__ import annotations

import re

MARK = re.compile(
    r"\[\[(?P<entity>[^\[\]|]+)(?:\|(?P<words>[^\[\]]*))?\]\]"
    r"|\[@(?P<cited>(?P<source>[^\[\]/]+)(?:/(?P<annotation>[^\[\]]*))?)\]"
)
