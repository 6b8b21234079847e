"""The hints for an unknown id: the nearest known one, and how to make a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import indent

from build_tools.model import OUR_LANGUAGES, Kind, Term
from build_tools.problem import Problem
from build_tools.reading.ids import FOLDERS, ID
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import Known

OF_IDS = "an id is the name of a file: a to z, 0 to 9 and `-`"
PAGES = (Kind.PERSON, Kind.ORGANISATION, Kind.WORK, Kind.EVENT, Kind.FIGURE)
# What input methods for Chinese set where a list of ids wants a comma.
COMMAS = re.compile("[，、；]")


@dataclass(frozen=True, slots=True)
class NewFiles:
    """Where new things go, and the languages in which they are named."""

    prefix: str = "sources/"
    languages: tuple[str, ...] = OUR_LANGUAGES
    folders: Mapping[Kind, str] = field(default_factory=lambda: FOLDERS)


@dataclass(frozen=True, slots=True)
class IdsAndNames:
    """Ids that one may have meant; `called` leads to them from names and words."""

    ids: Known
    called: Mapping[str, str]


def hint_of(id: str, known: IdsAndNames, kinds: tuple[Kind, ...], place: NewFiles) -> str:
    """What to write in place of an unknown id.

    >>> hint_of("星河", IdsAndNames(Known(()), {"星河": "galaxy"}), (), NewFiles())
    'write the id, not the name: `galaxy`'
    >>> hint_of("meta、openai", IdsAndNames(Known(()), {}), (), NewFiles())
    'YAML reads this as one id: separate two with `, `, not with `、`'
    """
    if found := COMMAS.search(id):
        return f"YAML reads this as one id: separate two with `, `, not with `{found[0]}`"
    if id in known.called:
        return f"write the id, not the name: `{known.called[id]}`"
    if id.strip(".…") == "":
        return f"replace it with an id; {new_hint('some-id', kinds or (Kind.FIGURE,), place)}"
    near = known.ids.did_you_mean(id)
    if not ID.fullmatch(id):
        return near or OF_IDS
    return f"{near} If it is new: {command(id, kinds)}" if near else new_hint(id, kinds, place)


def new_hint(id: str, kinds: tuple[Kind, ...], place: NewFiles) -> str:
    """The command that makes the file of an entity, where the file is, and the least that it holds."""
    first = (kinds or PAGES)[0]
    body = "\n".join(f"  {line}" for line in entity_stub(first, place.languages).split("\n"))
    file = f"{place.prefix}{place.folders.get(first, first)}/{id}.yaml"
    return f"if it is new, {command(id, kinds)} makes {file}:\n{body}"


def command(id: str, kinds: tuple[Kind, ...]) -> str:
    """The command that makes an entity, and the kinds that it can make here.

    >>> command("paper-boat", (Kind.PERSON, Kind.ORGANISATION))
    '`dossier new person paper-boat` (or organisation)'
    """
    first, *others = kinds or PAGES
    return f"`dossier new {first} {id}`" + (f" (or {', '.join(others)})" if others else "")


def entity_stub(kind: Kind, languages: Sequence[str]) -> str:
    """The least that an entity's file holds."""
    return blank("question" if kind is Kind.QUESTION else "label", languages)


def blank(entry: str, languages: Sequence[str]) -> str:
    """An entry to fill in, once for each language of the dossier.

    >>> print(blank("label", ["en", "zh"]))
    label:
      en: …
      zh: …
    >>> print(blank("label", ["en"]))
    label: …
    """
    if len(languages) == 1:
        return f"{entry}: …"
    return "\n".join([f"{entry}:", *(f"  {language}: …" for language in languages)])


def unknown_term(
    id: Located, known: IdsAndNames, path: str, languages: Sequence[str] = OUR_LANGUAGES
) -> Problem:
    """A term that nothing defines."""
    hint = hint_of_term(id, known, path, languages)
    return Problem(id.origin, "unknown-term", f"the vocabulary has no term `{id}`", hint)


def hint_of_term(id: str, known: IdsAndNames, path: str, languages: Sequence[str] = OUR_LANGUAGES) -> str:
    """The term that is written so, the nearest, or how to add one.

    >>> hint_of_term("首席", IdsAndNames(Known(()), {"首席": "chief"}), "vocabulary.yaml")
    'write the id, not the words of an article: `chief`'
    """
    if id in known.called:
        return f"write the id, not the words of an article: `{known.called[id]}`"
    if near := known.ids.did_you_mean(id):
        return f"{near} If it is new: add it under `terms:` in {path}"
    label = indent(blank("label", languages), "    ")
    body = f"{label}\n    forms: [words of the articles]"
    name = id if ID.fullmatch(id) else "some-id"
    return f"if it is new, add it under `terms:` in {path}:\n  {name}:\n{body}"


def words_of_term(term: Term) -> tuple[str, ...]:
    """The words in which a term is written, and its labels."""
    return (*term.forms, *term.label.texts)


def called_by(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """From each word to the first that goes by it.

    >>> called_by({"chief": ["CEO", "head"], "leader": ["head"]})
    {'CEO': 'chief', 'head': 'chief'}
    """
    found: dict[str, str] = {}
    for id, own in words.items():
        for word in own:
            found.setdefault(str(word), id)
    return found
