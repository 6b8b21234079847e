"""`source.yaml`: what is known about an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from build_tools.model import (
    UNKNOWN,
    DateValue,
    EntityId,
    Kind,
    LocalText,
    Omission,
    Reliability,
    Source,
    SourceId,
    Version,
    Written,
)
from build_tools.problem import Problem, Problems
from build_tools.reading.known_ids import KnownIds, itself
from build_tools.reading.located import Located, Node, place_of, whole_file
from build_tools.reading.prose import check_prose, local
from build_tools.reading.received import ReceivedArticle
from build_tools.reading.shapes import ReceivedShape, SourceShape, VersionShape
from build_tools.reading.texts_by_language import Local
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document
from build_tools.text.folding import fold_plain
from build_tools.text.text_patterns import worded
from build_tools.values import parse_edtf
from build_tools.values.zones import told_in

UNDATED = DateValue(None, None, None)
STAND_IN = "0" * 64


def parse_source(
    document: Document, article: ReceivedArticle, names: KnownIds, zone: str | None = None
) -> tuple[Source, Problems]:
    """What is known about an article, and the article; its bytes must be those that were received."""
    start = whole_file(document.path)
    shape, problems = salvage(SourceShape, document.data, start, least(document.path, article.id))
    text = (article.text or b"").decode("utf-8", "replace")
    source = Source(
        id=article.id,
        text=text,
        title=local(shape.title),
        author=local(shape.author),
        publisher=local(shape.publisher),
        through=local(shape.through),
        url="" if shape.url in (None, UNKNOWN) else str(shape.url),
        published=told_in(parse_edtf(str(shape.published)) or UNDATED, str(shape.time_zone or zone or "")),
        published_why=local(shape.published_why),
        language=str(shape.language),
        reliability=Reliability(str(shape.reliability.grade), local(shape.reliability.why)),
        outlet=outlet_of(local(shape.publisher), names),
        relays=tuple(EntityId(str(other)) for other in shape.relays if other in names.entities),
        relayed_sources=tuple(SourceId(str(other)) for other in shape.relays if other in names.sources),
        not_relays=tuple(SourceId(str(other)) for other in shape.not_copies if other in names.sources),
        copies=tuple(SourceId(str(other)) for other in shape.copies if other in names.sources),
        omit=tuple(omissions(shape.omit)),
        retrieved=str(shape.retrieved or ""),
        versions=tuple(versions_of(shape, article)),
        pages=first_lines(shape),
        full=shape.publish == "full",
        character=local(shape.character),
        loaded=tuple(loaded_words(shape)),
        origin=place_of(document.path, document.data),
    )
    astray = source_references(shape, article.id, names)
    wrong = (*problems, *astray, *check_date(shape), *check_text(shape, article))
    wrong = (*wrong, *check_versions(shape, article, document.path))
    if article.text is not None:
        wrong = (*wrong, *check_loaded(source))
    return source, (*wrong, *check_notes(shape, names, document.lines))


def outlet_of(publisher: LocalText, names: KnownIds) -> EntityId | None:
    """The organisation of the dossier that has the publisher's name."""
    called = (names.called.get(name) for name in publisher.texts)
    found = (id for id in called if id and names.entities.get(id) is Kind.ORGANISATION)
    return next(map(EntityId, found), None)


def least(path: str, id: str) -> dict[Located, Node]:
    """Values in place of missing or wrong entries, so that the rest can be checked."""

    def at(text: str) -> Located:
        return Located(text, path, 1, 1, 1)

    given = {"title": id, "publisher": id, "published": "1000/9999", "published_why": id, "language": "en"}
    reliability: dict[Located, Node] = {at("grade"): at("F"), at("why"): at(id)}
    scalars: dict[Located, Node] = {at(key): at(value) for key, value in given.items()}
    return {**scalars, at("sha256"): at(STAND_IN), at("reliability"): reliability}


def loaded_words(shape: SourceShape) -> Iterator[tuple[Written, LocalText]]:
    """The loaded words of an article, with what each means where the file says so."""
    meant = shape.loaded if isinstance(shape.loaded, dict) else dict.fromkeys(shape.loaded)
    yield from ((word.written, local(means)) for word, means in meant.items())


def versions_of(shape: SourceShape, article: ReceivedArticle) -> Iterator[Version]:
    """The earlier texts that are there, oldest first."""
    for day, about in sorted(shape.versions.items()):
        found = article.versions.get(day)
        if found and found.text is not None:
            text = found.text.decode("utf-8", "replace")
            yield Version(str(day), text, tuple(omissions(about.omit)), first_lines(about))


def first_lines(shape: SourceShape | VersionShape) -> tuple[int, ...]:
    """The lines on which the pages of a PDF begin."""
    return tuple(sorted(int(line) for line in shape.received.pages)) if shape.received else ()


def omissions(omit: Mapping[Located, Local]) -> Iterator[Omission]:
    """The lines that are not the article."""
    for lines, why in omit.items():
        first, _, last = lines.partition("-")
        yield Omission(int(first), int(last or first), local(why))


