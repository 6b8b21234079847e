"""The scores of articles in `attack.json`, shown only while what they depend on is unchanged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from build_tools.attack.attack_report import numbers_of
from build_tools.attack.counting import count_kinds, summed
from build_tools.attack.running import Attempt
from build_tools.grouped import grouped
from build_tools.model import (
    Annotation,
    Dossier,
    Entity,
    EntityId,
    Figure,
    Inputs,
    KindCount,
    Score,
    SourceId,
    Written,
)
from build_tools.text.mentions import find_forms

# The keys that hold the editors' remarks and judgements: no proof rests on them.
OURS = frozenset(
    {"summary", "note", "was", "reason", "by", "decided", "seen", "status"}
    | {"unlike", "why_unlike", "sum_of"}
)


def digest_of(dossier: Dossier, source: SourceId) -> str:
    """A digest of the article's text, its annotations, and the entities and terms that these speak of.

    Places and order in files are left out, so that a comment changes nothing; a field that is empty is too.
    """
    inputs, article = dossier.inputs, dossier.inputs.sources[source]
    annotations = [one for one in inputs.annotations if one.source == source]
    mentioned = {one.entity for one in dossier.mentions if one.source == source}
    known = mentioned | {id for one in annotations for id in _ids(one, inputs)}
    measured = {one.of for id in known if isinstance(one := inputs.entities[id], Figure) and one.of}
    terms = [one for one in inputs.vocabulary.terms.values() if find_forms(article.text, one.forms)]
    parts = (
        article.text,
        plain_data(article.published),
        sorted(_line(plain_data(one)) for one in annotations),
        [_entity(inputs.entities[id]) for id in sorted(known | measured)],
        [plain_data(one) for one in sorted(terms, key=lambda term: term.id)],
        [plain_data(one) for _, one in sorted(inputs.vocabulary.properties.items())],
    )
    return sha256(_line(parts).encode()).hexdigest()


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _ids(annotation: Annotation, inputs: Inputs) -> Iterator[EntityId]:
    """The entities that an annotation refers to, in whatever place."""
    for text in _texts(annotation):
        if (id := EntityId(text)) in inputs.entities:
            yield id


def _texts(value: object) -> Iterator[str]:
    match value:
        case Written(text=text):
            yield text
        case tuple():
            for one in value:
                yield from _texts(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))


def _entity(entity: Entity) -> object:
    data = plain_data(entity)
    return {key: value for key, value in data.items() if key not in OURS} if isinstance(data, dict) else data


def plain_data(value: object) -> object:
    """A value of the model as JSON has it: what counts when two are compared, and what is not empty.

    >>> from build_tools.problem import Origin
    >>> plain_data((Written("meta", Origin("a.yaml", 3)), None))
    [{'text': 'meta'}, None]
    """
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value) if field.compare)
        return {name: plain_data(one) for name, one in named if one}
    if isinstance(value, tuple | list):
        return [plain_data(one) for one in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


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
    return summed(score.kinds for score in scores if score) if all(scores) else ()
