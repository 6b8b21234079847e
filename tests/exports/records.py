"""The records that an export writes, read again as another program would."""

from __future__ import annotations

import json
from typing import Any

from build_tools.exports import EXPORTS, GivenData
from build_tools.model import Findings


def records(name: str, findings: Findings) -> list[dict[str, Any]]:
    """What a format of JSON lines holds."""
    (export,) = (one for one in EXPORTS if one.name == name)
    return [json.loads(line) for line in b"".join(export.make(GivenData(findings))).splitlines()]
