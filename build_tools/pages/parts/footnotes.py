"""What pages share: footnotes, the line of a claim, what sources say of a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from build_tools.findings.passages import GAP
from build_tools.findings.readers import is_unread_draft
from build_tools.model import (
    Anchored,
    Claim,
    Source,
    TextValue,
)
from build_tools.pages.parts.attribution import (
    is_untitled,
    locator,
    published,
    publisher,
    qualifiers,
    short_name,
)
from build_tools.pages.parts.linked_data import linked_data
from build_tools.pages.parts.page_context import Context, source_said, tagged
from build_tools.pages.parts.page_footer import page_footer, published_at
from build_tools.pages.parts.view import View, note_key
from build_tools.text.folding import fold, fold_plain
from build_tools.values import received_at
from build_tools.website import markdown as md
from build_tools.website.addresses import Address, claim_address, passage_address, relative
from build_tools.website.editions import Said
from build_tools.website.markdown import Markup
from build_tools.website.page import Page
from build_tools.website.typography import in_single

MOST_CITED = 100
NUMBERED = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:?\d\d)?-?")


def cites(claims: Iterable[Claim]) -> Markup:
    """The marks of the footnotes that show what claims rest on, each once; of very many the first."""
    keys = dict.fromkeys(note_key(claim.citation.source, claim.passage) for claim in claims)
    return md.join(md.footnote(each) for each in islice(keys, MOST_CITED))


def with_folded_footnotes(context: Context, *content: Markup) -> tuple[Markup, ...]:
    """What is on a page, and below it a line that opens to show its footnotes, where it has any."""
    if not md.footnotes_in(md.blocks(*content)):
        return content
    return (*content, md.folded_footnotes(context.say("Footnotes, with the words")))


def quotation(context: Context, found: Anchored) -> Markup:
    """The words of the article, in its own script."""
    source = context.view.dossier.inputs.sources[found.citation.source]
    return md.inline("q", md.text(GAP.join(found.citation.quote)), lang=source.language)


def translation(context: Context, found: Anchored) -> Markup:
    """What the words mean in this edition's language, where the article is in another."""
    key = ("translation", found.citation.source, found.id, found.annotation.version)
    return context.view.once(key, lambda: _translation(context, found))


def _translation(context: Context, found: Anchored) -> Markup:
    source = context.view.dossier.inputs.sources[found.citation.source]
    said, here = context.edition.prose(found.annotation.translation), context.edition.lang
    if not said.text or source.language[:2] in (said.lang[:2], here[:2]):
        return md.EMPTY
    words = said.text if said.lang.startswith("zh") else in_single(said.text)
    lang = {} if said.lang == here else {"lang": said.lang}
    return md.inline("span", md.text(f"“{words}”"), class_="translation", **lang)


def whose(context: Context, shown: Iterable[Anchored]) -> Markup:
    """Whose the translations are, where some of the passages shown have one."""
    if not any(translation(context, found) for found in shown):
        return md.EMPTY
    return context.say("Translations are the editors'.")


def quoted(context: Context, found: Anchored) -> Markup:
    """A passage as a reader of this edition wants it: the translation first, then the words."""
    return md.join([translation(context, found), quotation(context, found)], md.SPACE)


def byline(context: Context, source: Source, line: int) -> Markup:
    """Publisher, title, date and line."""
    return context.view.once(("byline", source.id, str(line)), lambda: _byline(context, source, line))


def _byline(context: Context, source: Source, line: int) -> Markup:
    title = md.inline("cite", tagged(context, source_said(context, source, source.title)))
    if context.edition.chinese and not is_untitled(source):  # where English has italics, Chinese has 《》
        title = context.fill("“{title}”", title=title)
    when = md.text(published(context.view, source))
    parts = [publisher(context, source.id), title, when, locator(context, source, line)]
    return md.inline("span", context.phrases(parts), class_="byline")


def note(context: Context, found: Anchored) -> Markup:
    """A footnote: the quotation, where it is, and the way to it."""
    there = passage_address(found.citation.source, found.id)
    key = ("note", relative(context.here, there), found.annotation.version)
    return context.view.once(key, lambda: _note(context, found, there))


def _note(context: Context, found: Anchored, there: Address) -> Markup:
    source = context.view.dossier.inputs.sources[found.citation.source]
    printed = published_at(context.view, there)
    way = context.link(there, context.say("See it in the article"), css="passage-link", printed=printed)
    parts = [
        quoted(context, found),
        byline(context, source, found.citation.line),
        *proving_passages(context, found),
        gone(context, found),
        unread_draft(context, found),
        way,
    ]
    return md.join(parts, md.SPACE)


def gone(context: Context, found: Anchored) -> Markup:
    """That the article no longer has the words, and since when; nothing where it has them."""
    source = context.view.dossier.inputs.sources[found.citation.source]
    if not found.annotation.version:
        return md.EMPTY
    day = source.replaced(found.annotation.version)
    if not day:
        return context.say("These words are gone in the version that we have now.")
    return context.say("These words are gone in the version of {date}.", date=day_of_version(context, day))


