"""Audit: each statement of a text is proven, contradicted, disputed or not here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.auditing.audit_types import Audit, AuditedStatement, AuditVerdict
from build_tools.auditing.audit_verdicts import Weighing, other_values
from build_tools.auditing.audited_inputs import audited_inputs
from build_tools.auditing.plain_article import PlainArticle, plain_article
from build_tools.auditing.quoted_words import quoted_words
from build_tools.auditing.stated_claims import StatementFinder
from build_tools.grouped import grouped
from build_tools.model import DateValue, Dossier, EntityId, Stance

BORNE_OUT = frozenset({AuditVerdict.PROVEN, AuditVerdict.DISPUTED})


def audit(dossier: Dossier, text: str, published: DateValue | None = None) -> Audit:
    """Every number, date, office, answer and quotation of a text, held against the dossier."""
    article = plain_article(text, published)
    found = [*_weighed(dossier, article), *quoted_words(dossier, article)]
    placed = (replace(one, span=article.span(one.span)) for one in found)
    return Audit(text, tuple(sorted(placed, key=lambda one: (one.span.start, one.span.end, one.kind))))


def _weighed(dossier: Dossier, article: PlainArticle) -> Sequence[AuditedStatement]:
    """Each statement with its verdict; what is not here by its own words may be proven by those of labels."""
    strict = _judged(dossier, article, loosely=False)
    if all(one.verdict is not AuditVerdict.NOT_HERE for one in strict):
        return strict
    loose = {(one.span, one.kind): one for one in _judged(dossier, article, loosely=True)}
    return [_better(one, loose.get((one.span, one.kind), one)) for one in strict]


def _better(strict: AuditedStatement, loose: AuditedStatement) -> AuditedStatement:
    """What the words of labels bear out; what they do not is open, with what the articles give."""
    if strict.verdict is not AuditVerdict.NOT_HERE:
        return strict
    if loose.verdict in BORNE_OUT:
        return loose
    return replace(strict, note=strict.note or loose.note or other_values(loose.claims))


def _judged(dossier: Dossier, article: PlainArticle, loosely: bool) -> list[AuditedStatement]:
    inputs = audited_inputs(dossier.inputs, article, loosely)
    stated = tuple(StatementFinder(inputs, _happened(dossier)).stated())
    weighing = Weighing(dossier, inputs, stated)
    return [weighing.judged(one) for one in stated]


def _happened(dossier: Dossier) -> Mapping[EntityId, Sequence[DateValue]]:
    """The dates that articles give each event, of those that they do not deny."""
    affirmed = (one for one in dossier.claims if one.qualifiers.stance is Stance.AFFIRMS)
    dated = ((one.subject, one.value) for one in affirmed if isinstance(one.value, DateValue))
    found = grouped(dated, lambda one: one[0])
    return {id: [date for _, date in pairs] for id, pairs in found.items()}
