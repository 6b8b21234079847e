"""The problems of a value or name that the sentence does not bind to the subject of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.binding import Binding, Bound
from build_tools.evidence.proving.claim_context import ClaimContext
from build_tools.evidence.proving.wording import listed, listed_ids, or_accept
from build_tools.model import Reading, Span, Written
from build_tools.problem import Origin, Problem, Severity
from build_tools.text.paragraphs import sentence_around


@dataclass(frozen=True, slots=True)
class Candidates:
    """The readings among which a value is one, and how the words of its subject belong to it."""

    text: str
    spans: tuple[Span, ...]
    bound: Bound

    def words(self, span: Span) -> str:
        """The words of a stretch of the text."""
        return self.text[span.start : span.end]

    @property
    def rivals(self) -> tuple[str, ...]:
        """The readings that belong to the subject as well, or more likely."""
        return tuple(dict.fromkeys(self.words(self.spans[at]) for at in self.bound.rivals))

    def has_again(self, found: Reading) -> bool:
        """Whether the words go with another reading in the same words: then the value is right."""
        return self.bound.binding is Binding.ELSEWHERE and found.raw in self.rivals


def value_unbound(written: Written, found: Reading, among: Candidates, context: ClaimContext) -> Problem:
    """A value beside others that the subject could hold, and nothing that tells them apart."""
    if context.beside is not None:
        return _unbound_by(context.beside, written, found, among, context)
    id, value, others = context.subject.id, found.raw, among.rivals
    apart = f"add `beside:` with {_words_of(found, among)}"
    if among.bound.binding is Binding.ELSEWHERE:
        message = f"the words of `{id}` go with {listed(others)}, not with {value}"
        right = " or ".join((*_shorter(among), apart))
        hint = f"write {_right(others)}; or, if {value} is right, {right}"
        return Problem(written.origin, "value-unbound", message, hint)
    message = f"the quote gives {listed((value, *others))}, and does not say which belongs to `{id}`"
    ways = (*_shorter(among), apart, f"add the word for it to `words:` of `{id}`")
    if context.names_no_subject:
        ways = (apart, "`accept: {value-unbound: <why>}` if the reason under `inferred:` says so")
        return Problem(written.origin, "value-unbound", message, "; or ".join(ways), Severity.WARNING)
    return Problem(written.origin, "value-unbound", message, "; or ".join(ways))


def _unbound_by(
    beside: Written, written: Written, found: Reading, among: Candidates, context: ClaimContext
) -> Problem:
    """A value to which the words under `beside:` do not belong."""
    value, others = found.raw, among.rivals
    apart = f"change `beside:` to {_words_of(found, among)}"
    if not context.passage.places((beside.text,)):
        message, hint = f"the words `{beside.text}` are not in the quote", apart
    elif among.bound.binding is Binding.ELSEWHERE:
        message = f"the words `{beside.text}` go with {listed(others)}, not with {value}"
        hint = f"write {_right(others)}; or, if {value} is right, {apart}"
    else:
        message, hint = f"the words `{beside.text}` go with {listed((value, *others))}", apart
    return Problem(written.origin, "value-unbound", message, hint)


def _words_of(found: Reading, among: Candidates) -> str:
    """The words that would distinguish a value from the others."""
    such = f", such as `{among.words(among.bound.beside[0])}`" if among.bound.beside else ""
    return f"words of the quote that go with {found.raw} alone{such}"


def _shorter(among: Candidates) -> Iterator[str]:
    """The shortest quote in whose sentence nothing else could be the value."""
    short = among.bound.shortest
    if short and not sentence_around(among.text, short).touches(
        one for one in among.spans if not one.is_within([short])
    ):
        yield f"quote only “{among.words(short)}”"


def _right(readings: tuple[str, ...]) -> str:
    return readings[0] if len(readings) == 1 else "the right one of them"


def time_unbound(written: Written, found: Reading, among: Candidates) -> Problem:
    """A time that the sentence gives to something else."""
    message = f"the quote gives {listed(among.rivals)} as the time of this, not {found.raw}"
    hint = f"write {_right(among.rivals)}, or quote the passage that gives {found.raw}"
    return Problem(written.origin, "value-unbound", message, hint)


def no_longer(written: Written, found: Reading, after: Reading) -> Problem:
    """A value that a plan changes, claimed as what is planned."""
    message = f"the quote plans {after.raw}, and {found.raw} is what it was before"
    hint = f"write {after.raw}; or, if {found.raw} is right, delete `modality:` and say when under `as_of:`"
    return Problem(written.origin, "value-unbound", message, hint)


def beside_of_other(written: Written, found: Reading, other: Reading) -> Problem:
    """A value whose `beside:` holds another value."""
    message = f"the words under `beside:` hold {other.raw}, not {found.raw}"
    hint = f"write {other.raw}; or, if {found.raw} is right, change `beside:` to words that go with it"
    return Problem(written.origin, "value-unbound", message, hint)


def without_its_time(written: Written, found: Reading, now: Reading) -> Problem:
    """A figure as it was before it changed, claimed as of the publication."""
    message = f"{found.raw} is what it was before {now.raw}, and the claim does not say when"
    hint = or_accept(f"write {now.raw}, or add `as_of:` or `period:`", "it still is", "value-unbound")
    return Problem(written.origin, "value-unbound", message, hint, Severity.WARNING)


def was_then(written: Written, found: Reading, then: Reading) -> Problem:
    """A figure of an earlier time, claimed as of the publication."""
    message = f"{found.raw} is what it was {then.raw}, and the claim does not say when"
    hint = or_accept(f"add `period: {then.raw}` or `as_of: {then.raw}`", "it still is", "value-unbound")
    return Problem(written.origin, "value-unbound", message, hint, Severity.WARNING)


def no_time(written: Written, why: str) -> Problem:
    """A date of the quote that cannot be the time of the claim."""
    hint = "write the time that the sentence gives to this, or quote the passage that does"
    return Problem(written.origin, "value-unbound", f"{written.text} {why}", hint)


def name_unbound(origin: Origin, words: str, held: Iterable[str], given: str) -> Problem:
    """Words of the sentence that belong to another than the one claimed."""
    message = f"`{words}` belongs to {listed_ids(sorted(held))} in the quote, not to `{given}`"
    hint = f"correct the name, or quote the passage that gives it to `{given}`"
    return Problem(origin, "name-unbound", message, hint)


def not_held_at(written: Written, words: str) -> Problem:
    """An organisation that the sentence does not join to an office."""
    message = f"the quote does not say that `{words}` is an office at `{written.text}`"
    hint = or_accept("correct the name or quote the words that say so", "these do", "name-unbound")
    return Problem(written.origin, "name-unbound", message, hint, Severity.WARNING)


def not_a_party(written: Written, words: str, severity: Severity) -> Problem:
    """A name that the sentence does not join to an event."""
    message = f"the quote does not say that `{written.text}` takes part in `{words}`"
    hint = or_accept("correct the name or quote the words that say so", "these do", "name-unbound")
    if severity is Severity.ERROR:
        message = f"the quote gives `{written.text}` another part than in `{words}`"
        hint = f"correct the name, or quote the passage in which `{written.text}` takes part"
    return Problem(written.origin, "name-unbound", message, hint, severity)
