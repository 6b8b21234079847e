"""What exports print: what the dossier shows, where it is published, and no more text than it publishes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.evidence.published import spans_of
from build_tools.model import Citation, ClaimId, EntityId, Findings, LocalText, Source, SourceId, Span
from build_tools.text.paragraphs import body, sentences_touching
from build_tools.website.addresses import Address, url
from build_tools.website.editions import edition_folder

CONTEXT = 32
ACTIVE = re.compile(r"[\\`*_\[\]<>#|~$&{}@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class GivenData:
    """The findings, and the address of the site, with a slash at its end, or nothing where it has none.

    `private` gives whole articles, and every place that names something; otherwise only published
    sentences and the places in them.
    """

    findings: Findings
    site: str = ""
    private: bool = False

    @cached_property
    def given_spans(self) -> Mapping[SourceId, tuple[Span, ...]]:
        """The stretches of each article that may be given, in order, neighbours joined."""
        sources = self.findings.dossier.inputs.sources
        return {
            id: tuple(join_neighbours(source.text, self._given(source))) for id, source in sources.items()
        }

    @cached_property
    def on_sides(self) -> frozenset[ClaimId]:
        """The claims that stand on a side of a disagreement."""
        sides = (side for found in self.findings.conflicts for side in found.sides)
        return frozenset(claim.id for side in sides for claim in side.claims)

    @cached_property
    def _given_ends(self) -> Mapping[SourceId, tuple[Sequence[int], Sequence[int]]]:
        """Where the stretches of each article begin and end; they are in order and do not overlap."""
        return {
            id: ([each.start for each in spans], [each.end for each in spans])
            for id, spans in self.given_spans.items()
        }

    def _given(self, source: Source) -> Iterable[Span]:
        if self.private or source.full:
            return body(source)
        quotes = self.findings.index.published_of.get(source.id, ())
        spans = (span for quote in quotes for span in spans_of(quote))
        return (sentence for span in spans for sentence in sentences_touching(source.text, span))

    def gives(self, source: SourceId, span: Span) -> bool:
        """Whether a place of an article may be given."""
        return any(each.start <= span.start and span.end <= each.end for each in self.given_spans[source])

    def around(self, citation: Citation) -> tuple[str, str]:
        """What is given of the text before and behind a quote, up to 32 characters each."""
        source = self.findings.dossier.inputs.sources[citation.source]
        starts, ends = self._given_ends[citation.source]
        at, to = bisect_right(starts, citation.start), bisect_left(ends, citation.end)
        first = starts[at - 1] if at else citation.start
        last = ends[to] if to < len(ends) else citation.end
        before = source.text[max(first, citation.start - CONTEXT) : citation.start]
        return before, source.text[citation.end : min(last, citation.end + CONTEXT)]

    def label(self, id: EntityId) -> str:
        """What something is called, in English where it has an English name."""
        return one_text(self.findings.dossier.inputs.entities[id].label) or id

    def address(self, place: Address) -> str:
        """Where the first edition shows a place; below the root of a site whose address is not known."""
        first = self.findings.dossier.inputs.settings.editions[0]
        return f"{self.site}{edition_folder(first)}/{url(place)}"


def one_text(text: LocalText, language: str = "en") -> str:
    """A text on one line, in a language where it has that, else in any.

    >>> one_text(LocalText(en="The Daily", zh="日报"), "zh-Hans"), one_text(LocalText(zh="日报"))
    ('日报', '日报')
    """
    wanted = text.in_language(language.partition("-")[0])
    return " ".join((text.every or wanted or text.first).split())


def escape_markdown(data: str) -> str:
    r"""Data inside a line of Markdown, as the reader shall see it.

    >>> print(escape_markdown("Meta's [plan] *now*"))
    Meta's \[plan\] \*now\*
    """
    return ACTIVE.sub(r"\\\g<0>", " ".join(data.split()))


def join_neighbours(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Places in order, those joined between which there is nothing but white space.

    >>> list(join_neighbours("One. Two. Three.", [Span(5, 9), Span(0, 4)]))
    [Span(start=0, end=9)]
    """
    held: Span | None = None
    for span in sorted(spans, key=lambda each: each.start):
        if held and not text[held.end : span.start].strip():
            held = Span(held.start, max(held.end, span.end))
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
