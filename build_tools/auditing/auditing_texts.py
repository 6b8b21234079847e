"""Audit: each statement of a text is proven, contradicted, disputed or not here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.auditing.audit_types import Audit
from build_tools.auditing.audit_verdicts import Weighing
from build_tools.auditing.audited_inputs import audited_inputs
from build_tools.auditing.plain_article import plain_article
from build_tools.auditing.quoted_words import quoted_words
from build_tools.auditing.stated_claims import StatementFinder
from build_tools.grouped import grouped
from build_tools.model import DateValue, Dossier, EntityId, Stance


def audit(dossier: Dossier, text: str, published: DateValue | None = None) -> Audit:
    """Every number, date, office, answer and quotation of a text, held against the dossier."""
    article = plain_article(text, published)
    inputs = audited_inputs(dossier.inputs, article)
    stated = tuple(StatementFinder(inputs, _happened(dossier)).stated())
    weighing = Weighing(dossier, inputs, stated)
    found = [*(weighing.judged(one) for one in stated), *quoted_words(dossier, article)]
    placed = (replace(one, span=article.span(one.span)) for one in found)
    return Audit(text, tuple(sorted(placed, key=lambda one: (one.span.start, one.span.end, one.kind))))


def _happened(dossier: Dossier) -> Mapping[EntityId, Sequence[DateValue]]:
    """The dates that articles give each event, of those that they do not deny."""
    affirmed = (one for one in dossier.claims if one.qualifiers.stance is Stance.AFFIRMS)
    dated = ((one.subject, one.value) for one in affirmed if isinstance(one.value, DateValue))
    found = grouped(dated, lambda one: one[0])
    return {id: [date for _, date in pairs] for id, pairs in found.items()}
