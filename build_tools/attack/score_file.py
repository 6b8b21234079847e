"""The scores of articles: written to `attack.json`, and shown only while they are up to date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from build_tools.attack.attack_report import numbers_of
from build_tools.attack.counting import count_kinds, together
from build_tools.attack.digests import digest_of
from build_tools.attack.running import Attempt
from build_tools.grouped import grouped
from build_tools.model import Dossier, KindCount, Score, SourceId


def scores_of(
    dossier: Dossier, sources: Iterable[SourceId], attempts: Iterable[Attempt]
) -> dict[SourceId, Score]:
    """What an attack on some articles came to, for each of them."""
    tried = grouped(attempts, lambda one: one.source)
    return {id: Score(digest_of(dossier, id), count_kinds(tried.get(id, ()))) for id in sources}


def kept_scores(
    dossier: Dossier, sources: Iterable[SourceId], attempts: Iterable[Attempt]
) -> dict[SourceId, Score]:
    """The new scores of some articles, with those that were there of the others."""
    others = {id: score for id, score in dossier.inputs.scores.items() if id in dossier.inputs.sources}
    return {**others, **scores_of(dossier, sources, attempts)}


def scores_text(scores: Mapping[SourceId, Score]) -> str:
    """The file: an article a key, under it the digest and a line a kind, so that a diff can be read."""
    articles = [f"  {json.dumps(id)}: {{\n{_entry(scores[id])}\n  }}" for id in sorted(scores)]
    return "{\n" + ",\n".join(articles) + "\n}\n"


def _entry(score: Score) -> str:
    lines = ",\n".join(f"      {json.dumps(one.kind)}: {json.dumps(numbers_of(one))}" for one in score.kinds)
    kinds = f"{{\n{lines}\n    }}" if lines else "{}"
    return f'    "digest": {json.dumps(score.digest)},\n    "kinds": {kinds}'


def score_now(dossier: Dossier, source: SourceId) -> Score | None:
    """The score of an article, if all that it was reckoned from is as it was."""
    score = dossier.inputs.scores.get(source)
    return score if score and score.digest == digest_of(dossier, source) else None


def whole_score(dossier: Dossier, sources: Iterable[SourceId]) -> tuple[KindCount, ...]:
    """The counts of all articles together; none where the score of one is missing or no longer fits."""
    scores = [score_now(dossier, id) for id in sources]
    return together(score.kinds for score in scores if score) if all(scores) else ()
