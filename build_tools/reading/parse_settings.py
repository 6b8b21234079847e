"""`dossier.yaml`: the settings of the whole dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from build_tools.model import EntityId, MustBeRead, Search, Settings, SourceId
from build_tools.model.inputs import PUBLISH_LETTERS, RENDERERS
from build_tools.problem import Origin, Problem, Problems
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located
from build_tools.reading.nearest_words import did_you_mean
from build_tools.reading.prose import check_prose, local
from build_tools.reading.settings_shapes import LANGUAGES, SearchShape, SettingsShape
from build_tools.reading.sizes import limits_of
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document


def parse_settings(
    document: Document, names: KnownIds, locales: Iterable[str] = ()
) -> tuple[Settings, Problems]:
    """The settings of a dossier, with the defaults for what is not written.

    `locales` are the editions that it brings itself.
    """
    there = tuple(dict.fromkeys((*LANGUAGES, *locales)))
    start = Origin(document.path)
    untitled = Located("untitled", document.path, 1, 1, 1)
    least = {Located(key, document.path, 1, 1, 1): untitled for key in ("title", "description")}
    shape, problems = salvage(SettingsShape, document.data, start, dict(least))
    settings = Settings(
        title=local(shape.title),
        description=local(shape.description),
        editions=tuple(str(one) for one in shape.editions if one in there) or LANGUAGES,
        opencc=str(shape.opencc or "tw"),
        publish_limit=Decimal(str(shape.publish_limit or "100%").rstrip("%")),
        repository=str(shape.repository or "").rstrip("/"),
        publish_letters=int(str(shape.publish_letters or PUBLISH_LETTERS)),
        limits=limits_of(document.data),
        must_be_read=MustBeRead(str(shape.must_be_read)) if shape.must_be_read else None,
        renderer=str(shape.renderer or RENDERERS[0]),
        time_zone=str(shape.time_zone) if shape.time_zone else None,
        story=tuple(local(sentence) for sentence in shape.story),
        searches=tuple(_search(one, names) for one in shape.searches),
        origin=start,
    )
    prose = (shape.description, *shape.story)
    adrift = (found for text in prose for found in check_prose(text, names, document.lines))
    named = (*shape.editions, *(edition for one in shape.searches for edition in one.editions))
    absent = (not_an_edition(one, there) for one in named if one not in there)
    lost = (wrong for one in shape.searches if (wrong := names.entity_or_source(one.finds)))
    return settings, (*problems, *adrift, *absent, *lost)


def _search(shape: SearchShape, names: KnownIds) -> Search:
    id = str(shape.finds)
    found = EntityId(id) if id in names.entities else SourceId(id)
    return Search(str(shape.words), found, tuple(map(str, shape.editions)), shape.words.origin)


def not_an_edition(id: Located, there: Sequence[str]) -> Problem:
    """An edition of which nobody has the words."""
    choices = ", ".join(f"`{one}`" for one in there)
    hint = did_you_mean(id, there) or f"put its words into locale/{id}/, or delete it"
    return Problem(id.origin, "not-in-list", f"this is not one of {choices}", hint)