def source_references(shape: SourceShape, id: SourceId, names: KnownIds) -> Iterator[Problem]:
    """The entities and sources it names that do not exist, and itself among them."""
    yield from itself(id, (*shape.relays, *shape.copies, *shape.not_copies))
    for other in shape.relays:
        if found := names.entity_or_source(other):
            yield found
    for other in (*shape.copies, *shape.not_copies):
        if found := names.source(other):
            yield found


def check_lines(shape: SourceShape | VersionShape, count: int) -> Iterator[Problem]:
    """The ranges of lines that run backwards or beyond the article."""
    for lines in shape.omit:
        first, _, last = lines.partition("-")
        if int(last or first) > count:
            message = f"article.txt has {count} lines"
            yield Problem(lines.origin, "bad-lines", message, "count the lines of article.txt from 1")
        elif int(last or first) < int(first):
            yield Problem(lines.origin, "bad-lines", "the range runs backwards", f"write `{last}-{first}`")


def check_date(shape: SourceShape) -> Iterator[Problem]:
    """A publication date that is none."""
    written = str(shape.published)
    if parse_edtf(written) is None:
        unknown = written == UNKNOWN
        message = "the date is missing" if unknown else "this is not a date in EDTF"
        yield Problem(shape.published.origin, "not-edtf", message, hint_of_date(written))


def hint_of_date(written: str) -> str:
    """A date as it should be written: the one that is meant, if that is clear.

    >>> hint_of_date("2025/6/21"), hint_of_date("2025年6月")
    ('write `2025-06-21`', 'write `2025-06`')
    """
    if meant := iso_date(written):
        return f"write `{meant}`"
    return "write `2025-06-21`, `2025-06`, or `2025-12~` if it is approximate"


def iso_date(written: str) -> str:
    """A day or month in numbers as ISO 8601 writes it; nothing where there is none.

    >>> iso_date("2025年6月21日"), iso_date("2025/6"), iso_date("2025/13")
    ('2025-06-21', '2025-06', '')
    """
    parts = worded("day_as_written").fullmatch(written)
    meant = "-".join(part.zfill(2) for part in parts.groups() if part) if parts else ""
    return meant if meant and parse_edtf(meant) else ""


def check_text(shape: SourceShape | VersionShape, article: ReceivedArticle) -> Iterator[Problem]:
    """A text that is not as it was received, or does not have the lines to leave out."""
    yield from check_sums(shape, article)
    if article.text is not None:
        text = article.text.decode("utf-8", "replace")
        yield from check_lines(shape, text.count("\n") + (not text.endswith("\n")))


def check_versions(shape: SourceShape, article: ReceivedArticle, path: str) -> Iterator[Problem]:
    """Earlier texts that are listed and not there, or there and not listed, or not as they were received."""
    for day, about in shape.versions.items():
        if day in article.versions:
            yield from check_text(about, article.versions[day])
        else:
            hint = "restore it as it was received: it is never edited"
            yield Problem(day.origin, "missing-file", f"`versions/{day}/article.txt` is not there", hint)
    for unlisted in article.versions:
        if unlisted not in map(str, shape.versions):
            place = f"{path.rpartition('/')[0]}/versions/{unlisted}/article.txt"
            hint = f"list `{unlisted}` under `versions:` in source.yaml, with its `sha256`"
            yield Problem(whole_file(place), "unexpected-file", "nothing reads this file", hint)


def check_loaded(source: Source) -> Iterator[Problem]:
    """Loaded words that the article does not use."""
    used = fold_plain(source.text)
    for word, _ in source.loaded:
        if fold_plain(word.text) not in used:
            hint = "copy the words from article.txt"
            yield Problem(word.origin, "quote-not-found", f"these words are not in `{source.id}`", hint)


def check_sums(shape: SourceShape | VersionShape, article: ReceivedArticle) -> Iterator[Problem]:
    """Bytes that are not those that were received: the article's, or what it was made from."""
    found = sha256(article.text or b"").hexdigest()
    if article.text is not None and shape.sha256 not in (found, STAND_IN):
        hint = f"restore article.txt as it was received; if this is how it was, its sha256 is {found}"
        yield Problem(shape.sha256.origin, "sha256-differs", "article.txt does not match its sha256", hint)
    if shape.received:
        yield from check_received(shape.received, article.kept)


def check_received(given: ReceivedShape, kept: Mapping[str, str]) -> Iterator[Problem]:
    """What the article was made from, if it is not there or not what it was."""
    found = kept.get(given.file)
    if found is None:
        hint = "restore it; its name is `received` with its original extension"
        yield Problem(
            given.file.origin, "missing-file", f"`{given.file}` is not in the folder of article.txt", hint
        )
    elif found != given.sha256:
        hint = "restore it as it was received: it is never edited"
        yield Problem(given.sha256.origin, "sha256-differs", f"{given.file} does not match its sha256", hint)


def check_notes(shape: SourceShape, names: KnownIds, lines: tuple[str, ...]) -> Iterator[Problem]:
    """The links that lead nowhere."""
    for text in (shape.reliability.why, shape.published_why, shape.character, *shape.omit.values()):
        yield from check_prose(text, names, lines)
