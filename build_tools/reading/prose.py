"""The editors' prose as a file has it, and where its links and citations lead."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import OUR_LANGUAGES, WORDLESS, LocalText
from build_tools.problem import Problem
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.texts_by_language import ByLanguage
from build_tools.text.marks import MARK


def local(text: Located | ByLanguage | None) -> LocalText:
    """A text by the editors, by language or for every edition."""
    match text:
        case None:
            return WORDLESS
        case Located():
            return LocalText(every=str(text), origin=text.origin)
        case ByLanguage():
            given = tuple((language, one) for language, one in text.texts())
            place = next((one.origin for _, one in given if one), given[0][1].origin)
            others = tuple((language, str(one)) for language, one in given if language not in OUR_LANGUAGES)
            return LocalText(str(text.en or ""), str(text.zh or ""), others=others, origin=place)


def check_prose(
    text: Located | ByLanguage | None, names: KnownIds, lines: tuple[str, ...]
) -> Iterator[Problem]:
    """Every link and citation in a text that leads nowhere."""
    match text:
        case ByLanguage():
            for _, each in text.texts():
                yield from check_prose(each, names, lines)
        case Located() if "[" in text:
            for found in MARK.finditer(text):
                id = located_in(text, found["entity"] or found["cited"], lines)
                problem = names.entity(id) if found["entity"] else citation(id, names)
                if problem:
                    yield problem


def located_in(text: Located, part: str, lines: tuple[str, ...]) -> Located:
    """A part of a text with its own place, which may be some lines below the text's."""
    start = text.column - 1
    for number in range(text.line - 1, min(len(lines), text.line + text.count("\n") + 20)):
        column = lines[number].find(part, start)
        start = 0
        if part and column >= 0:
            return Located(part, text.path, number + 1, column + 1, len(part))
    return Located(part, text.path, text.line, text.column, text.width)


def citation(id: Located, names: KnownIds) -> Problem | None:
    """What is wrong with `source/annotation`."""
    source, _, annotation = id.partition("/")
    if source not in names.sources:
        hint = did_you_mean(source, names.sources) or "a citation is `[@source/annotation]`"
        return Problem(id.origin, "unknown-id", f"no source has the id `{source}`", hint)
    known = names.annotations.get(source)
    if known is None or annotation in known:
        return None  # None: an entry of that file is damaged, and may be the one that is meant
    hint = did_you_mean(annotation, known) or f"give the annotation an id: `id: {annotation or '…'}`"
    return Problem(id.origin, "unknown-id", f"no annotation of `{source}` has the id `{annotation}`", hint)
