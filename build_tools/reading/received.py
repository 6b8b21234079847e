"""An article as it was received: bytes, not yet read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model import SourceId


@dataclass(frozen=True, slots=True)
class ReceivedArticle:
    """An article's bytes (None where they cannot be read), the sums of files beside it, its earlier texts."""

    id: SourceId
    text: bytes | None
    kept: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, ReceivedArticle] = field(default_factory=dict)
