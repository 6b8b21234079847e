"""Names in an article that no file of the dossier has yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from build_tools.contributing.suggesting import mentions_in
from build_tools.data_files import read_data
from build_tools.language import Force, find_cues
from build_tools.language.offices import titles
from build_tools.language.tables import level_letters, one_of
from build_tools.model import Dossier, Kind, Source, SourceId, Span
from build_tools.text.mentions import find_forms
from build_tools.text.paragraphs import body

MOST = 8
# Capitalised words in a row, with the small words that names have; not at the start of a sentence.
ENGLISH = re.compile(
    r"(?<![.!?:“\"] )(?<!^)(?<![\w’'-])"
    r"[A-Z][a-zé’'-]+(?: (?:[A-Z][a-zé’'-]+|[A-Z]\.|de|van|von|bin|al))* [A-Z][a-zé’'-]+",
    re.M,
)
NO_NAME = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
    r"|October|November|December"
)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no file has, how often the article has it, and of what kind it seems to be."""

    name: str
    times: int

    @property
    def kind(self) -> Kind:
        """What a name of such words is mostly the name of: Castle Road Infirmary is an organisation."""
        last = self.name.split()[-1].lower()
        return next((kind for kind, words in kinds_by_words().items() if last in words), Kind.PERSON)


@cache
def kinds_by_words() -> dict[Kind, frozenset[str]]:
    """The last words of names that are of no person."""
    table = yaml.load(read_data(__package__, "name_words.yaml"), yaml.CSafeLoader)
    return {Kind(kind): frozenset(words) for kind, words in table.items()}


def unknown_names(dossier: Dossier, id: SourceId) -> tuple[UnknownName, ...]:
    """The names of an article that are not known yet, the most frequent first.

    English names are capitalised words in a row; Chinese ones are between the words of an office
    and a verb of saying.
    """
    source = dossier.inputs.sources[id]
    known = [one.span for one in mentions_in(source, dossier)]
    found = (*_english(source, known), *_chinese(source, known, dossier))
    counted = Counter(found).most_common(MOST)
    return tuple(UnknownName(name, times) for name, times in counted)


def _english(source: Source, known: list[Span]) -> Iterator[str]:
    for paragraph in body(source):
        for found in ENGLISH.finditer(source.text, paragraph.start, paragraph.end):
            if not Span(found.start(), found.end()).touches(known) and not NO_NAME.search(found[0]):
                yield found[0]


def _chinese(source: Source, known: list[Span], dossier: Dossier) -> Iterator[str]:
    """What is behind the words of an office, up to a verb of saying: 董事长吕知行表示."""
    terms = dossier.inputs.vocabulary.terms.values()
    forms = (*titles(), *(form for term in terms for form in term.forms))
    for paragraph in body(source):
        words = source.text[paragraph.start : paragraph.end]
        verbs = [cue.span.start for cue in find_cues(words) if cue.force in (Force.SPEECH, Force.DENIAL)]
        for office in find_forms(words, forms):
            for verb in verbs:
                name = words[office.end : verb]
                place = Span(paragraph.start + office.end, paragraph.start + verb)
                if is_chinese_name(name) and not place.touches(known):
                    yield name


def is_chinese_name(words: str) -> bool:
    """A family name that is common, and one or two characters behind it.

    >>> is_chinese_name("吕知行"), is_chinese_name("不禁"), is_chinese_name("向本報")
    (True, False, False)
    """
    return bool(re.fullmatch(rf"(?:{one_of('surnames')})[\u4e00-\u9fff]{{1,2}}", level_letters(words)))
