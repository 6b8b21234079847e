"""The kinds of wrong variants, in the order in which they are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_tools.attack import days, figures, names, quotes, renderings, standing
from build_tools.attack.scene import AttackedAnnotation
from build_tools.attack.variants import Variant


@dataclass(frozen=True, slots=True)
class WrongKind:
    """One way to get a claim wrong.

    `fails` says whether it should be an error: who says it and how firmly can only be warned of.
    """

    name: str
    make: Callable[[AttackedAnnotation], Iterable[Variant]]
    fails: bool = True

    @property
    def about(self) -> str:
        """What is changed, in one sentence."""
        return (self.make.__doc__ or "").partition("\n")[0]


KINDS = (
    WrongKind("value-of-quote", figures.value_of_quote),
    WrongKind("value-nearby", figures.value_nearby),
    WrongKind("digits", figures.digits),
    WrongKind("unit", figures.units),
    WrongKind("qualifier-dropped", figures.qualifiers_dropped),
    WrongKind("qualifier-added", figures.qualifiers_added),
    WrongKind("figure", figures.figures),
    WrongKind("date", days.dates_moved),
    WrongKind("as-of", days.as_of_moved),
    WrongKind("period", days.periods_moved),
    WrongKind("other-date", days.dates_exchanged),
    WrongKind("event", names.events),
    WrongKind("participant", names.participants),
    WrongKind("holder", names.holders),
    WrongKind("role", names.offices),
    WrongKind("at", names.organisations),
    WrongKind("means", names.meanings, fails=False),
    WrongKind("said-by", standing.said_by, fails=False),
    WrongKind("via", standing.via, fails=False),
    WrongKind("stance", standing.stance),
    WrongKind("modality-dropped", standing.modality_dropped, fails=False),
    WrongKind("modality-added", standing.modality_added, fails=False),
    WrongKind("answer", names.answers),
    WrongKind("negation-cut", quotes.negations_cut),
    WrongKind("qualifier-cut", quotes.qualifiers_cut),
    WrongKind("splice", quotes.spliced),
    WrongKind("account", renderings.wrong_accounts, fails=False),
    WrongKind("translation", renderings.wrong_translations, fails=False),
)
NOT_TRIED = (("hours", "no kind changes the time of day yet"),)
