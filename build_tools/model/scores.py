"""The score of one article in an attack on the check: read from disk, and shown while it is up to date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many wrong variants of one kind were stopped, warned of or survived; those also true are apart."""

    kind: str
    stopped: int = 0
    warned: int = 0
    survived: int = 0
    also_true: int = 0

    @property
    def variants(self) -> int:
        """How many count: a variant that is true as well shows nothing."""
        return self.stopped + self.warned + self.survived


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one article, and the digest of all that they were reckoned from."""

    digest: str
    kinds: tuple[KindCount, ...]
