"""`attack.json`: the results of the last attack on the check, by article."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from build_tools.model import KindCount, Score, SourceId
from build_tools.problem import Problem, Problems
from build_tools.reading.located import whole_file


class CountShape(BaseModel):
    """The counts of one kind."""

    model_config = ConfigDict(extra="forbid")

    stopped: int
    warned: int
    survived: int
    also_true: int


class ScoreShape(BaseModel):
    """What is written of one article."""

    model_config = ConfigDict(extra="forbid")

    digest: str
    kinds: dict[str, CountShape]


FILE = TypeAdapter(dict[str, ScoreShape])


def parse_scores(text: str, path: str) -> tuple[dict[SourceId, Score], Problems]:
    """The scores by their articles; none where no attack was written."""
    if not text:
        return {}, ()
    try:
        found = FILE.validate_json(text, strict=True)
    except ValidationError:
        hint = "write it again: `dossier attack --write`"
        message = "this was not written by `dossier attack`"
        return {}, (Problem(whole_file(path), "wrong-shape", message, hint),)
    return {SourceId(id): score(shape) for id, shape in found.items()}, ()


def score(shape: ScoreShape) -> Score:
    """The score of one article."""
    counts = (KindCount(kind, **count.model_dump()) for kind, count in shape.kinds.items())
    return Score(shape.digest, tuple(counts))
