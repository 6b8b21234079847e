"""`dossier.yaml`: the settings of the whole dossier."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model import MustBeRead, Settings
from build_tools.problem import Origin, Problems
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.located import Located
from build_tools.reading.prose import check_prose, local
from build_tools.reading.shapes import LANGUAGES, SettingsShape
from build_tools.reading.sizes import limits_of
from build_tools.reading.validation import salvage
from build_tools.reading.yaml_nodes import Document


def parse_settings(document: Document, names: KnownIds) -> tuple[Settings, Problems]:
    """The settings of a dossier, with the defaults for what is not written."""
    start = Origin(document.path)
    untitled = Located("untitled", document.path, 1, 1, 1)
    least = {Located(key, document.path, 1, 1, 1): untitled for key in ("title", "description")}
    shape, problems = salvage(SettingsShape, document.data, start, dict(least))
    settings = Settings(
        title=local(shape.title),
        description=local(shape.description),
        editions=tuple(str(edition) for edition in shape.editions) or LANGUAGES,
        opencc=str(shape.opencc or "tw"),
        publish_limit=Decimal(str(shape.publish_limit or "100%").rstrip("%")),
        repository=str(shape.repository or "").rstrip("/"),
        limits=limits_of(document.data),
        must_be_read=MustBeRead(str(shape.must_be_read)) if shape.must_be_read else None,
        time_zone=str(shape.time_zone) if shape.time_zone else None,
        story=tuple(local(sentence) for sentence in shape.story),
        origin=start,
    )
    prose = (shape.description, *shape.story)
    adrift = (found for text in prose for found in check_prose(text, names, document.lines))
    return settings, (*problems, *adrift)