def unread_draft(context: Context, found: Anchored) -> Markup:
    """That a draft has been proven and no person has read it; nothing of any other annotation."""
    if not is_unread_draft(found):
        return md.EMPTY
    drafter = md.text(found.annotation.drafted_by)
    return context.fill("Drafted by {name}, not yet read by a person.", name=drafter)


def day_of_version(context: Context, day: str) -> str:
    """The day of a version, and the minute, in the manner of the edition; the second of one has a number."""
    parsed, number = received_at(day), NUMBERED.sub("", day)
    shown = context.edition.date(parsed) if parsed else day
    return context.edition.say("{date} ({n})", date=shown, n=number) if number else shown


def proving_passages(context: Context, found: Anchored) -> Iterator[Markup]:
    """The passages of the article that prove what the quotation leaves out."""
    source = context.view.dossier.inputs.sources[found.citation.source]
    for passage in found.context:
        words = md.inline("q", md.text(GAP.join(passage.quote)), lang=source.language)
        said = context.fill("and line {n}: {words}", n=md.text(str(passage.line)), words=words)
        if passage.line == found.citation.line:
            said = context.fill("and in the same line: {words}", words=words)
        yield md.inline("span", said, class_="context")


def notes(context: Context, body: Markup) -> Markup:
    """The footnotes that a page leads to, in order, and whose their translations are, unless it says so."""
    known = context.view.notes
    used = [(each, known[each]) for each in md.footnotes_in(body) if each in known]
    said = whose(context, (found for _, found in used))
    head = md.EMPTY if said in body else md.paragraph(said, css="notes")
    return md.blocks(head, *(md.footnote_text(each, note(context, found)) for each, found in used))


def claim_mark(claim: Claim, content: Markup) -> Markup:
    """Words with the permanent address of the claim that they state, and its earlier ones."""
    earlier = md.join([md.inline("span", md.EMPTY, id=old) for old in claim.was])
    return md.inline("span", md.join([earlier, content]), id=claim.id, class_="claim")


def raw(context: Context, claim: Claim) -> Markup:
    """The article's own words for a value; our sentence has none, nor what is only inferred."""
    words = "" if isinstance(claim.value, TextValue) else value_as_quoted(claim)
    source = context.view.dossier.inputs.sources[claim.citation.source]
    return md.inline("span", md.text(words), class_="raw", lang=source.language) if words else md.EMPTY


def value_as_quoted(claim: Claim) -> str:
    """A value in the characters of the quote, whatever script its file has; none that is not there."""
    return _as_quoted(claim.raw, claim.citation.quote)


@lru_cache(maxsize=1 << 14)
def _as_quoted(words: str, quote: tuple[str, ...]) -> str:
    sought = fold_plain(words)
    for part in quote if sought else ():
        folded = fold(part)
        start = folded.text.find(sought)
        if start >= 0:
            span = folded.span(start, start + len(sought))
            return part[span.start : span.end]
    return ""


def claim_words(context: Context, claim: Claim, with_place: bool = True) -> Markup:
    """Who says it, in which words, and on what terms."""
    who = short_name(context, claim.citation.source)
    own = raw(context, claim)
    says = context.fill("{who}: {words}", who=who, words=own) if own else who
    return context.phrases([says, *qualifiers(context, claim, with_place)])


def ways(context: Context, claim: Claim) -> Markup:
    """A claim's own address."""
    called = context.edition.say("The address of this line")
    own = md.inline("a", md.text("#"), class_="permalink", href=f"#{claim.id}", aria_label=called)
    return md.inline("span", own, class_="ways")


def retold(context: Context, claim: Claim) -> Markup:
    """The same line away from the claim's own place: it leads there instead."""
    way = context.link(home_of(context.view, claim), md.text("#"), css="permalink")
    return md.join([claim_words(context, claim), cites([claim]), md.SPACE, way])


def home_of(view: View, claim: Claim) -> Address:
    """The permanent address of a claim."""
    return claim_address(claim, view.entities[claim.subject])


def _way_to(context: Context, key: str) -> Markup:
    """The way to a passage, where a page has no room for one more footnote."""
    found = context.view.notes.get(key)
    there = passage_address(found.citation.source, found.id) if found else None
    return context.link(there, md.text("¶")) if there else md.EMPTY


def finish(context: Context, page: Page, *content: Markup) -> Page:
    """A page with its title, what is on it, how to cite and edit it, and its footnotes."""
    title = tagged(context, Said(page.title, page.lang or context.edition.lang))
    body = md.blocks(md.heading(1, title), *content, page_footer(context, page))
    body = md.footnotes_limited(body, lambda key: _way_to(context, key))
    described = page.description or md.lead_in(body)
    whole = md.linked_once(md.blocks(body, notes(context, body)))
    made = replace(page, body=whole, description=described)
    return replace(made, linked_data=linked_data(context, made))
