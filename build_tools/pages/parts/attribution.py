"""Who says something, and on what terms: the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Claim, EntityId, NamedBy, PartProof, Quantity, Source, SourceId, Stance, TermId
from build_tools.pages.parts.page_context import Context, link_names, name, sentence, source_said, tagged
from build_tools.pages.parts.value_words import MODALITIES, is_money, plan_changed, term_text
from build_tools.pages.parts.view import View
from build_tools.text.paragraphs import page_number
from build_tools.values.dates import end_if_open
from build_tools.website import markdown as md
from build_tools.website.addresses import source_address
from build_tools.website.editions import Said
from build_tools.website.markdown import Markup

WORDS, CHARACTERS = 4, 8  # of a title, where there is little room
GRADES = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Its reliability cannot be judged",
}

PARTS = {
    "subject": "subject",
    "value": "value",
    "period": "period",
    "as_of": "time",
    "from": "beginning",
    "until": "end",
    "at": "place",
    "said_by": "speaker",
    "via": "outlet",
    "stance": "stance",
    "modality": "firmness",
}


def who(context: Context, claim: Claim) -> Markup:
    """Whom the article credits with a claim, or the article's publisher."""
    said_by = claim.qualifiers.said_by
    if not said_by:
        return short_name(context, claim.citation.source)
    if said_by in context.view.entities:
        return name(context, EntityId(said_by))
    return link_names(context, term_text(context.view, TermId(said_by)))


def publisher(context: Context, id: SourceId) -> Markup:
    """Who published an article, in a word or two."""
    return context.view.once(("publisher", id), lambda: _publisher(context, id))


def _publisher(context: Context, id: SourceId) -> Markup:
    source = context.view.dossier.inputs.sources[id]
    return tagged(context, source_said(context, source, source.publisher)) or md.text(id)


def short_name(context: Context, id: SourceId) -> Markup:
    """An article where there is little room: its publisher, and what tells it from others by the same."""
    return context.view.once(("short name", id), lambda: _short_name(context, id))


def _short_name(context: Context, id: SourceId) -> Markup:
    by = publisher(context, id)
    source = context.view.dossier.inputs.sources[id]
    match context.view.findings.named_by[id]:
        case NamedBy.PUBLISHER:
            return by
        case NamedBy.WORDS:
            words = tagged(context, Said(first_words(own_title(source)), source.language))
            return context.phrases([by, context.fill("“{words}”", words=words)])
        case NamedBy.HOUR:
            return context.phrases([by, md.text(_hour(context.view, source))])
        case how:
            day = source.published.earliest
            with_year = how is NamedBy.DATE
            return context.phrases([by, md.text(context.edition.day(day, with_year))]) if day else by


def _hour(view: View, source: Source) -> str:
    """The day and the hour of an article, as the clocks of the story show it."""
    date = view.local(source.published)
    at = date.clock.first if date.clock else None
    if date.earliest is None or at is None:
        return ""
    return view.edition.minute(date.earliest, at)


def first_words(title: str) -> str:
    """The first few words of a title.

    >>> first_words("The Mill Changes Hands at Last"), first_words("磨坊公司突然易主风波")
    ('The Mill Changes Hands…', '磨坊公司突然易主…')
    """
    if " " in title.strip():
        words = title.split()
        return " ".join(words[:WORDS]) + "…" * (len(words) > WORDS)
    return title[:CHARACTERS] + "…" * (len(title) > CHARACTERS)


def article(context: Context, id: SourceId) -> Markup:
    """An article by its short name, leading to its page."""
    return context.link(source_address(id), short_name(context, id))


def published(view: View, source: Source) -> str:
    """The day of an article, as far as it is known."""
    return view.edition.date(source.published) if source.published.edtf else view.edition.say("undated")


def grade(context: Context, source: Source) -> Markup:
    """How reliable an article is held to be, as a sentence."""
    letter = source.reliability.grade
    said = context.say(GRADES.get(letter, GRADES["F"]))
    return context.fill("{grade} (grade {letter}).", grade=said, letter=md.text(letter))


def own_title(source: Source) -> str:
    """An article's title in its own language, else in the one that there is."""
    title = source.title
    return title.every or title.in_language(source.language.partition("-")[0]) or title.first


def is_untitled(source: Source) -> bool:
    """Whether an article was received without a title: editors put its first words in brackets."""
    return own_title(source).startswith(("[", "〔"))


def qualifiers(context: Context, claim: Claim, with_place: bool = True) -> tuple[Markup, ...]:
    """The time, place, speaker and modality of a claim, each in a few words, and what editors add."""
    return (*terms(context, claim, with_place), *asides(context, claim))


