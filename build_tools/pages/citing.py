"""How a page is cited: in words, in BibTeX, in CSL-JSON; the day of reading is the reader's to add."""

from __future__ import annotations

import json
from dataclasses import dataclass

from build_tools.model import DateValue
from build_tools.website.editions import Edition

LATEX = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "{}$&%#_"},
    }
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a page must name; `dated` is the day of a judgement, where the page gives one.

    The home page has the title of the whole site, whose `site` is empty.
    """

    key: str
    title: str
    site: str
    url: str
    language: str
    dated: str = ""


def in_words(reference: Reference, edition: Edition) -> str:
    """A citation as it may stand in a text."""
    said = edition.say("“{title}”", title=reference.title)
    if reference.site:
        said = edition.say("“{title}”, {site}", title=reference.title, site=reference.site)
    day = edition.date(DateValue(reference.dated, None, None)) if reference.dated else ""
    parts = (said, day, reference.url)
    return ("，" if edition.chinese else ", ").join(part for part in parts if part)


def bibtex(reference: Reference) -> str:
    """A citation for a bibliography of LaTeX.

    >>> print(bibtex(Reference("ada", "R&D at 50%", "The Mill", "https://example.org/ada/", "en")))
    @misc{ada,
    title = {{R\\&D at 50\\%}},
    howpublished = {{The Mill}},
    url = {https://example.org/ada/},
    language = {en}
    }
    """
    fields = {
        "title": f"{{{reference.title.translate(LATEX)}}}",
        "howpublished": f"{{{reference.site.translate(LATEX)}}}" if reference.site else "",
        "date": reference.dated,
        "url": reference.url,
        "language": reference.language,
    }
    lines = [f"{name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{reference.key},\n" + ",\n".join(lines) + "\n}"


def csl_json(reference: Reference) -> str:
    """A citation for Zotero, Pandoc and others that read the Citation Style Language."""
    item: dict[str, object] = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        **({"container-title": reference.site} if reference.site else {}),
        "URL": reference.url,
        "language": reference.language,
    }
    if reference.dated:
        item["issued"] = {"date-parts": [[int(part) for part in reference.dated.split("-")]]}
    return json.dumps([item], ensure_ascii=False)
