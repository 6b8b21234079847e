"""Who says something, and on what terms: the same on every page."""

from __future__ import annotations

from build_tools.model import Claim, EntityId, NamedBy, PartProof, Quantity, Source, SourceId, Stance, TermId
from build_tools.pages.sheet import Sheet, linked, name, sentence, source_said, tagged
from build_tools.pages.view import View
from build_tools.pages.words import MODALITIES, is_money, term_text
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


def who(sheet: Sheet, claim: Claim) -> Markup:
    """Whom the article credits with a claim, or the article's publisher."""
    said_by = claim.qualifiers.said_by
    if not said_by:
        return short_name(sheet, claim.citation.source)
    if said_by in sheet.view.entities:
        return name(sheet, EntityId(said_by))
    return linked(sheet, term_text(sheet.view, TermId(said_by)))


def publisher(sheet: Sheet, id: SourceId) -> Markup:
    """Who published an article, in a word or two."""
    source = sheet.view.dossier.inputs.sources[id]
    return tagged(sheet, source_said(sheet, source, source.publisher)) or md.text(id)


def short_name(sheet: Sheet, id: SourceId) -> Markup:
    """An article where there is little room: its publisher, and what tells it from others by the same."""
    by = publisher(sheet, id)
    source = sheet.view.dossier.inputs.sources[id]
    match sheet.view.findings.named_by[id]:
        case NamedBy.PUBLISHER:
            return by
        case NamedBy.WORDS:
            words = tagged(sheet, Said(first_words(own_title(source)), source.language))
            return sheet.phrases([by, sheet.fill("“{words}”", words=words)])
        case how:
            day = source.published.earliest
            with_year = how is NamedBy.DATE
            return sheet.phrases([by, md.text(sheet.edition.day(day, with_year))]) if day else by


def first_words(title: str) -> str:
    """The first few words of a title.

    >>> first_words("The Mill Changes Hands at Last"), first_words("磨坊公司突然易主风波")
    ('The Mill Changes Hands…', '磨坊公司突然易主…')
    """
    if " " in title.strip():
        words = title.split()
        return " ".join(words[:WORDS]) + "…" * (len(words) > WORDS)
    return title[:CHARACTERS] + "…" * (len(title) > CHARACTERS)


def article(sheet: Sheet, id: SourceId) -> Markup:
    """An article by its short name, leading to its page."""
    return sheet.link(source_address(id), short_name(sheet, id))


def published(view: View, source: Source) -> str:
    """The day of an article, as far as it is known."""
    return view.edition.date(source.published) if source.published.edtf else view.edition.say("undated")


def grade(sheet: Sheet, source: Source) -> Markup:
    """How reliable an article is held to be, as a sentence."""
    letter = source.reliability.grade
    said = sheet.say(GRADES.get(letter, GRADES["F"]))
    return sheet.fill("{grade} (grade {letter}).", grade=said, letter=md.text(letter))


def own_title(source: Source) -> str:
    """An article's title in its own language, else in the one that there is."""
    title = source.title
    return title.every or (title.en if source.language == "en" else title.zh) or title.en or title.zh


def is_untitled(source: Source) -> bool:
    """Whether an article was received without a title: editors put its first words in brackets."""
    return own_title(source).startswith(("[", "〔"))


def qualifiers(sheet: Sheet, claim: Claim, with_place: bool = True) -> tuple[Markup, ...]:
    """When, where, by whom and how firmly a claim is made, each in a few words, and what editors add."""
    return (*terms(sheet, claim, with_place), *asides(sheet, claim))


def asides(sheet: Sheet, claim: Claim) -> tuple[Markup, ...]:
    """What editors add to a claim: why it follows where the quote alone cannot prove it, and a remark."""
    found = [_aside(_inferred(sheet, claim, part)) for part in claim.inferred]
    if claim.qualifiers.note:
        note = md.unended(sentence(sheet, claim.qualifiers.note))
        found.append(_aside(sheet.fill("note: {note}", note=note)))
    for one in claim.accepted:
        why = md.unended(sentence(sheet, one.why))
        found.append(_aside(sheet.fill("checked by hand: {why}", why=why)))
    return tuple(found)


def _inferred(sheet: Sheet, claim: Claim, one: PartProof) -> Markup:
    """Which part of a claim is inferred, why, and the words of the quote that say otherwise."""
    part = _part(sheet, claim, one.part)
    if not one.why:
        return sheet.fill("{part} inferred", part=part)
    why = md.unended(sentence(sheet, one.why))
    said = sheet.fill("{part} inferred: {why}", part=part, why=why)
    if not one.against:
        return said
    language = sheet.view.dossier.inputs.sources[claim.citation.source].language
    words = sheet.listed(md.inline("span", md.text(each), lang=language) for each in one.against)
    return sheet.fill("{said} (the quote gives {words})", said=said, words=words)


def _part(sheet: Sheet, claim: Claim, part: str) -> Markup:
    """A part of a claim in words."""
    known = sheet.view.dossier.inputs.vocabulary.properties
    property = known.get(claim.property) if claim.property and part == "value" else None
    said = sheet.edition.prose(property.label) if property else None
    return tagged(sheet, said) if said else sheet.say(PARTS[part])


def in_brief(sheet: Sheet, claim: Claim) -> tuple[Markup, ...]:
    """The same for a picture: which parts are inferred, but not why."""
    parts = (_part(sheet, claim, one.part) for one in claim.inferred)
    return (*terms(sheet, claim), *(sheet.fill("{part} inferred", part=part) for part in parts))


def _aside(content: Markup) -> Markup:
    """What editors add to an article's words, set apart from them."""
    return md.inline("span", content, class_="aside")


def terms(sheet: Sheet, claim: Claim, with_place: bool = True) -> tuple[Markup, ...]:
    """When, where, by whom and how firmly a claim is made."""
    said = claim.qualifiers
    edition = sheet.edition
    dates = (
        ("for {date}", said.period),
        ("as of {date}", said.as_of),
        ("from {date}", said.from_),
        ("until {date}", said.until),
    )
    found = [sheet.fill("at {place}", place=name(sheet, said.at))] if said.at and with_place else []
    found += [sheet.say(message, date=edition.time(value)) for message, value in dates if value]
    if said.since:
        found.append(sheet.fill("counted from {event}", event=name(sheet, said.since)))
    if isinstance(claim.value, Quantity) and claim.value.assumed and is_money(claim.value):
        found.append(sheet.say("currency assumed"))
    return (*found, *_origin(sheet, claim))


def _origin(sheet: Sheet, claim: Claim) -> tuple[Markup, ...]:
    said = claim.qualifiers
    if said.modality not in MODALITIES:
        return credited(sheet, claim)
    alone, by = MODALITIES[said.modality]
    how = sheet.fill(by, who=who(sheet, claim)) if said.said_by else sheet.say(alone)
    return (how, *_passed_on(sheet, claim))


def credited(sheet: Sheet, claim: Claim) -> tuple[Markup, ...]:
    """Whom the article credits with a claim, and whose report it passes on; nothing of its own words."""
    said = claim.qualifiers
    if not said.said_by:
        return _passed_on(sheet, claim)
    message = "denied by {who}" if said.stance is Stance.DENIES else "according to {who}"
    return (sheet.fill(message, who=who(sheet, claim)), *_passed_on(sheet, claim))


def _passed_on(sheet: Sheet, claim: Claim) -> tuple[Markup, ...]:
    via = claim.qualifiers.via
    return (sheet.fill("as reported by {outlet}", outlet=name(sheet, via)),) if via else ()
