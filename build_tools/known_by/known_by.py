"""What was known at a moment: the dossier without the articles, judgements and sentences that came later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from build_tools.known_by.known_texts import texts_known
from build_tools.known_by.known_words import KnownThen, links_in
from build_tools.model import (
    Annotation,
    Cell,
    Cut,
    DateValue,
    Entity,
    EntityId,
    Event,
    Figure,
    Inputs,
    LocalText,
    Question,
    Reason,
    Settings,
    SideBySide,
    Source,
    SourceId,
    Status,
    Theme,
    WrittenClaim,
    WrittenQualifiers,
)
from build_tools.text.folding import fold_plain
from build_tools.text.mentions import find_mentions
from build_tools.values import parse_edtf
from build_tools.values.moments import is_over
from build_tools.values.zones import earliest_zone, told_in


def known_by(inputs: Inputs, moment: DateValue) -> Inputs:
    """The inputs as they could have been at a moment; their `cut` is what is left out.

    An article counts from the end of the time in which it may have been published, a judgement from the
    end of its day.
    """
    moment = _in_zone(moment, inputs)
    inputs = texts_known(inputs, moment)
    sources = {id: one for id, one in inputs.sources.items() if is_over(one.published, moment)}
    annotations = tuple(one for one in inputs.annotations if one.source in sources)
    words = "\n".join(fold_plain(one.text) for one in sources.values())
    whole = len(sources) == len(inputs.sources)
    known = KnownThen(moment, frozenset(sources), _entities(inputs, sources, annotations), words, whole)
    return replace(
        inputs,
        settings=_settings(inputs.settings, known),
        sources={id: _source(one, known) for id, one in sources.items()},
        entities={id: _entity(one, known) for id, one in inputs.entities.items() if id in known.entities},
        annotations=tuple(_annotation(one, known) for one in annotations),
        scores={id: one for id, one in inputs.scores.items() if id in sources},
        earlier=tuple(_annotation(one, known) for one in inputs.earlier if one.source in sources),
        themes=tuple(_themes(inputs.themes, known)),
        side_by_side=_side_by_side(inputs.side_by_side, known),
        cut=_cut(inputs, known, annotations),
    )


def _themes(themes: Iterable[Theme], known: KnownThen) -> Iterator[Theme]:
    """The themes that have anything known in them."""
    for one in themes:
        if about := tuple(id for id in one.about if id in known.entities):
            yield replace(one, about=about)


def _side_by_side(whole: SideBySide, known: KnownThen) -> SideBySide:
    """The articles that were known, side by side, in sentences that cite no other."""
    points = tuple(
        replace(point, cells=tuple(one for one in point.cells if _is_cell_known(one, known)))
        for point in whole.points
    )
    changes = tuple(one for one in whole.changes if known.has(one.then) and known.has(one.now))
    return replace(whole, points=tuple(one for one in points if one.cells), changes=changes)


def _is_cell_known(cell: Cell, known: KnownThen) -> bool:
    return cell.source in known.sources and known.has(cell.text)


def _in_zone(moment: DateValue, inputs: Inputs) -> DateValue:
    """A moment whose clock names no zone: in that of the dossier, else of its earliest article."""
    published = (one.published for one in inputs.sources.values())
    return told_in(moment, inputs.settings.time_zone or earliest_zone(published))


def _cut(inputs: Inputs, known: KnownThen, annotations: Iterable[Annotation]) -> Cut:
    """What is left out, counted in the whole."""
    questions = (one for one in inputs.entities.values() if isinstance(one, Question))
    later = tuple(one.id for one in questions if one.decided and not _is_decided(one, known))
    prose = [text for text in _own_prose(inputs) if text and not known.shows(text)]
    prose += [text for text in _remarks(annotations) if not known.has(text)]
    absent = tuple(id for id in inputs.sources if id not in known.sources)
    return Cut(known.moment, absent, later, len(prose))


def _entities(
    inputs: Inputs, sources: Mapping[SourceId, Source], annotations: Iterable[Annotation]
) -> frozenset[EntityId]:
    """What the articles name, what their annotations speak of, and what those are of."""
    mentions, _ = find_mentions(sources, inputs.entities)
    spoken = {EntityId(word) for one in annotations for word in _words(one)}
    relayed = {entity for source in sources.values() for entity in source.relays}
    found = {mention.entity for mention in mentions} | spoken | relayed
    found |= {
        one.of for id, one in inputs.entities.items() if id in found and isinstance(one, Figure) and one.of
    }
    asked = {one.id for one in inputs.entities.values() if isinstance(one, Question) and one.about in found}
    return frozenset(found | asked) & inputs.entities.keys()


def _words(annotation: Annotation) -> Iterator[str]:
    """Every word of an annotation that may be the id of an entity."""
    yield from (meant.text for _, meant in annotation.means)
    for claim in annotation.claims:
        given = claim.qualifiers
        named = (claim.subject, claim.value, given.at, given.since, given.said_by, given.via)
        for word in named:
            match word:
                case LocalText():
                    yield from links_in(word)
                case None:
                    pass
                case _:
                    yield word.text


def _settings(settings: Settings, known: KnownThen) -> Settings:
    story = tuple(filter(known.shows, settings.story))
    return replace(settings, description=known.prose(settings.description), story=story)


def _source(source: Source, known: KnownThen) -> Source:
    """An article with the references that were known; why it is graded so may rest on later ones."""
    return replace(
        source,
        published_why=known.cited(source.published_why),
        reliability=replace(source.reliability, why=known.cited(source.reliability.why)),
        relayed_sources=known.articles(source.relayed_sources),
        not_relays=known.articles(source.not_relays),
        copies=known.articles(source.copies),
    )


def _entity(entity: Entity, known: KnownThen) -> Entity:
    """An entity with the names, prose and references that were known."""
    cut = replace(
        entity,
        aliases=tuple(alias for alias in entity.aliases if fold_plain(alias.text) in known.words),
        not_aliases=tuple((id, forms) for id, forms in entity.not_aliases if id in known.sources),
        summary=known.prose(entity.summary),
        note=known.prose(entity.note),
    )
    match cut:
        case Event():
            return replace(cut, after=known.only(cut.after), before=known.only(cut.before))
        case Figure():
            parts = known.only(cut.sum_of)
            whole = parts if len(parts) == len(cut.sum_of) else ()
            return replace(cut, unlike=known.only(cut.unlike), sum_of=whole)
        case Question():
            return _question(cut, known)
        case _:
            return cut


def _question(question: Question, known: KnownThen) -> Question:
    """A question with the judgement that was made by then, or open."""
    about = question.about if question.about in known.entities else None
    asked = replace(question, about=about, silent=known.articles(question.silent))
    if not _is_decided(question, known):
        bare = LocalText()
        return replace(asked, status=Status.OPEN, upholds="", seen=(), reason=bare, by=bare, decided="")
    cut = ((value, known.articles(ids)) for value, ids in question.seen)
    seen = tuple((value, ids) for value, ids in cut if ids)
    return replace(asked, seen=seen, upholds=_upheld(question, seen))


def _upheld(question: Question, seen: Iterable[tuple[str, tuple[SourceId, ...]]]) -> str:
    """The side that the editors hold, where an article gave it by then."""
    held = fold_plain(question.upholds)
    lost = {fold_plain(value) for value, _ in question.seen} - {fold_plain(value) for value, _ in seen}
    return "" if held in lost else question.upholds


def _is_decided(question: Question, known: KnownThen) -> bool:
    """Whether a judgement was made by then, and cites nothing later."""
    decided = parse_edtf(question.decided) if question.decided else None
    return (decided is None or is_over(decided, known.moment)) and known.has(question.reason)


def _annotation(annotation: Annotation, known: KnownThen) -> Annotation:
    """An annotation without the remarks that were not known; its claims stay, but for accounts that cite."""
    claims = tuple(_claim(claim, known) for claim in annotation.claims if _is_known(claim, known))
    accept = _accepted(annotation.accept, known)
    note, doubt = known.cited(annotation.note), known.cited(annotation.doubt)
    return replace(annotation, claims=claims, accept=accept, note=note, doubt=doubt)


def _is_known(claim: WrittenClaim, known: KnownThen) -> bool:
    return not isinstance(claim.value, LocalText) or known.has(claim.value)


def _claim(claim: WrittenClaim, known: KnownThen) -> WrittenClaim:
    given = claim.qualifiers
    inferred = tuple(replace(one, why=known.cited(one.why)) for one in given.inferred)
    note, doubt = (known.cited(each) or None if each else None for each in (given.note, given.doubt))
    cut = replace(given, inferred=inferred, accept=_accepted(given.accept, known), note=note, doubt=doubt)
    return replace(claim, qualifiers=cut)


def _accepted(given: Iterable[Reason], known: KnownThen) -> tuple[Reason, ...]:
    return tuple(one for one in given if known.has(one.why))


def _own_prose(inputs: Inputs) -> Iterator[LocalText]:
    """What the editors write of the whole, the story, and what they write of entities."""
    yield from (inputs.settings.description, *inputs.settings.story)
    for entity in inputs.entities.values():
        yield from (entity.summary, entity.note)


def _remarks(annotations: Iterable[Annotation]) -> Iterator[LocalText]:
    """What the editors write on annotations and claims; it rests on the quote beside it."""
    for annotation in annotations:
        yield from (annotation.note, annotation.doubt, *(one.why for one in annotation.accept))
        for claim in annotation.claims:
            if isinstance(claim.value, LocalText):
                yield claim.value
            yield from _notes(claim.qualifiers)


def _notes(given: WrittenQualifiers) -> Iterator[LocalText]:
    yield from (one.why for one in (*given.inferred, *given.accept))
    yield from (each for each in (given.note, given.doubt) if each)
