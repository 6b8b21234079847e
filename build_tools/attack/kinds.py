"""The kinds of wrong variants, in the order in which they are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_tools.attack import days, quotes, renderings, wrong_figures, wrong_names, wrong_qualifiers
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
    WrongKind("value-of-quote", wrong_figures.value_of_quote),
    WrongKind("value-nearby", wrong_figures.value_nearby),
    WrongKind("digits", wrong_figures.digits),
    WrongKind("unit", wrong_figures.units),
    WrongKind("qualifier-dropped", wrong_figures.qualifiers_dropped),
    WrongKind("qualifier-added", wrong_figures.qualifiers_added),
    WrongKind("figure", wrong_figures.figures),
    WrongKind("date", days.dates_moved),
    WrongKind("as-of", days.as_of_moved),
    WrongKind("period", days.periods_moved),
    WrongKind("other-date", days.dates_exchanged),
    WrongKind("hour", days.hours_moved),
    WrongKind("event", wrong_names.events),
    WrongKind("participant", wrong_names.participants),
    WrongKind("holder", wrong_names.holders),
    WrongKind("role", wrong_names.offices),
    WrongKind("at", wrong_names.organisations),
    WrongKind("means", wrong_names.meanings, fails=False),
    WrongKind("said-by", wrong_qualifiers.said_by, fails=False),
    WrongKind("via", wrong_qualifiers.via, fails=False),
    WrongKind("stance", wrong_qualifiers.stance),
    WrongKind("modality-dropped", wrong_qualifiers.modality_dropped, fails=False),
    WrongKind("modality-added", wrong_qualifiers.modality_added, fails=False),
    WrongKind("answer", wrong_names.answers),
    WrongKind("negation-cut", quotes.negations_cut),
    WrongKind("qualifier-cut", quotes.qualifiers_cut),
    WrongKind("splice", quotes.spliced),
    WrongKind("account", renderings.wrong_accounts, fails=False),
    WrongKind("translation", renderings.wrong_translations, fails=False),
)
