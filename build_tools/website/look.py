"""Where the look of a site is: its templates, its styles, the settings of its renderer."""

from __future__ import annotations

from pathlib import Path

TOOL = Path(__file__).resolve().parents[2]


def look_of(root: Path) -> Path:
    """The folder with `mkdocs.yml` and `docs/`: the dossier's own, the clone's, or the installed tool's."""
    packed = TOOL / "build_tools" / "look"
    return next((one for one in (root, TOOL) if (one / "mkdocs.yml").is_file()), packed)
