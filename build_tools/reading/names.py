"""Every id of a dossier, known from file names before any file is understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from build_tools.model import Kind, PropertyId, TermId, Vocabulary
from build_tools.problem import Origin, Problem
from build_tools.reading.hints import did_you_mean
from build_tools.reading.located import Located

ID = re.compile(r"[a-z0-9-]+")
MOST = 6
OF_IDS = "an id is the name of a file: a to z, 0 to 9 and `-`"
FOLDERS = {
    Kind.PERSON: "people",
    Kind.ORGANISATION: "organisations",
    Kind.WORK: "works",
    Kind.EVENT: "events",
    Kind.FIGURE: "figures",
    Kind.QUESTION: "questions",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What an id may refer to; `annotations` are those with an id, `renamed` leads from old ids to new."""

    entities: Mapping[str, Kind] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}))
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    annotations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    prefix: str = "sources/"

    def entity(self, id: Located, *kinds: Kind) -> Problem | None:
        """What is wrong with an id that should be an entity's, of one of these kinds if any are named."""
        kind = self.entities.get(id)
        if kind is None:
            return self.unknown(id, kinds)
        if kinds and kind not in kinds:
            wanted = " or ".join(kinds)
            message = f"`{id}` is {a(kind)}; here stands {a(wanted)}"
            return Problem(id.origin, "wrong-kind", message, self.ids_of(id, kinds))
        return None

    def ids_of(self, id: str, kinds: tuple[Kind, ...]) -> str:
        """The ids that may stand in place of one of another kind, the nearest if one is near."""
        fitting = [name for name, kind in self.entities.items() if kind in kinds]
        if not fitting:
            return f"there is none yet; {stub_hint('id', kinds, self.prefix)}"
        shown = ", ".join(f"`{name}`" for name in sorted(fitting)[:MOST])
        more = f" and {len(fitting) - MOST} more" if len(fitting) > MOST else ""
        return did_you_mean(id, fitting) or f"the ids that fit: {shown}{more}"

    def unknown(self, id: Located, kinds: tuple[Kind, ...] = ()) -> Problem:
        """An id that nothing has: the nearest one, or the file to make."""
        if id in self.renamed:
            hint = f"its id is now `{self.renamed[id]}`"
        else:
            near = did_you_mean(id, (n for n, kind in self.entities.items() if not kinds or kind in kinds))
            hint = near or (stub_hint(id, kinds, self.prefix) if ID.fullmatch(id) else OF_IDS)
        return Problem(id.origin, "unknown-id", f"no entity has the id `{id}`", hint)

    def entity_or_term(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be an entity's or a term's."""
        return self.entity_or("term", self.vocabulary.terms, id)

    def entity_or_source(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be an entity's or a source's."""
        return self.entity_or("source", self.sources, id)

    def entity_or(self, what: str, others: Collection[str], id: Located) -> Problem | None:
        """What is wrong with an id that should be an entity's or one of those others."""
        found = None if id in others else self.entity(id)
        if found and not found.hint.startswith("its id"):
            near = did_you_mean(id, (*self.entities, *others))
            message = f"no entity or {what} has the id `{id}`"
            return Problem(found.origin, found.code, message, near or found.hint)
        return found

    def source(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be a source's."""
        if id in self.sources:
            return None
        hint = did_you_mean(id, self.sources) or f"sources are the folders of {self.prefix}articles/"
        return Problem(id.origin, "unknown-id", f"no source has the id `{id}`", hint)

    def term(self, id: Located) -> Problem | None:
        """What is wrong with an id that should be a term's."""
        if TermId(id) in self.vocabulary.terms:
            return None
        return unknown_term(id, self.vocabulary.terms, f"{self.prefix}vocabulary.yaml")

    def answer(self, question: Located, id: Located) -> Problem | None:
        """What is wrong with an id that should be one of a question's answers."""
        known = self.answers.get(question, frozenset())
        if id in known:
            return None
        hint = did_you_mean(id, known) or f"its answers: {', '.join(sorted(known)) or 'none; see `answers:`'}"
        return Problem(id.origin, "unknown-answer", f"`{question}` has no answer `{id}`", hint)

    def properties_of(self, kind: Kind) -> list[str]:
        """The properties that may be said of an entity of a kind."""
        return [str(name) for name, found in self.vocabulary.properties.items() if kind in found.of]

    def property_of(self, id: Located, kind: Kind) -> Problem | None:
        """What is wrong with the id of a property, said of an entity of this kind."""
        found = self.vocabulary.properties.get(PropertyId(id))
        if found and kind in found.of:
            return None
        fitting = self.properties_of(kind)
        hint = did_you_mean(id, fitting) or f"properties of {a(kind)}: {', '.join(fitting) or 'none'}"
        if found:
            message = f"`{id}` is not said of {a(kind)}"
            return Problem(id.origin, "property-not-of-kind", message, hint)
        return Problem(id.origin, "unknown-property", f"the vocabulary has no property `{id}`", hint)


def unknown_term(id: Located, known: Iterable[str], path: str) -> Problem:
    """A term that nothing defines: the nearest one, or what to write for a new one."""
    stub = f"  {id}:\n    label:\n      en: …\n      zh: …\n    forms: [words of the articles]"
    hint = did_you_mean(id, known) or f"add it under `terms:` in {path}:\n{stub}"
    return Problem(id.origin, "unknown-term", f"the vocabulary has no term `{id}`", hint)


def a(word: str) -> str:
    """The word with its article."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def bad_id(id: str, origin: Origin) -> Problem | None:
    """What is wrong with the form of an id.

    >>> bad_id("Scale AI", Origin("x.yaml")).hint
    'rename it: `scale-ai`'
    """
    if ID.fullmatch(id):
        return None
    better = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    hint = f"rename it: `{better}`" if better else "choose one in Latin letters"
    message = f"`{id}` is no id: only a to z, 0 to 9 and `-` may stand in one"
    return Problem(origin, "bad-id", message, hint)


def stub(kind: Kind) -> str:
    """The least that an entity's file holds."""
    label = "question" if kind is Kind.QUESTION else "label"
    return f"{label}:\n  en: …\n  zh: …"


def stub_hint(id: str, kinds: tuple[Kind, ...], prefix: str) -> str:
    """How to make the file of an entity that is not there."""
    wanted = kinds or (Kind.PERSON, Kind.ORGANISATION, Kind.WORK, Kind.EVENT, Kind.FIGURE)
    *some, last = (f"{FOLDERS[kind]}/" for kind in wanted)
    paths = f"{', '.join(some)} or {last}" if some else last
    body = "\n".join(f"  {line}" for line in stub(wanted[0]).split("\n"))
    return f"if it is new, write `{id}.yaml` in {prefix}{paths}, with at least:\n{body}"
