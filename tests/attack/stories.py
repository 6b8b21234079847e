"""The small dossiers that are attacked, each read once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from build_tools.attack.scene import AttackedAnnotation
from build_tools.attack.trying import Trial, trials
from build_tools.model import Dossier, SourceId
from build_tools.pipeline import check
from tests.checked import DOSSIERS, checked


def dossier(name: str) -> Dossier:
    """A dossier of `tests/dossiers`."""
    return checked(DOSSIERS / name).dossier


def trial(name: str, source: str) -> Trial:
    """The check over one of its articles."""
    return next(iter(trials(dossier(name), [SourceId(source)])))


def scenes(name: str, source: str, seed: int = 0) -> Iterator[AttackedAnnotation]:
    """Every annotation of an article."""
    claims = [claim for claim in dossier(name).claims if claim.citation.source == source]
    return trial(name, source).scenes(claims, seed)


def scene(name: str, source: str, quote: str) -> AttackedAnnotation:
    """The annotation whose quote begins so."""
    return next(one for one in scenes(name, source) if one.passage.text.startswith(quote))


def told(folder: Path, text: str, annotations: str) -> list[AttackedAnnotation]:
    """The annotations of an article of its own, in the world of `every-rule`."""
    root = Path(shutil.copytree(DOSSIERS / "every-rule", folder / "story"))
    article = root / "sources/articles/third"
    (article / "article.txt").write_text(text, "utf-8")
    (article / "annotations.yaml").write_text(annotations, "utf-8")
    made = check(root).dossier
    claims = [claim for claim in made.claims if claim.citation.source == "third"]
    (found,) = trials(made, [SourceId("third")])
    return list(found.scenes(claims, 0))
