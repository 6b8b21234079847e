"""Where the look of a site is: its templates, its styles, the settings of its renderer."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from babel import Locale

TOOL = Path(__file__).resolve().parents[2]


def look_of(root: Path) -> Path:
    """The folder with `mkdocs.yml` and `docs/`: the dossier's own, the clone's, or the installed tool's."""
    packed = TOOL / "build_tools" / "look"
    return next((one for one in (root, TOOL) if (one / "mkdocs.yml").is_file()), packed)


@cache
def theme_language(tag: str) -> str:
    """The language of which the theme has words for an edition: its own, that of its short code, or English.

    >>> theme_language("zh-Hans"), theme_language("fra"), theme_language("fr-CA"), theme_language("haw")
    ('zh-Hans', 'fr', 'fr', 'en')
    """
    theme = importlib.util.find_spec("material")
    places = [Path(place) / "templates" for place in (theme and theme.submodule_search_locations) or ()]
    folders = [place / "partials" / "languages" for place in (*places, look_of(TOOL) / "docs" / "overrides")]
    tried = (tag, Locale.parse(tag, sep="-").language)
    return next((one for one in tried for folder in folders if (folder / f"{one}.html").is_file()), "en")