def asides(context: Context, claim: Claim) -> tuple[Markup, ...]:
    """What editors add to a claim: why it follows where the quote alone cannot prove it, and a remark."""
    found = [_aside(_inferred(context, claim, part)) for part in claim.inferred]
    if claim.qualifiers.note:
        note = md.unended(sentence(context, claim.qualifiers.note))
        found.append(_aside(context.fill("note: {note}", note=note)))
    if doubt := context.view.findings.ways_in.doubt_of.get(claim.id):
        why = md.unended(sentence(context, doubt.why))
        found.append(_aside(context.fill("doubtful on its face: {why}", why=why)))
    for one in claim.accepted:
        why = md.unended(sentence(context, one.why))
        found.append(_aside(context.fill("checked by hand: {why}", why=why)))
    return tuple(found)


def _inferred(context: Context, claim: Claim, one: PartProof) -> Markup:
    """Which part of a claim is inferred, why, and the words of the quote that say otherwise."""
    part = _part(context, claim, one.part)
    if not one.why:
        return context.fill("{part} inferred", part=part)
    why = md.unended(sentence(context, one.why))
    said = context.fill("{part} inferred: {why}", part=part, why=why)
    if not one.against:
        return said
    language = context.view.dossier.inputs.sources[claim.citation.source].language
    words = context.listed(md.inline("span", md.text(each), lang=language) for each in one.against)
    return context.fill("{said} (the quote gives {words})", said=said, words=words)


def _part(context: Context, claim: Claim, part: str) -> Markup:
    """A part of a claim in words."""
    known = context.view.dossier.inputs.vocabulary.properties
    property = known.get(claim.property) if claim.property and part == "value" else None
    said = context.edition.prose(property.label) if property else None
    return tagged(context, said) if said else context.say(PARTS[part])


def in_brief(context: Context, claim: Claim) -> tuple[Markup, ...]:
    """The same for a picture: which parts are inferred, but not why."""
    parts = (_part(context, claim, one.part) for one in claim.inferred)
    return (*terms(context, claim), *(context.fill("{part} inferred", part=part) for part in parts))


def _aside(content: Markup) -> Markup:
    """What editors add to an article's words, set apart from them."""
    return md.inline("span", content, class_="aside")


def terms(context: Context, claim: Claim, with_place: bool = True) -> tuple[Markup, ...]:
    """The time, place, speaker and modality of a claim."""
    said = claim.qualifiers
    edition = context.edition
    dates = (
        ("for {date}", said.period),
        ("as of {date}", end_if_open(said.as_of) if said.as_of else None),
        ("from {date}", said.from_),
        ("until {date}", said.until),
    )
    found = [context.fill("at {place}", place=name(context, said.at))] if said.at and with_place else []
    found += [
        context.say(message, date=edition.time(context.view.local(value)))
        for message, value in dates
        if value
    ]
    if said.since:
        found.append(context.fill("counted from {event}", event=name(context, said.since)))
    if isinstance(claim.value, Quantity) and claim.value.assumed and is_money(claim.value):
        found.append(context.say("currency assumed"))
    return (*found, *_origin(context, claim))


def _origin(context: Context, claim: Claim) -> tuple[Markup, ...]:
    said = claim.qualifiers
    if said.modality not in MODALITIES:
        return credited(context, claim)
    alone, by = MODALITIES[said.modality]
    how = context.fill(by, who=who(context, claim)) if said.said_by else context.say(alone)
    return (how, *plan_changed(context, (claim,)), *_passed_on(context, claim))


def credited(context: Context, claim: Claim) -> tuple[Markup, ...]:
    """Whom the article credits with a claim, and whose report it passes on; nothing of its own words."""
    said = claim.qualifiers
    if not said.said_by:
        return _passed_on(context, claim)
    message = "denied by {who}" if said.stance is Stance.DENIES else "according to {who}"
    return (context.fill(message, who=who(context, claim)), *_passed_on(context, claim))


def shared_credit(context: Context, claims: Sequence[Claim]) -> Markup:
    """Whom an article credits with some claims, and whose report it passes on, if with all the same."""
    credits = {context.phrases(credited(context, claim)) for claim in claims}
    return next(iter(credits)) if len(credits) == 1 else md.EMPTY


def shared_speaker(context: Context, claims: Sequence[Claim]) -> Markup:
    """The one that an article credits with some claims, if it credits all of them to the same."""
    named = {claim.qualifiers.said_by for claim in claims}
    return who(context, claims[0]) if len(named) == 1 and named != {None} else md.EMPTY


def _passed_on(context: Context, claim: Claim) -> tuple[Markup, ...]:
    via = claim.qualifiers.via
    return (context.fill("as reported by {outlet}", outlet=name(context, via)),) if via else ()


def locator(context: Context, source: Source, line: int) -> Markup:
    """The line of an article, and the page of a PDF."""
    if page := page_number(source, line):
        return context.say("page {page}, line {n}", page=page, n=line)
    return context.say("line {n}", n=line)
