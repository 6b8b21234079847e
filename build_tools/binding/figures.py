"""Whether a reading is bound to a figure: the figure's words belong to it and not to a neighbour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from build_tools.binding.attaching import attach_in
from build_tools.binding.connecting_words import is_blank, says, without_times
from build_tools.binding.hints import shortest, words_beside
from build_tools.binding.layout import Layout, lay_out
from build_tools.binding.ties import Attachment, Tie, TieReason, Weight
from build_tools.model import Span


class Binding(StrEnum):
    """Whether a candidate is the figure's, another's, or the words do not say."""

    BOUND = "bound"
    ELSEWHERE = "elsewhere"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Wording:
    """Where a passage writes the words by which a value is known.

    `own`: the figure's words, or those of `beside:`; `of`: the names of what it measures, if it has names;
    `others`: the words of other figures that could hold a candidate, shared ones too; `strangers`: the names
    of others than `of`.
    """

    own: tuple[Span, ...]
    of: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    strangers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether a candidate is the figure's, why, and what would make it clear.

    `rivals` are the candidates that are more likely or as likely the figure's; `also` other values of it.
    `shortest` holds it, a word of the figure and no other candidate; `beside` are words of it alone.
    """

    binding: Binding
    reason: TieReason | None = None
    rivals: tuple[int, ...] = ()
    also: tuple[int, ...] = ()
    shortest: Span | None = None
    beside: tuple[Span, ...] = ()


def bind(text: str, chosen: int, candidates: Sequence[Span], wording: Wording) -> Bound:
    """Whether the words of a figure belong to one candidate, belong to another, or do not say.

    >>> text, candidates = "造成12人死亡、20人受伤", [Span(2, 5), Span(8, 11)]
    >>> [bind(text, at, candidates, Wording((Span(5, 7),))).binding.value for at in (0, 1)]
    ['bound', 'elsewhere']
    """
    evidence = _evidence(text, tuple(candidates), wording)
    binding, rivals = _binding(evidence, chosen)
    bound = binding is Binding.BOUND
    return Bound(
        binding,
        evidence.reason(chosen),
        rivals,
        also=evidence.equal(chosen) if bound else (),
        shortest=shortest(chosen, candidates, evidence.words_of(chosen)),
        beside=words_beside(text, chosen, evidence.layout),
    )


def binding_of(text: str, chosen: int, candidates: Sequence[Span], wording: Wording) -> Binding:
    """The same without the reasons and the hints, which take as long again."""
    return _binding(_evidence(text, tuple(candidates), wording), chosen)[0]


@lru_cache(maxsize=256)
def _evidence(text: str, candidates: tuple[Span, ...], wording: Wording) -> Evidence:
    """A figure's words are asked about one candidate after another."""
    return Evidence(lay_out(text, candidates), wording)


def _binding(evidence: Evidence, chosen: int) -> tuple[Binding, tuple[int, ...]]:
    scores = evidence.scores
    others = tuple(at for at in range(len(scores)) if at != chosen)
    apart = evidence.apart(chosen)
    if better := tuple(at for at in others if scores[at] > scores[chosen] and at not in apart):
        return Binding.ELSEWHERE, better
    if not scores[chosen]:
        return Binding.OPEN, others
    both = evidence.again(chosen) | evidence.each_alone(chosen)
    rivals = tuple(at for at in evidence.equal(chosen) if at not in both)
    if evidence.counts(chosen):
        rivals = tuple(at for at in rivals if evidence.counts(at))
    return _among_equals(chosen, rivals, evidence.taken)


def _among_equals(
    chosen: int, rivals: tuple[int, ...], taken: frozenset[int]
) -> tuple[Binding, tuple[int, ...]]:
    """Of two candidates with equal ties, one that has a word of another figure is that figure's."""
    if chosen in taken and (free := tuple(at for at in rivals if at not in taken)):
        return Binding.ELSEWHERE, free
    alike = tuple(at for at in rivals if (at in taken) is (chosen in taken))
    return (Binding.OPEN, alike) if alike else (Binding.BOUND, ())


