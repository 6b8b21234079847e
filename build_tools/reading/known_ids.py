"""Every id of a dossier, known from file names before any file is parsed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.effort import Effort
from build_tools.model import Kind, PropertyId, TermId, Vocabulary
from build_tools.problem import Problem
from build_tools.reading.ids import FOLDERS, folders_of
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import MOST_COMPARED, Known, some_of
from build_tools.reading.unknown import (
    IdsAndNames,
    NewFiles,
    called_by,
    hint_of,
    new_hint,
    unknown_term,
    words_of_term,
)

MOST = 6


@dataclass(frozen=True)
class KnownIds:
    """What an id may refer to.

    `annotations` are those with an id; `renamed` leads from old ids to new, `called` from names to ids.
    """

    entities: Mapping[str, Kind] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}))
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    annotations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    place: NewFiles = field(default_factory=NewFiles)
    effort: Effort = field(default_factory=lambda: Effort(MOST_COMPARED), compare=False)

    def folder_of(self, kind: Kind) -> str:
        """The folder of a kind that the dossier declares; nothing for one that ships."""
        return "" if kind in FOLDERS else folders_of(self.vocabulary.kinds)[kind]

    def entity(self, id: Located, *kinds: Kind) -> Problem | None:
        """What is wrong with an id that should be an entity's, of one of these kinds if any are named."""
        kind = self.entities.get(id)
        if kind is None:
            return self.unknown(id, kinds)
        if kinds and kind not in kinds:
            wanted = " or ".join(kinds)
            message = f"`{id}` is {a(kind)}, but {a(wanted)} belongs here"
            return Problem(id.origin, "wrong-kind", message, self.ids_of(id, kinds))
        return None

    def ids_of(self, id: str, kinds: tuple[Kind, ...]) -> str:
        """The ids of a fitting kind, for one of another kind; the nearest if one is near."""
        fitting = self.of_kinds(kinds)
        if not fitting.words:
            return f"there is none yet; {new_hint('some-id', kinds, self.place)}"
        shown = some_of((f"`{name}`" for name in sorted(fitting.words)), MOST)
        return fitting.did_you_mean(id) or f"the ids that fit: {shown}"

    def unknown(self, id: Located, kinds: tuple[Kind, ...] = ()) -> Problem:
        """An id that nothing has: the one that is meant, or the file to make."""
        known = IdsAndNames(self.of_kinds(kinds), self.called)
        hint = self.elsewhere(id) or hint_of(id, known, kinds, self.place)
        return Problem(id.origin, "unknown-id", f"no entity has the id `{id}`", hint)

    def elsewhere(self, id: str) -> str:
        """What an id is that is no entity's: an old one, an article's, a term's; or nothing."""
        if id in self.sources:
            return "this is an article: name what it is about, such as a person, an event, a figure"
        if TermId(id) in self.vocabulary.terms:
            return "this is a term: write it after a property, as in `{role: some-term}`"
        return self.renamed_to(id)

    def renamed_to(self, id: str) -> str:
        """What an old id is now, or nothing."""
        return f"its id is now `{self.renamed[id]}`" if id in self.renamed else ""

    def entity_or_term(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be an entity's or a term's."""
        if id in self.entities or TermId(id) in self.vocabulary.terms:
            return None
        return self.neither("term", self.entities_and_terms, (), id)

    def entity_or_source(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be an entity's or a source's."""
        if id in self.entities or id in self.sources:
            return None
        kinds = (Kind.ORGANISATION, Kind.PERSON)
        known = self.known("sources too", lambda: (*self.entities, *sorted(self.sources)))
        return self.neither("source", IdsAndNames(known, self.called), kinds, id)

    def neither(self, what: str, known: IdsAndNames, kinds: tuple[Kind, ...], id: Located) -> Problem:
        """An id that is neither an entity's nor of anything else that fits here."""
        hint = self.renamed_to(id) or hint_of(id, known, kinds, self.place)
        return Problem(id.origin, "unknown-id", f"no entity or {what} has the id `{id}`", hint)

    @cached_property
    def terms(self) -> IdsAndNames:
        """The terms, and the words in which each is written."""
        words = {str(name): words_of_term(term) for name, term in self.vocabulary.terms.items()}
        return IdsAndNames(Known(words, self.effort), called_by(words))

    @cached_property
    def entities_and_terms(self) -> IdsAndNames:
        """The entities and the terms, and what they are called."""
        both = Known((*self.entities, *self.terms.ids.words), self.effort)
        return IdsAndNames(both, {**self.called, **self.terms.called})

    @cached_property
    def _made(self) -> dict[Hashable, Known]:
        return {}

    def known(self, what: Hashable, words: Callable[[], Iterable[str]]) -> Known:
        """Words that one may have meant, put in order for likeness once."""
        if what not in self._made:
            self._made[what] = Known(words(), self.effort)
        return self._made[what]

    def of_kinds(self, kinds: tuple[Kind, ...]) -> Known:
        """The entities of some kinds, or of all."""
        fitting = (name for name, kind in self.entities.items() if not kinds or kind in kinds)
        return self.known(kinds, lambda: fitting)

    def source(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be a source's."""
        if id in self.sources:
            return None
        known = self.known("source", lambda: sorted(self.sources))
        hint = known.did_you_mean(id) or f"sources are the folders of {self.place.prefix}articles/"
        return Problem(id.origin, "unknown-id", f"no source has the id `{id}`", hint)

    def term(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be a term's."""
        if TermId(id) in self.vocabulary.terms:
            return None
        path = f"{self.place.prefix}vocabulary.yaml"
        return unknown_term(id, self.terms, path, self.place.languages)

    def answer(self, question: Located, id: Located) -> Problem | None:
        """What is wrong with an id that should be one of a question's answers."""
        known = self.answers.get(question, frozenset())
        if id in known:
            return None
        answers = self.known(("answer", str(question)), lambda: sorted(known))
        hint = answers.did_you_mean(id) or f"its answers: {some_of(answers.words) or 'none; see `answers:`'}"
        return Problem(id.origin, "unknown-answer", f"`{question}` has no answer `{id}`", hint)

    def properties_of(self, kind: Kind) -> Known:
        """The properties that may be said of an entity of a kind."""
        all = self.vocabulary.properties.items()
        return self.known(("property", kind), lambda: (str(id) for id, found in all if kind in found.of))

    def property_of(self, id: Located, kind: Kind) -> Problem | None:
        """What is wrong with the id of a property, said of an entity of this kind."""
        found = self.vocabulary.properties.get(PropertyId(id))
        if found and kind in found.of:
            return None
        fitting = self.properties_of(kind)
        hint = fitting.did_you_mean(id) or f"properties of {a(kind)}: {some_of(fitting.words) or 'none'}"
        if found and not fitting.words:
            hint = f"add `{kind}` to `of:` of `{id}` in the vocabulary, if it may be said of {a(kind)}"
        if found:
            message = f"`{id}` is not said of {a(kind)}"
            return Problem(id.origin, "property-not-of-kind", message, hint)
        return Problem(id.origin, "unknown-property", f"the vocabulary has no property `{id}`", hint)


def a(word: str) -> str:
    """The word with its article."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def itself(id: str, others: Iterable[Located]) -> Iterator[Problem]:
    """The places where a file names, as another, what it is itself about."""
    for other in others:
        if other == id:
            message = f"`{id}` refers to itself"
            yield Problem(other.origin, "names-itself", message, "name another, or delete it")
