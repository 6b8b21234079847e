"""Near-identical passages of two articles: a sign, for an editor to judge, that one passes on the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from build_tools.model import Source, SourceId, Span
from build_tools.problem import Problem, Severity
from build_tools.text.folding import Folded, fold
from build_tools.text.paragraphs import line_of, omitted

SHINGLE = 8
SLIP = 6
ENOUGH = 30
LIKENESS = 0.8
COMMON = 50
SHOWN = 24

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SuspectedRelay:
    """A passage that stands almost word for word in two articles."""

    first: SourceId
    second: SourceId
    first_span: Span
    second_span: Span
    length: int


def check_relays(sources: Mapping[SourceId, Source]) -> Iterator[Problem]:
    """A warning for each pair of articles that share a passage and of which no editor has said why."""
    longest: dict[tuple[SourceId, SourceId], SuspectedRelay] = {}
    for relay in suspected_relays(sources):
        pair = relay.first, relay.second
        if pair not in longest or longest[pair].length < relay.length:
            longest[pair] = relay
    for (first, second), relay in longest.items():
        yield _problem(relay, sources[first], sources[second])


def _problem(relay: SuspectedRelay, first: Source, second: Source) -> Problem:
    words = " ".join(second.text[relay.second_span.start : relay.second_span.end].split())
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    line = line_of(second.text, relay.second_span.start)
    other = line_of(first.text, relay.first_span.start)
    message = f"“{shown}” (line {line}) stands almost word for word in `{first.id}`, line {other}"
    hint = (
        f"add `copies: [{first.id}]` if the two share an origin, "
        f"`not_copies: [{first.id}]` if you looked and they do not"
    )
    return Problem(second.origin, "suspected-relay", message, hint, Severity.WARNING)


def suspected_relays(sources: Mapping[SourceId, Source]) -> tuple[SuspectedRelay, ...]:
    """Passages of at least 30 folded characters that two articles share but for a slip here and there.

    Pairs that an editor has confirmed (`copies`) or looked at (`not_copies`) are left out.
    """
    texts = {id: _read(sources[id]) for id in sorted(sources)}
    found: list[SuspectedRelay] = []
    for (first, second), hits in sorted(_shared(texts).items()):
        if not is_settled(sources[first], sources[second]):
            found += _relays(texts[first], texts[second], hits)
    return tuple(found)


def is_settled(a: Source, b: Source) -> bool:
    """Whether an editor has said of two articles that they share an origin, or that they do not."""
    return b.id in (*a.copies, *a.not_relays) or a.id in (*b.copies, *b.not_relays)


@dataclass(frozen=True, slots=True)
class _Text:
    """An article as it is compared: folded, letters only, line by line."""

    id: SourceId
    letters: str
    places: tuple[int, ...]
    folded: Folded

    def span(self, start: int, end: int) -> Span:
        return self.folded.span(self.places[start], self.places[end - 1] + 1)


def _read(source: Source) -> _Text:
    folded, out = fold(source.text), omitted(source)
    kept = [
        at
        for at, letter in enumerate(folded.text)
        if (letter.isalnum() or letter == "\n") and not _is_in(folded.offsets[at], out)
    ]
    return _Text(source.id, "".join(folded.text[at].lower() for at in kept), tuple(kept), folded)


def _is_in(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _shared(texts: Mapping[SourceId, _Text]) -> dict[tuple[SourceId, SourceId], list[Hit]]:
    """For each pair of articles, where a shingle of the one stands in the other."""
    places: dict[str, list[tuple[SourceId, int]]] = defaultdict(list)
    for id, text in texts.items():
        for at in range(len(text.letters) - SHINGLE + 1):
            shingle = text.letters[at : at + SHINGLE]
            if "\n" not in shingle:
                places[shingle].append((id, at))
    hits: dict[tuple[SourceId, SourceId], list[Hit]] = defaultdict(list)
    for standing in places.values():
        if 1 < len(standing) <= COMMON:
            for (first, at), (second, to) in combinations(standing, 2):
                if first != second:
                    hits[first, second].append((at, to))
    return hits


def _relays(first: _Text, second: _Text, hits: list[Hit]) -> Iterator[SuspectedRelay]:
    for run in _runs(hits):
        start, end = run[0], (run[-1][0] + SHINGLE, run[-1][1] + SHINGLE)
        covered = len({at + step for at, _ in run for step in range(SHINGLE)})
        length = min(end[0] - start[0], end[1] - start[1])
        if covered >= ENOUGH and covered >= LIKENESS * max(end[0] - start[0], end[1] - start[1]):
            spans = first.span(start[0], end[0]), second.span(start[1], end[1])
            yield SuspectedRelay(first.id, second.id, *spans, length)


def _runs(hits: list[Hit]) -> list[list[Hit]]:
    """Hits that follow each other in both articles, but for a slip of a few letters."""
    runs: list[list[Hit]] = []
    for at, to in sorted(hits):
        for run in reversed(runs[-COMMON:]):
            last_at, last_to = run[-1]
            step, other = at - last_at, to - last_to
            if 0 <= step <= SHINGLE + SLIP and 0 < other <= SHINGLE + SLIP and abs(step - other) <= SLIP:
                run.append((at, to))
                break
        else:
            runs.append([(at, to)])
    return runs
