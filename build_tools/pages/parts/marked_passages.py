"""The published passages of an article: each quote marked, and beside it what is read out of it."""

from __future__ import annotations

from build_tools.findings.passages import GAP, mark_of
from build_tools.grouped import grouped
from build_tools.model import Anchored, Claim, LocalText, Paragraph, Segment, Source, Stance
from build_tools.pages.parts.attribution import credited, locator
from build_tools.pages.parts.doubt_lines import doubt_remark
from build_tools.pages.parts.footnotes import home_of, translation, unread_draft, whose
from build_tools.pages.parts.page_context import Context, sentence
from build_tools.pages.parts.page_footer import repository
from build_tools.pages.parts.value_words import claimed, point_text, pointed
from build_tools.website import markdown as md
from build_tools.website.markdown import Markup

MOST_PARTS = 200  # of a line: what is longer is in several paragraphs
SORTS = {"figure": "a figure", "date": "a date", "name": "a name or a role", "account": "a report"}


def published_passages(context: Context, source: Source) -> Markup:
    """The annotated sentences in order, each quote leading to the claims made from it."""
    found = context.view.findings.published[source.id]
    if not found:
        return md.EMPTY
    said = context.say(
        "Marked words link to the claims made from them. "
        "[…] marks omitted sentences: only sentences that something here is based on are published."
    )
    note = context.sentences([said, whose(context, (quote for each in found for quote in each.quotes))])
    return md.blocks(note, legend(context), *(_paragraph(context, source, each) for each in found))


def legend(context: Context) -> Markup:
    """What the marks mean, in words too."""
    marks = [md.inline("mark", context.say(words), class_=f"hl {sort}") for sort, words in SORTS.items()]
    return md.paragraph(md.join(marks, md.SPACE), css="legend")


def _paragraph(context: Context, source: Source, paragraph: Paragraph) -> Markup:
    number = md.inline("span", locator(context, source, paragraph.line), class_="line")
    shown = [part for before, row in paragraph.sentences for part in _sentence(context, before, row)]
    shown += [md.text(GAP)] if paragraph.cut else []
    pieces = (md.join(shown[at : at + MOST_PARTS]) for at in range(0, len(shown), MOST_PARTS))
    words = md.blocks(*(md.line("p", piece, lang=source.language, class_="words") for piece in pieces))
    beside = md.blocks(*(_margin(context, quote) for quote in paragraph.quotes))
    margin = md.block("div", beside, class_="margin") if beside else md.EMPTY
    gap = md.paragraph(md.text("[…]"), css="gap") if paragraph.after_gap else md.EMPTY
    body = md.blocks(md.line("p", number, class_="where"), words, margin)
    return md.blocks(gap, md.block("div", body, class_="passage", id=f"line-{paragraph.line}"))


def _sentence(context: Context, before: str, row: tuple[Segment, ...]) -> list[Markup]:
    return [md.text(before), *(_segment(context, each) for each in row)]


def _segment(context: Context, segment: Segment) -> Markup:
    if not segment.under:
        return md.text(segment.text)
    quote = min(segment.under, key=lambda each: (each.citation.end - each.citation.start, each.id))
    named = quote if quote in segment.begins else next(iter(segment.begins), None)
    others = [md.inline("span", md.EMPTY, id=each.id) for each in segment.begins if each is not named]
    claims = context.view.index.claims_of_passage.get((quote.citation.source, quote.id), ())
    mark = md.inline(
        "mark", md.text(segment.text), id=named.id if named else "", class_=f"hl {mark_of(claims)}"
    )
    return md.join([*others, md.link(f"#{margin_id(quote)}", mark)])


def margin_id(quote: Anchored) -> str:
    """Where the claims made from a quote are listed, beside it."""
    return md.identifier(f"of-{quote.id}")


def _margin(context: Context, quote: Anchored) -> Markup:
    claims = context.view.index.claims_of_passage.get((quote.citation.source, quote.id), ())
    in_order = sorted(claims, key=lambda claim: (claim.origin.line, claim.origin.column))
    by_point = grouped(in_order, lambda claim: (claim.subject, claim.property))
    ways = md.join(_ways(context, quote), md.text("\u00a0· "))
    said = md.join([translation(context, quote), ways], md.SPACE)
    head = md.line("p", said, id=margin_id(quote))
    noted = _noted(context, quote.annotation.note)
    doubted = doubt_remark(context, quote)
    unread = unread_draft(context, quote)
    return md.blocks(
        head, doubted, noted, unread, md.bullets([_claims(context, same) for same in by_point.values()])
    )


def _ways(context: Context, quote: Anchored) -> tuple[Markup, ...]:
    """Back to the words, and on to where editors wrote down what they read in them."""
    written = quote.annotation.origin
    entry = repository(context.view, written.path, written.line)
    return (
        md.link(f"#{md.identifier(quote.id)}", context.say("the words"), css="back"),
        md.link(entry, context.say("our entry"), css="entry") if entry else md.EMPTY,
    )


def _noted(context: Context, note: LocalText) -> Markup:
    return context.fill("The editors note: {note}", note=sentence(context, note)) if note else md.EMPTY


def _claims(context: Context, same: tuple[Claim, ...]) -> Markup:
    """What a quote says on one point."""
    first = same[0]
    label = md.text(point_text(context.view, first.subject, first.property))
    told = md.join((_told(context, each) for each in same), md.text(" · "))
    return pointed(context, first.subject, context.link(home_of(context.view, first), label), told)


def _told(context: Context, claim: Claim) -> Markup:
    """What one claim says, and the speaker that the article names."""
    value, by = claimed(context, claim), context.phrases(credited(context, claim))
    if by and claim.value is None and claim.qualifiers.stance is Stance.DENIES:
        return by
    return context.fill("{value} — {claim}", value=md.unended(value), claim=by) if by else value