@dataclass(frozen=True)
class Evidence:
    """What the words of a passage say for each candidate."""

    layout: Layout
    wording: Wording

    @property
    def candidates(self) -> tuple[Span, ...]:
        """The readings among which one is sought."""
        return self.layout.candidates

    @cached_property
    def own(self) -> tuple[tuple[Span, Attachment], ...]:
        """Each of the figure's words with its ties."""
        return self._attached(self.wording.own)

    @cached_property
    def of(self) -> tuple[tuple[Span, Attachment], ...]:
        """Each name of what is measured with its ties."""
        return self._attached(self.wording.of)

    @cached_property
    def scores(self) -> tuple[int, ...]:
        """How firmly the figure's words and the name belong to each; 0 where one of the two does not."""
        groups = [weights for weights in (self._by_words, self._by_name) if weights]
        if not groups:
            return (0,) * len(self.candidates)
        return tuple(sum(weights) if all(weights) else 0 for weights in zip(*groups, strict=True))

    @cached_property
    def taken(self) -> frozenset[int]:
        """The candidates to which a word of another figure belongs."""
        attached = self._attached(self.wording.others)
        return frozenset(at for _, attachment in attached for at in attachment.certain)

    def words_of(self, chosen: int) -> list[Span]:
        """The figure's words that belong to a candidate for certain."""
        return [word for word, attachment in self.own if chosen in attachment.certain]

    def reason(self, chosen: int) -> TieReason | None:
        """Why it belongs to the figure's words, by the firmest tie."""
        ties = [tie for _, attachment in (*self.own, *self.of) if (tie := attachment.to(chosen))]
        return max(ties, key=lambda tie: tie.weight).reason if ties else None

    def equal(self, chosen: int) -> tuple[int, ...]:
        """The candidates to which the words belong equally."""
        mine = self.scores[chosen]
        return tuple(at for at, score in enumerate(self.scores) if at != chosen and score == mine)

    def again(self, chosen: int) -> frozenset[int]:
        """The candidates that are values of the same thing, by a word that belongs to both.

        A value in an aside belongs to the word before the aside, whatever the rest of the sentence says.
        """
        found: set[int] = set()
        for _, attachment in (*self.own, *self.of):
            if tie := attachment.to(chosen):
                ties = attachment.ties
                same = {one.candidate for one in ties if TieReason.AGAIN in (one.reason, tie.reason)}
                found |= {one.candidate for one in ties} if tie.reason is TieReason.ASIDE else same
        return frozenset(found)

    def each_alone(self, chosen: int) -> frozenset[int]:
        """The candidates with a word of the figure of their own, like the chosen one, at another time."""
        words = (attachment for word, attachment in self.own if not word.touches(self.wording.others))
        certain = [frozenset(attachment.certain) for attachment in words]
        mine = sum(chosen in at for at in certain)
        all_ = Counter(at for one in certain for at in one)
        shared = Counter(at for one in certain if chosen in one for at in one)
        alone = (at for at in all_ if shared[at] < mine and shared[at] < all_[at])
        return frozenset(at for at in alone if self.of or self._says_the_same(chosen, at))

    def counts(self, at: int) -> bool:
        """Whether a word of the figure that is of it alone is what it counts: 7 of the 58 midwives."""
        candidate, text = self.candidates[at], self.layout.rows[0].row.level
        behind = (word for word in self.words_of(at) if word.start >= candidate.end)
        return any(is_blank(text.at(candidate.end, word.start)) for word in behind)

    def apart(self, chosen: int) -> frozenset[int]:
        """The candidates nearer to the name, where the chosen one's clause is the figure's word and a time.

        2031年某公司亏损5亿元，2030年亏损3亿元: each value has its own word and its own time.
        """
        if self._rests[chosen] or not says(self._clauses[chosen]):
            return frozenset()
        return frozenset(at for at in self.each_alone(chosen) if self._by_words[at] <= self._by_words[chosen])

    def _says_the_same(self, one: int, other: int) -> bool:
        rests = self._rests[one], self._rests[other]
        return rests[0] == rests[1] or not all(rests)

    def _attached(self, words: Sequence[Span]) -> tuple[tuple[Span, Attachment], ...]:
        return tuple((word, attach_in(self.layout, word)) for word in words)

    @property
    def _by_words(self) -> list[int]:
        """The weight of the figure's words for each candidate."""
        if not self.own:
            return []
        weights = [0] * len(self.candidates)
        for tie in _ties(self.own):
            if tie.weight > weights[tie.candidate] and self._reaches(tie):
                weights[tie.candidate] = tie.weight
        return weights

    def _reaches(self, tie: Tie) -> bool:
        """Whether a distant word counts: the number's own clause does not say what it measures."""
        return tie.reason not in (TieReason.TOPIC, TieReason.EARLIER) or not self._rests[tie.candidate]

    @property
    def _by_name(self) -> list[int]:
        """The candidates by the name of what is measured: any number, unless another name is before it."""
        if not self.of:
            return []
        strange = self._strange
        weights = [0 if at in strange else int(Weight.FAINT) for at in range(len(self.candidates))]
        for tie in _ties(self.of):
            if tie.reason is not TieReason.TOPIC or tie.candidate not in strange:
                weights[tie.candidate] = max(weights[tie.candidate], tie.weight)
        return weights

    @cached_property
    def _strange(self) -> frozenset[int]:
        """The candidates that have another name before them."""
        return frozenset(
            tie.candidate
            for name, attachment in self._attached(self.wording.strangers)
            for tie in attachment.ties
            if tie.weight is Weight.SURE
            and tie.reason is not TieReason.LISTED
            and name.start < self.candidates[tie.candidate].start
        )

    @cached_property
    def _rests(self) -> tuple[str, ...]:
        """The words of each candidate's clause without the figure's words, its name and the time."""
        return tuple(says(without_times(clause)) for clause in self._clauses)

    @cached_property
    def _clauses(self) -> tuple[str, ...]:
        """The words of each candidate's clause without the figure's words and its name."""
        known = _merged([*self.wording.own, *self.wording.of])
        return tuple(self.layout.clause(at, known) for at in range(len(self.candidates)))


def _merged(words: Sequence[Span]) -> list[Span]:
    """Places in order, those that touch as one."""
    found: list[Span] = []
    for word in sorted(words, key=lambda one: one.start):
        if found and word.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, word.end))
        else:
            found.append(word)
    return found


def _ties(attached: Sequence[tuple[Span, Attachment]]) -> Iterator[Tie]:
    return (tie for _, attachment in attached for tie in attachment.ties)
