"""What a check keeps for the next one, in `build/cache/`: what was read, what was proven, and the copies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.cache.kept_files import KeptFiles, open_kept
from build_tools.cache.kept_proofs import compare_changed, prove_changed
from build_tools.cache.kept_reading import KeptReading
from build_tools.cache.packed import Memory
from build_tools.pipeline import Ways

ARTICLES, PROOFS, WHOLE = "articles", "proofs", "whole"


@dataclass(frozen=True, slots=True)
class KeptWork:
    """The folders of one dossier's cache: a file an article of what was read and proven, and the whole."""

    articles: KeptFiles
    proofs: KeptFiles
    whole: KeptFiles

    def ways(self, ways: Ways) -> Ways:
        """The same ways for what has changed, and what is kept for all else."""
        reading = KeptReading(self.articles, self.whole)
        return Ways(
            reading.read,
            prove_changed(reading, self.proofs, ways.prover),
            compare_changed(reading, self.whole, ways.comparer),
        )

    @property
    def damaged(self) -> int:
        """How many files were damaged, or signed by somebody else."""
        return sum(len(one.damaged) for one in (self.articles, self.proofs, self.whole))


def open_kept_work(root: Path, memory: Memory | None = None) -> KeptWork | None:
    """The cache of a dossier, and what this process has unpacked of it; None where it cannot be made."""
    known = memory or Memory()
    articles, proofs, whole = (open_kept(root, name, known) for name in (ARTICLES, PROOFS, WHOLE))
    return KeptWork(articles, proofs, whole) if articles and proofs and whole else None
