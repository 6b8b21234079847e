"""The page of an article: what it is, how much is annotated, its passages with their claims, its versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from babel import Locale, UnknownLocaleError

from build_tools.grouped import grouped
from build_tools.model import Claim, LocalText, Omission, ReaderCount, Share, Source, Withdrawn
from build_tools.pages.parts import attribution
from build_tools.pages.parts.attribution import publisher
from build_tools.pages.parts.character import character
from build_tools.pages.parts.footnotes import day_of_version, finish, gone, quoted
from build_tools.pages.parts.marked_passages import published_passages
from build_tools.pages.parts.measured import score_of_source
from build_tools.pages.parts.page_context import Context, name, sentence, source_said, tagged
from build_tools.pages.parts.sections import section
from build_tools.pages.parts.value_words import claimed, point_text, pointed
from build_tools.pages.parts.view import View
from build_tools.website import markdown as md
from build_tools.website.addresses import SOURCES, source_address
from build_tools.website.markdown import Markup
from build_tools.website.page import Page, PlannedPage

MOST_CELLS = 500
LANGUAGES = {"zh-Hans": "Chinese, Simplified", "zh-Hant": "Chinese, Traditional", "en": "English"}


def source_pages(view: View) -> Iterable[PlannedPage]:
    """A page for every article."""
    return (
        PlannedPage(source_address(each.id), partial(source_page, view, each), edit=each.origin.path)
        for each in view.index.sources
    )


def source_page(view: View, source: Source) -> Page:
    """What the article is, why it has its grade, how much is annotated, and its annotated passages."""
    context = Context(view, source_address(source.id))
    read = view.findings.shares[source.id]
    return finish(
        context,
        _page(view, source),
        facts(context, source),
        section(context, "What kind of article it is", "source-character", character(context, source)),
        section(context, "How far to trust it", "source-grade", reliability(context, source)),
        section(context, "How much of it is annotated", "source-read", how_much(context, source, read)),
        section(context, "How it was changed", "source-versions", versions(context, source)),
        section(context, "Its passages", "source-passages", published_passages(context, source)),
    )


def _page(view: View, source: Source) -> Page:
    title = source.title
    titles = (*title.texts, *source.publisher.texts)
    said = source_said(Context(view, SOURCES), source, title)
    return Page(
        address=source_address(source.id),
        title=said.text,
        lang=said.lang,
        description=_described(view, source),
        kind=view.edition.say("Article"),
        names=tuple(each for each in titles if each),
        edit=source.origin.path,
    )


def _described(view: View, source: Source) -> str:
    context = Context(view, SOURCES)
    by = context.phrases([publisher(context, source.id), md.text(attribution.published(view, source))])
    return md.strip_markup(
        context.fill("{article}. {read}", article=by, read=_shares(context, view.findings.shares[source.id]))
    )


def language_name(context: Context, tag: str) -> str:
    """What an edition calls a language; the tag where nothing is known of it."""
    if tag in LANGUAGES:
        return context.edition.say(LANGUAGES[tag])
    try:
        known = Locale.parse(tag, sep="-").get_display_name(context.edition.babel)
    except (UnknownLocaleError, ValueError):
        return tag
    return context.edition.script(known) if known else tag


def facts(context: Context, source: Source) -> Markup:
    """Title in its own script, author, publisher, where and when."""
    dated = md.unended(sentence(context, source.published_why))
    through = (
        tagged(context, context.edition.prose(source.through))
        if source.through != source.publisher
        else md.EMPTY
    )
    when = md.text(attribution.published(context.view, source))
    language = language_name(context, source.language)
    articles = (attribution.article(context, id) for id in source.relayed_sources)
    relayed = context.listed([*(name(context, id) for id in source.relays), *articles])
    rows = [
        ("Title", _title(context, source)),
        ("Author", tagged(context, source_said(context, source, source.author))),
        ("Publisher", publisher(context, source.id)),
        ("Received through", through),
        ("Published", context.fill("{value} ({how})", value=when, how=dated) if dated else when),
        ("Language", md.text(language)),
        ("Passes on reports of", relayed),
        ("Address", _address(context, source)),
    ]
    shown = [[context.say(label), value] for label, value in rows if value]
    return md.block(
        "div", md.table([context.say("What is known"), context.say("The article")], shown), class_="facts"
    )


def _title(context: Context, source: Source) -> Markup:
    title = md.inline("cite", md.text(attribution.own_title(source)), lang=source.language)
    none = context.say("received without a title; its first words are shown")
    return (
        context.fill("{value} ({how})", value=title, how=none) if attribution.is_untitled(source) else title
    )


def _address(context: Context, source: Source) -> Markup:
    return md.link(source.url, md.text(source.url)) if source.url else context.say("unknown")


def reliability(context: Context, source: Source) -> Markup:
    """The grade as a sentence, and why."""
    why = sentence(context, as_sentence(source.reliability.why))
    return md.paragraph(context.sentences([attribution.grade(context, source), why]))


def as_sentence(text: LocalText) -> LocalText:
    """Our English words that need not be a sentence, as one: a capital before, a point behind.

    >>> as_sentence(LocalText(en="an invented paper", zh="虚构的报纸")).en
    'An invented paper.'
    """
    return replace(text, en=_as_sentence(text.en), every=_as_sentence(text.every))


def _as_sentence(words: str) -> str:
    whole = f"{words[:1].upper()}{words[1:]}"
    return f"{whole}." if words.isascii() and words[-1:].isalnum() else whole


def how_much(context: Context, source: Source, read: Share) -> Markup:
    """The shares annotated and published, a bar of paragraphs, what is left out, how good the check is."""
    marked = context.say("Annotated paragraphs: {n} of {all}.", n=sum(read.marked), all=len(read.marked))
    cells = (md.inline("span", md.EMPTY, class_="cell on" if on else "cell") for on in in_few(read.marked))
    strip = md.line("div", md.join(cells), class_="strip", aria_hidden="true")
    score = score_of_source(context, source)
    readers = read_by_person(context, read.readers)
    return md.blocks(_shares(context, read), marked, strip, readers, left_out(context, source.omit), score)


def read_by_person(context: Context, count: ReaderCount) -> Markup:
    """How many annotations still wait for a person to read them; nothing where there are none at all."""
    if not count.annotations:
        return md.EMPTY
    if count.read == count.annotations:
        return context.say("A person has read every annotation.")
    unread = count.annotations - count.read
    return context.say("Annotations not yet read by a person: {n} of {all}.", n=unread, all=count.annotations)


def in_few(marked: Sequence[bool], most: int = MOST_CELLS) -> tuple[bool, ...]:
    """Paragraphs as a bar has room for them: of very many, each cell stands for some, one of them annotated.

    >>> in_few([True, False, False, False, True], most=3)
    (True, False, True)
    """
    each = -(-len(marked) // most) or 1
    return tuple(any(marked[at : at + each]) for at in range(0, len(marked), each))


def _shares(context: Context, read: Share) -> Markup:
    message = "{annotated}% of the article is annotated; {shown}% of it, in whole sentences, is shown below."
    return context.say(message, annotated=read.annotated, shown=read.published)


def left_out(context: Context, omissions: tuple[Omission, ...]) -> Markup:
    """The lines of the file that are not the article; those left out for one reason are one entry."""
    if not omissions:
        return md.EMPTY
    items = [
        context.fill(
            "{lines}: {why}",
            lines=context.listed(_lines(context, each) for each in same),
            why=sentence(context, why),
        )
        for why, same in grouped(omissions, lambda each: each.why).items()
    ]
    return md.blocks(context.say("Lines of the file that are not the article:"), md.bullets(items))


def _lines(context: Context, omission: Omission) -> Markup:
    if omission.first == omission.last:
        return context.say("line {n}", n=omission.first)
    return context.say("lines {first} to {last}", first=omission.first, last=omission.last)


def versions(context: Context, source: Source) -> Markup:
    """The days of its earlier texts, and what it no longer says; nothing where there are none."""
    if not source.versions:
        return md.EMPTY
    days = context.listed(md.text(day_of_version(context, version.day)) for version in source.versions)
    kept = context.fill(
        "The article was changed after it came out. The text of {date} is kept, too.", date=days
    )
    lost = context.view.dossier.withdrawn_of.get(source.id, ())
    if not lost:
        return md.blocks(kept, context.say("All words that are quoted here are still in it."))
    said = context.say("It no longer says what follows, and no agreement or disagreement here rests on it.")
    return md.blocks(context.sentences([kept, said]), md.bullets([_lost(context, one) for one in lost]))


def _lost(context: Context, one: Withdrawn) -> Markup:
    """The words, the day by which they were gone, and the claims that were read in them."""
    found, source = one.anchored, one.anchored.citation.source
    line = md.text(context.edition.say("line {n}", n=found.citation.line))
    named_anew = (source, found.id) in context.view.index.passages
    words = md.inline("span", quoted(context, found), id="" if named_anew else found.id)
    head = md.join([words, context.fill("({value})", value=line), gone(context, found)], md.SPACE)
    by_point = grouped(one.claims, lambda claim: (claim.subject, claim.property))
    return md.blocks(head, md.bullets([_read(context, same) for same in by_point.values()]))


def _read(context: Context, same: tuple[Claim, ...]) -> Markup:
    first = same[0]
    told = md.join((md.unended(claimed(context, each)) for each in same), md.text(" · "))
    return pointed(
        context, first.subject, md.text(point_text(context.view, first.subject, first.property)), told
    )
