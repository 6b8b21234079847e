"""Articles that were changed, as they read at a moment: the text received by then, and its quotes."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import DateValue, Inputs, Source, Version
from build_tools.text.anchoring import anchor
from build_tools.values import received_at
from build_tools.values.moments import is_over


def texts_known(inputs: Inputs, moment: DateValue) -> Inputs:
    """The inputs with the text that each article had at a moment; quotes of later texts are out.

    Before any text was received it is the first one.
    """
    then = {id: as_it_read(source, moment) for id, source in inputs.sources.items()}
    changed = {id for id, source in then.items() if source is not inputs.sources[id]}
    if not changed:
        return inputs
    sources = {**inputs.sources, **then}
    places = {id: at for at, id in enumerate(sources)}
    stay = {one.id: [version.day for version in one.versions] for one in sources.values()}
    later = (one for one in inputs.earlier if one.version not in stay[one.source])
    asked = tuple(replace(one, version="") for one in (*inputs.annotations, *later) if one.source in changed)
    anchored, _ = anchor(asked, {id: sources[id] for id in changed})
    quoted = (one.annotation for one in anchored)
    untouched = (one for one in inputs.annotations if one.source not in changed)
    return replace(
        inputs,
        sources=sources,
        annotations=tuple(sorted((*untouched, *quoted), key=lambda one: places[one.source])),
        earlier=tuple(one for one in inputs.earlier if one.version in stay[one.source]),
    )


def as_it_read(source: Source, moment: DateValue) -> Source:
    """An article with the last text that was received by a moment, else the first one."""
    zone = source.published.zone or ""
    if not source.versions or _is_received(source.retrieved, zone, moment):
        return source
    by_then = [at for at, version in enumerate(source.versions) if _is_received(version.day, zone, moment)]
    at = max(by_then, default=0)
    return _with_text(source, source.versions[at], source.versions[:at])


def _with_text(source: Source, version: Version, before: tuple[Version, ...]) -> Source:
    return replace(
        source,
        text=version.text,
        omit=version.omit,
        pages=version.pages,
        retrieved=version.day,
        versions=before,
    )


def _is_received(name: str, zone: str, moment: DateValue) -> bool:
    received = received_at(name, zone)
    return received is not None and is_over(received, moment)
