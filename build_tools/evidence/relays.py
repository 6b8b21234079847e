"""Near-identical passages of two articles: a sign that one relays the other, for an editor to judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from build_tools.model import Source, SourceId, Span, Spans
from build_tools.problem import Problem, Severity
from build_tools.text.folding import Folded, fold
from build_tools.text.paragraphs import line_of, omitted

SHINGLE = 8
SLIP = 6
ENOUGH = 30
LIKENESS = 0.8
COMMON = 50
SAMPLED = 4
REPEATS = 8
SHOWN = 24

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SuspectedRelay:
    """A passage that two articles share almost word for word."""

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
    message = f"“{shown}” (line {line}) is almost word for word in `{first.id}`, line {other}"
    hint = (
        f"add `copies: [{first.id}]` if the two share an origin, "
        f"`not_copies: [{first.id}]` if you looked and they do not"
    )
    return Problem(second.origin, "suspected-relay", message, hint, Severity.WARNING)


def suspected_relays(sources: Mapping[SourceId, Source]) -> tuple[SuspectedRelay, ...]:
    """Passages of at least 30 folded characters that two articles share but for a slip here and there.

    A passage lies in one paragraph. Pairs of articles that an editor has confirmed (`copies`) or
    looked at (`not_copies`) are left out.
    """
    lines = [line for id in sorted(sources) for line in _lines(sources[id])]
    found: list[SuspectedRelay] = []
    for first, second in _alike(lines):
        if not is_settled(sources[first.source], sources[second.source]):
            found += _relays(first, second)
    return tuple(found)


def is_settled(a: Source, b: Source) -> bool:
    """Whether an editor has said of two articles that they share an origin, or that they do not."""
    return b.id in _looked_at(a) or a.id in _looked_at(b)


def _looked_at(source: Source) -> tuple[SourceId, ...]:
    return (*source.copies, *source.relayed_sources, *source.not_relays)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of an article as it is compared, folded, and where it begins in the folded text."""

    source: SourceId
    text: str
    start: int
    folded: Folded

    def span(self, start: int, end: int) -> Span:
        """The place of a part of the paragraph in the article."""
        return self.folded.span(self.start + start, self.start + end)


def _lines(source: Source) -> Iterator[_Line]:
    """The paragraphs long enough to hold a passage, those that are not the article left out."""
    folded, out, start = fold(source.text), Spans.of(omitted(source)), 0
    for text in folded.text.split("\n"):
        line = _Line(source.id, text, start, folded)
        start += len(text) + 1
        if len(text) >= ENOUGH and not out.meet(line.span(0, len(text))):
            yield line


def _alike(lines: list[_Line]) -> list[tuple[_Line, _Line]]:
    """Pairs of paragraphs of two articles that share some shingle; one in four is looked at."""
    standing: dict[str, dict[int, None]] = defaultdict(dict)
    for number, line in enumerate(lines):
        for at in range(len(line.text) - SHINGLE + 1):
            if ord(line.text[at]) % SAMPLED == 0:
                standing[line.text[at : at + SHINGLE]][number] = None
    shared = (numbers for numbers in standing.values() if 1 < len(numbers) <= COMMON)
    pairs = {pair for numbers in shared for pair in combinations(numbers, 2)}
    return [(lines[a], lines[b]) for a, b in sorted(pairs) if lines[a].source != lines[b].source]


def _relays(first: _Line, second: _Line) -> Iterator[SuspectedRelay]:
    for run in _runs(_hits(first.text, second.text)):
        (start, other), (last, other_last) = run[0], run[-1]
        covered = len({at + step for at, _ in run for step in range(SHINGLE)})
        lengths = last - start + SHINGLE, other_last - other + SHINGLE
        if covered >= ENOUGH and covered >= LIKENESS * max(lengths):
            spans = first.span(start, last + SHINGLE), second.span(other, other_last + SHINGLE)
            yield SuspectedRelay(first.source, second.source, *spans, min(lengths))


def _hits(first: str, second: str) -> list[Hit]:
    """The places in the one of each shingle of the other, found by going through the shorter."""
    if first == second:
        return [(at, at) for at in range(len(first) - SHINGLE + 1)]
    short, long = sorted((first, second), key=len)
    places = _places(long)
    starts = range(len(short) - SHINGLE + 1)
    found = [(at, to) for at in starts for to in places.get(short[at : at + SHINGLE], ())]
    return found if short is first else sorted((to, at) for at, to in found)


@lru_cache(maxsize=128)
def _places(text: str) -> Mapping[str, list[int]]:
    """The places of each shingle in a paragraph; only a few of one that is repeated very often."""
    places: dict[str, list[int]] = {}
    for at in range(len(text) - SHINGLE + 1):
        known = places.setdefault(text[at : at + SHINGLE], [])
        if len(known) < REPEATS:
            known.append(at)
    return places


def _runs(hits: list[Hit]) -> list[list[Hit]]:
    """Hits that follow each other in both paragraphs, but for a slip of a few characters."""
    runs: list[list[Hit]] = []
    for hit in hits:
        run = next((run for run in reversed(runs[-COMMON:]) if _follows(run[-1], hit)), None)
        if run is None:
            runs.append([hit])
        else:
            run.append(hit)
    return runs


def _follows(before: Hit, hit: Hit) -> bool:
    step, other = hit[0] - before[0], hit[1] - before[1]
    return 0 < step <= SHINGLE + SLIP and 0 < other <= SHINGLE + SLIP and abs(step - other) <= SLIP
