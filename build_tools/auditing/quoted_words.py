"""The quotations of a text: word for word in an article, our translation of one, altered, or not here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.auditing.audit_types import AuditedStatement, AuditVerdict, PassageFound, StatedKind
from build_tools.auditing.plain_article import HAN, PlainArticle
from build_tools.model import Anchored, Dossier, Span
from build_tools.text.articles import (
    FoldedArticle,
    is_omitted,
    nearest_passage,
    open_article,
    places_of_words,
)
from build_tools.text.folding import fold_plain
from build_tools.text.paragraphs import line_of
from build_tools.text.quotations import quotations
from build_tools.text.text_patterns import worded
from build_tools.values import read_values

WORDS = re.compile(r"[^\W\d_]+")
LEAST_HAN, LEAST_WORDS = 6, 4  # shorter ones are names and terms in quotation marks
NEAR = 0.7  # of a quotation's signs, that the nearest passage shares in order
TRANSLATED = "the editors' translation; the article's own words are these"
ALTERED = "the article's words differ in {what}"
MISTRANSLATED = "the editors' translation of these words differs in {what}"


def quoted_words(dossier: Dossier, article: PlainArticle) -> Iterator[AuditedStatement]:
    """Each quotation that is long enough, with the passages that have it or are most like it."""
    opened = [open_article(source) for _, source in sorted(dossier.inputs.sources.items())]
    text = article.source.text
    for span in quotations(text):
        inner = Span(span.start + 1, span.end - (text[span.end - 1] not in "\n"))
        words = text[inner.start : inner.end].strip()
        if is_long_enough(words):
            yield _judged(inner, words, dossier, opened)


def is_long_enough(words: str) -> bool:
    """Whether it is a quotation, and not a name or a term in quotation marks.

    >>> is_long_enough("超级智能"), is_long_enough("we have no way back")
    (False, True)
    """
    return len(HAN.findall(words)) >= LEAST_HAN or len(WORDS.findall(words)) >= LEAST_WORDS


def _judged(span: Span, words: str, dossier: Dossier, opened: list[FoldedArticle]) -> AuditedStatement:
    bare = AuditedStatement(span, StatedKind.QUOTATION, words, AuditVerdict.NOT_HERE)
    plain = words.rstrip(".,，。;；!！?？…")
    found = tuple(one for each in opened for one in _places(each, plain))
    if found:
        return _with(bare, AuditVerdict.PROVEN, found)
    translated = tuple(_translated(plain, dossier))
    if translated:
        return _with(bare, AuditVerdict.TRANSLATED, translated, TRANSLATED)
    for each in opened:
        near = nearest_passage(each, plain)
        if near and (what := what_differs(plain, each.words(near))):
            passage = PassageFound(each.source.id, line_of(each.text, near.start), each.words(near))
            return _with(bare, AuditVerdict.CONTRADICTED, (passage,), ALTERED.format(what=what))
    return _altered_translation(bare, plain, dossier) or bare


def _with(
    bare: AuditedStatement, verdict: AuditVerdict, passages: tuple[PassageFound, ...], note: str = ""
) -> AuditedStatement:
    return AuditedStatement(bare.span, bare.kind, bare.words, verdict, passages=passages, note=note)


def _places(article: FoldedArticle, words: str) -> Iterator[PassageFound]:
    for place in places_of_words(article, words)[:1]:
        if not is_omitted(article, place.start, place.end):
            yield PassageFound(article.source.id, line_of(article.text, place.start), article.words(place))


def _translated(words: str, dossier: Dossier) -> Iterator[PassageFound]:
    """The passages whose translation by the editors has the words."""
    folded = fold_plain(words).lower()
    for one, text in _translations(dossier):
        if folded in fold_plain(text).lower():
            yield _passage(one)


def _translations(dossier: Dossier) -> Iterator[tuple[Anchored, str]]:
    for one in dossier.anchored:
        for text in (one.annotation.translation.en, one.annotation.translation.zh):
            if text:
                yield one, text


def _passage(one: Anchored) -> PassageFound:
    cited = one.citation
    return PassageFound(cited.source, cited.line, "…".join(cited.quote))


def _altered_translation(bare: AuditedStatement, words: str, dossier: Dossier) -> AuditedStatement | None:
    """The statement on a quotation that differs from one of our translations by a negation or a value."""
    from rapidfuzz import fuzz, process

    found = list(_translations(dossier))
    texts = [fold_plain(text).lower() for _, text in found]
    best = process.extractOne(
        fold_plain(words).lower(), texts, scorer=fuzz.partial_ratio, score_cutoff=100 * NEAR
    )
    if best is None:
        return None
    one, text = found[best[2]]
    what = what_differs(words, nearest_words(words, text))
    return (
        _with(bare, AuditVerdict.CONTRADICTED, (_passage(one),), MISTRANSLATED.format(what=what))
        if what
        else None
    )


def nearest_words(words: str, text: str) -> str:
    """The whole words of a text that are most like some words.

    >>> nearest_words("we will sell it", "He said that we will not sell it at all")
    'will not sell it'
    """
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words.lower(), text.lower())
    if found is None:
        return text
    start = text.rfind(" ", 0, found.dest_start + 1) + 1
    end = text.find(" ", found.dest_end)
    return text[start : len(text) if end < 0 else end]


def what_differs(words: str, theirs: str) -> str:
    """What a misquotation alters: a negation or a value; nothing where it is no misquotation.

    >>> what_differs("we will not sell the mill", "we will sell the mill")
    'a negation'
    """
    if not _is_near(words, theirs):
        return ""
    if len(worded("negation").findall(fold_plain(words))) != len(
        worded("negation").findall(fold_plain(theirs))
    ):
        return "a negation"
    ours, given = read_values(words), read_values(theirs)
    return "a value" if len(ours) == len(given) and list(ours) != list(given) else ""


def _is_near(words: str, theirs: str) -> bool:
    """Whether most of the signs of both are the same, in order."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(fold_plain(words), fold_plain(theirs)) >= NEAR
