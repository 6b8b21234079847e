"""Compares a translation or an account with its quote: names, negations, suppositions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from build_tools.evidence.proving.quoted_passage import Passage
from build_tools.evidence.proving.shared_words import has_words
from build_tools.evidence.proving.swaps import NamedText, are_swapped
from build_tools.evidence.proving.wording import stands_in
from build_tools.language import Force, cues_lost, speakers
from build_tools.language.pronouns import is_owner, referent_of
from build_tools.language.senses import Say, senses_lost, words_say
from build_tools.language.tables import words_of
from build_tools.model import Entity, EntityId, Kind, Mention, Span
from build_tools.text.folding import NUMERAL, fold_plain
from build_tools.text.letters import HAN
from build_tools.values import read_values

LATIN = re.compile(r"[A-Za-z]")
HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
ADDED = frozenset({Force.NEGATION, Force.DENIAL, Force.SUPPOSITION})
SAID_LAST = re.compile(r"\b(?:according to|quoted by|cited by|reported by|(?:said|says|added),? the)\b[^.]*$")
VERSION = re.compile(r"(?<![A-Za-z])[A-Za-z][\w'’-]*[ -]?[A-Za-z]?(?<!\d)(?P<number>\d+(?:\.\d+)*)(?![\d:])")
Ids = frozenset[EntityId]
Candidates = tuple[tuple[Span, frozenset[EntityId]], ...]
HAN_DIGITS = dict(zip("123456789", NUMERAL[2:11], strict=True))


def names_added(text: str, passage: Passage) -> tuple[EntityId, ...]:
    """The entities that a text names and neither quote nor context does, in any form of their names."""
    lexicon, known = passage.article.lexicon, passage.all_names
    words = (passage.words, *passage.context_words)
    told = (ids for _, ids in lexicon.candidates_in(text) if not ids & known)
    strange = (ids for ids in told if not any(_is_written(id, passage, words) for id in ids))
    return tuple(dict.fromkeys(min(ids) for ids in strange))


def _is_written(id: EntityId, passage: Passage, words: Iterable[str]) -> bool:
    forms = tuple(_full_and_short(passage.article.lexicon.forms_of(id)))
    return any(stands_in(form, one) for form in forms for one in words)


def _full_and_short(forms: Collection[str]) -> Iterator[str]:
    """Names with those of which the last character only says what they are: 临屿 for 临屿市."""
    yield from forms
    yield from (form[:-1] for form in forms if len(form) > 2 and not LATIN.search(form))


def names_lost(text: str, passage: Passage) -> tuple[EntityId, ...]:
    """The entities that the quote names and a whole translation does not, of those with an English name."""
    lexicon = passage.article.lexicon
    entities, told = lexicon.inputs.entities, set(lexicon.named_in(text))
    named = dict.fromkeys(one.entity for one in passage.mentions if _is_kept(one, entities[one.entity]))
    forms = {id: lexicon.forms_of(id) for id in named if id not in told}
    return tuple(
        id
        for id, all in forms.items()
        if any(map(LATIN.search, all)) and not any(stands_in(form, text) for form in (*all, *_surname(all)))
    )


def _surname(forms: Collection[str]) -> Iterator[str]:
    """The first word of a Chinese name in Latin letters, by which a translation may go on: Yue Chengzhi."""
    if any(HAN_NAME.fullmatch(form) for form in forms):
        yield from (form.split()[0] for form in forms if LATIN.search(form) and form.count(" ") == 1)


def _is_kept(mention: Mention, entity: Entity) -> bool:
    """Whether a translation keeps a name: of a person, or in Latin letters with a capital."""
    if entity.kind is Kind.PERSON:
        return True
    return entity.kind.is_plain and mention.raw.isascii() and mention.raw[0].isupper()


def names_of_one(one: str, other: str, passage: Passage) -> tuple[EntityId, ...]:
    """The entities that only one of two texts with the same meaning names."""
    first, second = (passage.article.lexicon.candidates_in(text) for text in (one, other))
    only, instead = _without(first, second), _without(second, first)
    return (*only, *instead) if only and instead else ()


def _without(some: Candidates, others: Candidates) -> tuple[EntityId, ...]:
    """The names that are not among the names of others."""
    known = {id for _, ids in others for id in ids}
    return tuple(dict.fromkeys(min(ids) for _, ids in some if not ids & known))


def are_exchanged(text: str, passage: Passage) -> bool:
    """Whether a text exchanges people of the quote; the speaker may come last."""
    ours = naming_of(text, passage)
    if _has_name_for_pronoun(ours, passage.text):
        return False
    last = {id for span, id in ours.places if SAID_LAST.search(text[: span.start])}
    return are_swapped(named_in_quote(passage), ours, last)


def _has_name_for_pronoun(ours: NamedText, quote: str) -> bool:
    """Whether a text is words of its quote but for a name in the place of a pronoun: 甲说她伤势不重."""
    pieces = [(ours.text[: span.start], ours.text[span.end :].rstrip(" .。")) for span, _ in ours.places[1:]]
    return any(
        before and f"{before}{pronoun}{rest}" in quote
        for before, rest in pieces
        for pronoun in words_of("pronouns_zh")
    )


def verbs_turned(text: str, passage: Passage) -> tuple[str, ...]:
    """The verbs of saying that a text gives to another than its quote does with the same verb."""
    naming = naming_of(text, passage)
    ours, theirs = _sayings(naming), _sayings(named_in_quote(passage))
    return tuple(
        verb
        for verb, (saying, accused) in ours.items()
        if verb in theirs
        and _is_turned(saying, accused, *theirs[verb])
        and not _is_copied(verb, naming, passage.text)
    )


def _is_copied(verb: str, naming: NamedText, quote: str) -> bool:
    """Whether a name and the verb right behind it are in the quote as they are in our text."""
    behind = ((naming.text[span.start : span.end], naming.text[span.end :]) for span, _ in naming.places)
    return any(
        rest.lstrip().lower().startswith(verb)
        and f"{name}{rest[: rest.lower().index(verb) + len(verb)]}" in quote
        for name, rest in behind
        if verb in rest.lower()
    )


def _is_turned(saying: Ids, accused: Ids, quoted: Ids, blamed: Ids) -> bool:
    """Whether others speak than in the quote, or its speakers are accused themselves."""
    return bool(saying and quoted and not saying & quoted) or bool(accused & quoted and not accused & blamed)


def _sayings(naming: NamedText) -> dict[str, tuple[Ids, Ids]]:
    """Who speaks, and who is accused, with each verb of saying of a text."""
    names = dict(naming.places)
    found: dict[str, tuple[Ids, Ids]] = {}
    for one in speakers(naming.text, tuple(names)):
        if words_say(naming.text[: one.cue.span.start], Say.GOING_ON):
            continue  # who speaks is said with another verb
        verb = fold_plain(one.cue.raw).lower()
        saying, accused = found.get(verb, (frozenset(), frozenset()))
        saying |= {names[span] for span in one.speakers}
        found[verb] = saying, accused | {names[span] for span in one.accused}
    return found


@lru_cache(maxsize=256)
def naming_of(text: str, passage: Passage) -> NamedText:
    """Our text with the names in it."""
    places = passage.article.lexicon.places_in(text)
    return NamedText(text, places, _people(places, passage), _kinds(places, passage))


@lru_cache(maxsize=256)
def named_in_quote(passage: Passage) -> NamedText:
    """The quote with the names in it, and the pronouns that mean them."""
    entities, at = passage.article.lexicon.inputs.entities, 0
    found = {one.span: one.entity for one in passage.mentions}
    meant = ((word, id) for word, id in passage.means if referent_of(word) and not is_owner(word))
    found |= {span: id for word, id in meant for span in passage.places((word,))}
    places: list[tuple[Span, EntityId]] = []
    for part in passage.citation.spans:
        inside = (span for span in found if span.is_within([part]) and entities[found[span]].kind.is_plain)
        places += [(_moved(span, at - part.start), found[span]) for span in sorted(inside, key=_start)]
        at += part.end - part.start + 1
    return NamedText(passage.text, tuple(places), _people(places, passage), _kinds(places, passage))


def _people(places: Iterable[tuple[Span, EntityId]], passage: Passage) -> frozenset[EntityId]:
    entities = passage.article.lexicon.inputs.entities
    return frozenset(id for _, id in places if entities[id].kind is Kind.PERSON)


def _kinds(places: Iterable[tuple[Span, EntityId]], passage: Passage) -> dict[EntityId, str]:
    entities = passage.article.lexicon.inputs.entities
    return {id: entities[id].kind for _, id in places}


def _start(span: Span) -> int:
    return span.start


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def versions_added(text: str, passage: Passage) -> tuple[str, ...]:
    """The numbers of a name in a text, as in "Llama 4", that neither quote nor context has."""
    plain = passage.article.lexicon.without_numbered(text)
    numbered = tuple(VERSION.finditer(plain))
    if not numbered:
        return ()
    read = [one.span for one in read_values(plain, passage.article.source.published)]
    given = fold_plain(" ".join((passage.words, *passage.context_words)))
    found = (one for one in numbered if not Span(*one.span("number")).touches(read))
    values = {one.value for one in passage.quantities}
    return tuple(
        one[0]
        for one in found
        if not _has_number(one["number"], given)
        and not (one["number"].isdecimal() and Decimal(one["number"]) in values)
    )


def _has_number(number: str, given: str) -> bool:
    whole = re.search(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)", given)
    return bool(whole) or HAN_DIGITS.get(number, number) in given


def words_lost(text: str, passage: Passage) -> tuple[str, ...]:
    """The words that deny, plan or suppose in the quote, and that a whole translation leaves out."""
    cues = (cue.raw for cue in cues_lost(passage.text, text))
    return (*cues, *senses_lost(passage.text, text))


def words_added(text: str, passage: Passage) -> tuple[str, ...]:
    """The words that deny or suppose in a text, and neither in the quote nor in its context.

    A plan is left out: English says "will" where Chinese says nothing.
    """
    given = "\n".join((passage.text, *passage.context_words))
    cues = (cue.raw for cue in cues_lost(text, given) if cue.force in ADDED)
    strange = (one for one in cues if not (one.isascii() and has_words(given, one)))
    return (*strange, *senses_lost(text, given))


def words_of_one(one: str, other: str) -> tuple[str, ...]:
    """The words that deny or suppose in only one of two texts of the same meaning."""
    lost = (*cues_lost(one, other), *cues_lost(other, one))
    cues = (cue.raw for cue in lost if cue.force is not Force.PLAN)
    return (*cues, *senses_lost(one, other), *senses_lost(other, one))
