"""`dossier import --again`: an article received once more, changed; what was received before stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from build_tools import pipeline
from build_tools.contributing.importing.again_files import (
    NewText,
    omissions_after,
    omit_block,
    source_after,
    with_versions,
)
from build_tools.contributing.importing.fates import LOST, Fate, Followed, follow, follow_back
from build_tools.contributing.importing.new_source import ImportOptions, files_of, received_lines
from build_tools.contributing.importing.reducing import Reduced, reduce
from build_tools.contributing.importing.refusing import (
    ImportRefusedError,
    refuse_what_is_no_text,
    refuse_what_is_there,
    refusing_what_cannot_be_read,
)
from build_tools.contributing.yaml_text import with_its_ends
from build_tools.model import Build, ConflictId, Inputs, Omission, Source, SourceId, Version
from build_tools.reading.folders import VERSIONS
from build_tools.safe_files import read_own, replace_folder


@dataclass(frozen=True, slots=True)
class ReceivedAgain:
    """An article received once more: its files, what became of its annotations, and of conflicts."""

    id: SourceId
    day: str
    files: Mapping[str, bytes]
    followed: tuple[Followed, ...]
    opened: tuple[ConflictId, ...]
    closed: tuple[ConflictId, ...]
    left: tuple[ConflictId, ...]
    remarks: tuple[str, ...]


def import_again(
    root: Path, place: Path, received: bytes, given: ImportOptions, made: Build
) -> ReceivedAgain:
    """What was received, as the newest text of an article; nothing is written.

    `place` is the article's folder. Raises ImportRefusedError where it is no text, or the same.
    """
    inputs, id = made.dossier.inputs, SourceId(place.name)
    source = inputs.sources[id]
    refuse_what_is_damaged(made, source)
    refuse_what_is_older(given.retrieved, source)
    reduced = read_again(received, given, source, inputs)
    day = day_of(source)
    omit, left_out = omissions_after(source.omit, source.text, reduced.text)
    newest = replace(
        source,
        text=reduced.text,
        omit=omit,
        pages=reduced.pages,
        versions=(*source.versions, Version(day, source.text, source.omit, source.pages)),
    )
    followed = (*follow(made, newest), *follow_back(made, newest))
    before = {name: read_own(root, place / name) for name in files_below(place)}
    new = files_of(received, reduced)
    lost_at, back_at = (
        [one.annotation.origin.line for one in followed if one.fate in fates] for fates in (LOST, {Fate.BACK})
    )
    about = partial(source_after, day=day, new=new_text(new, reduced, given.retrieved, omit))
    files = {
        **files_after(before, new, day),
        **edited_file(before, "source.yaml", about),
        **edited_file(
            before, "annotations.yaml", partial(with_versions, lines=lost_at, day=day, back=back_at)
        ),
    }
    after = pipeline.build(inputs_after(inputs, newest, followed))
    remarks = (*remarks_on_text(reduced), *map(lines_to_omit, left_out))
    return ReceivedAgain(id, day, files, followed, *conflicts_between(made, after, id), remarks)


def read_again(received: bytes, given: ImportOptions, source: Source, inputs: Inputs) -> Reduced:
    """The text in a file, which must be another than the article has, and no other article's."""
    refuse_what_is_no_text(received)
    with refusing_what_cannot_be_read():
        reduced = reduce(received, given.name, given.form, inputs.settings.limits.article)
    refuse_what_is_the_same(reduced.text, source)
    refuse_what_is_there(reduced.text, inputs)
    return reduced


def new_text(
    files: Mapping[str, bytes], reduced: Reduced, retrieved: str, omit: Sequence[Omission]
) -> NewText:
    """What `source.yaml` says of the new text."""
    block = "".join(f"{line}\n" for line in received_lines(files, reduced))
    return NewText(sha256(files["article.txt"]).hexdigest(), retrieved, block, omit_block(omit))


def write_again(root: Path, place: Path, found: ReceivedAgain) -> None:
    """Put the new text in the article's place, and the old one into `versions/`: all of it or nothing."""
    replace_folder(root, place, found.files)


def refuse_what_is_damaged(made: Build, source: Source) -> None:
    """An article that is no longer as it was received, so that nobody knows what would be kept."""
    if any(one.code == "sha256-differs" and _is_of(one.origin.path, source) for one in made.problems):
        raise ImportRefusedError("its article.txt is not as it was received: restore it first")


def _is_of(path: str, source: Source) -> bool:
    return PurePosixPath(path).parent == PurePosixPath(source.origin.path).parent


def refuse_what_is_the_same(text: str, source: Source) -> None:
    """A text that the article has already."""
    if "".join(text.split()) == "".join(source.text.split()):
        raise ImportRefusedError(f"`{source.id}` has this text already: nothing is changed")


def refuse_what_is_older(retrieved: str, source: Source) -> None:
    """A text that was received before the one that the article has."""
    if retrieved[: len(source.retrieved)] < source.retrieved[: len(retrieved)]:
        raise ImportRefusedError(f"the text that it has was received later, {source.retrieved}")


def day_of(source: Source) -> str:
    """The day under which the text is kept that is replaced: numbered where that day has one already."""
    exact = source.published.earliest == source.published.latest and source.published.earliest
    day = source.retrieved.replace(":", "") or (str(source.published.earliest) if exact else "")
    if not day:
        raise ImportRefusedError(
            "when its text was received is not known: write `retrieved: 2026-11-23` into its source.yaml"
        )
    used = {version.day for version in source.versions}
    names = (day, *(f"{day}-{number}" for number in range(2, 100)))
    return next(name for name in names if name not in used)


def files_below(place: Path) -> Iterator[str]:
    """The paths of all files of an article, those of earlier texts too."""
    for path in sorted(place.rglob("*")):
        if path.is_file():
            yield path.relative_to(place).as_posix()


def files_after(before: Mapping[str, bytes], new: Mapping[str, bytes], day: str) -> dict[str, bytes]:
    """The files of an article with the new text, the old one and what it was made from under its day."""
    old = [name for name in before if name == "article.txt" or name.startswith("received.")]
    kept = {f"{VERSIONS}/{day}/{name}": before[name] for name in old}
    return {**{name: content for name, content in before.items() if name not in old}, **kept, **new}


def edited_file(before: Mapping[str, bytes], name: str, change: Callable[[str], str]) -> dict[str, bytes]:
    """A YAML file with a change, its line ends and odd bytes as they were; none where it is not there."""
    if name not in before:
        return {}
    text = before[name].decode("utf-8", "surrogateescape")
    return {name: with_its_ends(text, change).encode("utf-8", "surrogateescape")}


def inputs_after(inputs: Inputs, source: Source, followed: tuple[Followed, ...]) -> Inputs:
    """The dossier with the new text, its lost annotations left with the one before."""
    lost, back = (
        {one.annotation.origin for one in followed if one.fate in fates} for fates in (LOST, {Fate.BACK})
    )
    day = source.versions[-1].day
    kept = (one for one in inputs.annotations if one.origin not in lost)
    gone = (replace(one, version=day) for one in inputs.annotations if one.origin in lost)
    again = (replace(one, version="") for one in inputs.earlier if one.origin in back)
    earlier = (one for one in inputs.earlier if one.origin not in back)
    sources = {**inputs.sources, source.id: source}
    return replace(inputs, sources=sources, annotations=(*kept, *again), earlier=(*earlier, *gone))


Names = tuple[ConflictId, ...]


def conflicts_between(before: Build, after: Build, id: SourceId) -> tuple[Names, Names, Names]:
    """The conflicts there only after, those only before, and those that an article is no longer in."""
    old, new = set(conflicts_with(before)), set(conflicts_with(after))
    held = set(conflicts_with(before, id)) - set(conflicts_with(after, id))
    return tuple(sorted(new - old)), tuple(sorted(old - new)), tuple(sorted(held & new))


def conflicts_with(made: Build, id: SourceId | None = None) -> Iterator[ConflictId]:
    """The names of conflicts, or of those with an article on a side."""
    for conflict in made.dossier.conflicts:
        if id is None or any(id in side.sources for side in conflict.sides):
            yield conflict.id


def remarks_on_text(reduced: Reduced) -> Iterator[str]:
    """What the person should know of the text itself; what the page says of itself is not used again."""
    yield from reduced.remarks
    if reduced.decoded.lost:
        yield f"{reduced.decoded.lost} characters could not be read as {reduced.decoded.charset}: look for �"


def lines_to_omit(lost: Omission) -> str:
    """That lines which were not the article are not found again."""
    why = lost.why.first
    return f"lines {lost.first}-{lost.last} ({why}) are not in the new text as they were: correct `omit:`"
